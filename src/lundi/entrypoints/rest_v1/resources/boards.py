"""Boards and who follows them."""

from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.boards import actions
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import board_subscribers_of, list_boards
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import BoardKind, Flag, Id, Text, Title
from lundi.entrypoints.rest_v1.operation import delete, get, post, put
from lundi.entrypoints.rest_v1.parameters import Paged, Params, body, path, query
from lundi.entrypoints.rest_v1.shapes import (
    Board,
    User,
    board_answer,
    show_board,
    show_user,
    show_users,
)

_BOARD_ID = "The board's id: the number in its URL."


class ListBoards(Paged):
    only_globals: Flag = query("Main boards only.", default=False)
    order_by_latest: Flag = query("The boards changed last come first.", default=False)


class CreateBoard(Params):
    user_id: Id | None = body(
        "Who makes it. Needed with the company token; a personal token acts for its owner.",
        example=48,
    )
    name: Title = body("The board's name.", example="Launch")
    description: Text | None = body("What the board is for.")
    board_kind: BoardKind = body(
        "`public` (a main board), `share` (shareable) or `private`.", default="public"
    )


class OneBoard(Params):
    board_id: Id = path(_BOARD_ID, example=12)


class OfBoard(Paged):
    board_id: Id = path(_BOARD_ID, example=12)


class SubscribeToBoard(OneBoard):
    user_id: Id = body("Who shall subscribe.", example=48)
    as_admin: Flag = body("As an owner of the board.", default=False)


class UnsubscribeFromBoard(OneBoard):
    user_id: Id = path("Who shall no longer subscribe.", example=48)


@get("/boards.json", tag="Boards", example=[examples.BOARD], may_be_late=True, lasts=True)
async def get_boards(work: Work, params: ListBoards) -> list[Board]:
    """Get the boards that the token reaches."""
    found = await list_boards(
        work,
        params.window,
        only_main=params.only_globals,
        latest_first=params.order_by_latest,
    )
    return [show_board(work, whole) for whole in found]


@post("/boards.json", tag="Boards", example=examples.BOARD)
async def create_board(work: Work, params: CreateBoard) -> Board:
    """Create a board."""
    board = await actions.create_board(
        work,
        creator_id=await act_as(work, params.user_id),
        name=params.name,
        description=params.description,
        kind=params.board_kind,
    )
    return await board_answer(work, board)


@get("/boards/{board_id}.json", tag="Boards", example=examples.BOARD, lasts=True)
async def get_board(work: Work, params: OneBoard) -> Board:
    """Get one board with its columns and groups."""
    return await board_answer(work, await board_to_read(work, params.board_id))


@delete("/boards/{board_id}.json", tag="Boards", example=examples.BOARD)
async def archive_board(work: Work, params: OneBoard) -> Board:
    """Archive a board."""
    return await board_answer(work, await actions.archive_board(work, params.board_id))


@get("/boards/{board_id}/subscribers.json", tag="Boards", example=[examples.USER], lasts=True)
async def get_board_subscribers(work: Work, params: OfBoard) -> list[User]:
    """Get the subscribers of a board."""
    board = await board_to_read(work, params.board_id)
    return show_users(work, await board_subscribers_of(work, board, params.window))


@put("/boards/{board_id}/subscribers.json", tag="Boards", example=examples.USER)
async def subscribe_to_board(work: Work, params: SubscribeToBoard) -> User:
    """Subscribe a user to a board."""
    user = await actions.subscribe_to_board(work, params.board_id, params.user_id, params.as_admin)
    return show_user(work, user)


@delete("/boards/{board_id}/subscribers/{user_id}.json", tag="Boards", example=examples.USER)
async def unsubscribe_from_board(work: Work, params: UnsubscribeFromBoard) -> User:
    """Unsubscribe a user from a board."""
    user = await actions.unsubscribe_from_board(work, params.board_id, params.user_id)
    return show_user(work, user)

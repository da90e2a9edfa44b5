"""Boards, as all see them and as each has chosen to."""

from typing import Any, Literal

import msgspec

from lundi.core.paging import Window
from lundi.core.work import Work, last_event_id
from lundi.domains.accounts.access import act_as
from lundi.domains.accounts.schemas import WRITING_ROLES
from lundi.domains.boards import actions, favorites
from lundi.domains.boards import schemas as boards
from lundi.domains.boards.access import board_to_edit, board_to_read, owns
from lundi.domains.boards.choices import choices_of, set_choices
from lundi.domains.boards.permission_actions import set_permissions
from lundi.domains.boards.place_actions import move_board as move_it
from lundi.domains.boards.queries import (
    in_full,
    list_boards_alone,
    subscriptions_of,
    team_subscriptions_of,
)
from lundi.domains.boards.subitem_boards import subitems_board
from lundi.domains.pulses.kind_actions import change_kind
from lundi.domains.pulses.queries import count_subitems, pulses_of_board
from lundi.domains.tags.queries import tags_of_board
from lundi.domains.teams.queries import teams_of_users
from lundi.domains.views.queries import views_of_boards
from lundi.domains.views.schemas import TABLE
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.shapes import (
    Assignee,
    Board,
    BoardInList,
    Done,
    Id,
    LongText,
    Name,
    Subitems,
    TeamSubscriber,
    show_board_in_list,
    show_column,
    show_group,
    show_subscriber,
)
from lundi.entrypoints.app_api.view_shapes import show_view
from lundi.entrypoints.shared.rows import show_row

ALL = Window(take=1_000_000)
Kind = Literal["public", "share", "private"]
Permissions = Literal["everyone", "collaborators", "assignee", "owners"]


class NewBoard(msgspec.Struct):
    name: Name
    kind: Kind = "public"
    description: LongText | None = None
    workspace_id: Id | None = None
    folder_id: Id | None = None


class NewPlace(msgspec.Struct):
    """A folder, or right in a workspace; without both, the Main workspace."""

    workspace_id: Id | None = None
    folder_id: Id | None = None


class BoardChange(msgspec.Struct):
    """An empty description takes it away. The kind and the permissions only an owner may change."""

    name: Name | None = None
    description: LongText | None = None
    kind: Kind | None = None
    permissions: Permissions | None = None


class NewChoices(msgspec.Struct):
    """How one wants to see the board: any JSON object, of at most 16 KiB."""

    choices: dict[str, Any]


class Tag(msgspec.Struct):
    id: int
    name: str
    color: str


@get("/boards")
async def get_boards(work: Work) -> list[BoardInList]:
    """The active boards one sees."""
    chosen = await favorites.favorite_boards(work)
    found = await list_boards_alone(work, ALL)
    return [show_board_in_list(board, board.id in chosen) for board in found]


@post("/boards")
async def create_board(work: Work, given: NewBoard) -> BoardInList:
    """A board of one's own, with one group."""
    creator_id = await act_as(work, None)
    board = await actions.create_board(
        work,
        creator_id=creator_id,
        name=given.name.strip() or "New board",
        description=given.description,
        kind=given.kind,
        workspace_id=given.workspace_id,
        folder_id=given.folder_id,
    )
    return show_board_in_list(board, False)


@get("/boards/{board_id}")
async def open_board(work: Work, board_id: int) -> Board:
    """A board with all that is on it."""
    return await _shown(work, await board_to_read(work, board_id))


@put("/boards/{board_id}")
async def change_board(work: Work, board_id: int, given: BoardChange) -> BoardInList:
    """Rename or describe a board, or change who sees or changes it."""
    await board_to_edit(work, board_id)
    if given.kind is not None:
        await change_kind(work, board_id, given.kind)
    if given.permissions is not None:
        await set_permissions(work, board_id, given.permissions)
    if given.name is not None or given.description is not None:
        await actions.change_board(work, board_id, given.name, given.description)
    return await _listed(work, await board_to_read(work, board_id))


@delete("/boards/{board_id}")
async def archive_board(work: Work, board_id: int) -> Done:
    """Archive a board."""
    await actions.archive_board(work, board_id)
    return Done()


@post("/boards/{board_id}/restore")
async def restore_board(work: Work, board_id: int) -> BoardInList:
    """Bring an archived board back."""
    return await _listed(work, await actions.restore_board(work, board_id))


@post("/boards/{board_id}/move")
async def move_board(work: Work, board_id: int, given: NewPlace) -> BoardInList:
    """Put a board into another folder or workspace."""
    return await _listed(work, await move_it(work, board_id, given.workspace_id, given.folder_id))


@put("/boards/{board_id}/favorite")
async def add_favorite(work: Work, board_id: int) -> Done:
    """Make a board one of one's favorites."""
    await favorites.add_favorite(work, boards.BOARD, board_id)
    return Done()


@delete("/boards/{board_id}/favorite")
async def remove_favorite(work: Work, board_id: int) -> Done:
    """Take a board off one's favorites."""
    await board_to_read(work, board_id)
    await favorites.remove_favorite(work, boards.BOARD, board_id)
    return Done()


@put("/boards/{board_id}/choices")
async def keep_choices(work: Work, board_id: int, given: NewChoices) -> Done:
    """Keep how one wants to see a board."""
    await set_choices(work, board_id, given.choices)
    return Done()


@get("/boards/{board_id}/tags")
async def get_tags(work: Work, board_id: int) -> list[Tag]:
    """The tags that pulses of the board can carry."""
    board = await board_to_read(work, board_id)
    return [Tag(tag.id, tag.name, tag.color) for tag in await tags_of_board(work, board)]


async def _listed(work: Work, board: boards.Board) -> BoardInList:
    return show_board_in_list(board, (await choices_of(work, board)).favorite)


async def _shown(work: Work, board: boards.Board) -> Board:
    # First what happened: what comes later may be shown already, and is then shown again, but never missed.
    last_event = await last_event_id(work)
    (whole,) = await in_full(work, [board])
    rows = await pulses_of_board(work, board, ALL)
    chosen = await choices_of(work, board)
    views = (await views_of_boards(work, {board.id}))[board.id]
    teams = (await team_subscriptions_of(work, {board.id}))[board.id]
    subitems = await _subitems(work, board)
    may_comment = work.actor.role in WRITING_ROLES and board.state == boards.ACTIVE
    may_write = may_comment and board.editable
    by_assignment = may_comment and not may_write and board.permissions == boards.ASSIGNEE
    return Board(
        id=board.id,
        name=board.name,
        description=board.description,
        kind=board.kind,
        state=board.state,
        owned=board.owned,
        favorite=chosen.favorite,
        choices=chosen.choices,
        permissions=board.permissions,
        may_write=may_write,
        may_comment=may_comment,
        assignee=await _assignee(work) if by_assignment else None,
        may_archive=may_write and owns(work, board),
        groups=[show_group(group) for group in whole.groups],
        columns=[show_column(column) for column in whole.columns],
        views=[show_view(view) for view in views if view.kind == TABLE],
        rows=[show_row(pulse) for pulse in rows],
        subitems=subitems,
        parent_board_id=board.parent_board_id,
        subscribers=[show_subscriber(board, one) for one in await subscriptions_of(work, board)],
        teams=[TeamSubscriber(one.team.id, one.as_admin) for one in teams],
        last_event=last_event,
    )


async def _subitems(work: Work, board: boards.Board) -> Subitems | None:
    found = None if board.parent_board_id else await subitems_board(work, board)
    return None if found is None else Subitems(found.id, await count_subitems(work, found))


async def _assignee(work: Work) -> Assignee:
    user_id = work.actor.user_id or 0
    teams = (await teams_of_users(work, {user_id}))[user_id]
    return Assignee(user_id, [team.id for team in teams])

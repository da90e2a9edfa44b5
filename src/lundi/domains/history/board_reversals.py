"""Taking back what happened to boards."""

from lundi.core.work import Work
from lundi.domains.boards import actions
from lundi.domains.boards.access import board_to_edit, board_to_restore
from lundi.domains.boards.column_actions import lock_board
from lundi.domains.boards.details import put_item_nickname_back, set_communication
from lundi.domains.boards.place_actions import move_board
from lundi.domains.boards.schemas import ARCHIVED, DELETED, Board
from lundi.domains.history.schemas import Recorded
from lundi.domains.history.standing import check_stands, former
from lundi.domains.pulses.kind_actions import change_kind


async def change_back(work: Work, one: Recorded) -> None:
    board = await _active(work, one)
    new, old = one.data["new"], one.data["old"]
    is_as_left = all(getattr(board, name) == value for name, value in new.items())
    check_stands(is_as_left, f"board {board.id} was changed since")
    if "name" in old or "description" in old:
        description = (old["description"] or "") if "description" in old else None
        await actions.change_board(work, board.id, old.get("name"), description)
    if "communication" in old:
        await set_communication(work, board.id, old["communication"] or "")
    if "item_nickname" in old:
        await put_item_nickname_back(work, board.id, old["item_nickname"])


async def change_kind_back(work: Work, one: Recorded) -> None:
    board = await _active(work, one)
    check_stands(board.kind == one.data["new"], f"board {board.id} is of another kind now")
    await change_kind(work, board.id, one.data["old"])


async def move_back(work: Work, one: Recorded) -> None:
    board = await _active(work, one)
    place = (board.workspace_id, board.folder_id)
    is_there = place == (one.data["workspace_id"], one.data["folder_id"])
    check_stands(is_there, f"board {board.id} moved since")
    await move_board(work, board.id, former(one, "workspace_id"), former(one, "folder_id"))


async def unarchive(work: Work, one: Recorded) -> None:
    await _restore(work, one, ARCHIVED)


async def undelete(work: Work, one: Recorded) -> None:
    board = await _restore(work, one, DELETED)
    if former(one, "state") == ARCHIVED:
        await actions.archive_board(work, board.id)


async def put_away_again(work: Work, one: Recorded) -> None:
    board = await _active(work, one)
    if former(one, "state") == DELETED:
        await actions.delete_board(work, board.id)
    else:
        await actions.archive_board(work, board.id)


async def _active(work: Work, one: Recorded) -> Board:
    board = await board_to_edit(work, one.board_id or 0)
    await lock_board(work, board)
    return await board_to_edit(work, board.id)


async def _restore(work: Work, one: Recorded, state: str) -> Board:
    board = await board_to_restore(work, one.board_id or 0)
    check_stands(board.state == state, f"board {board.id} is {board.state} now")
    return await actions.restore_board(work, board.id)

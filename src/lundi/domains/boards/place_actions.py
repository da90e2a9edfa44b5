"""Moving boards between workspaces and folders."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import (
    WITH_SUBITEMS,
    board_to_edit,
    board_to_own,
    board_to_read,
    check_stands_alone,
)
from lundi.domains.boards.events import BoardMoved
from lundi.domains.boards.schemas import Board
from lundi.domains.boards.tables import boards
from lundi.domains.workspaces.folder_access import place_to_use

_PLACE = (
    sa.update(boards)
    .where(WITH_SUBITEMS)
    .values(
        workspace_id=parameter("workspace_id"),
        folder_id=sa.case((boards.c.parent_board_id.is_(None), parameter("folder_id"))),
        updated_at=parameter("now"),
    )
)


async def move_board(
    work: Work, board_id: int, workspace_id: int | None, folder_id: int | None
) -> Board:
    """To where `place_to_use` says. Into another workspace by an owner only: others may see it there."""
    board = await board_to_edit(work, board_id)
    check_stands_alone(board)
    place = await place_to_use(work, workspace_id, folder_id)
    if place.workspace_id != board.workspace_id:
        await board_to_own(work, board_id)
    elif place.folder_id == board.folder_id:
        return board
    await put_board(work, board.id, place.workspace_id, place.folder_id, was=board)
    return await board_to_read(work, board.id)


async def put_board(
    work: Work,
    board_id: int,
    workspace_id: int | None,
    folder_id: int | None,
    *,
    was: Board | None = None,
) -> None:
    """For who may do so already. `was`: the board itself, where it isn't its folder that moves."""
    await work.run(_PLACE, board_id=board_id, workspace_id=workspace_id, folder_id=folder_id)
    before = None
    if was is not None:
        before = {"workspace_id": was.workspace_id, "folder_id": was.folder_id}
    work.record(
        BoardMoved(board_id=board_id, workspace_id=workspace_id, folder_id=folder_id, before=before)
    )

"""Who may change a board and what is on it."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import WITH_SUBITEMS, board_to_own, board_to_read
from lundi.domains.boards.events import BoardPermissionsChanged
from lundi.domains.boards.schemas import Board
from lundi.domains.boards.tables import boards

_SET = (
    sa.update(boards)
    .where(WITH_SUBITEMS)
    .values(permissions=parameter("permissions", sa.Text), updated_at=parameter("now"))
)


async def set_permissions(work: Work, board_id: int, permissions: str) -> Board:
    """By an owner; `permissions` is one of `schemas.PERMISSIONS`."""
    board = await board_to_own(work, board_id)
    if permissions == board.permissions:
        return board
    await work.run(_SET, board_id=board.id, permissions=permissions)
    work.record(BoardPermissionsChanged(board_id=board.id, old=board.permissions, new=permissions))
    return await board_to_read(work, board.id)

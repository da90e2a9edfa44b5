"""Reading tags."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.schemas import Board
from lundi.domains.tags.access import TAG_COLUMNS
from lundi.domains.tags.actions import scope_of
from lundi.domains.tags.schemas import Tag
from lundi.domains.tags.tables import tags

_OF_BOARD = (
    sa.select(*TAG_COLUMNS)
    .where(tags.c.account_id == parameter("account_id"), tags.c.board_id == parameter("board_id"))
    .order_by(tags.c.name, tags.c.id)
)


async def tags_of_board(work: Work, board: Board) -> list[Tag]:
    """All that its pulses can carry, on a board that was found already."""
    return await work.all(_OF_BOARD, Tag, board_id=scope_of(board))

"""The columns of one board on another."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.schemas import ACTIVE, Board
from lundi.domains.boards.subitem_boards import (
    empty_subitems_board,
    subitems_board,
    subitems_board_to_use,
)
from lundi.domains.boards.tables import columns

_REMOVE_COLUMNS = sa.delete(columns).where(
    columns.c.account_id == parameter("account_id"), columns.c.board_id == parameter("board_id")
)
_COPY_COLUMNS = sa.insert(columns).from_select(
    [
        *("account_id", "board_id", "id", "title", "type", "settings", "description", "width"),
        *("position", "state"),
    ],
    sa.select(
        columns.c.account_id,
        parameter("board_id"),
        columns.c.id,
        columns.c.title,
        columns.c.type,
        sa.type_coerce(columns.c.settings, sa.types.NullType()),
        columns.c.description,
        columns.c.width,
        columns.c.position,
        columns.c.state,
    ).where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("original_id"),
        columns.c.state == ACTIVE,
    ),
)


async def copy_columns(work: Work, original: Board, target: Board) -> None:
    """The active ones, in the places of all those of the target."""
    await work.run(_REMOVE_COLUMNS, board_id=target.id)
    await work.run(_COPY_COLUMNS, board_id=target.id, original_id=original.id)


async def copy_subitems_board(work: Work, original: Board, target: Board) -> Board:
    """A board for the subitems of `target`, which has none, with the columns of that of the original, which has one."""
    source = await subitems_board(work, original)
    made = await empty_subitems_board(work, target)
    if source is not None:
        await copy_columns(work, source, made)
    return await subitems_board_to_use(work, target)

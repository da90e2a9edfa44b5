"""Taking back what happened to columns."""

import sqlalchemy as sa

from lundi.core.json_sql import json_part
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards import column_actions
from lundi.domains.boards.access import board_to_edit, column_of
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.boards.typed_columns import put_column_back
from lundi.domains.history.schemas import Recorded
from lundi.domains.history.standing import check_stands, former, left
from lundi.domains.pulses.tables import pulses

_WITH_VALUE = (
    sa.select(pulses.c.id)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == parameter("board_id"),
        json_part(pulses.c["values"], parameter("column_id", sa.Text)).is_not(None),
    )
    .limit(sa.literal_column("1"))
)


async def change_back(work: Work, one: Recorded) -> None:
    await put_column_back(
        work,
        one.board_id or 0,
        one.data["column_id"],
        old=one.data["old"],
        new=one.data["new"],
    )


async def uncreate(work: Work, one: Recorded) -> None:
    """Deletes it, unless it has values."""
    _, column = await _active(work, one)
    title = left(one, "ColumnChanged", "title", one.data["title"])
    check_stands(column.title == title, f"column '{column.title}' was renamed since")
    found = await work.first(_WITH_VALUE, int, board_id=column.board_id, column_id=column.id)
    check_stands(found is None, f"column '{column.title}' has values")
    await column_actions.delete_column(work, column.board_id, column.id)


async def undelete(work: Work, one: Recorded) -> None:
    await column_actions.restore_column(work, one.board_id or 0, one.data["column_id"])


async def delete_again(work: Work, one: Recorded) -> None:
    await column_actions.delete_column(work, one.board_id or 0, one.data["column_id"])


async def place_back(work: Work, one: Recorded) -> None:
    board, column = await _active(work, one)
    places = await column_actions.column_places(work, board)
    left_of_it = column_actions.id_before(places, column.id)
    check_stands(left_of_it == one.data["after_id"], f"column '{column.title}' moved since")
    await column_actions.place_column(work, board.id, column.id, former(one, "after_id") or "name")


async def _active(work: Work, one: Recorded) -> tuple[Board, Column]:
    board = await board_to_edit(work, one.board_id or 0)
    await column_actions.lock_board(work, board)
    return board, await column_of(work, board, one.data["column_id"])

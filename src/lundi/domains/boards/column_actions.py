"""Creating, changing, ordering, deleting and restoring the columns of a board."""

from itertools import pairwise
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.naming import snake_case, unused
from lundi.core.ordering import between
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.access import board_to_edit, column_of, column_to_restore
from lundi.domains.boards.actions import ADD_COLUMN, touch_board
from lundi.domains.boards.events import (
    ColumnChanged,
    ColumnCreated,
    ColumnDeleted,
    ColumnPlaced,
    ColumnRestored,
)
from lundi.domains.boards.queries import all_columns
from lundi.domains.boards.schemas import ACTIVE, DELETED, Board, Column
from lundi.domains.boards.tables import boards, columns
from lundi.domains.column_types import status, status_settings
from lundi.domains.column_types.registry import COLUMN_TYPES, creatable_type

_LOCK_BOARD = (
    sa.select(boards.c.id)
    .where(boards.c.account_id == parameter("account_id"), boards.c.id == parameter("board_id"))
    .with_for_update()
)
_LAST_POSITION = sa.select(sa.func.max(columns.c.position)).where(
    columns.c.account_id == parameter("account_id"), columns.c.board_id == parameter("board_id")
)
_PLACES = (
    sa.select(columns.c.id, columns.c.position, columns.c.state)
    .where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("board_id"),
    )
    .order_by(columns.c.position, columns.c.id)
)
_PLACE = (
    sa.update(columns)
    .where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("board_id"),
        columns.c.id == parameter("column_id", sa.Text),
    )
    .values(position=parameter("position", sa.Text))
)
_CHANGE = (
    sa.update(columns)
    .where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("board_id"),
        columns.c.id == parameter("column_id", sa.Text),
    )
    .values(
        title=parameter("title", sa.Text),
        settings=parameter("settings", Json),
        state=parameter("state", sa.Text),
    )
)


class Place(msgspec.Struct, frozen=True):
    column_id: str
    position: str
    state: str


async def create_column(
    work: Work,
    board_id: int,
    *,
    title: str,
    type_name: str,
    labels: dict[str, str] | None = None,
    unit: dict[str, str] | None = None,
) -> Board:
    """At the right end. `labels` (of a status) without any means the usual three; `unit` is for a numeric."""
    board = await board_to_edit(work, board_id)
    kind = creatable_type(type_name)
    if labels and kind.name != "status":
        raise Invalid(
            f"Parameter 'labels' is for status columns, and this one is of type {kind.name}."
        )
    settings: dict[str, Any] = {}
    if kind.name == "status":
        settings["labels"] = _merged({}, labels) if labels else status_settings.DEFAULT_LABELS
    if unit is not None:
        settings["unit"] = unit
    # Two at once must not take the same place or the same id.
    await lock_board(work, board)
    # A deleted column's id isn't given again: its values would come back under another title.
    taken = {column.id for column in await all_columns(work, board)}
    column_id = unused(snake_case(title, otherwise=kind.name), taken)
    await add_at_right(work, board, column_id, title, kind.name, settings)
    return board


async def add_at_right(
    work: Work,
    board: Board,
    column_id: str,
    title: str,
    type_name: str,
    settings: dict[str, Any],
) -> None:
    """After `lock_board`, with an id that no column of the board has or had."""
    last = await work.one(_LAST_POSITION, _text, board_id=board.id)
    await work.run(
        ADD_COLUMN,
        board_id=board.id,
        id=column_id,
        title=title,
        type=type_name,
        settings=as_json(settings),
        position=between(last, None),
    )
    await touch_board(work, board)
    work.record(ColumnCreated(board_id=board.id, column_id=column_id, type=type_name, title=title))


async def change_column(
    work: Work,
    board_id: int,
    column_id: str,
    *,
    title: str | None,
    color: str | None,
    labels: dict[str, str] | None,
    unit: dict[str, str] | None = None,
) -> Board:
    """`labels` are laid over those present; an empty text takes one away. `unit` takes the place of the present one."""
    board = await board_to_edit(work, board_id)
    await lock_board(work, board)
    column = await column_of(work, board, column_id)
    settings = dict(column.settings)
    if labels is not None:
        if column.type != "status":
            raise Invalid(
                f"Parameter 'labels' is for status columns; '{column.id}' is of type {column.type}."
            )
        settings["labels"] = _merged(settings["labels"], labels)
    if unit is not None:
        if column.type != "numeric":
            raise Invalid(f"Only numbers have a unit; '{column.id}' is of type {column.type}.")
        settings["unit"] = unit
    if color is not None:
        settings["color"] = color
    await _change(work, column, title or column.title, settings, column.state)
    await touch_board(work, board)
    record_change(work, column, title=title or column.title, settings=settings)
    return board


async def place_column(work: Work, board_id: int, column_id: str, after_id: str) -> Board:
    """Right after another column of the board; the name stays first."""
    board = await board_to_edit(work, board_id)
    # Two at once must not take the same place.
    await lock_board(work, board)
    column = await column_of(work, board, column_id)
    if column.type == "name":
        raise Invalid(f"Column '{column.id}' is always the first of its board.")
    places = await column_places(work, board)
    others = [place for place in places if place.column_id != column.id]
    position = position_after(others, after_id)
    await work.run(_PLACE, board_id=board.id, column_id=column.id, position=position)
    await touch_board(work, board)
    before = {"after_id": id_before(places, column.id)}
    work.record(
        ColumnPlaced(board_id=board.id, column_id=column.id, after_id=after_id, before=before)
    )
    return board


async def delete_column(work: Work, board_id: int, column_id: str) -> Board:
    """Its values go out of sight with it; not one row of a pulse is written."""
    board = await board_to_edit(work, board_id)
    column = await column_of(work, board, column_id)
    if not COLUMN_TYPES[column.type].creatable:
        raise Invalid(f"Column '{column.id}' belongs to every board and can't be deleted.")
    await _change(work, column, column.title, column.settings, DELETED)
    await touch_board(work, board)
    work.record(ColumnDeleted(board_id=board.id, column_id=column.id))
    return board


async def restore_column(work: Work, board_id: int, column_id: str) -> Board:
    """Where it was, with its values."""
    board = await board_to_edit(work, board_id)
    await bring_back(work, board, await column_to_restore(work, board, column_id))
    return board


async def bring_back(work: Work, board: Board, column: Column) -> None:
    """A deleted column, found already on a board that may be edited."""
    await _change(work, column, column.title, column.settings, ACTIVE)
    await touch_board(work, board)
    work.record(ColumnRestored(board_id=board.id, column_id=column.id))


async def lock_board(work: Work, board: Board) -> None:
    """One at a time may change which columns it has, and where."""
    await work.lock(_LOCK_BOARD, board_id=board.id)


async def column_places(work: Work, board: Board) -> list[Place]:
    """In their order, those of deleted columns too."""
    return await work.all(_PLACES, Place, board_id=board.id)


def id_before(places: list[Place], column_id: str) -> str | None:
    """Of the active column right before it, in their order."""
    ids = [one.column_id for one in places if one.state == ACTIVE or one.column_id == column_id]
    return next((left for left, own in pairwise(ids) if own == column_id), None)


def position_after(others: list[Place], after_id: str) -> str:
    """`others` in their order, the deleted ones too: those keep their places."""
    for index, other in enumerate(others):
        if other.column_id == after_id and other.state == ACTIVE:
            after = others[index + 1].position if others[index + 1 :] else None
            return between(other.position, after)
    raise Invalid(f"There is no other column '{after_id[:80]}' to place the column after.")


def _merged(present: dict[str, str], given: dict[str, str]) -> dict[str, str]:
    labels = {**present, **status.check_labels(given)}
    return {index: labels[index] for index in sorted(labels, key=int) if labels[index]}


async def set_column_settings(work: Work, column: Column, settings: dict[str, Any]) -> None:
    """Of a column that was found already on a board that may be edited."""
    await _change(work, column, column.title, settings, column.state)
    record_change(work, column, settings=settings)


def record_change(work: Work, column: Column, **now: Any) -> None:
    """What of `now` is new for the column, as it was found before."""
    new = {name: value for name, value in now.items() if value != getattr(column, name)}
    old = {name: getattr(column, name) for name in new}
    title = now.get("title", column.title)
    work.record(
        ColumnChanged(board_id=column.board_id, column_id=column.id, title=title, old=old, new=new)
    )


async def _change(
    work: Work, column: Column, title: str, settings: dict[str, Any], state: str
) -> None:
    await work.run(
        _CHANGE,
        board_id=column.board_id,
        column_id=column.id,
        title=title,
        settings=as_json(settings),
        state=state,
    )


def _text(value: str | None) -> str | None:
    return value

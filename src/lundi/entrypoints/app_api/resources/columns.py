"""The columns of a board. Each change is answered with all columns as they are then."""

from typing import Annotated, Literal

import msgspec

from lundi.core.work import Work
from lundi.domains.boards import column_actions
from lundi.domains.boards import schemas as boards
from lundi.domains.boards.queries import in_full
from lundi.domains.column_types.status import check_labels
from lundi.entrypoints.app_api.operation import delete, post, put
from lundi.entrypoints.app_api.shapes import Color, Column, Title, show_column


class Unit(msgspec.Struct):
    """What stands at the side of a number; an empty text means nothing does."""

    text: Annotated[str, msgspec.Meta(max_length=20)]
    direction: Literal["left", "right"] = "right"


class NewColumn(msgspec.Struct):
    title: Title
    type: str
    labels: dict[str, str] | None = None
    unit: Unit | None = None


class ColumnChange(msgspec.Struct):
    """`labels` are laid over those present; an empty text takes one away."""

    title: Title | None = None
    color: Color | None = None
    labels: dict[str, str] | None = None
    unit: Unit | None = None


class ColumnPlace(msgspec.Struct):
    """Right after the column `after_id`; without it, right after the name."""

    column_id: str
    after_id: str | None = None


@post("/boards/{board_id}/columns")
async def create_column(work: Work, board_id: int, given: NewColumn) -> list[Column]:
    """A column at the right end."""
    board = await column_actions.create_column(
        work,
        board_id,
        title=given.title,
        type_name=given.type,
        labels=given.labels and check_labels(given.labels),
        unit=_stored(given.unit),
    )
    return await _columns(work, board)


@put("/boards/{board_id}/columns/{column_id}")
async def change_column(
    work: Work, board_id: int, column_id: str, given: ColumnChange
) -> list[Column]:
    """Rename a column, or change its colour, labels or unit."""
    board = await column_actions.change_column(
        work,
        board_id,
        column_id,
        title=given.title,
        color=given.color,
        labels=None if given.labels is None else check_labels(given.labels),
        unit=_stored(given.unit),
    )
    return await _columns(work, board)


@post("/boards/{board_id}/columns/place")
async def place_column(work: Work, board_id: int, given: ColumnPlace) -> list[Column]:
    """Put a column after another."""
    after_id = given.after_id or "name"
    return await _columns(
        work, await column_actions.place_column(work, board_id, given.column_id, after_id)
    )


@delete("/boards/{board_id}/columns/{column_id}")
async def delete_column(work: Work, board_id: int, column_id: str) -> list[Column]:
    """Delete a column; its values wait for its return."""
    return await _columns(work, await column_actions.delete_column(work, board_id, column_id))


@post("/boards/{board_id}/columns/{column_id}/restore")
async def restore_column(work: Work, board_id: int, column_id: str) -> list[Column]:
    """Bring a deleted column back, with its values."""
    return await _columns(work, await column_actions.restore_column(work, board_id, column_id))


def _stored(unit: Unit | None) -> dict[str, str] | None:
    """As REST v1 shows it."""
    if unit is None or not unit.text.strip():
        return None if unit is None else {}
    return {"symbol": "custom", "custom_unit": unit.text.strip(), "direction": unit.direction}


async def _columns(work: Work, board: boards.Board) -> list[Column]:
    (whole,) = await in_full(work, [board])
    return [show_column(column) for column in whole.columns]

"""The columns of a board. Each change is answered with all columns as they are then."""

from typing import Any

import msgspec

from lundi.core.work import Work
from lundi.domains.boards import column_actions
from lundi.domains.boards import schemas as boards
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import in_full
from lundi.domains.boards.typed_columns import create_typed_column, update_column
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.entrypoints.app_api.operation import delete, post, put
from lundi.entrypoints.app_api.shapes import Column, Title, show_column


class NewColumn(msgspec.Struct):
    """`type` as columns show it; `settings` as API v2 takes them."""

    title: Title
    type: str
    settings: dict[str, Any] | None = None


class ColumnChange(msgspec.Struct):
    """`settings` are laid over those present, as API v2 takes them."""

    title: Title | None = None
    settings: dict[str, Any] | None = None


class ColumnPlace(msgspec.Struct):
    """Right after the column `after_id`; without it, right after the name."""

    column_id: str
    after_id: str | None = None


@post("/boards/{board_id}/columns")
async def create_column(work: Work, board_id: int, given: NewColumn) -> list[Column]:
    """A column at the right end."""
    kind = COLUMN_TYPES.get(given.type)
    await create_typed_column(
        work,
        board_id,
        title=given.title,
        type_name=kind.in_v2 if kind else given.type,
        settings=given.settings,
    )
    return await _columns(work, await board_to_read(work, board_id))


@put("/boards/{board_id}/columns/{column_id}")
async def change_column(
    work: Work, board_id: int, column_id: str, given: ColumnChange
) -> list[Column]:
    """Rename a column, or change its settings."""
    await update_column(work, board_id, column_id, title=given.title, settings=given.settings)
    return await _columns(work, await board_to_read(work, board_id))


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


async def _columns(work: Work, board: boards.Board) -> list[Column]:
    (whole,) = await in_full(work, [board])
    return [show_column(column) for column in whole.columns]

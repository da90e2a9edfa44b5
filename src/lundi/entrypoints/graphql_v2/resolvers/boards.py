"""Boards with their groups and columns."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.domains.boards.queries import columns_of_boards, list_boards_alone
from lundi.domains.boards.schemas import ARCHIVED, DELETED, Board, Column
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import window

_encode = msgspec.json.Encoder().encode
_HIDDEN = "last_post"


async def boards(
    ctx: Context,
    parents: Sequence[Any],
    limit: int | None = None,
    page: int | None = None,
    **_: Any,
) -> list[list[Board]]:
    return [await list_boards_alone(ctx.work, window(limit, page))]


async def columns(
    ctx: Context,
    parents: Sequence[Board],
    ids: list[str] | None = None,
    types: list[str] | None = None,
    capabilities: Any = None,
) -> list[list[Column]]:
    found = await ctx.look_up("columns", (board.id for board in parents), columns_of_boards)
    return [
        [column for column in found[board.id] or () if _is_shown(column, ids, types)]
        for board in parents
    ]


def _is_shown(column: Column, ids: list[str] | None, types: list[str] | None) -> bool:
    if column.type == _HIDDEN or (ids and column.id not in ids):
        return False
    return not types or COLUMN_TYPES[column.type].in_v2 in types


def _settings(ctx: Context, column: Column) -> dict[str, Any]:
    return COLUMN_TYPES[column.type].settings_v2(column.settings)


def _settings_text(ctx: Context, column: Column) -> str:
    return _encode(_settings(ctx, column)).decode()


RESOLVERS: Resolvers = {
    ("Query", "boards"): boards,
    ("Board", "columns"): columns,
}
LOOKUPS: Lookups = {
    ("Board", "board_folder_id"): lambda ctx, board: board.folder_id,
    ("Board", "board_kind"): lambda ctx, board: board.kind,
    ("Board", "url"): lambda ctx, board: f"{ctx.work.site}/boards/{board.id}",
    ("Column", "archived"): lambda ctx, column: column.state != "active",
    ("Column", "settings"): _settings,
    ("Column", "settings_str"): _settings_text,
    ("Column", "type"): lambda ctx, column: COLUMN_TYPES[column.type].in_v2,
    ("Column", "capabilities"): lambda ctx, column: {"calculated": None, "visibility": None},
    ("Group", "archived"): lambda ctx, group: group.state == ARCHIVED,
    ("Group", "deleted"): lambda ctx, group: group.state == DELETED,
}

"""Columns as boards and values show them."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.boards.schemas import ACTIVE, Column
from lundi.domains.column_types.registry import COLUMN_TYPES, IN_V2
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers

_HIDDEN = "last_post"
_encode = msgspec.json.Encoder().encode


def is_shown(column: Column, ids: list[str] | None, types: list[str] | None) -> bool:
    """Whether it is among those asked for; all are where nothing is."""
    if column.type == _HIDDEN or (ids and column.id not in ids):
        return False
    return not types or COLUMN_TYPES[column.type].in_v2 in types


def _settings(ctx: Context, column: Column) -> dict[str, Any]:
    return COLUMN_TYPES[column.type].settings_v2(column.settings)


def _settings_text(ctx: Context, column: Column) -> str:
    return _encode(_settings(ctx, column)).decode()


async def type_schema(ctx: Context, parents: Sequence[Any], type: str) -> list[dict[str, Any]]:
    kind = IN_V2.get(type)
    if kind is None:
        raise Invalid(f"There are no columns of type {type} here: it is one of {', '.join(IN_V2)}.")
    return [kind.schema_of_settings()]


RESOLVERS: Resolvers = {("Query", "get_column_type_schema"): type_schema}
LOOKUPS: Lookups = {
    ("Column", "archived"): lambda ctx, column: column.state != ACTIVE,
    ("Column", "capabilities"): lambda ctx, column: {"calculated": None, "visibility": None},
    ("Column", "settings"): _settings,
    ("Column", "settings_str"): _settings_text,
    ("Column", "type"): lambda ctx, column: COLUMN_TYPES[column.type].in_v2,
}

"""What the fields of the schema give: one file a part of the product."""

from typing import Any

from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers import account, boards, column_values, items
from lundi.entrypoints.graphql_v2.resolvers.column_values import Cell

_PARTS = (account, boards, items, column_values)

RESOLVERS: Resolvers = {
    key: resolver for part in _PARTS for key, resolver in part.RESOLVERS.items()
}
LOOKUPS: Lookups = {key: lookup for part in _PARTS for key, lookup in part.LOOKUPS.items()}


def type_of(value: Any) -> str:
    """The object type of a value whose field is of an interface or a union."""
    if isinstance(value, Cell):
        return value.kind.v2_type
    raise TypeError(type(value).__name__)

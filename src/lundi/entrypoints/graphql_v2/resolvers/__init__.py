"""What the fields of the schema give: one file a part of the product."""

from typing import Any

from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers import (
    account,
    boards,
    column_values,
    items,
    team_changes,
    teams,
    workspace_changes,
    workspaces,
)
from lundi.entrypoints.graphql_v2.resolvers.column_values import Cell

_READING = (account, boards, items, column_values, teams, workspaces)
_CHANGING = (team_changes, workspace_changes)

RESOLVERS: Resolvers = {
    key: resolver for part in (*_READING, *_CHANGING) for key, resolver in part.RESOLVERS.items()
}
LOOKUPS: Lookups = {key: lookup for part in _READING for key, lookup in part.LOOKUPS.items()}


def type_of(value: Any) -> str:
    """The object type of a value whose field is of an interface or a union."""
    if isinstance(value, Cell):
        return value.kind.v2_type
    raise TypeError(type(value).__name__)

"""What the fields of the schema give: one file a part of the product."""

from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema

from lundi.domains.accounts.schemas import Account, User
from lundi.domains.boards.schemas import Board, Column, Group
from lundi.domains.conversation.schemas import Like, Update
from lundi.domains.pulses.querying.aggregating import Counted, Grouped
from lundi.domains.pulses.querying.pages import Page
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.schemas import Tag
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers import (
    account,
    aggregates,
    board_changes,
    boards,
    column_changes,
    column_values,
    columns,
    group_changes,
    item_changes,
    items,
    search,
    tags,
    team_changes,
    teams,
    updates,
    user_changes,
    users,
    workspace_changes,
    workspaces,
)
from lundi.entrypoints.graphql_v2.resolvers.column_values import Cell
from lundi.entrypoints.graphql_v2.versions import Version

_READING = (
    *(account, aggregates, boards, columns, items, column_values, search, tags, teams),
    *(updates, users, workspaces),
)
_CHANGING = (
    board_changes,
    column_changes,
    group_changes,
    item_changes,
    team_changes,
    user_changes,
    workspace_changes,
)

RESOLVERS: Resolvers = {
    key: resolver for part in (*_READING, *_CHANGING) for key, resolver in part.RESOLVERS.items()
}
LOOKUPS: Lookups = {key: lookup for part in _READING for key, lookup in part.LOOKUPS.items()}

SHAPES: dict[str, type] = {
    "Account": Account,
    "Board": Board,
    "Column": Column,
    "Complexity": Complexity,
    "Folder": Folder,
    "Group": Group,
    "Item": Pulse,
    "ItemsResponse": Page,
    "Like": Like,
    "Reply": Update,
    "Tag": Tag,
    "Team": Team,
    "Update": Update,
    "User": User,
    "Version": Version,
    "Workspace": Workspace,
}
"""What an object of a type is, where its fields are looked up by their names."""


def missing_fields(schema: GraphQLSchema) -> list[str]:
    """`Type.field` of all that the schema names and nobody gives; an error says so to who asks for it."""
    missing = []
    for name, kind in schema.type_map.items():
        if not isinstance(kind, GraphQLObjectType):
            continue
        if name not in ("Query", "Mutation") and name not in SHAPES:
            continue
        missing += [
            f"{name}.{field}"
            for field in kind.fields
            if (name, field) not in RESOLVERS
            and (name, field) not in LOOKUPS
            and not hasattr(SHAPES.get(name), field)
        ]
    return sorted(missing)


_OF_UNIONS: dict[type, str] = {
    Counted: "AggregateBasicAggregationResult",
    Grouped: "AggregateGroupByResult",
}


def type_of(value: Any) -> str:
    """The object type of a value whose field is of an interface or a union."""
    if isinstance(value, Cell):
        return value.kind.v2_type
    if type(value) in _OF_UNIONS:
        return _OF_UNIONS[type(value)]
    raise TypeError(type(value).__name__)

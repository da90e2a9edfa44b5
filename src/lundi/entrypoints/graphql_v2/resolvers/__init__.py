"""What the fields of the schema give: one file a part of the product."""

from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema

from lundi.domains.accounts.schemas import Account, User
from lundi.domains.boards.schemas import Board, Column, Favorite, Group
from lundi.domains.conversation.listing import Page as UpdatesPage
from lundi.domains.conversation.schemas import Like, Update
from lundi.domains.docs.schemas import Block, Doc
from lundi.domains.feeds.notifications import Notification
from lundi.domains.files.schemas import Asset
from lundi.domains.pulses.cells import ReadCell
from lundi.domains.pulses.querying.aggregating import Counted, Grouped
from lundi.domains.pulses.querying.pages import Page
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.tags.schemas import Tag
from lundi.domains.teams.schemas import Team
from lundi.domains.views.schemas import View
from lundi.domains.webhooks.schemas import Webhook
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.outside import Preparations
from lundi.entrypoints.graphql_v2.resolvers import (
    account,
    activity_logs,
    aggregates,
    assets,
    board_changes,
    boards,
    column_changes,
    column_values,
    columns,
    doc_changes,
    doc_content,
    docs,
    favorites,
    group_changes,
    item_changes,
    items,
    notifications,
    old_items,
    search,
    tags,
    team_changes,
    teams,
    undo,
    updates,
    user_changes,
    users,
    views,
    webhooks,
    workspace_changes,
    workspaces,
)
from lundi.entrypoints.graphql_v2.resolvers.activity_logs import Entry, Logs
from lundi.entrypoints.graphql_v2.resolvers.assets import InCell
from lundi.entrypoints.graphql_v2.resolvers.doc_content import Typed
from lundi.entrypoints.graphql_v2.versions import Version

_READING = (
    *(account, activity_logs, aggregates, assets, boards, columns, items, column_values, tags),
    *(docs, doc_content, favorites, notifications, old_items, search, teams, updates),
    *(users, views, webhooks, workspaces),
)
_CHANGING = (
    board_changes,
    column_changes,
    doc_changes,
    group_changes,
    item_changes,
    team_changes,
    undo,
    user_changes,
    workspace_changes,
)

RESOLVERS: Resolvers = {
    key: resolver for part in (*_READING, *_CHANGING) for key, resolver in part.RESOLVERS.items()
}
LOOKUPS: Lookups = {key: lookup for part in _READING for key, lookup in part.LOOKUPS.items()}
PREPARATIONS: Preparations = webhooks.PREPARATIONS

SHAPES: dict[str, type] = {
    "Account": Account,
    "Asset": Asset,
    "ActivityLog": Entry,
    "ActivityLogType": Entry,
    "Board": Board,
    "BoardView": View,
    "Column": Column,
    "Complexity": Complexity,
    "Document": Doc,
    "DocumentBlock": Block,
    "DocumentBlockV2": Block,
    "Folder": Folder,
    "GraphqlHierarchyObjectItem": Favorite,
    "Group": Group,
    "Item": Pulse,
    "ItemDescription": Doc,
    "ItemsResponse": Page,
    "Like": Like,
    "Notification": Notification,
    "NotificationV2": Notification,
    "Reply": Update,
    "Tag": Tag,
    "Team": Team,
    "Update": Update,
    "UpdatesPage": UpdatesPage,
    "User": User,
    "UserActivityLogsPage": Logs,
    "Version": Version,
    "Webhook": Webhook,
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
    if isinstance(value, ReadCell):
        return value.kind.v2_type
    if isinstance(value, InCell | Typed):
        return value.v2_type
    if type(value) in _OF_UNIONS:
        return _OF_UNIONS[type(value)]
    raise TypeError(type(value).__name__)

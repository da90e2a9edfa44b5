"""Boards with their groups and columns."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.accounts.schemas import WRITING_ROLES, User
from lundi.domains.boards.listing import (
    BY_CREATION,
    BY_USE,
    find_boards,
    subscribers_of_boards,
)
from lundi.domains.boards.places import folders_by_id, workspaces_by_id
from lundi.domains.boards.queries import columns_of_boards, team_subscriptions_of
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED, Board, Column, Group, Subscriber
from lundi.domains.pulses.queries import count_pulses
from lundi.domains.tags.queries import tags_of_boards
from lundi.domains.tags.schemas import Tag
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_ids, cut, window
from lundi.entrypoints.graphql_v2.resolvers.columns import is_shown
from lundi.entrypoints.graphql_v2.resolvers.lookups import groups_on, users_of
from lundi.entrypoints.graphql_v2.resolvers.workspaces import kept_ids

_TERM = "Item"
_PLACE = 65_536


async def boards(
    ctx: Context,
    parents: Sequence[Any],
    ids: list[str] | None = None,
    board_kind: str | None = None,
    hierarchy_types: list[str] | None = None,
    latest: bool | None = None,
    limit: int | None = None,
    order_by: str | None = None,
    page: int | None = None,
    state: str | None = None,
    workspace_ids: list[str | None] | None = None,
) -> list[list[Board]]:
    if hierarchy_types and "classic" not in hierarchy_types:
        return [[]]
    found = await find_boards(
        ctx.work,
        window(limit, page),
        board_ids=as_ids(ids),
        kind=board_kind,
        state=state or ACTIVE,
        workspace_ids=await kept_ids(ctx, workspace_ids) if workspace_ids else None,
        order_by=BY_USE if latest or order_by == BY_USE else BY_CREATION,
    )
    ctx.knows("boards", {board.id: board for board in found})
    return [found]


async def columns(
    ctx: Context,
    parents: Sequence[Board],
    ids: list[str] | None = None,
    types: list[str] | None = None,
    capabilities: Any = None,
) -> list[list[Column]]:
    found = await ctx.look_up("columns", (board.id for board in parents), columns_of_boards)
    return [
        [column for column in found[board.id] or () if is_shown(column, ids, types)]
        for board in parents
    ]


async def groups(
    ctx: Context, parents: Sequence[Board], ids: list[str | None] | None = None
) -> list[list[Group]]:
    found = await groups_on(ctx, [board.id for board in parents])
    return [
        [g for g in found[board.id] if g.id in ids]
        if ids
        else [g for g in found[board.id] if g.state == ACTIVE]
        for board in parents
    ]


async def positions(ctx: Context, parents: Sequence[Group]) -> list[str]:
    found = await groups_on(ctx, {group.board_id for group in parents})
    places = {board_id: places_of(own) for board_id, own in found.items()}
    return [str(places[group.board_id].get(group.id, 0)) for group in parents]


def places_of(groups: Sequence[Group]) -> dict[str, int]:
    """Positions as API v2 tells them: numbers that grow, the groups in their order."""
    return {group.id: _PLACE * (at + 1) for at, group in enumerate(groups)}


async def top_group(ctx: Context, parents: Sequence[Board]) -> list[Group | None]:
    return [next(iter(own), None) for own in await groups(ctx, parents)]


async def items_count(ctx: Context, parents: Sequence[Board]) -> list[int]:
    found = await ctx.look_up("counts", (board.id for board in parents), count_pulses)
    return [found[board.id] or 0 for board in parents]


async def creators(ctx: Context, parents: Sequence[Board]) -> list[User | None]:
    return await users_of(ctx, [board.creator_id for board in parents])


async def _subscribers(ctx: Context, parents: Sequence[Board]) -> list[list[Subscriber]]:
    ids = (board.id for board in parents)
    found = await ctx.look_up("subscribers of boards", ids, subscribers_of_boards)
    return [found[board.id] or [] for board in parents]


async def subscribers(ctx: Context, parents: Sequence[Board]) -> list[list[User]]:
    return [[one.user for one in own] for own in await _subscribers(ctx, parents)]


async def owners(ctx: Context, parents: Sequence[Board]) -> list[list[User]]:
    return [[one.user for one in own if one.as_admin] for own in await _subscribers(ctx, parents)]


async def _teams(
    ctx: Context, parents: Sequence[Board], limit: int | None, page: int | None, *, as_admin: bool
) -> list[list[Team]]:
    ids = (board.id for board in parents)
    found = await ctx.look_up("teams of boards", ids, team_subscriptions_of)
    within = window(limit, page)
    return [
        cut((one.team for one in found[b.id] or () if one.as_admin or not as_admin), within)
        for b in parents
    ]


async def team_subscribers(
    ctx: Context, parents: Sequence[Board], limit: int | None = None, page: int | None = None
) -> list[list[Team]]:
    return await _teams(ctx, parents, limit, page, as_admin=False)


async def team_owners(
    ctx: Context, parents: Sequence[Board], limit: int | None = None, page: int | None = None
) -> list[list[Team]]:
    return await _teams(ctx, parents, limit, page, as_admin=True)


async def tags(ctx: Context, parents: Sequence[Board]) -> list[list[Tag]]:
    found = await tags_of_boards(ctx.work, parents)
    return [found[board.id] for board in parents]


async def workspace(ctx: Context, parents: Sequence[Board]) -> list[Workspace | None]:
    named = {board.workspace_id for board in parents if board.workspace_id is not None}
    found = await ctx.look_up("workspaces", named, workspaces_by_id)
    return [None if b.workspace_id is None else found[b.workspace_id] for b in parents]


async def folder(ctx: Context, parents: Sequence[Board]) -> list[Folder | None]:
    named = {board.folder_id for board in parents if board.folder_id is not None}
    found = await ctx.look_up("folders", named, folders_by_id)
    return [None if board.folder_id is None else found[board.folder_id] for board in parents]


def access_level(ctx: Context, board: Board) -> str:
    may_edit = ctx.work.actor.role in WRITING_ROLES and board.state == ACTIVE
    return "edit" if may_edit and board.editable else "view"


def _type(ctx: Context, board: Board) -> str:
    return "board" if board.parent_board_id is None else "sub_items_board"


def _term(ctx: Context, board: Board) -> str:
    return (board.item_nickname or {}).get("singular") or _TERM


RESOLVERS: Resolvers = {
    ("Query", "boards"): boards,
    ("Board", "columns"): columns,
    ("Board", "creator"): creators,
    ("Board", "folder"): folder,
    ("Board", "groups"): groups,
    ("Board", "items_count"): items_count,
    ("Board", "owner"): creators,
    ("Board", "owners"): owners,
    ("Board", "subscribers"): subscribers,
    ("Board", "tags"): tags,
    ("Board", "team_owners"): team_owners,
    ("Board", "team_subscribers"): team_subscribers,
    ("Board", "top_group"): top_group,
    ("Board", "workspace"): workspace,
    ("Group", "position"): positions,
}
LOOKUPS: Lookups = {
    ("Board", "access_level"): access_level,
    ("Board", "board_folder_id"): lambda ctx, board: board.folder_id,
    ("Board", "board_kind"): lambda ctx, board: board.kind,
    ("Board", "columns_namespace"): lambda ctx, board: None,
    ("Board", "created_from_board_id"): lambda ctx, board: None,
    ("Board", "hierarchy_type"): lambda ctx, board: "classic",
    ("Board", "item_terminology"): _term,
    ("Board", "items_limit"): lambda ctx, board: None,
    ("Board", "object_type_unique_key"): lambda ctx, board: None,
    ("Board", "type"): _type,
    ("Board", "url"): lambda ctx, board: f"{ctx.work.site}/boards/{board.id}",
    ("Group", "archived"): lambda ctx, group: group.state == ARCHIVED,
    ("Group", "deleted"): lambda ctx, group: group.state == DELETED,
}

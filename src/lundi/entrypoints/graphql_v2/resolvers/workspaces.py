"""Workspaces, the folders in them, and who subscribes to them."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.accounts.schemas import User
from lundi.domains.boards.places import (
    folders_by_id,
    folders_of_workspaces,
    list_folders,
    list_workspaces,
    sub_folders_of,
    workspaces_by_id,
)
from lundi.domains.boards.queries import boards_of_folders
from lundi.domains.boards.schemas import Board
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces.access import main_workspace
from lundi.domains.workspaces.queries import teams_of_workspaces, users_of_workspaces
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_ids, cut, window

_MOST = 100


async def workspaces(
    ctx: Context,
    parents: Sequence[Any],
    ids: list[str] | None = None,
    kind: str | None = None,
    limit: int | None = None,
    membership_kind: str | None = None,
    order_by: str | None = None,
    page: int | None = None,
    query_params: dict[str, Any] | None = None,
    state: str | None = None,
) -> list[list[Workspace]]:
    within = window(limit, page, most=_MOST)
    product = (query_params or {}).get("account_product_kind")
    if state not in (None, "active", "all") or product not in (None, "core"):
        return [[]]
    wanted = as_ids(ids)
    if wanted is None:
        found = await list_workspaces(
            ctx.work,
            within,
            kind=kind,
            only_joined=membership_kind == "member",
            latest_first=order_by is not None,
        )
        return [found]
    known = await ctx.look_up("workspaces", wanted, workspaces_by_id)
    chosen = [one for workspace_id in wanted if (one := known[workspace_id]) is not None]
    return [cut((one for one in chosen if kind in (None, one.kind)), within)]


async def folders(
    ctx: Context,
    parents: Sequence[Any],
    ids: list[str] | None = None,
    limit: int | None = None,
    page: int | None = None,
    workspace_ids: list[str | None] | None = None,
) -> list[list[Folder]]:
    within = window(limit, page, most=_MOST)
    wanted = as_ids(ids)
    if wanted is not None:
        known = await ctx.look_up("folders", wanted, folders_by_id)
        return [cut((one for at in wanted if (one := known[at]) is not None), within)]
    if not workspace_ids:
        return [await list_folders(ctx.work, within)]
    kept = await kept_ids(ctx, workspace_ids)
    of_each = await folders_of_workspaces(ctx.work, kept)
    return [cut((folder for own in of_each.values() for folder in own), within)]


async def kept_ids(ctx: Context, given: Sequence[str | None]) -> set[int | None]:
    """Ids of workspaces as boards and folders keep them: None for the Main workspace."""
    main = await main_workspace(ctx.work)
    named = as_ids(given, "workspace_ids") or []
    kept: set[int | None] = {None if one == main.id else one for one in named}
    return kept | {None} if None in given else kept


async def _people(ctx: Context, parents: Sequence[Workspace]) -> dict[int, Any]:
    ids = (workspace.id for workspace in parents)
    return await ctx.look_up("users of workspaces", ids, users_of_workspaces)


async def _teams(ctx: Context, parents: Sequence[Workspace]) -> dict[int, Any]:
    ids = (workspace.id for workspace in parents)
    return await ctx.look_up("teams of workspaces", ids, teams_of_workspaces)


async def users_subscribers(
    ctx: Context, parents: Sequence[Workspace], limit: int = 25, page: int = 1
) -> list[list[User]]:
    within, found = window(limit, page), await _people(ctx, parents)
    return [cut((one.user for one in found[at.id] or ()), within) for at in parents]


async def owners_subscribers(
    ctx: Context, parents: Sequence[Workspace], limit: int = 25, page: int = 1
) -> list[list[User]]:
    within, found = window(limit, page), await _people(ctx, parents)
    return [cut((one.user for one in found[at.id] or () if one.as_owner), within) for at in parents]


async def teams_subscribers(
    ctx: Context, parents: Sequence[Workspace], limit: int = 25, page: int = 1
) -> list[list[Team]]:
    within, found = window(limit, page), await _teams(ctx, parents)
    return [cut((one.team for one in found[at.id] or ()), within) for at in parents]


async def team_owners_subscribers(
    ctx: Context, parents: Sequence[Workspace], limit: int = 25, page: int = 1
) -> list[list[Team]]:
    within, found = window(limit, page), await _teams(ctx, parents)
    return [cut((one.team for one in found[at.id] or () if one.as_owner), within) for at in parents]


async def folder_workspace(ctx: Context, parents: Sequence[Folder]) -> list[Workspace | None]:
    named = {folder.workspace_id for folder in parents if folder.workspace_id is not None}
    found = await ctx.look_up("workspaces", named, workspaces_by_id)
    main = await main_workspace(ctx.work)
    return [
        main if folder.workspace_id is None else found[folder.workspace_id] for folder in parents
    ]


async def folder_parent(ctx: Context, parents: Sequence[Folder]) -> list[Folder | None]:
    named = {folder.parent_id for folder in parents if folder.parent_id is not None}
    found = await ctx.look_up("folders", named, folders_by_id)
    return [None if folder.parent_id is None else found[folder.parent_id] for folder in parents]


async def sub_folders(ctx: Context, parents: Sequence[Folder]) -> list[list[Folder]]:
    found = await ctx.look_up("sub folders", (folder.id for folder in parents), sub_folders_of)
    return [found[folder.id] or [] for folder in parents]


async def folder_children(ctx: Context, parents: Sequence[Folder]) -> list[list[Board]]:
    ids = (folder.id for folder in parents)
    found = await ctx.look_up("boards of folders", ids, boards_of_folders)
    return [found[folder.id] or [] for folder in parents]


RESOLVERS: Resolvers = {
    ("Query", "workspaces"): workspaces,
    ("Query", "folders"): folders,
    ("Workspace", "users_subscribers"): users_subscribers,
    ("Workspace", "owners_subscribers"): owners_subscribers,
    ("Workspace", "teams_subscribers"): teams_subscribers,
    ("Workspace", "team_owners_subscribers"): team_owners_subscribers,
    ("Folder", "workspace"): folder_workspace,
    ("Folder", "parent"): folder_parent,
    ("Folder", "sub_folders"): sub_folders,
    ("Folder", "children"): folder_children,
}
LOOKUPS: Lookups = {
    ("Workspace", "account_product"): lambda ctx, workspace: None,
    ("Workspace", "is_default_workspace"): lambda ctx, workspace: workspace.is_default,
    ("Workspace", "settings"): lambda ctx, workspace: {"icon": {"color": None, "image": None}},
    ("Folder", "app_feature_slug"): lambda ctx, folder: None,
}

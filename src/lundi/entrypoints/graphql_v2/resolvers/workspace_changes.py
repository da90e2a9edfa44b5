"""Changing workspaces and folders."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.accounts.access import act_for_account
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.folder_actions import delete_folder, move_folder, place_folder
from lundi.domains.boards.places import folder_to_show
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces import actions, folder_actions, subscriber_actions
from lundi.domains.workspaces.access import main_workspace
from lundi.domains.workspaces.folder_access import place_to_use
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids

_OWNER = "owner"


async def create_workspace(
    ctx: Context,
    parents: Sequence[None],
    name: str,
    kind: str,
    description: str | None = None,
    account_product_id: str | None = None,
) -> list[Workspace]:
    creator_id = await act_for_account(ctx.work)
    return [
        await actions.create_workspace(
            ctx.work, creator_id=creator_id, name=name, kind=kind, description=description
        )
    ]


async def update_workspace(
    ctx: Context, parents: Sequence[None], attributes: dict[str, Any], id: str | None = None
) -> list[Workspace]:
    workspace_id = (await main_workspace(ctx.work)).id if id is None else as_id(id)
    return [
        await actions.change_workspace(
            ctx.work,
            workspace_id,
            name=attributes.get("name"),
            description=attributes.get("description"),
            kind=attributes.get("kind"),
        )
    ]


async def delete_workspace(
    ctx: Context, parents: Sequence[None], workspace_id: str
) -> list[Workspace]:
    return [await actions.delete_workspace(ctx.work, as_id(workspace_id, "workspace_id"))]


async def add_users(
    ctx: Context,
    parents: Sequence[None],
    workspace_id: str,
    user_ids: list[str],
    kind: str | None = None,
) -> list[list[User]]:
    return [
        await subscriber_actions.add_users_to_workspace(
            ctx.work,
            as_id(workspace_id, "workspace_id"),
            as_ids(user_ids, "user_ids") or [],
            as_owner=kind == _OWNER,
        )
    ]


async def delete_users(
    ctx: Context, parents: Sequence[None], workspace_id: str, user_ids: list[str]
) -> list[list[User]]:
    return [
        await subscriber_actions.remove_users_from_workspace(
            ctx.work, as_id(workspace_id, "workspace_id"), as_ids(user_ids, "user_ids") or []
        )
    ]


async def add_teams(
    ctx: Context,
    parents: Sequence[None],
    workspace_id: str,
    team_ids: list[str],
    kind: str | None = None,
) -> list[list[Team]]:
    return [
        await subscriber_actions.add_teams_to_workspace(
            ctx.work,
            as_id(workspace_id, "workspace_id"),
            as_ids(team_ids, "team_ids") or [],
            as_owner=kind == _OWNER,
        )
    ]


async def delete_teams(
    ctx: Context, parents: Sequence[None], workspace_id: str, team_ids: list[str]
) -> list[list[Team]]:
    return [
        await subscriber_actions.remove_teams_from_workspace(
            ctx.work, as_id(workspace_id, "workspace_id"), as_ids(team_ids, "team_ids") or []
        )
    ]


async def create_folder(
    ctx: Context,
    parents: Sequence[None],
    name: str,
    workspace_id: str | None = None,
    parent_folder_id: str | None = None,
    color: str | None = None,
    custom_icon: str | None = None,
    font_weight: str | None = None,
) -> list[Folder]:
    within = await kept_workspace_id(ctx, workspace_id)
    parent_id = None if parent_folder_id is None else as_id(parent_folder_id, "parent_folder_id")
    # What one doesn't see isn't there, also for who may write nothing.
    await place_to_use(ctx.work, within, parent_id)
    return [
        await folder_actions.create_folder(
            ctx.work,
            owner_id=await act_for_account(ctx.work),
            name=name,
            workspace_id=within,
            parent_id=parent_id,
            color=color,
            custom_icon=custom_icon,
            font_weight=font_weight,
        )
    ]


async def update_folder(
    ctx: Context,
    parents: Sequence[None],
    folder_id: str,
    name: str | None = None,
    color: str | None = None,
    custom_icon: str | None = None,
    font_weight: str | None = None,
    parent_folder_id: str | None = None,
    workspace_id: str | None = None,
    position: dict[str, Any] | None = None,
    account_product_id: str | None = None,
) -> list[Folder]:
    own_id = as_id(folder_id, "folder_id")
    folder = await folder_to_show(ctx.work, own_id)
    if workspace_id is not None or parent_folder_id is not None:
        target = folder.workspace_id
        if workspace_id is not None:
            target = await kept_workspace_id(ctx, workspace_id)
        parent_id = None
        if parent_folder_id is not None:
            parent_id = as_id(parent_folder_id, "parent_folder_id")
        folder = await move_folder(ctx.work, own_id, target, parent_id)
    if position is not None:
        if position["object_type"] != "Folder":
            raise Invalid("A folder is placed beside a folder: object_type is Folder.")
        neighbour_id = as_id(position["object_id"], "object_id")
        is_after = position.get("is_after") is not False
        folder = await place_folder(ctx.work, own_id, neighbour_id, is_after=is_after)
    if (name, color, custom_icon, font_weight) == (None, None, None, None):
        return [folder]
    return [
        await folder_actions.change_folder(
            ctx.work,
            own_id,
            name=name,
            color=color,
            custom_icon=custom_icon,
            font_weight=font_weight,
        )
    ]


async def delete_a_folder(ctx: Context, parents: Sequence[None], folder_id: str) -> list[Folder]:
    return [await delete_folder(ctx.work, as_id(folder_id, "folder_id"))]


async def kept_workspace_id(ctx: Context, given: str | None) -> int | None:
    """As boards and folders keep it: None for the Main workspace."""
    if given is None:
        return None
    workspace_id = as_id(given, "workspace_id")
    main = await main_workspace(ctx.work)
    return None if workspace_id == main.id else workspace_id


RESOLVERS: Resolvers = {
    ("Mutation", "create_workspace"): create_workspace,
    ("Mutation", "update_workspace"): update_workspace,
    ("Mutation", "delete_workspace"): delete_workspace,
    ("Mutation", "add_users_to_workspace"): add_users,
    ("Mutation", "delete_users_from_workspace"): delete_users,
    ("Mutation", "add_teams_to_workspace"): add_teams,
    ("Mutation", "delete_teams_from_workspace"): delete_teams,
    ("Mutation", "create_folder"): create_folder,
    ("Mutation", "update_folder"): update_folder,
    ("Mutation", "delete_folder"): delete_a_folder,
}

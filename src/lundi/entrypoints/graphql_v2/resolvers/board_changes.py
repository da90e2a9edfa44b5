"""Changing boards and who subscribes to them."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.accounts.access import act_for_account
from lundi.domains.accounts.schemas import User
from lundi.domains.boards import actions
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.details import set_communication, set_item_nickname
from lundi.domains.boards.permission_actions import set_permissions
from lundi.domains.boards.schemas import ASSIGNEE, COLLABORATORS, EVERYONE, OWNERS, Board
from lundi.domains.boards.team_actions import add_teams_to_board, remove_teams_from_board
from lundi.domains.conversation.duplicate_actions import copy_updates
from lundi.domains.docs.descriptions import copy_descriptions
from lundi.domains.pulses.actions import create_pulse
from lundi.domains.pulses.duplicate_actions import duplicate_board
from lundi.domains.teams.schemas import Team
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids
from lundi.entrypoints.graphql_v2.resolvers.item_changes import decoded
from lundi.entrypoints.graphql_v2.resolvers.undo import undo_record
from lundi.entrypoints.graphql_v2.resolvers.workspace_changes import kept_workspace_id

_FIRST_ITEM = "Task 1"
_OWNER = "owner"
# What those are on the board who are no owners of it.
_PERMISSIONS = {
    "editor": EVERYONE,
    "contributor": COLLABORATORS,
    "assigned_contributor": ASSIGNEE,
    "viewer": OWNERS,
}


async def create_board(
    ctx: Context,
    parents: Sequence[None],
    board_name: str,
    board_kind: str,
    description: str | None = None,
    empty: bool | None = None,
    folder_id: str | None = None,
    workspace_id: str | None = None,
    board_owner_ids: list[str] | None = None,
    board_subscriber_ids: list[str] | None = None,
    board_owner_team_ids: list[str] | None = None,
    board_subscriber_teams_ids: list[str] | None = None,
    item_nickname: dict[str, Any] | None = None,
    prompt: str | None = None,
    template_id: str | None = None,
) -> list[Board]:
    if template_id is not None:
        raise Invalid("Boards can't be made of templates here: leave template_id out.")
    creator_id = await act_for_account(ctx.work)
    board = await actions.create_board(
        ctx.work,
        creator_id=creator_id,
        name=board_name,
        description=description,
        kind=board_kind,
        workspace_id=await kept_workspace_id(ctx, workspace_id),
        folder_id=None if folder_id is None else as_id(folder_id, "folder_id"),
    )
    for user_id in as_ids(board_subscriber_ids, "board_subscriber_ids") or []:
        if user_id != creator_id:
            await actions.subscribe_to_board(ctx.work, board.id, user_id, as_admin=False)
    for user_id in as_ids(board_owner_ids, "board_owner_ids") or []:
        await actions.subscribe_to_board(ctx.work, board.id, user_id, as_admin=True)
    for given, as_admin in ((board_subscriber_teams_ids, False), (board_owner_team_ids, True)):
        teams = as_ids(given, "team ids")
        if teams:
            await add_teams_to_board(ctx.work, board.id, teams, as_admin=as_admin)
    if item_nickname:
        await set_item_nickname(ctx.work, board.id, item_nickname)
    if not empty:
        creator = ctx.work.actor.user_id
        await create_pulse(ctx.work, board.id, creator_id=creator, name=_FIRST_ITEM)
    return [await board_to_read(ctx.work, board.id)]


async def update_board(
    ctx: Context, parents: Sequence[None], board_id: str, board_attribute: str, new_value: str
) -> list[str]:
    target = as_id(board_id, "board_id")
    if board_attribute == "name":
        await actions.change_board(ctx.work, target, new_value, None)
    elif board_attribute == "description":
        await actions.change_board(ctx.work, target, None, new_value)
    elif board_attribute == "communication":
        await set_communication(ctx.work, target, new_value)
    else:
        await set_item_nickname(ctx.work, target, decoded(new_value, "new_value"))
    undo = {
        "undo_record_id": undo_record(await ctx.work.change_id()),
        "action_type": "modify_project",
        "entity_type": "Board",
        "entity_id": target,
        "count": 1,
    }
    return [msgspec.json.encode({"success": True, "undo_data": undo}).decode()]


async def set_board_permission(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    basic_role_name: str | None = None,
    cross_product_collaborative: bool | None = None,
) -> list[dict[str, Any]]:
    if basic_role_name is None:
        raise Invalid(f"basic_role_name is missing: it is one of {', '.join(_PERMISSIONS)}.")
    target = as_id(board_id, "board_id")
    board = await set_permissions(ctx.work, target, _PERMISSIONS[basic_role_name])
    return [
        {
            "edit_permissions": board.permissions,
            "failed_actions": [],
            "cross_product_collaborative": None,
        }
    ]


async def archive_board(ctx: Context, parents: Sequence[None], board_id: str) -> list[Board]:
    return [await actions.archive_board(ctx.work, as_id(board_id, "board_id"))]


async def delete_board(ctx: Context, parents: Sequence[None], board_id: str) -> list[Board]:
    board = await actions.delete_board(ctx.work, as_id(board_id, "board_id"))
    return [msgspec.structs.replace(board, state="deleted")]


async def duplicate_a_board(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    duplicate_type: str,
    board_name: str | None = None,
    folder_id: str | None = None,
    keep_subscribers: bool | None = None,
    workspace_id: str | None = None,
) -> list[dict[str, Any]]:
    original = await board_to_read(ctx.work, as_id(board_id, "board_id"))
    place, folder = original.workspace_id, original.folder_id
    if workspace_id is not None:
        place, folder = await kept_workspace_id(ctx, workspace_id), None
    if folder_id is not None:
        folder = as_id(folder_id, "folder_id")
    copied = await duplicate_board(
        ctx.work,
        original.id,
        creator_id=await act_for_account(ctx.work),
        name=board_name or None,
        with_pulses=duplicate_type != "duplicate_board_with_structure",
        keep_subscribers=bool(keep_subscribers),
        workspace_id=place,
        folder_id=folder,
    )
    await copy_descriptions(ctx.work, copied.pulse_ids)
    if duplicate_type == "duplicate_board_with_pulses_and_updates":
        await copy_updates(ctx.work, copied.pulse_ids)
    return [{"board": copied.board, "is_async": False}]


async def add_users(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    user_ids: list[str],
    kind: str | None = None,
) -> list[list[User]]:
    target, as_admin = as_id(board_id, "board_id"), kind == _OWNER
    return [
        [
            await actions.subscribe_to_board(ctx.work, target, user_id, as_admin=as_admin)
            for user_id in as_ids(user_ids, "user_ids") or []
        ]
    ]


async def delete_subscribers(
    ctx: Context, parents: Sequence[None], board_id: str, user_ids: list[str]
) -> list[list[User]]:
    target = as_id(board_id, "board_id")
    return [
        [
            await actions.unsubscribe_from_board(ctx.work, target, user_id)
            for user_id in as_ids(user_ids, "user_ids") or []
        ]
    ]


async def add_teams(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    team_ids: list[str],
    kind: str | None = None,
) -> list[list[Team]]:
    target, teams = as_id(board_id, "board_id"), as_ids(team_ids, "team_ids") or []
    return [await add_teams_to_board(ctx.work, target, teams, as_admin=kind == _OWNER)]


async def delete_teams(
    ctx: Context, parents: Sequence[None], board_id: str, team_ids: list[str]
) -> list[list[Team]]:
    target, teams = as_id(board_id, "board_id"), as_ids(team_ids, "team_ids") or []
    return [await remove_teams_from_board(ctx.work, target, teams)]


RESOLVERS: Resolvers = {
    ("Mutation", "create_board"): create_board,
    ("Mutation", "update_board"): update_board,
    ("Mutation", "set_board_permission"): set_board_permission,
    ("Mutation", "archive_board"): archive_board,
    ("Mutation", "delete_board"): delete_board,
    ("Mutation", "duplicate_board"): duplicate_a_board,
    ("Mutation", "add_users_to_board"): add_users,
    ("Mutation", "add_subscribers_to_board"): add_users,
    ("Mutation", "delete_subscribers_from_board"): delete_subscribers,
    ("Mutation", "add_teams_to_board"): add_teams,
    ("Mutation", "delete_teams_from_board"): delete_teams,
}

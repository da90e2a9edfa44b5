"""Changing teams."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.teams import actions, member_actions
from lundi.domains.teams.schemas import Team, TeamChange
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids


async def create_team(
    ctx: Context,
    parents: Sequence[None],
    input: dict[str, Any],
    options: dict[str, Any] | None = None,
) -> list[Team]:
    if input.get("parent_team_id") is not None:
        raise Invalid("Teams within teams aren't supported: leave parent_team_id out.")
    members = as_ids(input.get("subscriber_ids"), "subscriber_ids") or []
    may_be_empty = (options or {}).get("allow_empty_team")
    if not members and may_be_empty is False:
        raise Invalid("A team needs at least one of subscriber_ids, or allow_empty_team.")
    return [
        await actions.create_team(
            ctx.work,
            input["name"],
            member_ids=members,
            is_guest_team=bool(input.get("is_guest_team")),
        )
    ]


async def delete_team(ctx: Context, parents: Sequence[None], team_id: str) -> list[Team]:
    return [await actions.delete_team(ctx.work, as_id(team_id, "team_id"))]


async def add_users_to_team(
    ctx: Context, parents: Sequence[None], team_id: str, user_ids: list[str]
) -> list[dict[str, Any]]:
    return [_memberships(await member_actions.add_team_members(ctx.work, *_who(team_id, user_ids)))]


async def remove_users_from_team(
    ctx: Context, parents: Sequence[None], team_id: str, user_ids: list[str]
) -> list[dict[str, Any]]:
    return [
        _memberships(await member_actions.remove_team_members(ctx.work, *_who(team_id, user_ids)))
    ]


async def assign_team_owners(
    ctx: Context, parents: Sequence[None], team_id: str, user_ids: list[str]
) -> list[dict[str, Any]]:
    return [
        _ownerships(await member_actions.assign_team_owners(ctx.work, *_who(team_id, user_ids)))
    ]


async def remove_team_owners(
    ctx: Context, parents: Sequence[None], team_id: str, user_ids: list[str]
) -> list[dict[str, Any]]:
    return [
        _ownerships(await member_actions.remove_team_owners(ctx.work, *_who(team_id, user_ids)))
    ]


def _who(team_id: str, user_ids: list[str]) -> tuple[int, list[int]]:
    return as_id(team_id, "team_id"), as_ids(user_ids, "user_ids") or []


def _memberships(change: TeamChange) -> dict[str, Any]:
    failed = [failure.user for failure in change.failed if failure.user is not None]
    return {"successful_users": change.changed, "failed_users": failed}


def _ownerships(change: TeamChange) -> dict[str, Any]:
    return {"team": change.team, "errors": change.failed}


RESOLVERS: Resolvers = {
    ("Mutation", "create_team"): create_team,
    ("Mutation", "delete_team"): delete_team,
    ("Mutation", "add_users_to_team"): add_users_to_team,
    ("Mutation", "remove_users_from_team"): remove_users_from_team,
    ("Mutation", "assign_team_owners"): assign_team_owners,
    ("Mutation", "remove_team_owners"): remove_team_owners,
}

"""Teams and who is in them."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.accounts.schemas import User
from lundi.domains.teams.queries import all_teams, members_of_teams, teams_by_id
from lundi.domains.teams.schemas import Team, TeamMember
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_ids, cut, window

_MOST_MEMBERS = 1000


async def teams(
    ctx: Context, parents: Sequence[Any], ids: list[str] | None = None
) -> list[list[Team]]:
    wanted = as_ids(ids)
    if wanted is None:
        return [await all_teams(ctx.work)]
    found = await ctx.look_up("teams", wanted, teams_by_id)
    return [[team for team_id in wanted if (team := found[team_id]) is not None]]


async def team_users(
    ctx: Context,
    parents: Sequence[Team],
    ids: list[str] | None = None,
    emails: list[str | None] | None = None,
    name: str | None = None,
    kind: str | None = None,
    limit: int | None = None,
    page: int | None = None,
    newest_first: bool | None = None,
    non_active: bool | None = None,
) -> list[list[User]]:
    within = window(limit, page, default=_MOST_MEMBERS, most=_MOST_MEMBERS)
    wanted = as_ids(ids)
    addresses = {email.casefold() for email in emails or () if email}

    def fits(user: User) -> bool:
        return (
            (wanted is None or user.id in wanted)
            and (not addresses or user.email.casefold() in addresses)
            and (not name or name.casefold() in user.name.casefold())
            and (user.disabled_at is not None) == bool(non_active)
            and (kind not in ("guests", "non_guests") or user.is_guest == (kind == "guests"))
        )

    shown = []
    for members in await _members(ctx, parents):
        users = [member.user for member in members if fits(member.user)]
        if newest_first:
            users.sort(key=lambda user: (user.created_at, user.id), reverse=True)
        shown.append(cut(users, within))
    return shown


async def team_owners(
    ctx: Context, parents: Sequence[Team], ids: list[str] | None = None
) -> list[list[User]]:
    wanted = as_ids(ids)
    return [
        [
            member.user
            for member in members
            if member.as_owner and (wanted is None or member.user.id in wanted)
        ]
        for members in await _members(ctx, parents)
    ]


async def _members(ctx: Context, parents: Sequence[Team]) -> list[list[TeamMember]]:
    found = await ctx.look_up("members", (team.id for team in parents), members_of_teams)
    return [found[team.id] or [] for team in parents]


RESOLVERS: Resolvers = {
    ("Query", "teams"): teams,
    ("Team", "users"): team_users,
    ("Team", "owners"): team_owners,
}
LOOKUPS: Lookups = {
    ("Team", "is_guest"): lambda ctx, team: team.is_guest_team,
    ("Team", "picture_url"): lambda ctx, team: None,
}

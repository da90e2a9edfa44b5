"""Reading teams and who is in them: one statement for any number of them."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.tables import users
from lundi.domains.teams.access import TEAM_COLUMNS, team_is_visible
from lundi.domains.teams.schemas import Team, TeamMember
from lundi.domains.teams.tables import team_members, teams

_ALL = (
    sa.select(*TEAM_COLUMNS)
    .where(teams.c.account_id == parameter("account_id"), team_is_visible())
    .order_by(teams.c.id)
)
_BY_ID = sa.select(*TEAM_COLUMNS).where(
    teams.c.account_id == parameter("account_id"),
    one_of(teams.c.id, "team_ids"),
    team_is_visible(),
)
_MEMBERS = (
    sa.select(team_members.c.team_id, team_members.c.as_owner, *USER_COLUMNS)
    .join(
        users,
        sa.and_(
            users.c.account_id == team_members.c.account_id,
            users.c.id == team_members.c.user_id,
        ),
    )
    .where(
        team_members.c.account_id == parameter("account_id"),
        one_of(team_members.c.team_id, "team_ids"),
    )
    .order_by(team_members.c.created_at, users.c.id)
)
# Another name for the table: the rule of sight looks at the actor's own membership.
_of_user = team_members.alias("of_user")
_OF_USERS = (
    sa.select(_of_user.c.user_id, *TEAM_COLUMNS)
    .select_from(_of_user)
    .join(
        teams,
        sa.and_(teams.c.account_id == _of_user.c.account_id, teams.c.id == _of_user.c.team_id),
    )
    .where(
        _of_user.c.account_id == parameter("account_id"),
        one_of(_of_user.c.user_id, "user_ids"),
        team_is_visible(),
    )
    .order_by(teams.c.id)
)


async def all_teams(work: Work) -> list[Team]:
    """Those that the actor sees."""
    return await work.all(_ALL, Team)


async def teams_by_id(work: Work, team_ids: set[int]) -> dict[int, Team]:
    """Those of them that the actor sees."""
    if not team_ids:
        return {}
    found = await work.all(_BY_ID, Team, team_ids=id_list(team_ids))
    return {team.id: team for team in found}


async def members_of_teams(work: Work, team_ids: set[int]) -> dict[int, list[TeamMember]]:
    """Of teams that were found already; the disabled ones too."""
    members: dict[int, list[TeamMember]] = {team_id: [] for team_id in team_ids}
    for team_id, member in await work.all(_MEMBERS, _team_and_member, team_ids=id_list(team_ids)):
        members[team_id].append(member)
    return members


async def teams_of_users(work: Work, user_ids: set[int]) -> dict[int, list[Team]]:
    """Those that the actor sees, of users that were found already."""
    found: defaultdict[int, list[Team]] = defaultdict(list)
    for user_id, team in await work.all(_OF_USERS, _user_and_team, user_ids=id_list(user_ids)):
        found[user_id].append(team)
    return {user_id: found[user_id] for user_id in user_ids}


def _team_and_member(team_id: int, as_owner: bool, *user: Any) -> tuple[int, TeamMember]:
    return team_id, TeamMember(User(*user), as_owner)


def _user_and_team(user_id: int, *team: Any) -> tuple[int, Team]:
    return user_id, Team(*team)

"""The only door to teams: all but guests see every team, guests those that they are in."""

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from lundi.core.errors import Forbidden, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.accounts.schemas import ADMIN
from lundi.domains.teams.schemas import Team
from lundi.domains.teams.tables import team_members, teams


def is_member() -> sa.Exists:
    """The actor is in the row of `teams` that the statement is at."""
    return (
        sa.exists()
        .where(
            team_members.c.account_id == parameter("account_id"),
            team_members.c.team_id == teams.c.id,
            team_members.c.user_id == parameter("viewer_id"),
        )
        .correlate_except(team_members)
    )


def team_is_visible() -> ColumnElement[bool]:
    return sa.or_(parameter("sees_main", sa.Boolean) == sa.true(), is_member())


TEAM_COLUMNS = (
    teams.c.id,
    teams.c.name,
    teams.c.is_guest_team,
    teams.c.created_at,
    teams.c.updated_at,
    is_member().where(team_members.c.as_owner == sa.true()).label("owned"),
)
_TEAM = sa.select(*TEAM_COLUMNS).where(
    teams.c.account_id == parameter("account_id"),
    teams.c.id == parameter("team_id"),
    team_is_visible(),
)


async def team_to_read(work: Work, team_id: int) -> Team:
    team = await work.first(_TEAM, Team, team_id=team_id)
    if team is None:
        raise NotFound(f"There is no team {team_id}.", team_id=team_id)
    return team


async def team_to_change(work: Work, team_id: int) -> Team:
    """By its owners, the admins and the company token."""
    team = await team_to_read(work, team_id)
    may_write(work)
    if not (team.owned or work.actor.is_company or work.actor.role == ADMIN):
        raise Forbidden(f"Only an owner of team {team_id} or an admin may do this.")
    return team

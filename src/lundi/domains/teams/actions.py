"""Creating, changing and deleting teams."""

from collections.abc import Sequence

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import active_user, may_write
from lundi.domains.accounts.actions import checked_name
from lundi.domains.accounts.schemas import User
from lundi.domains.teams.access import team_to_change, team_to_read
from lundi.domains.teams.events import TeamChanged, TeamCreated, TeamDeleted
from lundi.domains.teams.member_actions import ADD_MEMBER, MOST_AT_ONCE
from lundi.domains.teams.schemas import Team
from lundi.domains.teams.tables import teams

_THE_TEAM = sa.and_(
    teams.c.account_id == parameter("account_id"), teams.c.id == parameter("team_id")
)
_ADD = sa.insert(teams).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    name=parameter("name", sa.Text),
    is_guest_team=parameter("is_guest_team", sa.Boolean),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_RENAME = (
    sa.update(teams)
    .where(_THE_TEAM)
    .values(name=parameter("name", sa.Text), updated_at=parameter("now"))
)
_DELETE = sa.delete(teams).where(_THE_TEAM)


async def create_team(
    work: Work, name: str, *, member_ids: Sequence[int] = (), is_guest_team: bool = False
) -> Team:
    """With these members and no others; the actor, where they are one of them, owns it. One that can't be a member refuses all."""
    may_write(work)
    name = checked_name("The team's name", name)
    if len(member_ids) > MOST_AT_ONCE:
        raise Invalid(f"At most {MOST_AT_ONCE} users can be named at once.")
    team_id = await work.new_id("team")
    await work.run(_ADD, id=team_id, name=name, is_guest_team=is_guest_team)
    for user_id in dict.fromkeys(member_ids):
        user = await _fitting(work, user_id, is_guest_team)
        is_actor = user.id == work.actor.user_id
        await work.run(ADD_MEMBER, team_id=team_id, user_id=user.id, as_owner=is_actor)
    work.record(TeamCreated(team_id=team_id, name=name))
    return await team_to_read(work, team_id)


async def rename_team(work: Work, team_id: int, name: str) -> Team:
    team = await team_to_change(work, team_id)
    name = checked_name("The team's name", name)
    if name != team.name:
        await work.run(_RENAME, team_id=team.id, name=name)
        work.record(TeamChanged(team_id=team.id, name=name))
    return await team_to_read(work, team.id)


async def delete_team(work: Work, team_id: int) -> Team:
    """Off all boards and workspaces too; who saw them by it alone sees them no more. Gives the team as it was."""
    team = await team_to_change(work, team_id)
    await work.run(_DELETE, team_id=team.id)
    work.record(TeamDeleted(team_id=team.id, name=team.name))
    return team


async def _fitting(work: Work, user_id: int, is_guest_team: bool) -> User:
    user = await active_user(work, user_id)
    if user.is_guest and not is_guest_team:
        raise Invalid(f"User {user.id} is a guest, and guests can be in teams for guests only.")
    return user

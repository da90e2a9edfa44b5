"""Who is in a team and who owns it. For each user it is done or not done, and the others don't suffer."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec
import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.statements import Statement
from lundi.core.work import Event, Work
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.accounts.schemas import WRITING_ROLES, User
from lundi.domains.teams.access import team_to_change, team_to_read
from lundi.domains.teams.events import (
    TeamMembersAdded,
    TeamMembersRemoved,
    TeamOwnersAssigned,
    TeamOwnersRemoved,
)
from lundi.domains.teams.queries import members_of_teams
from lundi.domains.teams.schemas import (
    EXCEEDS_BATCH_LIMIT,
    INVALID_INPUT,
    USER_NOT_FOUND,
    USER_NOT_MEMBER_OF_TEAM,
    VIEWERS_OR_GUESTS,
    Failure,
    Team,
    TeamChange,
    TeamMember,
)
from lundi.domains.teams.tables import team_members, teams

MOST_AT_ONCE = 200
"""Users in one action; those after them fail."""

_Reason: TypeAlias = tuple[str, str] | None
_Members: TypeAlias = dict[int, TeamMember]

_THE_MEMBER = sa.and_(
    team_members.c.account_id == parameter("account_id"),
    team_members.c.team_id == parameter("team_id"),
    team_members.c.user_id == parameter("user_id"),
)
_LOCK_TEAM = (
    sa.select(teams.c.id)
    .where(teams.c.account_id == parameter("account_id"), teams.c.id == parameter("team_id"))
    .with_for_update()
)
ADD_MEMBER = sa.insert(team_members).values(
    account_id=parameter("account_id"),
    team_id=parameter("team_id"),
    user_id=parameter("user_id"),
    as_owner=parameter("as_owner", sa.Boolean),
    created_at=parameter("now"),
)
_REMOVE_MEMBER = sa.delete(team_members).where(_THE_MEMBER)
_SET_AS_OWNER = (
    sa.update(team_members).where(_THE_MEMBER).values(as_owner=parameter("as_owner", sa.Boolean))
)


async def add_team_members(work: Work, team_id: int, user_ids: Sequence[int]) -> TeamChange:
    """Who is a member already stays what they are. Guests fail where the team isn't for guests."""

    def reason(team: Team, members: _Members, user: User) -> _Reason:
        if user.disabled_at is not None:
            return INVALID_INPUT, f"User {user.id} is disabled."
        if user.is_guest and not team.is_guest_team:
            return VIEWERS_OR_GUESTS, f"User {user.id} is a guest, and the team isn't for guests."
        return None

    change, members = await _sorted_out(work, team_id, user_ids, reason)
    new = [user for user in change.changed if user.id not in members]
    await _run_for(work, ADD_MEMBER, change.team, new, as_owner=False)
    return await _recorded(work, change, new, TeamMembersAdded)


async def remove_team_members(work: Work, team_id: int, user_ids: Sequence[int]) -> TeamChange:
    """Owners too; who sees boards and workspaces by the team alone sees them no more."""
    change, _ = await _sorted_out(work, team_id, user_ids, _no_member)
    await _run_for(work, _REMOVE_MEMBER, change.team, change.changed)
    return await _recorded(work, change, change.changed, TeamMembersRemoved)


async def assign_team_owners(work: Work, team_id: int, user_ids: Sequence[int]) -> TeamChange:
    """Members who may write: an owner changes the team."""

    def reason(team: Team, members: _Members, user: User) -> _Reason:
        if user.role not in WRITING_ROLES:
            return VIEWERS_OR_GUESTS, f"User {user.id} is a {user.role} and can't own a team."
        if user.disabled_at is not None:
            return INVALID_INPUT, f"User {user.id} is disabled."
        return _no_member(team, members, user)

    change, members = await _sorted_out(work, team_id, user_ids, reason)
    new = [user for user in change.changed if not members[user.id].as_owner]
    await _run_for(work, _SET_AS_OWNER, change.team, new, as_owner=True)
    return await _recorded(work, change, new, TeamOwnersAssigned)


async def remove_team_owners(work: Work, team_id: int, user_ids: Sequence[int]) -> TeamChange:
    """They stay members. A team without an owner is for admins to change."""
    change, members = await _sorted_out(work, team_id, user_ids, _no_member)
    owners = [user for user in change.changed if members[user.id].as_owner]
    await _run_for(work, _SET_AS_OWNER, change.team, owners, as_owner=False)
    return await _recorded(work, change, owners, TeamOwnersRemoved)


async def _sorted_out(
    work: Work,
    team_id: int,
    user_ids: Sequence[int],
    reason: Callable[[Team, _Members, User], _Reason],
) -> tuple[TeamChange, _Members]:
    """Whom it can be done for, and why not for the others; and who is in the team now."""
    team = await team_to_change(work, team_id)
    # Two at once must not add the same one.
    await work.lock(_LOCK_TEAM, team_id=team.id)
    members = {one.user.id: one for one in (await members_of_teams(work, {team.id}))[team.id]}
    named = list(dict.fromkeys(user_ids))
    known = await users_by_id(work, set(named[:MOST_AT_ONCE]))
    change = TeamChange(team, [], [])
    for number, user_id in enumerate(named):
        user = known.get(user_id)
        if number >= MOST_AT_ONCE:
            why: _Reason = (
                EXCEEDS_BATCH_LIMIT,
                f"At most {MOST_AT_ONCE} users can be named at once.",
            )
        elif user is None:
            why = USER_NOT_FOUND, f"There is no user {user_id}."
        else:
            why = reason(team, members, user)
        if why is not None:
            change.failed.append(Failure(user_id, *why, user))
        elif user is not None:
            change.changed.append(user)
    return change, members


def _no_member(team: Team, members: _Members, user: User) -> _Reason:
    if user.id in members:
        return None
    return USER_NOT_MEMBER_OF_TEAM, f"User {user.id} is not a member of team {team.id}."


async def _run_for(
    work: Work, statement: Statement, team: Team, affected: list[User], **given: bool
) -> None:
    for user in affected:
        await work.run(statement, team_id=team.id, user_id=user.id, **given)


async def _recorded(
    work: Work,
    change: TeamChange,
    affected: list[User],
    event: Callable[..., Event],
) -> TeamChange:
    if affected:
        user_ids = tuple(user.id for user in affected)
        work.record(event(team_id=change.team.id, user_ids=user_ids))
    # The actor may be one of them.
    return msgspec.structs.replace(change, team=await team_to_read(work, change.team.id))

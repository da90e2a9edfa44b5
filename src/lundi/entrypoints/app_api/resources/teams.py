"""Teams and who is in them."""

import msgspec

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.teams import actions, member_actions, queries
from lundi.domains.teams import schemas as teams
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.shapes import Done, Ids, Name


class Member(msgspec.Struct):
    user_id: int
    is_owner: bool


class Team(msgspec.Struct):
    """`is_guest_team`: guests may be in it, beside others."""

    id: int
    name: str
    is_guest_team: bool
    members: list[Member]


class NewTeam(msgspec.Struct):
    name: Name
    is_guest_team: bool = False
    user_ids: Ids = []


class TeamRename(msgspec.Struct):
    name: Name


class Membership(msgspec.Struct):
    is_owner: bool = False


@get("/teams")
async def get_teams(work: Work) -> list[Team]:
    """The teams one sees."""
    found = await queries.all_teams(work)
    members = await queries.members_of_teams(work, {team.id for team in found})
    return [_shown(team, members[team.id]) for team in found]


@post("/teams")
async def create_team(work: Work, given: NewTeam) -> Team:
    """A team of these members; who makes it owns it where they are one of them."""
    team = await actions.create_team(
        work, given.name, member_ids=given.user_ids, is_guest_team=given.is_guest_team
    )
    return await _with_members(work, team)


@put("/teams/{team_id}")
async def rename_team(work: Work, team_id: int, given: TeamRename) -> Team:
    """Rename a team."""
    return await _with_members(work, await actions.rename_team(work, team_id, given.name))


@delete("/teams/{team_id}")
async def delete_team(work: Work, team_id: int) -> Done:
    """Delete a team, off all boards and workspaces too."""
    await actions.delete_team(work, team_id)
    return Done()


@put("/teams/{team_id}/members/{user_id}")
async def set_team_member(work: Work, team_id: int, user_id: int, given: Membership) -> Team:
    """Take a user into a team, and say whether they own it."""
    _done(await member_actions.add_team_members(work, team_id, [user_id]))
    set_owner = (
        member_actions.assign_team_owners if given.is_owner else member_actions.remove_team_owners
    )
    return await _with_members(work, _done(await set_owner(work, team_id, [user_id])))


@delete("/teams/{team_id}/members/{user_id}")
async def remove_team_member(work: Work, team_id: int, user_id: int) -> Done:
    """Take a user out of a team."""
    _done(await member_actions.remove_team_members(work, team_id, [user_id]))
    return Done()


def _done(change: teams.TeamChange) -> teams.Team:
    """Raises Invalid with the reason where it was not done."""
    for failure in change.failed:
        raise Invalid(failure.message)
    return change.team


async def _with_members(work: Work, team: teams.Team) -> Team:
    return _shown(team, (await queries.members_of_teams(work, {team.id}))[team.id])


def _shown(team: teams.Team, members: list[teams.TeamMember]) -> Team:
    return Team(
        id=team.id,
        name=team.name,
        is_guest_team=team.is_guest_team,
        members=[Member(one.user.id, one.as_owner) for one in members],
    )

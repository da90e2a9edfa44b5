"""Who subscribes to a workspace, users and teams. One that is refused refuses all."""

from collections.abc import Sequence

import sqlalchemy as sa

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import active_user, user_to_name
from lundi.domains.accounts.schemas import WRITING_ROLES, User
from lundi.domains.teams.access import team_to_read
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces.access import lock_workspace, workspace_to_own
from lundi.domains.workspaces.events import (
    WorkspaceSubscribed,
    WorkspaceTeamSubscribed,
    WorkspaceTeamUnsubscribed,
    WorkspaceUnsubscribed,
)
from lundi.domains.workspaces.schemas import CLOSED, Workspace
from lundi.domains.workspaces.tables import workspace_subscribers, workspace_team_subscribers

_THE_USER = sa.and_(
    workspace_subscribers.c.account_id == parameter("account_id"),
    workspace_subscribers.c.workspace_id == parameter("workspace_id"),
    workspace_subscribers.c.user_id == parameter("user_id"),
)
_THE_TEAM = sa.and_(
    workspace_team_subscribers.c.account_id == parameter("account_id"),
    workspace_team_subscribers.c.workspace_id == parameter("workspace_id"),
    workspace_team_subscribers.c.team_id == parameter("team_id"),
)
_SET_USER = (
    sa.update(workspace_subscribers)
    .where(_THE_USER)
    .values(as_owner=parameter("as_owner", sa.Boolean))
)
_ADD_USER = sa.insert(workspace_subscribers).values(
    account_id=parameter("account_id"),
    workspace_id=parameter("workspace_id"),
    user_id=parameter("user_id"),
    as_owner=parameter("as_owner", sa.Boolean),
    created_at=parameter("now"),
)
_REMOVE_USER = sa.delete(workspace_subscribers).where(_THE_USER)
_COUNT_OWNERS = sa.select(sa.func.count()).where(
    workspace_subscribers.c.account_id == parameter("account_id"),
    workspace_subscribers.c.workspace_id == parameter("workspace_id"),
    workspace_subscribers.c.as_owner == sa.true(),
)
_SET_TEAM = (
    sa.update(workspace_team_subscribers)
    .where(_THE_TEAM)
    .values(as_owner=parameter("as_owner", sa.Boolean))
)
_ADD_TEAM = sa.insert(workspace_team_subscribers).values(
    account_id=parameter("account_id"),
    workspace_id=parameter("workspace_id"),
    team_id=parameter("team_id"),
    as_owner=parameter("as_owner", sa.Boolean),
    created_at=parameter("now"),
)
_REMOVE_TEAM = sa.delete(workspace_team_subscribers).where(_THE_TEAM)


async def add_users_to_workspace(
    work: Work, workspace_id: int, user_ids: Sequence[int], *, as_owner: bool = False
) -> list[User]:
    """Who subscribes already becomes what is said now. Only who may write can own a workspace."""
    workspace = await _workspace_to_share(work, workspace_id)
    users = [await active_user(work, user_id) for user_id in dict.fromkeys(user_ids)]
    for user in users:
        if as_owner and user.role not in WRITING_ROLES:
            raise Invalid(f"User {user.id} is a {user.role} and can't own a workspace.")
        await subscribe(work, workspace.id, user.id, as_owner=as_owner)
        work.record(
            WorkspaceSubscribed(workspace_id=workspace.id, user_id=user.id, as_owner=as_owner)
        )
    await _check_owned(work, workspace)
    return users


async def remove_users_from_workspace(
    work: Work, workspace_id: int, user_ids: Sequence[int]
) -> list[User]:
    """A closed workspace keeps its last owner: nobody could ever see it again."""
    workspace = await _workspace_to_share(work, workspace_id)
    users = [await user_to_name(work, user_id) for user_id in dict.fromkeys(user_ids)]
    for user in users:
        if not await work.run(_REMOVE_USER, workspace_id=workspace.id, user_id=user.id):
            raise NotFound(f"User {user.id} does not subscribe to workspace {workspace.id}.")
        work.record(WorkspaceUnsubscribed(workspace_id=workspace.id, user_id=user.id))
    await _check_owned(work, workspace)
    return users


async def add_teams_to_workspace(
    work: Work, workspace_id: int, team_ids: Sequence[int], *, as_owner: bool = False
) -> list[Team]:
    """A team that subscribes already becomes what is said now."""
    workspace = await _workspace_to_share(work, workspace_id)
    teams = [await team_to_read(work, team_id) for team_id in dict.fromkeys(team_ids)]
    for team in teams:
        row = {"workspace_id": workspace.id, "team_id": team.id, "as_owner": as_owner}
        if not await work.run(_SET_TEAM, **row):
            await work.run(_ADD_TEAM, **row)
        work.record(
            WorkspaceTeamSubscribed(workspace_id=workspace.id, team_id=team.id, as_owner=as_owner)
        )
    return teams


async def remove_teams_from_workspace(
    work: Work, workspace_id: int, team_ids: Sequence[int]
) -> list[Team]:
    workspace = await _workspace_to_share(work, workspace_id)
    teams = [await team_to_read(work, team_id) for team_id in dict.fromkeys(team_ids)]
    for team in teams:
        if not await work.run(_REMOVE_TEAM, workspace_id=workspace.id, team_id=team.id):
            raise NotFound(f"Team {team.id} does not subscribe to workspace {workspace.id}.")
        work.record(WorkspaceTeamUnsubscribed(workspace_id=workspace.id, team_id=team.id))
    return teams


async def subscribe(work: Work, workspace_id: int, user_id: int, *, as_owner: bool) -> None:
    """For who may do so already."""
    row = {"workspace_id": workspace_id, "user_id": user_id, "as_owner": as_owner}
    if not await work.run(_SET_USER, **row):
        await work.run(_ADD_USER, **row)


async def _workspace_to_share(work: Work, workspace_id: int) -> Workspace:
    workspace = await workspace_to_own(work, workspace_id)
    await lock_workspace(work, workspace)
    return workspace


async def _check_owned(work: Work, workspace: Workspace) -> None:
    """By a user of its own: a team may lose all its members."""
    if workspace.kind == CLOSED and not await work.one(
        _COUNT_OWNERS, int, workspace_id=workspace.id
    ):
        raise Conflict(f"Workspace {workspace.id} is closed and must keep an owner.")

"""Workspaces, as one sees them."""

from typing import Literal

import msgspec

from lundi.core.paging import Window
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.accounts.schemas import WRITING_ROLES
from lundi.domains.boards.places import list_workspaces
from lundi.domains.workspaces import actions, subscriber_actions
from lundi.domains.workspaces import schemas as workspaces
from lundi.domains.workspaces.access import owns_workspace, workspace_to_read
from lundi.domains.workspaces.queries import teams_of_workspaces, users_of_workspaces
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.shapes import Done, LongText, Name, Subscriber, TeamSubscriber

ALL = Window(take=10_000)
Kind = Literal["open", "closed"]


class Workspace(msgspec.Struct):
    """`is_main`: boards and folders in it have None for a workspace. `may_change`: rename, share and delete it."""

    id: int
    name: str
    kind: str
    is_main: bool
    may_change: bool


class NewWorkspace(msgspec.Struct):
    name: Name
    kind: Kind = "open"


class WorkspaceChange(msgspec.Struct):
    """An empty description takes it away."""

    name: Name | None = None
    description: LongText | None = None
    kind: Kind | None = None


class WorkspaceSubscribers(msgspec.Struct):
    users: list[Subscriber]
    teams: list[TeamSubscriber]


class Joining(msgspec.Struct):
    as_owner: bool = False


@get("/workspaces")
async def get_workspaces(work: Work) -> list[Workspace]:
    """The workspaces one sees."""
    return [_shown(work, workspace) for workspace in await list_workspaces(work, ALL)]


@post("/workspaces")
async def create_workspace(work: Work, given: NewWorkspace) -> Workspace:
    """A workspace of one's own."""
    creator_id = await act_as(work, None)
    workspace = await actions.create_workspace(
        work, creator_id=creator_id, name=given.name, kind=given.kind
    )
    return _shown(work, workspace)


@put("/workspaces/{workspace_id}")
async def change_workspace(work: Work, workspace_id: int, given: WorkspaceChange) -> Workspace:
    """Rename or describe a workspace, or change who sees it."""
    changed = await actions.change_workspace(
        work, workspace_id, name=given.name, description=given.description, kind=given.kind
    )
    return _shown(work, changed)


@delete("/workspaces/{workspace_id}")
async def delete_workspace(work: Work, workspace_id: int) -> Done:
    """Delete a workspace with its folders and boards."""
    await actions.delete_workspace(work, workspace_id)
    return Done()


@get("/workspaces/{workspace_id}/subscribers")
async def get_workspace_subscribers(work: Work, workspace_id: int) -> WorkspaceSubscribers:
    """Who subscribes to a workspace."""
    ids = {(await workspace_to_read(work, workspace_id)).id}
    users = (await users_of_workspaces(work, ids))[workspace_id]
    teams = (await teams_of_workspaces(work, ids))[workspace_id]
    return WorkspaceSubscribers(
        users=[Subscriber(one.user.id, one.as_owner) for one in users],
        teams=[TeamSubscriber(one.team.id, one.as_owner) for one in teams],
    )


@put("/workspaces/{workspace_id}/subscribers/{user_id}")
async def add_workspace_subscriber(
    work: Work, workspace_id: int, user_id: int, given: Joining
) -> Done:
    """Subscribe a user to a workspace."""
    await subscriber_actions.add_users_to_workspace(
        work, workspace_id, [user_id], as_owner=given.as_owner
    )
    return Done()


@delete("/workspaces/{workspace_id}/subscribers/{user_id}")
async def remove_workspace_subscriber(work: Work, workspace_id: int, user_id: int) -> Done:
    """Unsubscribe a user from a workspace."""
    await subscriber_actions.remove_users_from_workspace(work, workspace_id, [user_id])
    return Done()


@put("/workspaces/{workspace_id}/teams/{team_id}")
async def add_workspace_team(work: Work, workspace_id: int, team_id: int, given: Joining) -> Done:
    """Subscribe a team to a workspace."""
    await subscriber_actions.add_teams_to_workspace(
        work, workspace_id, [team_id], as_owner=given.as_owner
    )
    return Done()


@delete("/workspaces/{workspace_id}/teams/{team_id}")
async def remove_workspace_team(work: Work, workspace_id: int, team_id: int) -> Done:
    """Unsubscribe a team from a workspace."""
    await subscriber_actions.remove_teams_from_workspace(work, workspace_id, [team_id])
    return Done()


def _shown(work: Work, workspace: workspaces.Workspace) -> Workspace:
    may_write = work.actor.role in WRITING_ROLES
    return Workspace(
        id=workspace.id,
        name=workspace.name,
        kind=workspace.kind,
        is_main=workspace.is_default,
        may_change=may_write and owns_workspace(work, workspace),
    )

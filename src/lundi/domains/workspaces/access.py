"""The only door to workspaces for who works in them. Guests see some more: see `boards/places.py`."""

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.accounts.schemas import ADMIN
from lundi.domains.teams.tables import team_members
from lundi.domains.workspaces.schemas import ACTIVE, CLOSED, DELETED, Workspace
from lundi.domains.workspaces.tables import (
    workspace_subscribers,
    workspace_team_subscribers,
    workspaces,
)


def subscribes_to_workspace(
    user: ColumnElement[int] | None = None, *, as_owner: bool = False
) -> ColumnElement[bool]:
    """The user, or a team of theirs, subscribes to the row of `workspaces` that the statement is at; the actor, if none is named."""
    who = parameter("viewer_id") if user is None else user
    alone = (
        sa.exists()
        .where(
            workspace_subscribers.c.account_id == parameter("account_id"),
            workspace_subscribers.c.workspace_id == workspaces.c.id,
            workspace_subscribers.c.user_id == who,
        )
        .correlate_except(workspace_subscribers)
    )
    by_team = (
        sa.exists()
        .where(
            workspace_team_subscribers.c.account_id == parameter("account_id"),
            workspace_team_subscribers.c.workspace_id == workspaces.c.id,
            team_members.c.account_id == parameter("account_id"),
            team_members.c.team_id == workspace_team_subscribers.c.team_id,
            team_members.c.user_id == who,
        )
        .correlate_except(workspace_team_subscribers, team_members)
    )
    if as_owner:
        alone = alone.where(workspace_subscribers.c.as_owner == sa.true())
        by_team = by_team.where(workspace_team_subscribers.c.as_owner == sa.true())
    return sa.or_(alone, by_team)


def workspace_is_visible() -> ColumnElement[bool]:
    """To its subscribers; an open one to all but guests. The company token has no subscriptions (`viewer_id` 0)."""
    return sa.and_(
        workspaces.c.state != DELETED,
        sa.or_(
            sa.and_(workspaces.c.kind != CLOSED, parameter("sees_main", sa.Boolean) == sa.true()),
            subscribes_to_workspace(),
        ),
    )


WORKSPACE_COLUMNS = (
    workspaces.c.id,
    workspaces.c.name,
    workspaces.c.description,
    workspaces.c.kind,
    workspaces.c.state,
    workspaces.c.is_default,
    workspaces.c.creator_id,
    workspaces.c.created_at,
    workspaces.c.updated_at,
    subscribes_to_workspace(as_owner=True).label("owned"),
)
_WORKSPACE = sa.select(*WORKSPACE_COLUMNS).where(
    workspaces.c.account_id == parameter("account_id"),
    workspaces.c.id == parameter("workspace_id"),
    workspace_is_visible(),
)
_MAIN = sa.select(*WORKSPACE_COLUMNS).where(
    workspaces.c.account_id == parameter("account_id"), workspaces.c.is_default == sa.true()
)
_LOCK = (
    sa.select(workspaces.c.id)
    .where(
        workspaces.c.account_id == parameter("account_id"),
        workspaces.c.id == parameter("workspace_id"),
    )
    .with_for_update()
)


async def workspace_to_read(work: Work, workspace_id: int) -> Workspace:
    workspace = await work.first(_WORKSPACE, Workspace, workspace_id=workspace_id)
    if workspace is None:
        raise NotFound(f"There is no workspace {workspace_id}.", workspace_id=workspace_id)
    return workspace


async def main_workspace(work: Work) -> Workspace:
    """To be named beside something in it that the actor sees already."""
    return await work.one(_MAIN, Workspace)


async def workspace_to_use(work: Work, workspace_id: int | None) -> Workspace:
    """To put boards and folders into, as all who see it and may write can; None is the Main workspace."""
    if workspace_id is None:
        workspace = await main_workspace(work)
    else:
        workspace = await workspace_to_read(work, workspace_id)
    may_write(work)
    if workspace.state != ACTIVE:
        raise Conflict(f"Workspace {workspace.id} is {workspace.state} and can't be changed.")
    return workspace


async def workspace_to_own(work: Work, workspace_id: int) -> Workspace:
    """For what only its owners may do, and admins who see it; the company token is as good as an admin."""
    workspace = await workspace_to_use(work, workspace_id)
    if not owns_workspace(work, workspace):
        raise Forbidden(f"Only an owner of workspace {workspace_id} or an admin may do this.")
    return workspace


def owns_workspace(work: Work, workspace: Workspace) -> bool:
    """Of one that was found already: owners and admins."""
    return workspace.owned or work.actor.is_company or work.actor.role == ADMIN


async def lock_workspace(work: Work, workspace: Workspace) -> None:
    """Two at once must not share it with the same one, nor put two folders into the same place."""
    await work.lock(_LOCK, workspace_id=workspace.id)

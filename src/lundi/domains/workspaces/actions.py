"""Creating, changing and deleting workspaces."""

import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden, Invalid
from lundi.core.schema import parameter
from lundi.core.secrets import Vault
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.accounts.actions import NewAccount, check_one_of, checked_name, create_account
from lundi.domains.workspaces.access import lock_workspace, workspace_to_own, workspace_to_read
from lundi.domains.workspaces.events import WorkspaceChanged, WorkspaceCreated, WorkspaceDeleted
from lundi.domains.workspaces.schemas import (
    ACTIVE,
    CLOSED,
    DELETED,
    KINDS,
    MAIN_WORKSPACE,
    OPEN,
    Workspace,
)
from lundi.domains.workspaces.subscriber_actions import subscribe
from lundi.domains.workspaces.tables import workspaces

LONGEST_DESCRIPTION = 65_536

_THE_WORKSPACE = sa.and_(
    workspaces.c.account_id == parameter("account_id"),
    workspaces.c.id == parameter("workspace_id"),
)
_ADD = sa.insert(workspaces).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    name=parameter("name", sa.Text),
    description=parameter("description", sa.Text),
    kind=parameter("kind", sa.Text),
    state=ACTIVE,
    is_default=parameter("is_default", sa.Boolean),
    creator_id=parameter("creator_id"),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_CHANGE = (
    sa.update(workspaces)
    .where(_THE_WORKSPACE)
    .values(
        name=parameter("name", sa.Text),
        description=parameter("description", sa.Text),
        kind=parameter("kind", sa.Text),
        updated_at=parameter("now"),
    )
)
_DELETE = (
    sa.update(workspaces).where(_THE_WORKSPACE).values(state=DELETED, updated_at=parameter("now"))
)


async def open_account(work: Work, vault: Vault, name: str, plan: str) -> NewAccount:
    """An account with its Main workspace, without users yet."""
    account = await create_account(work, vault, name, plan)
    await work.run(
        _ADD,
        id=await work.new_id("workspace"),
        name=MAIN_WORKSPACE,
        description=None,
        kind=OPEN,
        is_default=True,
        creator_id=None,
    )
    return account


async def create_workspace(
    work: Work, *, creator_id: int, name: str, kind: str, description: str | None = None
) -> Workspace:
    """Its creator subscribes to it as owner; `creator_id` comes from `accounts.access.act_as`."""
    may_write(work)
    check_one_of("kind", kind, KINDS)
    if work.actor.is_company and kind == CLOSED:
        raise Forbidden("The company token reaches open workspaces only and can't make another.")
    workspace_id = await work.new_id("workspace")
    name = checked_name("The workspace's name", name)
    await work.run(
        _ADD,
        id=workspace_id,
        name=name,
        description=_description(description or ""),
        kind=kind,
        is_default=False,
        creator_id=creator_id,
    )
    await subscribe(work, workspace_id, creator_id, as_owner=True)
    work.record(WorkspaceCreated(workspace_id=workspace_id, name=name, kind=kind))
    return await workspace_to_read(work, workspace_id)


async def change_workspace(
    work: Work,
    workspace_id: int,
    *,
    name: str | None = None,
    description: str | None = None,
    kind: str | None = None,
) -> Workspace:
    """None leaves it as it is; an empty description takes it away. Who closes a workspace subscribes to it as owner."""
    workspace = await workspace_to_own(work, workspace_id)
    new_kind = kind or workspace.kind
    new_name = workspace.name if name is None else checked_name("The workspace's name", name)
    if new_kind != workspace.kind:
        await _prepare_kind(work, workspace, new_kind)
    await work.run(
        _CHANGE,
        workspace_id=workspace.id,
        name=new_name,
        description=workspace.description if description is None else _description(description),
        kind=new_kind,
    )
    work.record(WorkspaceChanged(workspace_id=workspace.id, name=new_name, kind=new_kind))
    return await workspace_to_read(work, workspace.id)


async def delete_workspace(work: Work, workspace_id: int) -> Workspace:
    """Its boards and folders go out of everybody's sight with it; not one of their rows is written. Gives it as it was."""
    workspace = await workspace_to_own(work, workspace_id)
    if workspace.is_default:
        raise Conflict(f"Workspace {workspace_id} is the Main workspace and can't be deleted.")
    await work.run(_DELETE, workspace_id=workspace.id)
    work.record(WorkspaceDeleted(workspace_id=workspace.id))
    return workspace


async def _prepare_kind(work: Work, workspace: Workspace, kind: str) -> None:
    check_one_of("kind", kind, KINDS)
    if workspace.is_default:
        raise Conflict(f"Workspace {workspace.id} is the Main workspace and stays open.")
    if kind != CLOSED:
        return
    if work.actor.is_company:
        raise Forbidden("The company token reaches open workspaces only and can't close one.")
    await lock_workspace(work, workspace)
    # Else nobody might ever see it again.
    await subscribe(work, workspace.id, work.actor.user_id or 0, as_owner=True)


def _description(description: str) -> str | None:
    if len(description.encode()) > LONGEST_DESCRIPTION:
        raise Invalid("A workspace's description must be of at most 64 KiB.")
    # PostgreSQL can't keep this one character.
    if "\0" in description:
        raise Invalid("A workspace's description must not have a NUL character.")
    return description or None

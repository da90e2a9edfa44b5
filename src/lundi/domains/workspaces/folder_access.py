"""The only door to folders for who works in them: who sees the workspace. Guests see some more: see `boards/places.py`."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from lundi.core.errors import Invalid, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.workspaces.access import workspace_is_visible, workspace_to_use
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.domains.workspaces.tables import folders, workspaces

FOLDER_COLUMNS = (
    folders.c.id,
    folders.c.workspace_id,
    folders.c.parent_id,
    folders.c.position,
    folders.c.name,
    folders.c.color,
    folders.c.custom_icon,
    folders.c.font_weight,
    folders.c.owner_id,
    folders.c.created_at,
    folders.c.updated_at,
)
_SEEN = (
    sa.exists()
    .where(workspaces.c.account_id == parameter("account_id"), workspace_is_visible())
    .correlate_except(workspaces)
)


def folder_is_visible() -> ColumnElement[bool]:
    return sa.or_(
        sa.and_(
            folders.c.workspace_id.is_(None), _SEEN.where(workspaces.c.is_default == sa.true())
        ),
        _SEEN.where(workspaces.c.id == folders.c.workspace_id),
    )


# Locked: what is put into it must not miss that it is being deleted.
_FOLDER_TO_EDIT = (
    sa.select(*FOLDER_COLUMNS)
    .where(
        folders.c.account_id == parameter("account_id"),
        folders.c.id == parameter("folder_id"),
        folder_is_visible(),
    )
    .with_for_update(of=folders)
)


class Place(msgspec.Struct, frozen=True):
    """Where a board or a folder is put."""

    workspace: Workspace
    folder: Folder | None

    @property
    def workspace_id(self) -> int | None:
        return self.workspace.kept_id

    @property
    def folder_id(self) -> int | None:
        return self.folder.id if self.folder else None


async def folder_to_edit(work: Work, folder_id: int) -> Folder:
    folder = await work.first(_FOLDER_TO_EDIT, Folder, folder_id=folder_id)
    if folder is None:
        raise NotFound(f"There is no folder {folder_id}.", folder_id=folder_id)
    may_write(work)
    return folder


async def place_to_use(work: Work, workspace_id: int | None, folder_id: int | None) -> Place:
    """Without a workspace it is the folder's; without both, the Main workspace. Invalid for a folder of another workspace."""
    if folder_id is None:
        return Place(await workspace_to_use(work, workspace_id), None)
    folder = await folder_to_edit(work, folder_id)
    wanted = folder.workspace_id if workspace_id is None else workspace_id
    workspace = await workspace_to_use(work, wanted)
    if workspace.kept_id != folder.workspace_id:
        raise Invalid(f"Folder {folder_id} is not in workspace {workspace_id}.")
    return Place(workspace, folder)

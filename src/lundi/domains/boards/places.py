"""The door to workspaces and folders as the actor may see them: for a guest also where they see a board."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import DELETED
from lundi.domains.boards.tables import boards
from lundi.domains.workspaces.access import (
    WORKSPACE_COLUMNS,
    subscribes_to_workspace,
    workspace_is_visible,
)
from lundi.domains.workspaces.folder_access import FOLDER_COLUMNS, folder_is_visible
from lundi.domains.workspaces.schemas import Folder, Workspace
from lundi.domains.workspaces.tables import folders, workspaces

_IS_GUEST = parameter("sees_main", sa.Boolean) == sa.false()
_SEEN_BOARD = sa.exists().where(
    boards.c.account_id == parameter("account_id"),
    boards.c.state != DELETED,
    board_is_visible(),
)
_HOLDS_A_SEEN_BOARD = sa.or_(
    _SEEN_BOARD.where(boards.c.workspace_id == workspaces.c.id).correlate(workspaces),
    sa.and_(
        workspaces.c.is_default == sa.true(), _SEEN_BOARD.where(boards.c.workspace_id.is_(None))
    ),
)
_WORKSPACES = sa.select(*WORKSPACE_COLUMNS).where(
    workspaces.c.account_id == parameter("account_id"),
    sa.or_(workspace_is_visible(), sa.and_(_IS_GUEST, _HOLDS_A_SEEN_BOARD)),
)
_WORKSPACE = _WORKSPACES.where(workspaces.c.id == parameter("workspace_id"))
_WORKSPACES_BY_ID = _WORKSPACES.where(one_of(workspaces.c.id, "workspace_ids"))
# A guest learns no more of how a workspace is divided than where their boards are.
_FOLDERS = sa.select(*FOLDER_COLUMNS).where(
    folders.c.account_id == parameter("account_id"),
    sa.or_(
        folder_is_visible(),
        sa.and_(
            _IS_GUEST, _SEEN_BOARD.where(boards.c.folder_id == folders.c.id).correlate(folders)
        ),
    ),
)
_IN_ORDER = (folders.c.position, folders.c.id)
_FOLDER = _FOLDERS.where(folders.c.id == parameter("folder_id"))
_FOLDERS_BY_ID = _FOLDERS.where(one_of(folders.c.id, "folder_ids"))
_FOLDERS_OF_WORKSPACES = _FOLDERS.where(one_of(folders.c.workspace_id, "workspace_ids")).order_by(
    *_IN_ORDER
)
_FOLDERS_OF_MAIN = _FOLDERS.where(folders.c.workspace_id.is_(None)).order_by(*_IN_ORDER)
_SUB_FOLDERS = _FOLDERS.where(one_of(folders.c.parent_id, "folder_ids")).order_by(*_IN_ORDER)
_ALL_FOLDERS = paged(_FOLDERS.order_by(folders.c.id))


@cache
def _listed(of_kind: bool, only_joined: bool, latest_first: bool) -> Any:
    statement = _WORKSPACES
    if of_kind:
        statement = statement.where(workspaces.c.kind == parameter("kind", sa.Text))
    if only_joined:
        statement = statement.where(subscribes_to_workspace())
    order = (
        (workspaces.c.created_at.desc(), workspaces.c.id.desc())
        if latest_first
        else (workspaces.c.id,)
    )
    return paged(statement.order_by(*order))


async def workspace_to_show(work: Work, workspace_id: int) -> Workspace:
    workspace = await work.first(_WORKSPACE, Workspace, workspace_id=workspace_id)
    if workspace is None:
        raise NotFound(f"There is no workspace {workspace_id}.", workspace_id=workspace_id)
    return workspace


async def workspaces_by_id(work: Work, workspace_ids: set[int]) -> dict[int, Workspace]:
    """Those of them that the actor sees."""
    if not workspace_ids:
        return {}
    found = await work.all(_WORKSPACES_BY_ID, Workspace, workspace_ids=id_list(workspace_ids))
    return {workspace.id: workspace for workspace in found}


async def list_workspaces(
    work: Work,
    window: Window,
    *,
    kind: str | None = None,
    only_joined: bool = False,
    latest_first: bool = False,
) -> list[Workspace]:
    """Those that the actor sees. `only_joined`: they, or a team of theirs, subscribe to it."""
    statement = _listed(kind is not None, only_joined, latest_first)
    return await work.all(statement, Workspace, kind=kind, **window.parameters)


async def folder_to_show(work: Work, folder_id: int) -> Folder:
    folder = await work.first(_FOLDER, Folder, folder_id=folder_id)
    if folder is None:
        raise NotFound(f"There is no folder {folder_id}.", folder_id=folder_id)
    return folder


async def folders_by_id(work: Work, folder_ids: set[int]) -> dict[int, Folder]:
    """Those of them that the actor sees."""
    if not folder_ids:
        return {}
    found = await work.all(_FOLDERS_BY_ID, Folder, folder_ids=id_list(folder_ids))
    return {folder.id: folder for folder in found}


async def list_folders(work: Work, window: Window) -> list[Folder]:
    """Of all workspaces that the actor sees, the oldest first."""
    return await work.all(_ALL_FOLDERS, Folder, **window.parameters)


async def folders_of_workspaces(
    work: Work, workspace_ids: set[int | None]
) -> dict[int | None, list[Folder]]:
    """Those that the actor sees, sub folders too, each workspace's in their order; None is the Main workspace."""
    found: dict[int | None, list[Folder]] = {one: [] for one in workspace_ids}
    others = {one for one in workspace_ids if one is not None}
    if others:
        for folder in await work.all(_FOLDERS_OF_WORKSPACES, Folder, workspace_ids=id_list(others)):
            found[folder.workspace_id].append(folder)
    if None in found:
        found[None] = await work.all(_FOLDERS_OF_MAIN, Folder)
    return found


async def sub_folders_of(work: Work, folder_ids: set[int]) -> dict[int, list[Folder]]:
    """Those that the actor sees, right in folders that were found already, in their order."""
    found: dict[int, list[Folder]] = {folder_id: [] for folder_id in folder_ids}
    for folder in await work.all(_SUB_FOLDERS, Folder, folder_ids=id_list(folder_ids)):
        found[folder.parent_id or 0].append(folder)
    return found

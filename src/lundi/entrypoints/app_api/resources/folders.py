"""The folders of workspaces. A workspace is None where it is the Main workspace."""

import msgspec

from lundi.core.paging import Window
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.boards import folder_actions as moves
from lundi.domains.boards.places import list_folders
from lundi.domains.workspaces import folder_actions
from lundi.domains.workspaces import schemas as workspaces
from lundi.domains.workspaces.schemas import NO_CHOICE
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.shapes import Done, Id, Name

ALL = Window(take=100_000)


class Folder(msgspec.Struct):
    """`position` sorts byte by byte among those of the same parent."""

    id: int
    name: str
    color: str | None
    workspace_id: int | None
    parent_id: int | None
    position: str


class NewFolder(msgspec.Struct):
    name: Name
    workspace_id: Id | None = None
    parent_id: Id | None = None


class FolderChange(msgspec.Struct):
    """The colours are those of API v2; an empty one takes it away."""

    name: Name | None = None
    color: str | None = None


class FolderPlace(msgspec.Struct):
    """In another folder or right in a workspace; without both, in the Main workspace. Right before or after `beside_id`, else last."""

    workspace_id: Id | None = None
    parent_id: Id | None = None
    beside_id: Id | None = None
    is_after: bool = True


@get("/folders")
async def get_folders(work: Work) -> list[Folder]:
    """The folders one sees, of all workspaces."""
    return [_shown(folder) for folder in await list_folders(work, ALL)]


@post("/folders")
async def create_folder(work: Work, given: NewFolder) -> Folder:
    """A folder at the end of another one, or of a workspace."""
    folder = await folder_actions.create_folder(
        work,
        owner_id=await act_as(work, None),
        name=given.name,
        workspace_id=given.workspace_id,
        parent_id=given.parent_id,
    )
    return _shown(folder)


@put("/folders/{folder_id}")
async def change_folder(work: Work, folder_id: int, given: FolderChange) -> Folder:
    """Rename or recolour a folder."""
    color = NO_CHOICE if given.color == "" else given.color
    return _shown(await folder_actions.change_folder(work, folder_id, name=given.name, color=color))


@post("/folders/{folder_id}/move")
async def move_folder(work: Work, folder_id: int, given: FolderPlace) -> Folder:
    """Put a folder elsewhere, with all that is in it."""
    if given.beside_id is not None:
        moved = await moves.place_folder(work, folder_id, given.beside_id, is_after=given.is_after)
    else:
        moved = await moves.move_folder(work, folder_id, given.workspace_id, given.parent_id)
    return _shown(moved)


@delete("/folders/{folder_id}")
async def delete_folder(work: Work, folder_id: int) -> Done:
    """Delete a folder; what is in it stays."""
    await moves.delete_folder(work, folder_id)
    return Done()


def _shown(folder: workspaces.Folder) -> Folder:
    return Folder(
        id=folder.id,
        name=folder.name,
        color=folder.color,
        workspace_id=folder.workspace_id,
        parent_id=folder.parent_id,
        position=folder.position,
    )

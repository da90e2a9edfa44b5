"""How the folders of a workspace stand in each other, and where there is room for one more."""

from collections.abc import Iterable

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.ordering import between
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.workspaces.access import lock_workspace
from lundi.domains.workspaces.folder_access import FOLDER_COLUMNS, Place
from lundi.domains.workspaces.schemas import DEEPEST, Folder, Workspace
from lundi.domains.workspaces.tables import folders

_IN_WORKSPACE = (
    sa.select(*FOLDER_COLUMNS)
    .where(
        folders.c.account_id == parameter("account_id"),
        folders.c.workspace_id.is_not_distinct_from(parameter("workspace_id")),
    )
    .order_by(folders.c.position, folders.c.id)
)


class FolderTree:
    """The folders of one workspace, as long as nobody else changes how they stand."""

    def __init__(self, found: Iterable[Folder]) -> None:
        self._folders = {folder.id: folder for folder in found}

    def children(self, folder_id: int | None) -> list[Folder]:
        """In their order; of the workspace itself for None."""
        return [folder for folder in self._folders.values() if folder.parent_id == folder_id]

    def whole(self, folder_id: int) -> list[Folder]:
        """The folder and all that are in it."""
        inner = [one for child in self.children(folder_id) for one in self.whole(child.id)]
        return [self._folders[folder_id], *inner]

    def check_room(self, place: Place, moved: "FolderTree", folder_id: int) -> None:
        """For a folder of `moved`, which may be this tree itself. Invalid within itself, and where it would be too deep."""
        if place.folder_id in {folder.id for folder in moved.whole(folder_id)}:
            raise Invalid(f"Folder {folder_id} can't be put into itself.")
        self.check_depth(place, moved._height(folder_id))

    def check_depth(self, place: Place, height: int = 1) -> None:
        if self._level(place.folder_id) + height > DEEPEST:
            raise Invalid(f"Folders are at most {DEEPEST} levels deep.")

    def place_at_end(self, place: Place) -> str:
        last = [folder.position for folder in self.children(place.folder_id)][-1:]
        return between(last[0] if last else None, None)

    def place_beside(self, neighbour: Folder, moved: Folder, *, is_after: bool) -> str:
        """As if the moved one was away already."""
        others = [one for one in self.children(neighbour.parent_id) if one.id != moved.id]
        index = [one.id for one in others].index(neighbour.id) + is_after
        places = [None, *(one.position for one in others), None]
        return between(places[index], places[index + 1])

    def _level(self, folder_id: int | None) -> int:
        if folder_id is None:
            return 0
        return 1 + self._level(self._folders[folder_id].parent_id)

    def _height(self, folder_id: int) -> int:
        return 1 + max((self._height(child.id) for child in self.children(folder_id)), default=0)


async def folder_tree(work: Work, workspace: Workspace) -> FolderTree:
    """To change it, until the end of the transaction: who comes second waits."""
    await lock_workspace(work, workspace)
    found = await work.all(_IN_WORKSPACE, Folder, workspace_id=workspace.kept_id)
    return FolderTree(found)

"""Moving and deleting folders, and what becomes of the boards in them."""

import sqlalchemy as sa

from lundi.core.errors import Forbidden, Invalid
from lundi.core.ordering import several_between
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.place_actions import put_board
from lundi.domains.boards.tables import boards
from lundi.domains.workspaces.access import owns_workspace, workspace_to_use
from lundi.domains.workspaces.events import FolderDeleted, FolderMoved
from lundi.domains.workspaces.folder_access import (
    FOLDER_COLUMNS,
    Place,
    folder_to_edit,
    place_to_use,
)
from lundi.domains.workspaces.folder_tree import FolderTree, folder_tree
from lundi.domains.workspaces.schemas import Folder
from lundi.domains.workspaces.tables import folders

_THE_FOLDER = sa.and_(
    folders.c.account_id == parameter("account_id"), folders.c.id == parameter("folder_id")
)
# Those that the actor doesn't see too.
_BOARDS_IN = (
    sa.select(boards.c.id, boards.c.folder_id)
    .where(boards.c.account_id == parameter("account_id"), one_of(boards.c.folder_id, "folder_ids"))
    .order_by(boards.c.id)
)
_PUT = (
    sa.update(folders)
    .where(_THE_FOLDER)
    .values(
        workspace_id=parameter("workspace_id"),
        parent_id=parameter("parent_id"),
        position=parameter("position", sa.Text),
        updated_at=parameter("now"),
    )
    .returning(*FOLDER_COLUMNS)
)
_DELETE = sa.delete(folders).where(_THE_FOLDER)


async def move_folder(
    work: Work, folder_id: int, workspace_id: int | None, parent_id: int | None
) -> Folder:
    """To the end of where `place_to_use` says, with all that is in it.

    With boards in it, seen or not, it leaves a workspace by an owner of that or an admin only: others may see them there.
    """
    folder = await folder_to_edit(work, folder_id)
    place = await place_to_use(work, workspace_id, parent_id)
    tree = await folder_tree(work, place.workspace)
    return await _move(work, folder, place, tree, tree.place_at_end(place))


async def place_folder(
    work: Work, folder_id: int, neighbour_id: int, *, is_after: bool = True
) -> Folder:
    """Right after or before another folder, wherever that is; else as `move_folder`."""
    folder = await folder_to_edit(work, folder_id)
    neighbour = await folder_to_edit(work, neighbour_id)
    if neighbour.id == folder.id:
        raise Invalid(f"Folder {folder_id} can't be placed beside itself.")
    place = await place_to_use(work, neighbour.workspace_id, neighbour.parent_id)
    tree = await folder_tree(work, place.workspace)
    position = tree.place_beside(neighbour, folder, is_after=is_after)
    return await _move(work, folder, place, tree, position)


async def delete_folder(work: Work, folder_id: int) -> Folder:
    """What is in it stays: its boards in the workspace without a folder, its sub folders in its place. Gives it as it was."""
    folder = await folder_to_edit(work, folder_id)
    tree = await folder_tree(work, await workspace_to_use(work, folder.workspace_id))
    inner = tree.children(folder.id)
    after = [
        one.position for one in tree.children(folder.parent_id) if one.position > folder.position
    ]
    positions = several_between(folder.position, after[0] if after else None, len(inner))
    for sub_folder, position in zip(inner, positions, strict=True):
        await _put(work, sub_folder, folder.workspace_id, folder.parent_id, position)
    for board_id, _ in await _boards_in(work, [folder]):
        await put_board(work, board_id, folder.workspace_id, None)
    await work.run(_DELETE, folder_id=folder.id)
    work.record(FolderDeleted(folder_id=folder.id, name=folder.name))
    return folder


async def _move(
    work: Work, folder: Folder, place: Place, tree: FolderTree, position: str
) -> Folder:
    if place.workspace_id == folder.workspace_id:
        tree.check_room(place, tree, folder.id)
        return await _put(work, folder, folder.workspace_id, place.folder_id, position)
    left = await workspace_to_use(work, folder.workspace_id)
    left_tree = await folder_tree(work, left)
    tree.check_room(place, left_tree, folder.id)
    whole = left_tree.whole(folder.id)
    found = await _boards_in(work, whole)
    if found and not owns_workspace(work, left):
        raise Forbidden(
            f"Only an owner of workspace {left.id} or an admin may take boards out of it with a folder."
        )
    for inner in whole[1:]:
        await _put(work, inner, place.workspace_id, inner.parent_id, inner.position)
    for board_id, folder_id in found:
        await put_board(work, board_id, place.workspace_id, folder_id)
    return await _put(work, folder, place.workspace_id, place.folder_id, position)


async def _put(
    work: Work, folder: Folder, workspace_id: int | None, parent_id: int | None, position: str
) -> Folder:
    work.record(FolderMoved(folder_id=folder.id, workspace_id=workspace_id, parent_id=parent_id))
    return await work.one(
        _PUT,
        Folder,
        folder_id=folder.id,
        workspace_id=workspace_id,
        parent_id=parent_id,
        position=position,
    )


async def _boards_in(work: Work, found: list[Folder]) -> list[tuple[int, int]]:
    ids = id_list(folder.id for folder in found)
    return await work.all(
        _BOARDS_IN, lambda board_id, folder_id: (board_id, folder_id), folder_ids=ids
    )

"""Creating and changing folders. What becomes of the boards in them is in `boards/folder_actions.py`."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.actions import check_one_of, checked_name
from lundi.domains.workspaces.events import FolderChanged, FolderCreated
from lundi.domains.workspaces.folder_access import FOLDER_COLUMNS, folder_to_edit, place_to_use
from lundi.domains.workspaces.folder_tree import folder_tree
from lundi.domains.workspaces.schemas import COLORS, ICONS, NO_CHOICE, WEIGHTS, Folder
from lundi.domains.workspaces.tables import folders

_ADD = (
    sa.insert(folders)
    .values(
        account_id=parameter("account_id"),
        id=parameter("id"),
        workspace_id=parameter("workspace_id"),
        parent_id=parameter("parent_id"),
        position=parameter("position", sa.Text),
        name=parameter("name", sa.Text),
        color=parameter("color", sa.Text),
        custom_icon=parameter("custom_icon", sa.Text),
        font_weight=parameter("font_weight", sa.Text),
        owner_id=parameter("owner_id"),
        created_at=parameter("now"),
        updated_at=parameter("now"),
    )
    .returning(*FOLDER_COLUMNS)
)
_CHANGE = (
    sa.update(folders)
    .where(folders.c.account_id == parameter("account_id"), folders.c.id == parameter("folder_id"))
    .values(
        name=parameter("name", sa.Text),
        color=parameter("color", sa.Text),
        custom_icon=parameter("custom_icon", sa.Text),
        font_weight=parameter("font_weight", sa.Text),
        updated_at=parameter("now"),
    )
    .returning(*FOLDER_COLUMNS)
)


async def create_folder(
    work: Work,
    *,
    owner_id: int | None,
    name: str,
    workspace_id: int | None = None,
    parent_id: int | None = None,
    color: str | None = None,
    custom_icon: str | None = None,
    font_weight: str | None = None,
) -> Folder:
    """At the end of its parent folder or workspace; `owner_id` comes from `accounts.access.act_as_if_named`."""
    place = await place_to_use(work, workspace_id, parent_id)
    name = checked_name("The folder's name", name)
    tree = await folder_tree(work, place.workspace)
    tree.check_depth(place)
    folder = await work.one(
        _ADD,
        Folder,
        id=await work.new_id("folder"),
        workspace_id=place.workspace_id,
        parent_id=place.folder_id,
        position=tree.place_at_end(place),
        name=name,
        color=_chosen("color", color, COLORS, None),
        custom_icon=_chosen("custom icon", custom_icon, ICONS, None),
        font_weight=_chosen("font weight", font_weight, WEIGHTS, None),
        owner_id=owner_id,
    )
    work.record(FolderCreated(folder_id=folder.id, workspace_id=folder.workspace_id, name=name))
    return folder


async def change_folder(
    work: Work,
    folder_id: int,
    *,
    name: str | None = None,
    color: str | None = None,
    custom_icon: str | None = None,
    font_weight: str | None = None,
) -> Folder:
    """None leaves it as it is; NO_CHOICE takes a colour, icon or weight away."""
    folder = await folder_to_edit(work, folder_id)
    changed = await work.one(
        _CHANGE,
        Folder,
        folder_id=folder.id,
        name=folder.name if name is None else checked_name("The folder's name", name),
        color=_chosen("color", color, COLORS, folder.color),
        custom_icon=_chosen("custom icon", custom_icon, ICONS, folder.custom_icon),
        font_weight=_chosen("font weight", font_weight, WEIGHTS, folder.font_weight),
    )
    work.record(FolderChanged(folder_id=folder.id, name=changed.name))
    return changed


def _chosen(
    what: str, given: str | None, known: tuple[str, ...], present: str | None
) -> str | None:
    if given is None:
        return present
    check_one_of(what, given, (*known, NO_CHOICE))
    return None if given == NO_CHOICE else given

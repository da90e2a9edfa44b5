"""Docs and their blocks as the product knows them. Times in microseconds."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

from lundi.domains.workspaces.schemas import Folder

Content: TypeAlias = dict[str, Any]
"""What a block holds, as `content.checked_content` gives it."""

TEXT = "normal_text"
TITLES = ("large_title", "medium_title", "small_title")
CODE, QUOTE = "code", "quote"
BULLETED, NUMBERED, CHECK_LIST = "bulleted_list", "numbered_list", "check_list"
LISTS = (BULLETED, NUMBERED, CHECK_LIST)
TEXTS = (TEXT, *TITLES, CODE, QUOTE)
DIVIDER, PAGE_BREAK, NOTICE_BOX = "divider", "page_break", "notice_box"
IMAGE, VIDEO = "image", "video"
TABLE, LAYOUT = "table", "layout"
CELL = "cell"
"""Made with its table or layout, and gone with it."""
THEMES = ("info", "tips", "warning", "general")


class Doc(msgspec.Struct, frozen=True):
    """`pulse_id` and `board_id` where it is of a pulse; `state` then is the pulse's, else `active`.

    `owned`: the actor may delete it. `workspace_id` is None in the Main workspace. `revision` grows with each change of the blocks.
    """

    id: int
    name: str
    kind: str
    workspace_id: int | None
    folder_id: int | None
    pulse_id: int | None
    column_id: str | None
    board_id: int | None
    state: str
    creator_id: int | None
    created_at: int
    updated_at: int
    revision: int
    owned: bool

    def folder_in(self, folders: Mapping[int, Folder | None]) -> int | None:
        """Where it is now: its folder may be gone, or have gone elsewhere, since."""
        folder = folders.get(self.folder_id or 0)
        is_there = folder is not None and folder.workspace_id == self.workspace_id
        return self.folder_id if is_there else None

    @property
    def is_description(self) -> bool:
        """Of a pulse, and in none of its cells."""
        return self.pulse_id is not None and self.column_id is None


class Block(msgspec.Struct, frozen=True):
    id: int
    doc_id: int
    parent_id: int | None
    position: str
    type: str
    content: Content
    creator_id: int | None
    created_at: int
    updated_at: int


class NewBlock(msgspec.Struct, frozen=True):
    """To be added. `inner`: the blocks in it; of a table its cells row by row, `columns` to a row."""

    type: str
    content: Content = {}
    inner: "tuple[NewBlock, ...]" = ()
    columns: int = 0

    @property
    def size(self) -> int:
        """With all that are in it."""
        return 1 + sum(one.size for one in self.inner)


class Written(msgspec.Struct, frozen=True):
    """A block as an editor leaves it; `id`: which one that is, None for a new one. Else as NewBlock.

    Without `content` it is as it was, with all that is in it.
    """

    id: int | None = None
    type: str = ""
    content: Content | None = None
    inner: "list[Written]" = []
    columns: int = 0

"""Workspaces and folders as the product knows them. Times in microseconds."""

import msgspec

from lundi.domains.accounts.schemas import User
from lundi.domains.teams.schemas import Team

OPEN, CLOSED = "open", "closed"
KINDS = (OPEN, CLOSED, "template")
"""A template is as open as an open one."""
ACTIVE, DELETED = "active", "deleted"
MAIN_WORKSPACE = "Main workspace"

NO_CHOICE = "NULL"
"""Takes away a folder's colour, icon or weight."""
COLORS = (
    "AQUAMARINE",
    "BRIGHT_BLUE",
    "BRIGHT_GREEN",
    "CHILI_BLUE",
    "DARK_ORANGE",
    "DARK_PURPLE",
    "DARK_RED",
    "DONE_GREEN",
    "INDIGO",
    "LIPSTICK",
    "PURPLE",
    "SOFIA_PINK",
    "STUCK_RED",
    "SUNSET",
    "WORKING_ORANGE",
)
ICONS = ("FOLDER", "MOREBELOW", "MOREBELOWFILLED", "WORK")
WEIGHTS = (
    "FONT_WEIGHT_BOLD",
    "FONT_WEIGHT_LIGHT",
    "FONT_WEIGHT_NORMAL",
    "FONT_WEIGHT_VERY_LIGHT",
)
DEEPEST = 3
"""Levels of folders, the outermost counted."""


class Workspace(msgspec.Struct, frozen=True):
    """`owned`: the actor is one of its owners, by themselves or by a team."""

    id: int
    name: str
    description: str | None
    kind: str
    state: str
    is_default: bool
    creator_id: int | None
    created_at: int
    updated_at: int
    owned: bool

    @property
    def kept_id(self) -> int | None:
        """As boards and folders keep it: None for the Main workspace."""
        return None if self.is_default else self.id


class UserSubscriber(msgspec.Struct, frozen=True):
    user: User
    as_owner: bool


class TeamSubscriber(msgspec.Struct, frozen=True):
    team: Team
    as_owner: bool


class Folder(msgspec.Struct, frozen=True):
    """`workspace_id` is None in the Main workspace; `parent_id` for a folder that is in no other."""

    id: int
    workspace_id: int | None
    parent_id: int | None
    position: str
    name: str
    color: str | None
    custom_icon: str | None
    font_weight: str | None
    owner_id: int | None
    created_at: int
    updated_at: int

"""Boards, groups and columns as the product knows them. Times in microseconds."""

from hashlib import blake2b
from typing import Any

import msgspec

from lundi.domains.accounts.schemas import User
from lundi.domains.teams.schemas import Team

KINDS = ("public", "share", "private")
EVERYONE, COLLABORATORS, ASSIGNEE, OWNERS = "everyone", "collaborators", "assignee", "owners"
PERMISSIONS = (EVERYONE, COLLABORATORS, ASSIGNEE, OWNERS)
"""Who may change a board and what is on it: all who see it, its subscribers, of an item those it is assigned to, its owners."""
ACTIVE, ARCHIVED, DELETED = "active", "archived", "deleted"


class Board(msgspec.Struct, frozen=True):
    """`owned`: the actor is its creator or, by themselves or by a team, a subscriber of it as admin. `editable`: they
    may change it and all that is on it, by its `permissions`; whether they may write at all is another question.

    `workspace_id` is None in the Main workspace. `parent_board_id`: of the board whose subitems this one holds; who sees it, where
    it is and its state are that one's.
    """

    id: int
    name: str
    description: str | None
    kind: str
    state: str
    creator_id: int | None
    workspace_id: int | None
    folder_id: int | None
    parent_board_id: int | None
    permissions: str
    communication: str | None
    item_nickname: dict[str, Any] | None
    created_at: int
    updated_at: int
    owned: bool
    editable: bool


class Group(msgspec.Struct, frozen=True):
    board_id: int
    id: str
    title: str
    color: str
    position: str
    state: str


class Column(msgspec.Struct, frozen=True):
    """`settings`: what the column type makes of those it was given, and color; none of them must be there."""

    board_id: int
    id: str
    title: str
    type: str
    settings: dict[str, Any]
    description: str | None
    width: int | None
    state: str

    @property
    def revision(self) -> str:
        """Another one after each change of what API v2 can change of it."""
        told = (self.title, self.type, self.settings, self.description, self.width)
        return blake2b(msgspec.json.encode(told), digest_size=8).hexdigest()


FAVORITE_KINDS = BOARD, FOLDER, WORKSPACE = ("Board", "Folder", "Workspace")


class Favorite(msgspec.Struct, frozen=True):
    """`kind` says of what `object_id` is the id."""

    id: int
    kind: str
    object_id: int
    position: str
    created_at: int
    updated_at: int


class Choices(msgspec.Struct, frozen=True):
    """What one user chose about a board. `choices` is the web app's own; None where nothing was chosen."""

    favorite: bool
    choices: dict[str, Any] | None


class Subscription(msgspec.Struct, frozen=True):
    user_id: int
    as_admin: bool


class Subscriber(msgspec.Struct, frozen=True):
    user: User
    as_admin: bool


class TeamSubscription(msgspec.Struct, frozen=True):
    team: Team
    as_admin: bool


class BoardInFull(msgspec.Struct, frozen=True):
    """The active columns and groups, each in their order."""

    board: Board
    columns: list[Column]
    groups: list[Group]

"""What the web app reads, and how ours become it. Times in microseconds; positions are text keys that sort byte by byte."""

from typing import Annotated, Any

import msgspec

from lundi.domains.boards import schemas as boards
from lundi.entrypoints.app_api.view_shapes import View
from lundi.entrypoints.shared.rows import Row

Title = Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
LongText = Annotated[str, msgspec.Meta(max_length=64 * 1024)]
Color = Annotated[str, msgspec.Meta(pattern="^#[0-9a-fA-F]{6}$", max_length=7)]

# What a database can hold.
Id = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Ids = Annotated[list[Id], msgspec.Meta(max_length=1000)]


class Done(msgspec.Struct):
    done: bool = True


class BoardInList(msgspec.Struct):
    """`workspace_id` is None in the Main workspace."""

    id: int
    name: str
    kind: str
    owned: bool
    favorite: bool
    workspace_id: int | None
    folder_id: int | None


class Group(msgspec.Struct):
    id: str
    title: str
    color: str
    position: str


class Column(msgspec.Struct):
    id: str
    title: str
    type: str
    settings: dict[str, Any]


class Subscriber(msgspec.Struct):
    user_id: int
    is_owner: bool


class TeamSubscriber(msgspec.Struct):
    team_id: int
    is_owner: bool


class Assignee(msgspec.Struct):
    """Who one is to people columns."""

    user_id: int
    team_ids: list[int]


class Subitems(msgspec.Struct):
    """Those of a board's pulses: the board that they are the rows of, and how many there are under whom."""

    board_id: int
    counts: dict[int, int]


class Board(msgspec.Struct):
    """`may_write`: one may change the board and all that is on it; `assignee`: only pulses that are assigned to those, so to
    oneself; `may_comment`: whoever may change the board, one may post updates and follow pulses.

    `subitems`: None until there has been one. `parent_board_id`: of a board of subitems, that of their parents.

    `favorite` and `choices` are one's own; `choices` is what the web app last kept there.

    `views`: those that are tables, the oldest first.

    `last_event`: what happened up to it is in here; ask the live socket for what came after.
    """

    id: int
    name: str
    description: str | None
    kind: str
    state: str
    owned: bool
    favorite: bool
    choices: dict[str, Any] | None
    permissions: str
    may_write: bool
    may_comment: bool
    assignee: Assignee | None
    may_archive: bool
    groups: list[Group]
    columns: list[Column]
    views: list[View]
    rows: list[Row]
    subitems: Subitems | None
    parent_board_id: int | None
    subscribers: list[Subscriber]
    teams: list[TeamSubscriber]
    last_event: int


def show_board_in_list(board: boards.Board, favorite: bool) -> BoardInList:
    return BoardInList(
        id=board.id,
        name=board.name,
        kind=board.kind,
        owned=board.owned,
        favorite=favorite,
        workspace_id=board.workspace_id,
        folder_id=board.folder_id,
    )


def show_subscriber(board: boards.Board, subscription: boards.Subscription) -> Subscriber:
    is_owner = subscription.as_admin or subscription.user_id == board.creator_id
    return Subscriber(subscription.user_id, is_owner)


def show_group(group: boards.Group) -> Group:
    return Group(group.id, group.title, group.color, group.position)


def show_column(column: boards.Column) -> Column:
    return Column(column.id, column.title, column.type, column.settings)

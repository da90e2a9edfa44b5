"""What can happen to a board and its parts."""

from typing import Any

from lundi.core.work import Event


class BoardCreated(Event, frozen=True):
    name: str
    kind: str


class BoardChanged(Event, frozen=True):
    """`old` and `new`: what was changed of it, by its name."""

    name: str
    old: dict[str, Any]
    new: dict[str, Any]


class BoardKindChanged(Event, frozen=True):
    """Who sees the board is another circle now."""

    old: str
    new: str


class BoardPermissionsChanged(Event, frozen=True):
    """Who may change the board is another circle now."""

    old: str
    new: str


class BoardMoved(Event, frozen=True):
    """To there; `workspace_id` is None for the Main workspace."""

    workspace_id: int | None
    folder_id: int | None


class BoardArchived(Event, frozen=True):
    pass


class BoardDeleted(Event, frozen=True):
    pass


class BoardRestored(Event, frozen=True):
    pass


class GroupCreated(Event, frozen=True):
    group_id: str
    title: str


class GroupChanged(Event, frozen=True):
    """`old` and `new`: what was changed of it, by its name."""

    group_id: str
    title: str
    color: str
    old: dict[str, Any]
    new: dict[str, Any]


class GroupDuplicated(Event, frozen=True):
    """With its pulses, as `group_id`."""

    group_id: str
    original_id: str
    title: str


class BoardDuplicated(Event, frozen=True):
    """As the board of this event."""

    original_id: int


class GroupPlaced(Event, frozen=True):
    """Right after that group of its board; None: on top."""

    group_id: str
    after_id: str | None


class GroupArchived(Event, frozen=True):
    group_id: str


class GroupDeleted(Event, frozen=True):
    group_id: str


class GroupRestored(Event, frozen=True):
    group_id: str


class GroupMoved(Event, frozen=True):
    """With all its pulses, to the board of this event."""

    group_id: str
    from_board_id: int
    from_group_id: str


class GroupLeft(Event, frozen=True):
    """The board of this event, with all its pulses, for another one."""

    group_id: str


class ColumnCreated(Event, frozen=True):
    column_id: str
    type: str
    title: str


class ColumnChanged(Event, frozen=True):
    """`old` and `new`: what was changed of it, by its name."""

    column_id: str
    title: str
    old: dict[str, Any]
    new: dict[str, Any]


class ColumnPlaced(Event, frozen=True):
    """Right after that column."""

    column_id: str
    after_id: str


class ColumnDeleted(Event, frozen=True):
    column_id: str


class ColumnRestored(Event, frozen=True):
    column_id: str


class BoardSubscribed(Event, frozen=True):
    user_id: int
    as_admin: bool


class BoardUnsubscribed(Event, frozen=True):
    user_id: int


class BoardTeamSubscribed(Event, frozen=True):
    team_id: int
    as_admin: bool


class BoardTeamUnsubscribed(Event, frozen=True):
    team_id: int

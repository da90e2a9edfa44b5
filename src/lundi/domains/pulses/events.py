"""What can happen to a pulse."""

from typing import Any

from lundi.core.work import Event


class PulseCreated(Event, frozen=True):
    """`parent_id`: of a subitem."""

    group_id: str
    name: str
    parent_id: int | None = None


class PulseRenamed(Event, frozen=True):
    old: str
    new: str


class PulseMoved(Event, frozen=True):
    """`old` and `new`: [board id, group id]."""

    old: list[Any]
    new: list[Any]


class PulseLeft(Event, frozen=True):
    """The board of this event, for another one."""


class PulseDuplicated(Event, frozen=True):
    original_id: int


class PulseArchived(Event, frozen=True):
    pass


class PulseDeleted(Event, frozen=True):
    pass


class PulseRestored(Event, frozen=True):
    pass


class PulsePurged(Event, frozen=True):
    """Gone for good, with all that hung on it."""


class ValueChanged(Event, frozen=True):
    """`old` and `new` as stored, None where empty."""

    column_id: str
    old: Any
    new: Any


class PulseSubscribed(Event, frozen=True):
    user_id: int
    as_admin: bool


class PulseUnsubscribed(Event, frozen=True):
    user_id: int

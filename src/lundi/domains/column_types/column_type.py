"""What every column type tells about itself."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

People: TypeAlias = Mapping[int, "Person"]
Stored: TypeAlias = Any
"""A value as the database keeps it: JSON, never null."""


class Person(msgspec.Struct, frozen=True):
    """A user as a person column shows them."""

    name: str
    id: int
    photo_url: str
    is_guest: bool


def as_stored(value: Stored, people: People) -> Any:
    return value


def nobody(value: Stored) -> tuple[int, ...]:
    return ()


class ColumnType(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    shown_as: str
    """Its name in REST API v1."""
    creatable: bool = True
    empty: str | None = None
    """What REST API v1 reads where there is no value."""
    show: Callable[[Stored, People], Any] = as_stored
    """What REST API v1 reads: (stored, the people it may name)."""
    show_after_change: Callable[[Stored, People], Any] = as_stored
    """What REST API v1 answers to a change."""
    sort_key: Callable[[Stored], Any] = lambda value: value
    people: Callable[[Stored], tuple[int, ...]] = nobody
    """The users that a value names."""

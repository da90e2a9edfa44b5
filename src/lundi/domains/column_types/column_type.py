"""What every column type tells about itself."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.column_types.inputs import check_settings, check_storable

if TYPE_CHECKING:
    from lundi.domains.column_types.filtering import Filters

People: TypeAlias = Mapping[int, "Person"]
Stored: TypeAlias = Any
"""A value as the database keeps it: JSON, never null."""
Settings: TypeAlias = Mapping[str, Any]


class UnknownLabel(Invalid):
    """The column has no such label, and none was to be made."""


class Person(msgspec.Struct, frozen=True):
    """A user as a person column shows them."""

    name: str
    id: int
    photo_url: str
    is_guest: bool


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a pulse itself knows; times in microseconds."""

    pulse_id: int
    created_at: int
    updated_at: int
    creator_id: int | None = None
    updated_by: int | None = None
    number: int | None = None
    """Which of its board's pulses it was, the first being 1."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What a value is read or written beside; a type looks nothing up itself."""

    settings: Settings = {}
    """The column's."""
    users: People = {}
    teams: Mapping[int, str] = {}
    """Names by id, like `tags`."""
    tags: Mapping[int, str] = {}
    assets: Mapping[int, str] = {}
    """Addresses by id, like `docs`."""
    docs: Mapping[int, str] = {}
    zone: tzinfo = UTC
    """The reader's."""
    viewer_id: int = 0
    """The reader."""
    now: int = 0
    """In microseconds; so many are days counted from."""
    facts: Facts | None = None
    make_labels: bool = False
    """Labels that the column doesn't have are made; otherwise they raise UnknownLabel."""

    @property
    def moment(self) -> datetime:
        return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=self.now)

    def as_day(self, microseconds: int) -> date:
        """In the reader's zone."""
        moment = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=microseconds)
        return moment.astimezone(self.zone).date()


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What an input means. `value` None clears the cell.

    That the users, teams, tags and pulses exist is for the action to check.
    """

    value: Stored | None = None
    settings: dict[str, Any] | None = None
    """The column's new settings, where labels were made."""
    users: tuple[int, ...] = ()
    teams: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    pulses: tuple[int, ...] = ()
    emails: tuple[str, ...] = ()
    """Of people named by address; `person.with_users` puts their ids in their places."""


CLEARED = Given()


def as_stored(value: Stored, people: People) -> Any:
    return value


def as_in_v2(value: Stored, people: People) -> Any:
    """Stands for the type's own `value_of`."""
    raise NotImplementedError


def stored_itself(value: Stored, around: Around) -> Any:
    return value


def none(value: Any, around: Around) -> None:
    return None


def laid_over(settings: Settings, given: Settings) -> dict[str, Any]:
    return {**settings, **given}


def empty_text(value: Any, around: Around) -> str:
    return ""


def no_fields(value: Stored | None, around: Around) -> dict[str, Any]:
    return {}


def nobody(value: Stored) -> tuple[int, ...]:
    return ()


class ColumnType(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    in_v2: str = ""
    """Its name in API v2's enum ColumnType; `name` where not given."""
    internal: str = ""
    """The name that refusals of API v2 report; `name` where not given."""
    shown_as: str = ""
    """Its name in REST API v1; `internal` where not given."""
    v2_type: str = "UnsupportedValue"
    creatable: bool = True
    creatable_in_v1: bool = False
    writable: bool = True
    clearable: bool = True
    from_facts: bool = False
    """What it shows comes from the pulse's facts; nothing is stored."""
    read_json: Callable[[Any, Around], Given] | None = None
    """Of JSON that isn't a string."""
    read_text: Callable[[str, Around], Given] | None = None
    value_of: Callable[[Stored, Around], Any] = stored_itself
    text_of: Callable[[Stored, Around], str | None] = empty_text
    text_if_empty: str | None = ""
    fields: Callable[[Stored | None, Around], dict[str, Any]] = no_fields
    """Those of the fragment type of API v2: ids as numbers, times in microseconds, days as YYYY-MM-DD."""
    complete: Callable[[Settings], dict[str, Any]] = dict
    """Checks the settings that a new column is given and adds what is missing."""
    settings_schema: Mapping[str, Any] = {}
    """As JSON Schema: what `complete` reads of them, by name."""
    changed: Callable[[Settings, Settings], dict[str, Any]] = laid_over
    """(what the settings are, what is given to change them): what is left to `complete`."""
    settings_v2: Callable[[Settings], dict[str, Any]] = dict
    """As API v2 reads them."""
    operators: frozenset[str] = frozenset()
    """By which API v2 can filter."""
    filters: "Filters | None" = None
    """How it can; needed where there are operators."""
    empty: str | None = None
    """What REST API v1 reads where there is no value."""
    show: Callable[[Stored, People], Any] = as_in_v2
    """What REST API v1 reads: (stored, the people it may name)."""
    show_after_change: Callable[[Stored, People], Any] = as_stored
    """What REST API v1 answers to a change."""
    sort_key: Callable[[Stored], Any] = lambda value: value
    people: Callable[[Stored], tuple[int, ...]] = nobody
    """The users that a value names; the same for teams, tags and assets."""
    teams: Callable[[Stored], tuple[int, ...]] = nobody
    tags: Callable[[Stored], tuple[int, ...]] = nobody
    assets: Callable[[Stored], tuple[int, ...]] = nobody

    @property
    def id_prefix(self) -> str:
        """What the ids of its columns made by API v2 start with."""
        return self.internal.replace("-", "_")

    @property
    def names_others(self) -> bool:
        """Its values can name users, teams, tags or assets."""
        return any(one is not nobody for one in (self.people, self.teams, self.tags, self.assets))

    def from_json(self, given: Any, around: Around) -> Given:
        """Of an object of API v2, decoded, or its simple string; None, {} and "" clear."""
        check_storable(given)
        if given is None or given in ({}, ""):
            return self._cleared()
        if isinstance(given, str):
            return self.from_text(given, around)
        if not self.writable:
            raise self._unwritable()
        if self.read_json is None:
            raise Invalid(f"A value of type {self.in_v2} is given as a simple string, not as JSON.")
        return self.read_json(given, around)

    def from_text(self, text: str, around: Around) -> Given:
        """Of API v2's simple string."""
        check_storable(text)
        if not text:
            return self._cleared()
        if not self.writable:
            raise self._unwritable()
        if self.read_text is None:
            raise Invalid(f"A value of type {self.in_v2} is given as JSON, not as a simple string.")
        return self.read_text(text, around)

    def value(self, stored: Stored | None, around: Around) -> Any:
        """What `value` of API v2 reads, before it becomes a JSON text."""
        missing = around.facts is None if self.from_facts else stored is None
        return None if missing else self.value_of(stored, around)

    def text(self, stored: Stored | None, around: Around) -> str | None:
        """What `text` of API v2 reads."""
        missing = around.facts is None if self.from_facts else stored is None
        return self.text_if_empty if missing else self.text_of(stored, around)

    def schema_of_settings(self) -> dict[str, Any]:
        """JSON Schema of what a column of this type can be given as settings; others are kept as they are given."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"Settings of {self.in_v2} columns",
            "type": "object",
            "properties": dict(self.settings_schema),
            "additionalProperties": True,
        }

    def defaults(self, settings: Any) -> dict[str, Any]:
        """The settings of a new column, checked and completed."""
        return self.complete(check_settings(settings))

    def _cleared(self) -> Given:
        if not self.writable:
            raise self._unwritable()
        if not self.clearable:
            raise Invalid(f"A value of type {self.in_v2} can't be empty.")
        return CLEARED

    def _unwritable(self) -> Invalid:
        return Invalid(f"Values of type {self.in_v2} can't be written.")

    def __post_init__(self) -> None:
        put = msgspec.structs.force_setattr
        put(self, "in_v2", self.in_v2 or self.name)
        put(self, "internal", self.internal or self.name)
        put(self, "shown_as", self.shown_as or self.internal)
        if self.show is as_in_v2:
            alone = self.value_of
            show = (
                as_stored if alone is stored_itself else lambda stored, _: alone(stored, Around())
            )
            put(self, "show", show)

"""A time zone. Stored: its name in the IANA database."""

import zoneinfo
from functools import cache
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import VALUE
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TERMS

_FORM = 'a time zone, written {"timezone": "Europe/London"}'
_LONGEST = 100


def read_json(given: Any, around: Around) -> Given:
    name = plain_text(mapping(given, _FORM).get("timezone"), _FORM, _LONGEST)
    return Given(value=_zone(name) if name else None)


def read_text(text: str, around: Around) -> Given:
    return Given(value=_zone(text))


def value_of(stored: Stored, around: Around) -> Any:
    return {"timezone": stored}


def text_of(stored: Stored, around: Around) -> str:
    return str(stored)


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"timezone": stored}


def _zone(given: str) -> str:
    name = _zones().get(given.strip().lower())
    if name is None:
        raise unfit(given, "a time zone like Europe/London")
    return name


@cache
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in zoneinfo.available_timezones()}


TYPE = ColumnType(
    name="world_clock",
    internal="world-clock",
    v2_type="WorldClockValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TERMS | {"contains_text"},
    filters=by_text(VALUE),
)

"""A time of the day. Stored: {"hour", "minute"}."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from lundi.core.folding import folded
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import All, Condition, Either, Equals, Order, at
from lundi.domains.column_types.filtering import Filters, Rule, texts_of
from lundi.domains.column_types.inputs import mapping, unfit, whole
from lundi.domains.column_types.operators import EMPTY, SET, TERMS

_FORM = 'an hour, written {"hour": 16, "minute": 42}'
_TEXT = re.compile(r"(\d{1,2}):(\d{2})(?:\s*([AP]M))?", re.ASCII | re.IGNORECASE)


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    if parts.get("hour") is None:
        raise unfit(given, _FORM)
    return Given(value=_hour(parts["hour"], parts.get("minute") or 0))


def read_text(text: str, around: Around) -> Given:
    """`16:42` or `04:42 PM`."""
    match = _TEXT.fullmatch(text.strip())
    if not match:
        raise unfit(text, "an hour, written 16:42")
    hour, half = int(match[1]), match[3]
    if half:
        hour = whole(hour, "an hour before AM or PM", 1, 12) % 12 + 12 * (half.upper() == "PM")
    return Given(value=_hour(hour, match[2]))


def text_of(stored: Stored, around: Around) -> str:
    half = "PM" if stored["hour"] >= 12 else "AM"
    return f"{stored['hour'] % 12 or 12:02}:{stored['minute']:02} {half}"


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    present = stored or {}
    return {"hour": present.get("hour"), "minute": present.get("minute")}


def _hour(hour: Any, minute: Any) -> Stored:
    return {
        "hour": whole(hour, "an hour from 0 to 23", 0, 23),
        "minute": whole(minute, "a minute from 0 to 59", 0, 59),
    }


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """Written 16:42 or 04:42 PM."""
    wanted = texts_of(values)
    return _reading(lambda hour: {folded(text_of(hour, around)), _plain(hour)} & set(wanted))


def _reads(needle: str, at_start: bool, around: Around) -> Condition:
    return _reading(lambda hour: needle in folded(text_of(hour, around)))


def _reading(fits: Callable[[Stored], Any]) -> Condition:
    found: list[Condition] = []
    for hour in range(24):
        minutes = [str(m) for m in range(60) if fits({"hour": hour, "minute": m})]
        if minutes:
            same_hour = Equals(at("hour"), (str(hour),))
            found.append(All((same_hour, Equals(at("minute"), tuple(minutes)))))
    return Either(tuple(found))


def _plain(hour: Stored) -> str:
    return f"{hour['hour']:02}:{hour['minute']:02}"


TYPE = ColumnType(
    name="hour",
    v2_type="HourValue",
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TERMS,
    sort_key=lambda value: (value["hour"], value["minute"]),
    filters=Filters(
        _among,
        _reads,
        order=lambda around: Order(
            at("hour"), is_number=True, then=Order(at("minute"), is_number=True)
        ),
    ),
)

"""A day, with or without a time. Stored as YYYY-MM-DD, or {"date", "time"} in UTC."""

import datetime
import re
from contextlib import suppress
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around, ColumnType, Given, People, Stored
from lundi.domains.column_types.conditions import Look, Order, at
from lundi.domains.column_types.filtering import by_day
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import BETWEEN, EMPTY, RANGE, SET, TERMS, WITHIN

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?", re.ASCII)
_FORM = 'a date, written {"date": "2023-06-11", "time": "13:25:00"}, the time in UTC and optional'


def parse(text: str) -> str:
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Invalid(f"'{text[:40]}' is not a date of the calendar, written YYYY-MM-DD.") from None


def parse_time(text: str) -> str:
    """`13:25` -> `13:25:00`."""
    try:
        if not _TIME.fullmatch(text):
            raise ValueError
        return datetime.time.fromisoformat(text).isoformat()
    except ValueError:
        raise Invalid(f"'{text[:40]}' is not a time of the day, written HH:MM:SS.") from None


def stored(day: str, time: str | None) -> Stored:
    return {"date": parse(day), "time": parse_time(time)} if time else parse(day)


def day_of(value: Stored) -> str:
    return str(value["date"] if isinstance(value, dict) else value)


def time_of(value: Stored) -> str | None:
    return str(value["time"]) if isinstance(value, dict) else None


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    day = plain_text(parts.get("date"), _FORM, 40)
    time = plain_text(parts.get("time"), _FORM, 40)
    if not day and time:
        raise unfit(given, _FORM)
    return Given(value=stored(day, time) if day else None)


def read_text(text: str, around: Around) -> Given:
    """`2023-06-11`, `2023-06-11 13:25` or as ISO 8601 has it; the time is in UTC."""
    day, _, time = text.strip().replace("T", " ").removesuffix("Z").partition(" ")
    return Given(value=stored(day, time.strip()))


def value_of(value: Stored, around: Around) -> Any:
    time = time_of(value)
    return {"date": day_of(value), **({"time": time} if time else {}), "icon": None}


def text_of(value: Stored, around: Around) -> str:
    day, time = day_of(value), time_of(value)
    if time is None:
        return day
    moment = datetime.datetime.fromisoformat(f"{day}T{time}+00:00")
    # The first and the last day of the calendar can't be moved to every zone.
    with suppress(OverflowError):
        moment = moment.astimezone(around.zone)
    return moment.replace(tzinfo=None).isoformat(" ", "minutes")


def fields(value: Stored | None, around: Around) -> dict[str, Any]:
    if value is None:
        return {"date": None, "time": None, "icon": None}
    return {"date": day_of(value), "time": time_of(value), "icon": None}


def show(value: Stored, people: People) -> Any:
    return day_of(value)


def show_after_change(value: Stored, people: People) -> Any:
    return {"date": day_of(value), "icon": ""}


_BY_DAY = Look(paths=(("date",), ()))
_BY_TIME = Order(_BY_DAY, then=Order(at("time")))

TYPE = ColumnType(
    name="date",
    v2_type="DateValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | RANGE | BETWEEN | WITHIN | TERMS,
    show=show,
    show_after_change=show_after_change,
    sort_key=lambda value: (day_of(value), time_of(value) or ""),
    filters=by_day(lambda rule: _BY_DAY, order=_BY_TIME),
)

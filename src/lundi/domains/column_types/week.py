"""Seven days. Stored: {"from", "to"}, each YYYY-MM-DD."""

from datetime import date as calendar_date
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types import timeline
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import at
from lundi.domains.column_types.filtering import by_day
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, SET

_FORM = 'a week, written {"week": {"startDate": "2019-06-10", "endDate": "2019-06-16"}}'


def read_json(given: Any, around: Around) -> Given:
    outer = mapping(given, _FORM)
    parts = outer.get("week", outer)
    if not parts:
        return Given()
    parts = mapping(parts, _FORM)
    start, end = (plain_text(parts.get(key), _FORM, 40) for key in ("startDate", "endDate"))
    if not start or not end:
        raise unfit(given, _FORM)
    return Given(value=_week(start, end))


def read_text(text: str, around: Around) -> Given:
    return Given(value=_week(*timeline.days_in(text, "a week, written 2019-06-10 - 2019-06-16")))


def value_of(stored: Stored, around: Around) -> Any:
    return {"week": {"startDate": stored["from"], "endDate": stored["to"]}}


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    present = stored or {}
    return {"start_date": present.get("from"), "end_date": present.get("to")}


def _week(start: str, end: str) -> Stored:
    span = timeline.stored(start, end)
    first, last = (calendar_date.fromisoformat(span[key]) for key in ("from", "to"))
    if (last - first).days != 6:
        raise Invalid(f"From {first} to {last} is not a week: it has seven days.")
    return span


TYPE = ColumnType(
    name="week",
    v2_type="WeekValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=timeline.text_of,
    fields=fields,
    operators=SET | EMPTY,
    sort_key=lambda value: value["from"],
    filters=by_day(lambda rule: at("from")),
)

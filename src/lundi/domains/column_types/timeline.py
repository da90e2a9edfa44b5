"""A span of days. Stored: {"from", "to"}, each YYYY-MM-DD, both within the span; "visualization_type" where it was given."""

import re
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types import date
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import Look, at
from lundi.domains.column_types.filtering import Rule, by_day
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import BETWEEN, EMPTY, RANGE, SET

_FORM = 'a timeline, written {"from": "2019-06-03", "to": "2019-06-07"}'
_SPAN = re.compile(r"\s*(\S+)(?:\s+-)?\s+(\S+)\s*")


def stored(start: str, end: str) -> Stored:
    first, last = date.parse(start), date.parse(end)
    if first > last:
        raise Invalid(f"Parameter 'from' ({first}) must not be after 'to' ({last}).")
    return {"from": first, "to": last}


def days_in(text: str, wanted: str) -> tuple[str, str]:
    """The two words of `2019-06-03 2019-06-07` or `2019-06-03 - 2019-06-07`."""
    match = _SPAN.fullmatch(text[:100])
    if not match:
        raise unfit(text, wanted)
    return match[1], match[2]


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    start, end = (plain_text(parts.get(key), _FORM, 40) for key in ("from", "to"))
    if not start and not end:
        return Given()
    if not start or not end:
        raise unfit(given, _FORM)
    kind = plain_text(parts.get("visualization_type"), "a timeline's visualization_type", 40)
    return Given(value={**stored(start, end), **({"visualization_type": kind} if kind else {})})


def read_text(text: str, around: Around) -> Given:
    return Given(value=stored(*days_in(text, "a timeline, written 2019-06-03 2019-06-07")))


def text_of(value: Stored, around: Around) -> str:
    return f"{value['from']} - {value['to']}"


def fields(value: Stored | None, around: Around) -> dict[str, Any]:
    present = value or {}
    return {key: present.get(key) for key in ("from", "to", "visualization_type")}


def _edge(rule: Rule) -> Look:
    """Which of its days a rule looks at: its `compare_attribute` says."""
    edges = {"START_DATE": "from", "END_DATE": "to", "": "from"}
    edge = edges.get(rule.attribute)
    if edge is None:
        raise Invalid("compare_attribute of a timeline is START_DATE or END_DATE.")
    return at(edge)


TYPE = ColumnType(
    name="timeline",
    internal="timerange",
    v2_type="TimelineValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | RANGE | BETWEEN,
    sort_key=lambda value: (value["from"], value["to"]),
    filters=by_day(_edge),
)

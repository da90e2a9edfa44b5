"""What functions of API v2 make of one item's value: how it is made, and as it is told."""

from collections.abc import Callable
from typing import Any

import msgspec

from lundi.domains.column_types import name
from lundi.domains.column_types.column_type import Around, ColumnType
from lundi.domains.column_types.conditions import VALUE, Look, at
from lundi.domains.column_types.inputs import quoted
from lundi.domains.column_types.palette import NO_LABEL
from lundi.domains.column_types.status_settings import labels_of
from lundi.domains.pulses.querying.aggregation import OfItem, UnsupportedFunction
from lundi.domains.pulses.querying.planning import GROUP, Planner
from lundi.domains.pulses.querying.plans import Made
from lundi.domains.pulses.schemas import Pulse

_TIMES = ("created_at", "updated_at")
_DAYS = {"date": Look(paths=(("date",), ())), "week": at("from"), "timeline": at("from")}
_END_DAYS = {"week": at("to"), "timeline": at("to")}


class Value(msgspec.Struct, frozen=True):
    """Of each item. `show` makes of what is found, and a pulse of the group, what is told."""

    made: Made
    show: Callable[[Any, Pulse | None], Any]
    is_number: bool = False


def value_of(planner: Planner, of: OfItem) -> Value:
    if of.functions:
        return _FUNCTIONS[of.functions[0]](planner, of)
    if of.column_id == GROUP and not planner.has(GROUP):
        return Value(Made(Look(fact="group_id"), GROUP), _itself)
    kind, around = planner.kind(of.column_id)
    if kind.filters is None:
        raise UnsupportedFunction(
            f"The {kind.in_v2} column {column_named(of)} can't be counted or grouped by yet in the API."
        )
    order = None if kind.filters.order is None else kind.filters.order(around)
    if order is not None and order.is_number and order.look.fact not in _TIMES and not order.then:
        made = Made(order.look, of.column_id, is_number=True)
        return Value(made, _itself, is_number=True)
    if kind.name in _DAYS and kind.name not in _END_DAYS:
        return Value(Made(_DAYS[kind.name], of.column_id), _itself)
    return Value(_whole(kind, around, of.column_id), _shown(kind, around, of.column_id))


def _whole(kind: ColumnType, around: Around, column_id: str) -> Made:
    """Two items whose values are the same have the same."""
    if kind.name == "status":
        index = Made(at("index"), column_id)
        unlabelled = str(NO_LABEL) not in labels_of(around.settings)
        return index.then(f"without {NO_LABEL}") if unlabelled else index
    order = (
        None if kind.filters is None or kind.filters.order is None else kind.filters.order(around)
    )
    fact = order.look.fact if order is not None else ""
    return Made(Look(fact=fact) if fact else VALUE, column_id)


def _shown(kind: ColumnType, around: Around, column_id: str) -> Callable[[Any, Pulse | None], Any]:
    """As its text, read from a pulse of the group; a check as what it is."""

    def show(raw: Any, pulse: Pulse | None) -> Any:
        if pulse is None or kind.name == name.TYPE.name:
            return raw
        if kind.name == "checkbox":
            return True
        beside = msgspec.structs.replace(around, facts=pulse.facts) if kind.from_facts else around
        return kind.text(pulse.values.get(column_id), beside) or None

    return show


def _itself(raw: Any, pulse: Pulse | None) -> Any:
    return raw


def _inner(of: OfItem) -> OfItem:
    return OfItem(of.column_id, of.functions[1:])


def _text(planner: Planner, of: OfItem) -> Made:
    """Of a column of texts, or of what a function on texts gives."""
    if of.functions:
        found = value_of(planner, of)
        if of.functions[0] in ("LOWER", "TRIM"):
            return found.made
        raise _unfit(of, "a text")
    kind, around = planner.kind(of.column_id)
    order = kind.filters.order(around) if kind.filters and kind.filters.order else None
    no_text = kind.filters is None or kind.filters.text is None or kind.name in _DAYS
    if order is None or order.ranks is not None or order.is_number or no_text:
        raise _unfit(of, "a text")
    return Made(order.look, of.column_id)


def _on_text(step: str, *, is_number: bool = False) -> Any:
    def value(planner: Planner, of: OfItem) -> Value:
        return Value(_text(planner, _inner(of)).then(step), _itself, is_number)

    return value


def _day(planner: Planner, of: OfItem, looks: dict[str, Look] = _DAYS) -> Made:
    """YYYY-MM-DD, of a column of days or times or of what a function on days gives."""
    if of.functions:
        if of.functions[0] in _ON_DAYS:
            return value_of(planner, of).made
        raise _unfit(of, "a day")
    kind, around = planner.kind(of.column_id)
    look = looks.get(kind.name)
    if look is not None:
        return Made(look, of.column_id)
    order = kind.filters.order(around) if kind.filters and kind.filters.order else None
    if order is None or order.look.fact not in _TIMES or looks is not _DAYS:
        raise _unfit(of, "a day")
    return Made(order.look, of.column_id, is_number=True).then("day_of")


def _on_day(span: str) -> Any:
    def value(planner: Planner, of: OfItem) -> Value:
        return Value(_day(planner, _inner(of)).then(span), _itself)

    return value


def _end(planner: Planner, of: OfItem) -> Value:
    return Value(_day(planner, _inner(of), _END_DAYS), _itself)


def _as_read(planner: Planner, of: OfItem) -> Value:
    return value_of(planner, _inner(of))


def _unfit(of: OfItem, what: str) -> UnsupportedFunction:
    return UnsupportedFunction(
        f"{what.capitalize()} is needed, and column {column_named(of)} has none."
    )


def column_named(of: OfItem | None) -> str:
    return quoted(of.column_id if of else "")


_ON_DAYS = {
    "DATE": _on_day("day"),
    "START_DATE": _on_day("day"),
    "END_DATE": _end,
    **{f"DATE_TRUNC_{span.upper()}": _on_day(span) for span in ("day", "week", "month")},
    **{f"DATE_TRUNC_{span.upper()}": _on_day(span) for span in ("quarter", "year")},
}
_FUNCTIONS: dict[str, Callable[[Planner, OfItem], Value]] = {
    "LABEL": _as_read,
    "PERSON": _as_read,
    "LOWER": _on_text("lower"),
    "TRIM": _on_text("trim"),
    "LENGTH": _on_text("length", is_number=True),
    **_ON_DAYS,
}

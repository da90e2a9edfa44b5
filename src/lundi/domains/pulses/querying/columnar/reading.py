"""What a condition, an order and a sum read in one stored value: as SQL does, in plain Python."""

import datetime
import math
from collections.abc import Callable
from typing import Any

import msgspec

from lundi.core.folding import folded
from lundi.core.json_sql import like
from lundi.domains.column_types import conditions as c
from lundi.domains.pulses.querying.columnar.needs import NotInMemory
from lundi.domains.pulses.querying.plans import Made


class Value(msgspec.Struct, frozen=True):
    """`raw`: as the database writes it, JSON or, of a name, the text itself."""

    stored: Any
    raw: str


NOTHING = Value(None, "")


def text_at(look: c.Look, value: Value) -> str | None:
    """Raises NotInMemory for what the engines write differently."""
    for path in look.paths:
        found = _text(_at(value.stored, path), value.raw if not path else None)
        if found is not None:
            return found
    return None


def number_at(look: c.Look, value: Value) -> float:
    """NaN where there is none. Raises NotInMemory."""
    return _number(text_at(look, value))


def key_of(order: c.Order, value: Value) -> float:
    """Of an order by numbers or ranks; NaN where there is none. Raises NotInMemory."""
    if order.is_number:
        return number_at(order.look, value)
    text = text_at(order.look, value)
    ranks = order.ranks or ()
    return float(ranks.index(text)) if text in ranks else math.nan


def made_of(asked: Made, value: Value) -> str | float | None:
    """Raises NotInMemory."""
    if asked.is_number:
        number = number_at(asked.look, value)
        return None if math.isnan(number) else number
    if isinstance(value.stored, bool):
        # Nobody reads it: it only tells one group from another.
        return value.raw
    return stepped(asked.steps, text_at(asked.look, value))


def stepped(steps: tuple[str, ...], text: str | None) -> str | float | None:
    found: Any = text
    for step in steps:
        if found is None:
            return None
        if step.startswith("without "):
            found = None if found == step.removeprefix("without ") else found
        else:
            found = _STEPS[step](found)
    return found  # type: ignore[no-any-return]


def fits(asked: c.Condition) -> Callable[[Value], bool]:
    """Of a condition that has no others within. What is unknown doesn't fit."""
    return _FITS[type(asked)](asked)


def _at(stored: Any, path: c.Path) -> Any:
    for part in path:
        if isinstance(stored, dict) and not part.isdigit():
            stored = stored.get(part)
        elif isinstance(stored, list) and part.isdigit():
            stored = stored[int(part)] if int(part) < len(stored) else None
        elif isinstance(stored, dict):
            raise NotInMemory
        else:
            return None
    return stored


def _text(stored: Any, raw: str | None) -> str | None:
    if stored is None or isinstance(stored, str):
        return stored
    if isinstance(stored, bool | float):
        raise NotInMemory
    if isinstance(stored, int):
        return str(stored)
    if raw is None:
        raise NotInMemory
    return raw


def _number(text: str | None) -> float:
    if text is None:
        return math.nan
    try:
        number = float(text)
    except ValueError:
        raise NotInMemory from None
    if not math.isfinite(number) or "_" in text:
        raise NotInMemory
    return number


def _elements(path: c.Path, value: Value) -> list[Any]:
    found = _at(value.stored, path)
    if found is None or isinstance(found, list):
        return found or []
    raise NotInMemory


def _equals(asked: c.Equals) -> Callable[[Value], bool]:
    texts = frozenset(asked.texts)

    def is_one(value: Value) -> bool:
        text = text_at(asked.look, value)
        return text is not None and folded(text) in texts

    return is_one


def _reads(asked: c.Reads) -> Callable[[Value], bool]:
    like(asked.needle)  # raises Invalid for one that is too long
    needle = folded(asked.needle)

    def reads(value: Value) -> bool:
        text = text_at(asked.look, value)
        if text is None:
            return False
        small = folded(text)
        return small.startswith(needle) if asked.at_start else needle in small

    return reads


def _spans(asked: c.Spans) -> Callable[[Value], bool]:
    """Of texts; Python compares them as their bytes do."""

    def lies(value: Value) -> bool:
        text = text_at(asked.look, value)
        return text is not None and _within(asked, text)

    return lies


def _within(asked: c.Spans | c.HoldsWithin, key: Any) -> bool:
    low, high = asked.low, asked.high
    above = low is None or (key > low if asked.without_low else key >= low)
    return above and (high is None or bool(key < high if asked.without_high else key <= high))


def _holds(asked: c.Holds) -> Callable[[Value], bool]:
    wanted = [(field, frozenset(texts)) for field, texts in asked.where]

    def is_one(element: Any) -> bool:
        return all(_field(element, field) in texts for field, texts in wanted)

    return lambda value: any(is_one(one) for one in _elements(asked.path, value))


def _field(element: Any, field: str) -> str | None:
    if not field:
        return _text(element, None)
    if not isinstance(element, dict):
        raise NotInMemory
    return _text(element.get(field), None)


def _holds_within(asked: c.HoldsWithin) -> Callable[[Value], bool]:
    def fit(element: Any) -> bool:
        return _within(asked, _number(_text(element, None)))

    return lambda value: any(fit(one) for one in _elements(asked.path, value))


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise NotInMemory from None


def _monday(text: str) -> str:
    day = _day(text)
    return (day - datetime.timedelta(days=day.weekday())).isoformat()


def _quarter(text: str) -> str:
    day = _day(text)
    return day.replace(month=day.month - (day.month - 1) % 3, day=1).isoformat()


_STEPS: dict[str, Callable[[Any], Any]] = {
    "lower": folded,
    "trim": lambda text: text.strip(" "),
    "length": lambda text: float(len(text)),
    "day": lambda text: text,
    "week": _monday,
    "month": lambda text: _day(text).replace(day=1).isoformat(),
    "quarter": _quarter,
    "year": lambda text: _day(text).replace(month=1, day=1).isoformat(),
}
_FITS: dict[type, Callable[[Any], Callable[[Value], bool]]] = {
    c.Present: lambda asked: lambda value: value.stored is not None,
    c.Equals: _equals,
    c.Reads: _reads,
    c.Spans: _spans,
    c.Holds: _holds,
    c.HoldsWithin: _holds_within,
}

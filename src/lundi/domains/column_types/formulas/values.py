"""What formulas compute with: numbers, texts, days, moments, true and false, and nothing at all."""

import math
from datetime import date, datetime
from typing import TypeAlias

Value: TypeAlias = float | str | bool | date | datetime | None
LONGEST_TEXT = 10_000


class Illegal(ValueError):
    """The formula gives no value for this pulse."""


def number(value: Value) -> float:
    """Nothing counts as 0, true as 1, and a text as the number it reads."""
    if value is None or value == "":
        return 0.0
    if isinstance(value, date):
        raise Illegal("A date is no number.")
    try:
        found = float(value)
    except (ValueError, OverflowError):
        raise Illegal(f"{str(value)[:40]!r} is no number.") from None
    if not math.isfinite(found):
        raise Illegal("The number is too large.")
    return found


def text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.12g}"


def truth(value: Value) -> bool:
    if isinstance(value, str):
        return value not in ("", "false", "0")
    return bool(value)


def day(value: Value) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return moment(value).date()


def moment(value: Value) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    try:
        written = value.removesuffix(" UTC") if isinstance(value, str) else ""
        return datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        raise Illegal(f"{text(value)[:40]!r} is no date.") from None


def order(left: Value, right: Value) -> int:
    """Below 0 where `left` comes first: dates as dates, numbers as numbers, and the rest as texts."""
    if isinstance(left, date) and isinstance(right, date):
        first, second = moment(left), moment(right)
        return (first > second) - (first < second)
    try:
        low, high = _counted(left), _counted(right)
        return (low > high) - (low < high)
    except Illegal:
        word, other = text(left), text(right)
        return (word > other) - (word < other)


def _counted(value: Value) -> float:
    if value == "":
        raise Illegal("A text.")
    return number(value)


def bounded(found: str) -> str:
    if len(found) > LONGEST_TEXT:
        raise Illegal(f"The text is longer than {LONGEST_TEXT:,} characters.")
    return found

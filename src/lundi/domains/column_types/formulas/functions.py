"""The functions that formulas know, by the names that boards of the original have them under."""

import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import TypeAlias

from lundi.domains.column_types.formulas.values import (
    Illegal,
    Value,
    bounded,
    day,
    moment,
    number,
    order,
    text,
    truth,
)

Function: TypeAlias = Callable[..., Value]
_LONGEST_SPAN = 1_000_000
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_TOKEN = re.compile(r"\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|Do|DD|D|dddd|ddd|HH|H|hh|h|mm|ss|A|a|Q|WW")
_NUMBER_FORMAT = re.compile(
    r"(?P<before>[^#0]*)(?P<digits>[#0,]+)(?:\.(?P<places>[#0]+))?(?P<after>.*)"
)
_USUAL = "MMM D, YYYY"


def _divided(left: Value, right: Value) -> float:
    if number(right) == 0:
        raise Illegal("Division by zero.")
    return number(left) / number(right)


def _modulo(left: Value, right: Value) -> float:
    if number(right) == 0:
        raise Illegal("Division by zero.")
    return math.fmod(number(left), number(right))


def power(left: Value, right: Value) -> float:
    try:
        found = number(left) ** number(right)
    except (OverflowError, ZeroDivisionError):
        raise Illegal("The power is too large.") from None
    if isinstance(found, complex):
        raise Illegal("The power is no number.")
    return float(found)


def _rounded(value: Value, digits: Value, mode: str) -> float:
    places = max(-15, min(15, int(number(digits))))
    step = Decimal(1).scaleb(-places)
    return float((Decimal(repr(number(value))) / step).quantize(Decimal(1), mode) * step)


def _logarithm(value: Value, base: Value = 10) -> float:
    try:
        return math.log(number(value), number(base))
    except (ValueError, ZeroDivisionError):
        raise Illegal("There is no such logarithm.") from None


def _root(value: Value) -> float:
    if number(value) < 0:
        raise Illegal("There is no root of a number below 0.")
    return math.sqrt(number(value))


def _average(*values: Value) -> float:
    given = [number(value) for value in values if value not in (None, "")]
    return sum(given) / len(given) if given else 0.0


def _extreme(pick: Callable[[list[float]], float], values: tuple[Value, ...]) -> float:
    given = [number(value) for value in values if value not in (None, "")]
    return pick(given) if given else 0.0


def _later(start: Value, days: Value, direction: int) -> date:
    try:
        return day(start) + timedelta(days=direction * int(number(days)))
    except OverflowError:
        raise Illegal("There is no such day.") from None


def _workdays(end: Value, start: Value) -> float:
    """Mondays to Fridays from the one day to the other, both counted."""
    first, last = day(start), day(end)
    if last < first:
        return -_workdays(start, end)
    weeks, rest = divmod((last - first).days + 1, 7)
    return float(5 * weeks + sum((first.weekday() + at) % 7 < 5 for at in range(rest)))


def _workday(start: Value, days: Value) -> date:
    count = int(number(days))
    if abs(count) > _LONGEST_SPAN:
        raise Illegal("There is no such day.")
    step = 1 if count >= 0 else -1
    weeks, rest = divmod(abs(count), 5)
    found = day(start)
    while found.weekday() >= 5:
        found = _later(found, -step, 1)
    found = _later(found, weeks * 7 * step, 1)
    while rest:
        found = _later(found, step, 1)
        rest -= found.weekday() < 5
    return found


def _hours(end: Value, start: Value) -> str:
    minutes = int((moment(end) - moment(start)).total_seconds() // 60)
    return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _date(year: Value, month: Value, of_month: Value) -> date:
    try:
        return date(int(number(year)), int(number(month)), int(number(of_month)))
    except ValueError:
        raise Illegal("There is no such day.") from None


def _week(value: Value) -> float:
    """Of the year, weeks beginning on Sundays; the first has January 1st in it."""
    found = day(value)
    first = date(found.year, 1, 1)
    return float(((found - first).days + first.isoweekday() % 7) // 7 + 1)


def format_date(value: Value, pattern: Value = _USUAL) -> str:
    """`pattern` in the words of moment.js."""
    at = moment(value)
    month, of_week = _MONTHS.split()[at.month - 1], _DAYS.split()[at.weekday()]
    parts = {
        "YYYY": f"{at.year:04}",
        "YY": f"{at.year % 100:02}",
        "MMMM": month,
        "MMM": month[:3],
        "MM": f"{at.month:02}",
        "M": str(at.month),
        "Do": _ordinal(at.day),
        "DD": f"{at.day:02}",
        "D": str(at.day),
        "dddd": of_week,
        "ddd": of_week[:3],
        "HH": f"{at.hour:02}",
        "H": str(at.hour),
        "hh": f"{at.hour % 12 or 12:02}",
        "h": str(at.hour % 12 or 12),
        "mm": f"{at.minute:02}",
        "ss": f"{at.second:02}",
        "A": "AM" if at.hour < 12 else "PM",
        "a": "am" if at.hour < 12 else "pm",
        "Q": str((at.month + 2) // 3),
        "WW": f"{at.isocalendar().week:02}",
    }
    return bounded(
        _TOKEN.sub(lambda m: m[1] if m[1] is not None else parts[m[0]], text(pattern) or _USUAL)
    )


def _ordinal(value: int) -> str:
    if 10 <= value % 100 <= 20:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def format_number(value: Value, pattern: Value) -> str:
    """As `$#,##0.00` has it: what stands before and after, a comma for thousands, the places behind the point."""
    asked = _NUMBER_FORMAT.fullmatch(text(pattern))
    if asked is None:
        return text(value)
    found = number(value)
    if "%" in asked["after"]:
        found *= 100
    places = len(asked["places"] or "")
    shown = f"{_rounded(found, places, ROUND_HALF_UP):{',' if ',' in asked['digits'] else ''}.{places}f}"
    sign, digits = ("-", shown[1:]) if shown.startswith("-") else ("", shown)
    return bounded(f"{sign}{asked['before']}{digits}{asked['after']}")


def _found(needle: Value, within: Value, start: Value = 1) -> float:
    at = text(within).lower().find(text(needle).lower(), max(0, int(number(start)) - 1))
    if at < 0:
        raise Illegal("It isn't in there.")
    return float(at + 1)


def _replaced(value: Value, start: Value, count: Value, new: Value) -> str:
    at, old = max(0, int(number(start)) - 1), text(value)
    return bounded(old[:at] + text(new) + old[at + max(0, int(number(count))) :])


def _substituted(value: Value, old: Value, new: Value, which: Value = None) -> str:
    whole, needle = text(value), text(old)
    if not needle:
        return whole
    if which is None:
        return bounded(whole.replace(needle, text(new)))
    parts, at = whole.split(needle), int(number(which))
    if not 1 <= at < len(parts):
        return whole
    return bounded(needle.join(parts[:at]) + text(new) + needle.join(parts[at:]))


def _repeated(value: Value, times: Value) -> str:
    count = max(0, int(number(times)))
    bounded("x" * min(count * len(text(value)), 10_001))
    return text(value) * count


FUNCTIONS: dict[str, Function] = {
    "ABS": lambda value: abs(number(value)),
    "AVERAGE": _average,
    "COUNT": lambda *values: float(sum(_is_number(value) for value in values)),
    "DIVIDE": _divided,
    "LOG": _logarithm,
    "MAX": lambda *values: _extreme(max, values),
    "MIN": lambda *values: _extreme(min, values),
    "MINUS": lambda left, right: number(left) - number(right),
    "MOD": _modulo,
    "MULTIPLY": lambda *values: math.prod(number(value) for value in values),
    "POWER": power,
    "ROUND": lambda value, digits=0: _rounded(value, digits, ROUND_HALF_UP),
    "ROUNDDOWN": lambda value, digits=0: _rounded(value, digits, ROUND_DOWN),
    "ROUNDUP": lambda value, digits=0: _rounded(value, digits, ROUND_UP),
    "SQRT": _root,
    "SUM": lambda *values: math.fsum(number(value) for value in values),
    "CONCATENATE": lambda *values: bounded("".join(text(value) for value in values)),
    "EXACT": lambda left, right: text(left) == text(right),
    "LEFT": lambda value, count=1: text(value)[: max(0, int(number(count)))],
    "LEN": lambda value: float(len(text(value))),
    "LOWER": lambda value: text(value).lower(),
    "MID": lambda value, start, count: text(value)[max(0, int(number(start)) - 1) :][
        : max(0, int(number(count)))
    ],
    "REPLACE": _replaced,
    "REPT": _repeated,
    "RIGHT": lambda value, count=1: (
        text(value)[-int(number(count)) :] if number(count) >= 1 else ""
    ),
    "SEARCH": _found,
    "SUBSTITUTE": _substituted,
    "TEXT": format_number,
    "TRIM": lambda value: " ".join(text(value).split()),
    "UPPER": lambda value: text(value).upper(),
    "AND": lambda *values: all(truth(value) for value in values),
    "NOT": lambda value: not truth(value),
    "OR": lambda *values: any(truth(value) for value in values),
    "XOR": lambda *values: sum(truth(value) for value in values) % 2 == 1,
    "ADD_DAYS": lambda start, days: _later(start, days, 1),
    "DATE": _date,
    "DAY": lambda value: float(day(value).day),
    "DAYS": lambda end, start: float((day(end) - day(start)).days),
    "FORMAT_DATE": format_date,
    "HOUR": lambda value: float(moment(value).hour),
    "HOURS_DIFF": _hours,
    "ISOWEEKNUM": lambda value: float(day(value).isocalendar().week),
    "MINUTE": lambda value: float(moment(value).minute),
    "MONTH": lambda value: float(day(value).month),
    "SECOND": lambda value: float(moment(value).second),
    "SUBTRACT_DAYS": lambda start, days: _later(start, days, -1),
    "WEEKDAY": lambda value: float(day(value).isoweekday() % 7 + 1),
    "WEEKNUM": _week,
    "WORKDAY": _workday,
    "WORKDAYS": _workdays,
    "YEAR": lambda value: float(day(value).year),
}
"""Beside these there are IF, SWITCH, IFERROR, TODAY and NOW, which need to see more than their values."""


def _is_number(value: Value) -> bool:
    if value is None or value == "":
        return False
    try:
        number(value)
    except Illegal:
        return False
    return True


def is_equal(left: Value, right: Value) -> bool:
    return order(left, right) == 0

"""Days and moments as filters of API v2 name them: EXACT, TODAY, THIS_WEEK, ONE_MONTH_AGO and the like."""

import calendar
import datetime
from collections.abc import Callable, Sequence
from datetime import UTC, date, timedelta, tzinfo
from typing import Any

import msgspec

from lundi.core import clock
from lundi.core.errors import Invalid
from lundi.domains.column_types.inputs import quoted, whole

EXACT = "EXACT"
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_UNITS = ("DAYS", "WEEKS", "MONTHS", "YEARS")
_MOST_OF_A_UNIT = 10_000


class Days(msgspec.Struct, frozen=True):
    """From the first to the last, both within; None is open."""

    first: date | None
    last: date | None


class Moment(msgspec.Struct, frozen=True):
    """An instant, in microseconds."""

    at: int


def named_days(values: Sequence[Any], today: date) -> list[Days | Moment]:
    """What the values of a rule name, one after another. Raises Invalid."""
    found: list[Days | Moment] = []
    for value in values:
        if not isinstance(value, str):
            raise _unknown(value)
        word = value.strip().upper()
        if word == EXACT:
            continue
        name = _NAMES.get(word)
        found.append(name(today) if name else _exact(value))
    return found


def days_ahead(values: Sequence[Any], today: date, *, back: bool) -> Days:
    """Of `within_the_next` and `within_the_last`: a number of days, or a number and one of DAYS, WEEKS, MONTHS, YEARS."""
    parts = [value for value in values if value != EXACT]
    unit = str(parts[1]).upper() if len(parts) > 1 else "DAYS"
    unit = unit if unit.endswith("S") else f"{unit}S"
    if not parts or unit not in _UNITS:
        raise Invalid(
            "within_the_next and within_the_last take a number and DAYS, WEEKS, MONTHS or YEARS."
        )
    many = whole(parts[0], "a number of days, weeks, months or years", 0, _MOST_OF_A_UNIT)
    try:
        far = _moved(today, -many if back else many, unit)
    except (OverflowError, ValueError):
        raise Invalid(f"{many} {unit.lower()} are more than the calendar has.") from None
    return Days(far, today) if back else Days(today, far)


def in_zone(days: Days, zone: tzinfo) -> tuple[int | None, int | None]:
    """Microseconds: the first of the first day, and the first after the last day."""
    first = None if days.first is None else _midnight(days.first, zone)
    last = None if days.last is None else _midnight(_after(days.last), zone)
    return first, last


def _midnight(day: date, zone: tzinfo) -> int:
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=zone)
    return clock.from_datetime(moment.astimezone(UTC) if day.year > 1 else moment)


def _after(day: date) -> date:
    return day if day == date.max else day + _DAY


def _exact(value: str) -> Days | Moment:
    text = value.strip()
    try:
        if len(text) == len("2025-01-01"):
            day = date.fromisoformat(text)
            return Days(day, day)
        return Moment(clock.from_datetime(datetime.datetime.fromisoformat(text)))
    except ValueError:
        raise _unknown(value) from None


def _unknown(value: Any) -> Invalid:
    return Invalid(
        f"{quoted(value)} is no day: write YYYY-MM-DD, or TODAY, THIS_WEEK and the like."
    )


def _moved(day: date, by: int, unit: str) -> date:
    if unit == "DAYS":
        return day + by * _DAY
    if unit == "WEEKS":
        return day + by * _WEEK
    months = by * (12 if unit == "YEARS" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _one_day(by: int, unit: str = "DAYS") -> Callable[[date], Days]:
    def days(today: date) -> Days:
        day = _moved(today, by, unit)
        return Days(day, day)

    return days


def _week(by: int) -> Callable[[date], Days]:
    def days(today: date) -> Days:
        monday = today - today.weekday() * _DAY + by * _WEEK
        return Days(monday, monday + 6 * _DAY)

    return days


def _month(by: int) -> Callable[[date], Days]:
    def days(today: date) -> Days:
        first = _moved(today.replace(day=1), by, "MONTHS")
        return Days(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))

    return days


_NAMES: dict[str, Callable[[date], Days]] = {
    "TODAY": _one_day(0),
    "TOMORROW": _one_day(1),
    "YESTERDAY": _one_day(-1),
    "THIS_WEEK": _week(0),
    "NEXT_WEEK": _week(1),
    "LAST_WEEK": _week(-1),
    "ONE_WEEK_AGO": _one_day(-1, "WEEKS"),
    "ONE_WEEK_FROM_NOW": _one_day(1, "WEEKS"),
    "THIS_MONTH": _month(0),
    "NEXT_MONTH": _month(1),
    "LAST_MONTH": _month(-1),
    "ONE_MONTH_AGO": _one_day(-1, "MONTHS"),
    "ONE_MONTH_FROM_NOW": _one_day(1, "MONTHS"),
    "PAST_DATETIME": lambda today: Days(None, today - _DAY),
    "OVERDUE": lambda today: Days(None, today - _DAY),
    "FUTURE_DATETIME": lambda today: Days(today + _DAY, None),
    "UPCOMING": lambda today: Days(today, None),
}

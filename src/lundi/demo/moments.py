"""When things happened: on working days, in working hours."""

import datetime
from random import Random

from lundi.core.clock import from_datetime

Day = datetime.date
TODAY = "2026-11-20 17:30"
"""The last moment of the company's history."""
FIRST_MINUTE, LAST_MINUTE = 8 * 60 + 20, 17 * 60 + 10
SATURDAY = 5


def moment(text: str) -> int:
    """`2026-11-03 09:40` in microseconds, UTC."""
    return from_datetime(datetime.datetime.fromisoformat(text))


def day(text: str) -> Day:
    return Day.fromisoformat(text[:10])


def working_day(rng: Random, first: Day, last: Day) -> Day:
    """One of that span; the one before or after, where the span is a weekend."""
    found = first + datetime.timedelta(rng.randint(0, max(0, (last - first).days)))
    back = found - datetime.timedelta(max(0, found.weekday() - SATURDAY + 1))
    return back if back >= first else back + datetime.timedelta(3)


def working_moment(rng: Random, first: Day, last: Day) -> int:
    minute = rng.randint(FIRST_MINUTE, LAST_MINUTE)
    start = datetime.datetime.combine(working_day(rng, first, last), datetime.time())
    return from_datetime(start + datetime.timedelta(minutes=minute, seconds=rng.randint(0, 59)))

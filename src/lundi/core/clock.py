"""Time as the database holds it: whole microseconds since 1970, UTC."""

import time
from datetime import UTC, datetime

SECOND = 1_000_000
MINUTE = 60 * SECOND
DAY = 86_400 * SECOND


def now() -> int:
    return time.time_ns() // 1000


def as_datetime(microseconds: int) -> datetime:
    return datetime.fromtimestamp(microseconds // SECOND, UTC)


def from_datetime(moment: datetime) -> int:
    """A moment without a zone counts as UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return int(moment.timestamp() * SECOND)

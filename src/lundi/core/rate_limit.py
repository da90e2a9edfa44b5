"""How many requests may pass: a sliding minute and a day of UTC."""

import time
from collections import deque
from math import ceil

import msgspec

MINUTE, DAY = 60, 86_400


class Allowance(msgspec.Struct, frozen=True):
    """Requests a minute and a day; None is no limit."""

    minute: int
    day: int | None = None


class Verdict(msgspec.Struct, frozen=True):
    """`name`, `limit`, `remaining` and `resets_at` (Unix seconds) are of the limit that is nearer to its end."""

    passed: bool
    allowance: Allowance
    name: str
    limit: int
    remaining: int
    resets_at: float

    @property
    def seconds_left(self) -> int:
        """Whole seconds until there is room again, at least 1."""
        return max(1, ceil(self.resets_at - time.time()))


class _Count(msgspec.Struct):
    """What passed under one key: when, of the last minute, and how many today."""

    passed: deque[float]
    day: int
    today: int = 0

    def forget(self, now: float) -> None:
        # What lies in the future was counted before the clock was set back.
        while self.passed and not now - MINUTE < self.passed[0] <= now:
            self.passed.popleft()
        if self.day != now // DAY:
            self.day, self.today = int(now // DAY), 0


class RateLimiter:
    """Counts in this process's memory. A request that doesn't pass isn't counted.

    `hit` waits for nothing between looking and counting, so requests at the same moment can't pass together.
    """

    def __init__(self) -> None:
        self._counts: dict[str, _Count] = {}
        self._swept_at = 0.0

    def __len__(self) -> int:
        """How many keys it holds a count of."""
        return len(self._counts)

    async def hit(self, key: str, allowance: Allowance) -> Verdict:
        now = time.time()
        self._sweep(now)
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = _Count(deque(), int(now // DAY))
        count.forget(now)
        passed = len(count.passed) < allowance.minute and (
            allowance.day is None or count.today < allowance.day
        )
        if passed:
            count.passed.append(now)
            count.today += allowance.day is not None
        # After a change to a smaller plan more than one has to leave the window first.
        first_to_leave = max(0, len(count.passed) - allowance.minute)
        since = count.passed[first_to_leave] if first_to_leave < len(count.passed) else now
        return verdict(
            passed,
            allowance,
            in_minute=len(count.passed),
            minute_resets_at=since + MINUTE,
            today=count.today,
            day_ends_at=(count.day + 1) * DAY,
        )

    def _sweep(self, now: float) -> None:
        """Once a minute: keys that count nothing any more, so that passing addresses don't fill the memory."""
        if 0 <= now - self._swept_at < MINUTE:
            return
        self._swept_at = now
        for key, count in list(self._counts.items()):
            count.forget(now)
            if not count.passed and not count.today:
                del self._counts[key]


def verdict(
    passed: bool,
    allowance: Allowance,
    *,
    in_minute: int,
    minute_resets_at: float,
    today: int,
    day_ends_at: float,
) -> Verdict:
    """`in_minute` and `today` with the request itself, where it passed."""
    left = max(0, allowance.minute - in_minute)
    of_minute = Verdict(passed, allowance, "minute", allowance.minute, left, minute_resets_at)
    if allowance.day is None:
        return of_minute
    left = max(0, allowance.day - today)
    of_day = Verdict(passed, allowance, "day", allowance.day, left, day_ends_at)
    if passed:
        return of_minute if of_minute.remaining <= of_day.remaining else of_day
    return of_day if today >= allowance.day else of_minute

"""How many requests may pass: a sliding minute and a day of UTC, counted by `limits`."""

import asyncio
import time
from functools import lru_cache
from math import ceil

import msgspec
from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter, MovingWindowRateLimiter

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


class RateLimiter:
    """Counts in this process's memory. A request that doesn't pass isn't counted."""

    def __init__(self) -> None:
        storage = MemoryStorage()
        self._minutes = MovingWindowRateLimiter(storage)
        self._days = FixedWindowRateLimiter(storage)
        self._one_at_a_time = asyncio.Lock()

    async def hit(self, key: str, allowance: Allowance) -> Verdict:
        minute = _minute_item(allowance.minute)
        if allowance.day is None:
            passed = await self._minutes.hit(minute, key)
            return await self._minute(passed, allowance, minute, key)
        day, today = _day_item(allowance.day), _today()
        # Both or neither: what one limit refuses must not use up the other.
        async with self._one_at_a_time:
            if not await self._days.test(day, key, today):
                return self._day(False, allowance, 0)
            if not await self._minutes.hit(minute, key):
                return await self._minute(False, allowance, minute, key)
            await self._days.hit(day, key, today)
        of_minute = await self._minute(True, allowance, minute, key)
        stats = await self._days.get_window_stats(day, key, today)
        of_day = self._day(True, allowance, stats.remaining)
        return min(of_minute, of_day, key=lambda verdict: verdict.remaining)

    async def _minute(
        self, passed: bool, allowance: Allowance, item: RateLimitItem, key: str
    ) -> Verdict:
        stats = await self._minutes.get_window_stats(item, key)
        return Verdict(
            passed, allowance, "minute", allowance.minute, stats.remaining, stats.reset_time
        )

    def _day(self, passed: bool, allowance: Allowance, remaining: int) -> Verdict:
        midnight = (int(time.time()) // DAY + 1) * DAY
        return Verdict(passed, allowance, "day", allowance.day or 0, remaining, midnight)


_minute_item = lru_cache(RateLimitItemPerMinute)
_day_item = lru_cache(RateLimitItemPerDay)


def _today() -> str:
    """The day of UTC, as a number of days."""
    return str(int(time.time()) // DAY)

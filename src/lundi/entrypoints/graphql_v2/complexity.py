"""How many points of complexity an account has spent in the minute that runs."""

import time
from math import ceil

import msgspec

from lundi.core.errors import Refusal
from lundi.core.nodes import Nodes, RedisGone

MINUTE = 60
UNLIMITED = 10_000_000
"""What is told to be there where nothing is held to a budget."""


# The key lives as long as its minute.
_SPEND = """
local cost, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local before = math.max(0, limit - tonumber(redis.call('GET', KEYS[1]) or 0))
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  left = 60000
  redis.call('SET', KEYS[1], 0, 'PX', left)
end
if cost <= before then redis.call('INCRBY', KEYS[1], cost) end
return {before, math.max(1, math.ceil(left / 1000))}
"""


class Budget(msgspec.Struct, frozen=True):
    """Points a minute, and for one query; None is no limit."""

    minute: int | None = None
    query: int | None = None


class Complexity(msgspec.Struct, frozen=True):
    """As API v2 reads it: before - query = after."""

    before: int
    query: int
    after: int
    reset_in_x_seconds: int


class BudgetSpent(Refusal):
    """The query costs more than what is left."""

    def __init__(self, cost: int, left: int, limit: int, seconds: int) -> None:
        super().__init__(
            f"Complexity budget exhausted, query cost {cost} budget remaining {left} out of {limit}"
            f" reset in {seconds} seconds"
        )
        self.cost, self.left, self.limit, self.seconds = cost, left, limit, seconds


class TooDear(Refusal):
    """The query costs more than one may."""

    def __init__(self, cost: int, limit: int) -> None:
        super().__init__(
            f"The query costs {cost:,} points of complexity; {limit:,} is the most: ask for less at a time."
        )


class _Minute(msgspec.Struct):
    began: float
    spent: int = 0


class Meter:
    """Counts in this process's memory; with `nodes`, for all of them together. A minute begins with its first call."""

    def __init__(self, budget: Budget, nodes: Nodes | None = None) -> None:
        self.budget = budget
        self._nodes = nodes
        self._spend = None if nodes is None else nodes.script(_SPEND)
        self._minutes: dict[int, _Minute] = {}
        self._swept_at = 0.0

    async def spend(self, account_id: int, cost: int) -> Complexity:
        """Raises BudgetSpent or TooDear; then nothing is counted."""
        limit = self.budget.minute
        most = min(one for one in (self.budget.query, limit, cost) if one is not None)
        if cost > most:
            raise TooDear(cost, most)
        if limit is None:
            before = max(UNLIMITED, cost)
            return Complexity(before, cost, before - cost, MINUTE)
        before, seconds = await self._spent(account_id, cost, limit)
        if cost > before:
            raise BudgetSpent(cost, before, limit, seconds)
        return Complexity(before, cost, before - cost, seconds)

    async def _spent(self, account_id: int, cost: int, limit: int) -> tuple[int, int]:
        """What was left before, and for how many seconds; it is spent where it is enough."""
        if self._nodes is None or self._spend is None:
            return self._spent_here(account_id, cost, limit)
        try:
            before, seconds = await self._nodes.run(
                self._spend, [f"complexity:{account_id}"], cost, limit
            )
        except RedisGone:
            return self._spent_here(account_id, cost, self._nodes.share(limit))
        return before, seconds

    def _spent_here(self, account_id: int, cost: int, limit: int) -> tuple[int, int]:
        now = time.time()
        self._sweep(now)
        minute = self._minutes.get(account_id)
        if minute is None or not 0 <= now - minute.began < MINUTE:
            minute = self._minutes[account_id] = _Minute(now)
        before = max(0, limit - minute.spent)
        if cost <= before:
            minute.spent += cost
        return before, max(1, ceil(minute.began + MINUTE - now))

    def _sweep(self, now: float) -> None:
        if 0 <= now - self._swept_at < MINUTE:
            return
        self._swept_at = now
        for account_id, minute in list(self._minutes.items()):
            if not 0 <= now - minute.began < MINUTE:
                del self._minutes[account_id]

"""How many points of complexity an account has spent in the minute that runs."""

import time
from math import ceil

import msgspec

from lundi.core.errors import Refusal

MINUTE = 60
UNLIMITED = 10_000_000
"""What is told to be there where nothing is held to a budget."""


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
    """Counts in this process's memory. A minute begins with its first call."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._minutes: dict[int, _Minute] = {}
        self._swept_at = 0.0

    def spend(self, account_id: int, cost: int) -> Complexity:
        """Raises BudgetSpent or TooDear; then nothing is counted."""
        limit = self.budget.minute
        most = min(one for one in (self.budget.query, limit, cost) if one is not None)
        if cost > most:
            raise TooDear(cost, most)
        if limit is None:
            before = max(UNLIMITED, cost)
            return Complexity(before, cost, before - cost, MINUTE)
        now = time.time()
        self._sweep(now)
        minute = self._minutes.get(account_id)
        if minute is None or not 0 <= now - minute.began < MINUTE:
            minute = self._minutes[account_id] = _Minute(now)
        before = max(0, limit - minute.spent)
        seconds = max(1, ceil(minute.began + MINUTE - now))
        if cost > before:
            raise BudgetSpent(cost, before, limit, seconds)
        minute.spent += cost
        return Complexity(before, cost, before - cost, seconds)

    def _sweep(self, now: float) -> None:
        if 0 <= now - self._swept_at < MINUTE:
            return
        self._swept_at = now
        for account_id, minute in list(self._minutes.items()):
            if not 0 <= now - minute.began < MINUTE:
                del self._minutes[account_id]

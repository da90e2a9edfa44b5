"""Slows down guessing: after some failures in a row a key is locked, each time for twice as long."""

import ipaddress
import time

import msgspec

FORGOTTEN_AFTER = 86_400.0
LOOKED_THROUGH_EVERY = 60.0
MOST_KEPT = 10_000


class Rule(msgspec.Struct, frozen=True):
    """How many failures are `free`; the first lock and the longest, in seconds."""

    free: int
    first: float
    longest: float


class Try(msgspec.Struct, frozen=True):
    """`key`: who or what is tried."""

    rule: Rule
    key: str


class _Failures(msgspec.Struct):
    rule: Rule
    count: int
    last: float

    @property
    def locked_until(self) -> float:
        over = self.count - self.rule.free
        if over < 0:
            return 0.0
        return self.last + min(self.rule.first * 2.0 ** min(over, 20), self.rule.longest)


class Attempts:
    """In this process's memory; times in Unix seconds."""

    def __init__(self) -> None:
        self._failures: dict[str, _Failures] = {}
        self._looked_through_at = 0.0

    async def begin(self, *tries: Try) -> int:
        """How many seconds they are locked for; 0 for not at all, and then they count as failed until they succeed.

        So of many at once no more are looked at than are free.
        """
        seconds = self.seconds_locked(*tries)
        if not seconds:
            self.fail(*tries)
        return seconds

    def seconds_locked(self, *tries: Try) -> int:
        """How long until it may be tried again; 0 for now."""
        now = time.time()
        found = (self._failures.get(one.key) for one in tries)
        until = max((failures.locked_until for failures in found if failures), default=0.0)
        return max(0, int(until - now) + 1) if until > now else 0

    def fail(self, *tries: Try) -> None:
        now = time.time()
        self._make_room(now)
        for one in tries:
            failures = self._failures.setdefault(one.key, _Failures(one.rule, 0, now))
            failures.count = failures.count + 1 if now - failures.last < FORGOTTEN_AFTER else 1
            failures.last = now

    async def succeed(self, *tries: Try) -> None:
        for one in tries:
            self._failures.pop(one.key, None)

    async def take_back(self, *tries: Try) -> None:
        """What was counted as a failure was none; those before it stay."""
        for one in tries:
            failures = self._failures.get(one.key)
            if failures:
                failures.count -= 1

    def _make_room(self, now: float) -> None:
        if now - self._looked_through_at > LOOKED_THROUGH_EVERY:
            self._looked_through_at = now
            old = [key for key, one in self._failures.items() if now - one.last > one.rule.longest]
            for key in old:
                del self._failures[key]
        while len(self._failures) >= MOST_KEPT:
            # Those that came first; a dict keeps their order.
            del self._failures[next(iter(self._failures))]


def network_of(address: str) -> str:
    """One customer of a provider has a whole network of IPv6 addresses."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))

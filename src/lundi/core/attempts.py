"""Slows down guessing: after some failures in a row a key is locked, each time for twice as long."""

import time

import msgspec

FREE = 5
FIRST_LOCK = 15.0
LONGEST_LOCK = 3600.0
FORGOTTEN_AFTER = 86_400.0


class _Failures(msgspec.Struct):
    count: int
    last: float

    @property
    def locked_until(self) -> float:
        over = self.count - FREE
        return self.last + min(FIRST_LOCK * 2 ** min(over, 10), LONGEST_LOCK) if over >= 0 else 0.0


class Attempts:
    """In this process's memory; times in Unix seconds."""

    def __init__(self) -> None:
        self._failures: dict[str, _Failures] = {}

    def seconds_locked(self, *keys: str) -> int:
        """How long until it may be tried again; 0 for now."""
        now = time.time()
        until = max(
            (self._failures[key].locked_until for key in keys if key in self._failures), default=0.0
        )
        return max(0, int(until - now) + 1) if until > now else 0

    def fail(self, *keys: str) -> None:
        now = time.time()
        if len(self._failures) > 10_000:
            self._forget(now)
        for key in keys:
            failures = self._failures.setdefault(key, _Failures(0, now))
            failures.count = failures.count + 1 if now - failures.last < FORGOTTEN_AFTER else 1
            failures.last = now

    def succeed(self, *keys: str) -> None:
        for key in keys:
            self._failures.pop(key, None)

    def _forget(self, now: float) -> None:
        for key, failures in list(self._failures.items()):
            if now - failures.last > LONGEST_LOCK:
                del self._failures[key]

"""A copy of the database that may be a moment behind: for reads that may be too, but never behind what the reader wrote.

For some seconds after a change its maker is read to from the primary, on all nodes: a key in Redis says so. Once that is over the copy has the
change, as it isn't asked where it is more than FRESH behind.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import asyncpg
import structlog

from lundi.core.metrics import Counter
from lundi.core.nodes import Nodes, RedisGone

# Seconds.
FRESH = 1.0
BETWEEN_LOOKS = 0.2
AFTER_A_CHANGE = 10
TO_ANSWER = 2.0

T = TypeVar("T")
# What is committed is flushed. Where the next record will be written (pg_current_wal_insert_lsn) a copy may not reach for hours: after a
# switch of the log's file it is some bytes into a file that nothing was written to.
_AT_PRIMARY = "SELECT pg_current_wal_flush_lsn()::text"
# A server that is no copy has never replayed anything.
_HAS_REPLAYED = "SELECT coalesce(pg_last_wal_replay_lsn() >= $1::text::pg_lsn, false)"
_WROTE = "redis.call('SET', KEYS[1], 1, 'EX', ARGV[1])"
_HAS_WRITTEN = "return redis.call('EXISTS', unpack(KEYS))"
_FAILURES = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)
_OUTAGES = Counter(
    "lundi_replica_outages_total",
    "How often the replica was behind or gone, so that the primary answered alone.",
    known=[()],
)
_log = structlog.get_logger()


class Replica:
    """`is_used` and `outages` are there to be shown."""

    def __init__(self, url: str, connections: int, nodes: Nodes) -> None:
        self.is_used = False
        self.outages = 0
        self._url = url
        self._connections = connections
        self._nodes = nodes
        self._wrote = nodes.script(_WROTE)
        self._has_written = nodes.script(_HAS_WRITTEN)
        self._pool: Any = None
        self._fresh_until = 0.0

    @asynccontextmanager
    async def followed(self, primary: Callable[[str], Awaitable[str]]) -> AsyncIterator[None]:
        """`primary` runs a statement there that gives one text."""
        following = asyncio.create_task(self._follow(primary))
        try:
            yield
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)
            if self._pool is not None:
                self._pool.terminate()

    async def wrote(self, account_id: int, user_ids: set[int]) -> None:
        """To be awaited before the change is answered. What can't be told while Redis is gone nobody reads here either."""
        for user_id in user_ids:
            try:
                await self._nodes.run(self._wrote, [_key(account_id, user_id)], AFTER_A_CHANGE)
            except RedisGone:
                return

    async def may_serve(self, account_id: int, user_id: int) -> bool:
        if time.monotonic() > self._fresh_until:
            return False
        try:
            return not await self._nodes.run(self._has_written, [_key(account_id, user_id)])
        except RedisGone:
            return False

    async def read(self, task: Callable[[Any], Awaitable[T]]) -> T:
        """`task` is given a connection. Raises ReplicaGone."""
        try:
            async with self._pool.acquire(timeout=TO_ANSWER) as connection:
                return await task(connection)
        except _FAILURES as error:
            self._fresh_until = 0.0
            raise ReplicaGone from error

    async def _follow(self, primary: Callable[[str], Awaitable[str]]) -> None:
        """Where the primary was some moments ago, and whether the copy has come as far."""
        places: deque[tuple[float, str]] = deque(maxlen=int(FRESH / BETWEEN_LOOKS))
        while True:
            try:
                async with asyncio.timeout(2 * TO_ANSWER):
                    places.append((time.monotonic(), await primary(_AT_PRIMARY)))
                    self._see(await self._newest_reached(list(places)))
            except _FAILURES as error:
                self._see(None, error)
            await asyncio.sleep(BETWEEN_LOOKS)

    async def _newest_reached(self, places: list[tuple[float, str]]) -> float | None:
        if self._pool is None:
            self._pool = await asyncpg.create_pool(
                self._url,
                min_size=1,
                max_size=self._connections,
                statement_cache_size=1000,
                command_timeout=60,
            )
        async with self._pool.acquire(timeout=TO_ANSWER) as connection:
            for at, place in reversed(places):
                if await connection.fetchval(_HAS_REPLAYED, place, timeout=TO_ANSWER):
                    return at
        return None

    def _see(self, reached: float | None, error: BaseException | None = None) -> None:
        self._fresh_until = 0.0 if reached is None else reached + FRESH
        is_used = time.monotonic() < self._fresh_until
        if is_used and not self.is_used:
            _log.info("replica is used")
        elif self.is_used and not is_used:
            self.outages += 1
            _OUTAGES.add()
            reason = "it is behind" if error is None else type(error).__name__
            _log.warning("replica is not used", reason=reason)
        self.is_used = is_used


class ReplicaGone(Exception):
    """Whoever reads goes to the primary."""


def _key(account_id: int, user_id: int) -> str:
    return f"wrote:{account_id}:{user_id}"

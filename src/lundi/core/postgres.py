"""PostgreSQL through asyncpg: a transaction a write, retried as a whole when two of them collide."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import asyncpg
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from lundi.core.broker import Broker
from lundi.core.database import READ, RETRIES, STATEMENTS, WRITE, Pool, T, Task, ended
from lundi.core.statements import Compiler

TRIES = 8
IDS_AT_ONCE = 16
# A unique violation is two writers making the same new thing: the second try finds what the first one made.
COLLISIONS = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.UniqueViolationError,
)
_NEXT_IDS = "SELECT nextval($1::text::regclass) FROM generate_series(1, $2::int)"


class _Session:
    def __init__(self, connection: Any, ids: defaultdict[str, deque[int]]) -> None:
        self._connection = connection
        self._ids = ids

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]:
        STATEMENTS.add()
        return await self._connection.fetch(sql, *arguments)  # type: ignore[no-any-return]

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        STATEMENTS.add()
        tag: str = await self._connection.execute(sql, *arguments)
        count = tag.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def new_id(self, kind: str) -> int:
        ids = self._ids[kind]
        if not ids:
            STATEMENTS.add()
            rows = await self._connection.fetch(_NEXT_IDS, f"{kind}_ids", IDS_AT_ONCE)
            ids.extend(row[0] for row in rows)
        return ids.popleft()

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        STATEMENTS.add()
        rows = await self._connection.fetch(_NEXT_IDS, f"{kind}_ids", count)
        return sorted(row[0] for row in rows)


class Postgres:
    """A pool of connections to one PostgreSQL 15 or newer."""

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]") -> None:
        self.compiled = Compiler(dialect.dialect())  # type: ignore[no-untyped-call]
        self.broker = Broker()
        self.listeners: list[Callable[[Any], Awaitable[None]]] = []
        self._pool = pool
        self._ids: defaultdict[str, deque[int]] = defaultdict(deque)

    async def read(self, task: Task[T]) -> T:
        started = time.perf_counter()
        try:
            async with self._pool.acquire() as connection:
                return await task(_Session(connection, self._ids))
        finally:
            ended(READ, started)

    async def write(self, task: Task[T]) -> T:
        started = time.perf_counter()
        try:
            return await self._write(task)
        finally:
            ended(WRITE, started)

    def pool(self) -> Pool | None:
        size, idle = self._pool.get_size(), self._pool.get_idle_size()
        return Pool(used=size - idle, idle=idle, limit=self._pool.get_max_size())

    async def close(self) -> None:
        await self._pool.close()

    async def _write(self, task: Task[T]) -> T:
        for attempt in range(TRIES - 1):
            try:
                return await self._write_once(task)
            except COLLISIONS:
                RETRIES.add()
                await asyncio.sleep(0.005 * 2**attempt)
        return await self._write_once(task)

    async def _write_once(self, task: Task[T]) -> T:
        async with self._pool.acquire() as connection, connection.transaction():
            return await task(_Session(connection, self._ids))


async def connect(url: str, connections: int) -> Postgres:
    """`connections`: how many at the most this process holds."""
    pool = await asyncpg.create_pool(
        url, min_size=1, max_size=connections, statement_cache_size=1000, command_timeout=60
    )
    return Postgres(pool)

"""PostgreSQL through asyncpg: a transaction a write, retried as a whole when two of them collide."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from lundi.core.broker import Broker
from lundi.core.database import PAGE, Session, T, Task
from lundi.core.errors import Conflict
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

_KINDS = """SELECT substring(sequencename FROM '(.*)_ids$') FROM pg_sequences
 WHERE schemaname = current_schema() AND right(sequencename, 4) = '_ids'"""
_SKIP_IDS = "SELECT setval($1::text::regclass, $2)"


class _Session:
    def __init__(self, connection: Any, ids: defaultdict[str, deque[int]]) -> None:
        self._connection = connection
        self._ids = ids

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]:
        return await self._connection.fetch(sql, *arguments)  # type: ignore[no-any-return]

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        tag: str = await self._connection.execute(sql, *arguments)
        count = tag.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def pages(
        self, sql: str, arguments: Sequence[Any]
    ) -> AsyncGenerator[Sequence[Sequence[Any]]]:
        cursor = await self._connection.cursor(sql, *arguments)
        while rows := await cursor.fetch(PAGE):
            yield rows

    async def run_many(self, sql: str, many: Iterable[Sequence[Any]]) -> None:
        try:
            await self._connection.executemany(sql, many)
        except COLLISIONS:
            raise
        except (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError) as error:
            raise Conflict(f"The rows don't fit the database: {error}.") from None

    async def new_id(self, kind: str) -> int:
        ids = self._ids[kind]
        if not ids:
            rows = await self._connection.fetch(_NEXT_IDS, f"{kind}_ids", IDS_AT_ONCE)
            ids.extend(row[0] for row in rows)
        return ids.popleft()

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        rows = await self._connection.fetch(_NEXT_IDS, f"{kind}_ids", count)
        return sorted(row[0] for row in rows)

    async def last_ids(self) -> dict[str, int]:
        kinds = [row[0] for row in await self._connection.fetch(_KINDS)]
        return {kind: await self._last_id(kind) for kind in kinds}

    async def skip_ids(self, kind: str, last: int) -> None:
        if last > await self._last_id(kind):
            await self._connection.fetchval(_SKIP_IDS, f"{kind}_ids", last)

    async def _last_id(self, kind: str) -> int:
        # A sequence that has given nothing yet tells what it will give first.
        found = f"SELECT last_value - (NOT is_called)::int FROM {kind}_ids"  # noqa: S608
        return int(await self._connection.fetchval(found))


class Postgres:
    """A pool of connections to one PostgreSQL 15 or newer."""

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]") -> None:
        self.compiled = Compiler(dialect.dialect())  # type: ignore[no-untyped-call]
        self.broker = Broker()
        self.listeners: list[Callable[[Any], Awaitable[None]]] = []
        self._pool = pool
        self._ids: defaultdict[str, deque[int]] = defaultdict(deque)

    async def read(self, task: Task[T]) -> T:
        async with self._pool.acquire() as connection:
            return await task(_Session(connection, self._ids))

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        async with (
            self._pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield _Session(connection, self._ids)

    async def write(self, task: Task[T]) -> T:
        for attempt in range(TRIES - 1):
            try:
                return await self._write_once(task)
            except COLLISIONS:
                await asyncio.sleep(0.005 * 2**attempt)
        return await self._write_once(task)

    async def close(self) -> None:
        await self._pool.close()

    async def _write_once(self, task: Task[T]) -> T:
        async with self._pool.acquire() as connection, connection.transaction():
            return await task(_Session(connection, self._ids))


async def connect(url: str, connections: int) -> Postgres:
    """`connections`: how many at the most this process holds."""
    pool = await asyncpg.create_pool(
        url, min_size=1, max_size=connections, statement_cache_size=1000, command_timeout=60
    )
    return Postgres(pool)

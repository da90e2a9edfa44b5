"""PostgreSQL through asyncpg: a transaction a write, retried as a whole when two of them collide."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import asyncpg
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from lundi.core.advisory import EVENTS, second
from lundi.core.broker import Broker
from lundi.core.database import T, Task
from lundi.core.replica import Replica, ReplicaGone
from lundi.core.statements import Compiler

TRIES = 8
# A unique violation is two writers making the same new thing: the second try finds what the first one made.
COLLISIONS = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.UniqueViolationError,
)
# Ids are taken one by one, never ahead: over all nodes a later one is higher.
_NEXT_ID = "SELECT nextval($1::text::regclass)"
_NEXT_IDS = "SELECT nextval($1::text::regclass) FROM generate_series(1, $2::int)"
# First the lock, then the ids: who has the lock alone knows that no lower id is still on its way. See `settle`.
_NEXT_EVENT_IDS = """
WITH announced AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared($1::int, $2::int))
SELECT nextval('event_ids') FROM announced, generate_series(1, $3::int)
"""
# A transaction of its own, so it is held for no longer than it takes to get.
_SETTLE = "SELECT pg_advisory_xact_lock($1::int, $2::int)"
# A node that hangs in the middle of a transaction must not hold up all others.
MILLISECONDS_IDLE = 10_000


class _Session:
    def __init__(self, connection: Any, settled: dict[int, int]) -> None:
        self._connection = connection
        self._settled = settled

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]:
        return await self._connection.fetch(sql, *arguments)  # type: ignore[no-any-return]

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        tag: str = await self._connection.execute(sql, *arguments)
        count = tag.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def new_id(self, kind: str) -> int:
        return await self._connection.fetchval(_NEXT_ID, f"{kind}_ids")  # type: ignore[no-any-return]

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        rows = await self._connection.fetch(_NEXT_IDS, f"{kind}_ids", count)
        return sorted(row[0] for row in rows)

    async def event_ids(self, account_id: int, count: int) -> Sequence[int]:
        rows = await self._connection.fetch(_NEXT_EVENT_IDS, EVENTS, second(account_id), count)
        return sorted(row[0] for row in rows)

    async def settle(self, account_id: int, event_id: int) -> None:
        if event_id > self._settled.get(account_id, 0):
            await self._connection.execute(_SETTLE, EVENTS, second(account_id))
            self._settled[account_id] = max(event_id, self._settled.get(account_id, 0))


class Postgres:
    """A pool of connections to one PostgreSQL 15 or newer."""

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]") -> None:
        self.compiled = Compiler(dialect.dialect())  # type: ignore[no-untyped-call]
        self.broker = Broker()
        self.listeners: list[Callable[[Any], Awaitable[None]]] = []
        self.committed: list[Callable[[Any], Awaitable[None]]] = []
        self.replica: Replica | None = None
        self._pool = pool
        self._settled: dict[int, int] = {}

    async def read(self, task: Task[T]) -> T:
        async with self._pool.acquire() as connection:
            return await task(_Session(connection, self._settled))

    @property
    def reads_late(self) -> bool:
        return self.replica is not None and self.replica.is_used

    async def read_late(self, task: Task[T], account_id: int, user_id: int) -> T:
        if self.replica is not None and await self.replica.may_serve(account_id, user_id):
            try:
                return await self.replica.read(
                    lambda connection: task(_Session(connection, self._settled))
                )
            except ReplicaGone:
                """The primary knows all of it, and more."""
        return await self.read(task)

    async def ask(self, sql: str) -> str:
        """The one value that a statement of no parameters gives."""
        async with self._pool.acquire() as connection:
            return str(await connection.fetchval(sql))

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
            return await task(_Session(connection, self._settled))


async def connect(url: str, connections: int) -> Postgres:
    """`connections`: how many at the most this process holds."""
    pool = await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=connections,
        statement_cache_size=1000,
        command_timeout=60,
        server_settings={"idle_in_transaction_session_timeout": str(MILLISECONDS_IDLE)},
    )
    return Postgres(pool)

"""Statements on one connection to PostgreSQL, and which of its errors mean that they can be tried again."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from typing import Any

import asyncpg

from lundi.core.advisory import EVENTS, second
from lundi.core.database import PAGE, STATEMENTS, Interrupted, Written
from lundi.core.errors import Conflict

# A unique violation is two writers making the same new thing: the second try finds what the first one made.
COLLISIONS = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.UniqueViolationError,
)
# No connection, or one that may not do what it should: a server that stops, starts, or is not the first of its cluster any more.
LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.IdleSessionTimeoutError,
    asyncpg.TooManyConnectionsError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InterfaceError,
    # What the driver says of a connection that ends just as it is used.
    asyncpg.InternalClientError,
    OSError,
)
INTERRUPTIONS = (*COLLISIONS, *LOST, asyncpg.DiskFullError)
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
_KINDS = """SELECT substring(sequencename FROM '(.*)_ids$') FROM pg_sequences
 WHERE schemaname = current_schema() AND right(sequencename, 4) = '_ids'"""
_SKIP_IDS = "SELECT setval($1::text::regclass, $2)"


class PostgresSession:
    """On a connection that nobody else uses meanwhile. `settled`: account -> the last event before which none is on its way."""

    def __init__(self, connection: Any, settled: dict[int, int], moment: int) -> None:
        self._connection = connection
        self.moment = moment
        self.written: Written = set()
        self._settled = settled

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]:
        STATEMENTS.add()
        try:
            return await self._connection.fetch(sql, *arguments)  # type: ignore[no-any-return]
        except INTERRUPTIONS as error:
            raise _interrupted(error) from error

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        STATEMENTS.add()
        try:
            tag: str = await self._connection.execute(sql, *arguments)
        except INTERRUPTIONS as error:
            raise _interrupted(error) from error
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
        ((number,),) = await self.rows(_NEXT_ID, (f"{kind}_ids",))
        return int(number)

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        rows = await self.rows(_NEXT_IDS, (f"{kind}_ids", count))
        return sorted(row[0] for row in rows)

    async def event_ids(self, account_id: int, count: int) -> Sequence[int]:
        rows = await self.rows(_NEXT_EVENT_IDS, (EVENTS, second(account_id), count))
        return sorted(row[0] for row in rows)

    async def settle(self, account_id: int, event_id: int) -> None:
        if event_id > self._settled.get(account_id, 0):
            await self.rows(_SETTLE, (EVENTS, second(account_id)))
            self._settled[account_id] = max(event_id, self._settled.get(account_id, 0))

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


def _interrupted(error: Exception) -> BaseException:
    # An argument that doesn't fit its parameter is the caller's fault.
    return error if isinstance(error, ValueError) else Interrupted(error)

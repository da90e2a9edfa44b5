"""PostgreSQL through asyncpg: a transaction a write, retried as a whole when two of them collide or a connection is lost."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from random import getrandbits
from typing import Any

import asyncpg
import structlog
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from lundi.core import clock
from lundi.core.broker import Broker
from lundi.core.changes import Changes
from lundi.core.database import (
    READ,
    RETRIES,
    WRITE,
    Held,
    Interrupted,
    Pool,
    Session,
    T,
    Task,
    Written,
    ended,
)
from lundi.core.errors import StorageFull, Unavailable
from lundi.core.kept_rows import KeptRows
from lundi.core.news import TELL, until_heard
from lundi.core.postgres_session import COLLISIONS, LOST, PostgresSession
from lundi.core.replica import Replica, ReplicaGone
from lundi.core.statements import Compiler

TRIES = 8
LEFT_TO_READERS = 3
"""Which part of the connections: one in so many."""
SHORTEST_PAUSE, LONGEST_PAUSE = 0.02, 0.5
SECONDS_TO_CLOSE = 1
# In microseconds: long after the last who might ask whether it was committed.
MARKS_KEPT = 60 * clock.MINUTE
_AWAY = "The database can't be reached just now; try again in a moment."
_BUSY = "The database has too much to do just now; try again in a moment."
_CROWDED = "Too many others are changing the same just now; try again in a moment."
_UNKNOWN = (
    "The connection to the database was lost while this was being kept, and hasn't come back: look whether it was done before"
    " you do it again, or send it again with the same Idempotency-Key."
)
_MARK = "INSERT INTO commit_marks (at, id) VALUES ({}, {})"
_FORGET_MARKS = "DELETE FROM commit_marks WHERE at < $1"
# A node that hangs in the middle of a transaction must not hold up all others.
MILLISECONDS_IDLE = 10_000

_log = structlog.get_logger()


class _Unknown(Exception):
    """The connection was lost during the commit of `mark`: `result` stands if it was done."""

    def __init__(self, mark: str, result: Any, lost: BaseException) -> None:
        super().__init__()
        self.mark, self.result, self.lost = mark, result, lost


class Postgres:
    """A pool of connections to one PostgreSQL 15 or newer."""

    has_one_writer = False

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]", wait: float) -> None:
        self.compiled = Compiler(dialect.dialect())  # type: ignore[no-untyped-call]
        self.broker = Broker()
        self.changes = Changes()
        self.kept_rows = KeptRows(self.changes)
        self.listeners: list[Callable[[Any], Awaitable[None]]] = []
        self.committed: list[Callable[[Any], Awaitable[None]]] = []
        self.memory: dict[type, Held] = {}
        self.replica: Replica | None = None
        self._pool = pool
        # Who reads needn't wait behind all who write.
        size = pool.get_max_size()
        self._writers = asyncio.Semaphore(size - size // LEFT_TO_READERS)
        self._settled: dict[int, int] = {}
        self._wait = wait
        self._is_lost = False
        self._has_told = False

    async def read(self, task: Task[T]) -> T:
        started = time.perf_counter()
        try:
            return await self._patiently(lambda: self._read_once(task))
        finally:
            ended(READ, started)

    def heed_others(self) -> None:
        """They say so by themselves: see `news`."""

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        async with (
            self._pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            # Who reads a whole company may take a while between two statements.
            await connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            try:
                yield self._session_on(connection)
            except Interrupted as interrupted:
                raise interrupted.error from None

    @property
    def reads_late(self) -> bool:
        return self.replica is not None and self.replica.is_used

    async def read_late(self, task: Task[T], account_id: int, user_id: int) -> T:
        if self.replica is not None and await self.replica.may_serve(account_id, user_id):
            try:
                return await self.replica.read(
                    lambda connection: self._done(task, self._session_on(connection))
                )
            except ReplicaGone:
                """The primary knows all of it, and more."""
        return await self.read(task)

    async def ask(self, sql: str) -> str:
        """The one value that a statement of no parameters gives."""
        async with self._pool.acquire() as connection:
            return str(await connection.fetchval(sql))

    async def write(self, task: Task[T]) -> T:
        started = time.perf_counter()
        try:
            return await self._patiently(lambda: self._write_once(task))
        finally:
            ended(WRITE, started)

    def pool(self) -> Pool | None:
        size, idle = self._pool.get_size(), self._pool.get_idle_size()
        return Pool(used=size - idle, idle=idle, limit=self._pool.get_max_size())

    async def tidy(self) -> None:
        async def forget(session: Any) -> None:
            await session.run(_FORGET_MARKS, (clock.now() - MARKS_KEPT,))

        await self.read(forget)

    async def close(self) -> None:
        for held in self.memory.values():
            await held.close()
        if self._has_told:
            with suppress(*LOST):
                async with self._connection() as connection:
                    await until_heard(connection)
        try:
            await asyncio.wait_for(self._pool.close(), SECONDS_TO_CLOSE)
        except LOST:
            self._pool.terminate()

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Again as long as it collides with others or has no connection. Raises Unavailable where that lasts, and StorageFull."""
        collided, ends_at, pause = 0, 0.0, SHORTEST_PAUSE
        while True:
            try:
                result = await attempt()
            except COLLISIONS as error:
                collided += 1
                if collided == TRIES and isinstance(error, asyncpg.UniqueViolationError):
                    raise
                if collided == TRIES:
                    raise Unavailable(_CROWDED) from error
                RETRIES.add()
                await asyncio.sleep(0.005 * 2 ** (collided - 1))
            except asyncpg.DiskFullError as error:
                _log.error("no room left", error=str(error))
                raise StorageFull from error
            except TimeoutError as error:
                raise Unavailable(_BUSY) from error
            except LOST as error:
                if isinstance(error, ValueError):
                    raise
                self._lose(error)
                ends_at = ends_at or time.monotonic() + self._wait
                if time.monotonic() > ends_at:
                    raise Unavailable(_AWAY) from error
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                if self._is_lost:
                    self._is_lost = False
                    _log.warning("database answers again")
                return result

    def _lose(self, error: BaseException) -> None:
        if not self._is_lost:
            self._is_lost = True
            _log.warning("database lost", error=f"{type(error).__name__}: {error}")

    async def _read_once(self, task: Task[T]) -> T:
        async with self._connection() as connection:
            return await self._done(task, self._session_on(connection))

    def _session_on(self, connection: Any) -> PostgresSession:
        return PostgresSession(connection, self._settled, self.changes.now)

    async def _done(self, task: Task[T], session: Session) -> T:
        try:
            return await task(session)
        except Interrupted as interrupted:
            raise interrupted.error from None

    async def _write_once(self, task: Task[T]) -> T:
        written: Written = set()
        try:
            return await self._in_transaction(task, written)
        except _Unknown as unknown:
            if await self._was_committed(unknown.mark):
                return unknown.result  # type: ignore[no-any-return]
            raise unknown.lost from None
        finally:
            self.changes.note(written)

    async def _in_transaction(self, task: Task[T], written: Written) -> T:
        """Raises _Unknown where a connection is lost so that nobody knows whether it was committed."""
        # Its key is also what tells it from all others.
        mark = _MARK.format(clock.now(), getrandbits(63))
        self._has_told = not self.changes.is_server
        last = f"{mark}; {TELL}" if self._has_told else mark
        result: Any = None
        is_committing = False
        async with self._turn_to_write(), self._connection() as connection:
            await connection.execute("BEGIN")
            try:
                session = self._session_on(connection)
                session.written = written
                result = await self._done(task, session)
                is_committing = True
                await connection.execute(f"{last}; COMMIT")
            except BaseException as error:
                if is_committing and isinstance(error, LOST):
                    raise _Unknown(mark, result, error) from error
                with suppress(*LOST):
                    await connection.execute("ROLLBACK")
                raise
        return result  # type: ignore[no-any-return]

    async def _was_committed(self, mark: str) -> bool:
        """Puts the mark there itself: that waits for a commit that is still under way, and keeps out one that comes later."""

        async def put() -> bool:
            async with self._connection() as connection:
                try:
                    await connection.execute(mark, timeout=self._wait)
                except asyncpg.UniqueViolationError:
                    return True
                return False

        try:
            return await self._patiently(put)
        except Unavailable as error:
            raise Unavailable(_UNKNOWN) from error

    @asynccontextmanager
    async def _turn_to_write(self) -> AsyncIterator[None]:
        async with asyncio.timeout(self._wait):
            await self._writers.acquire()
        try:
            yield
        finally:
            self._writers.release()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[Any]:
        connection = await self._pool.acquire(timeout=self._wait)
        try:
            yield connection
        finally:
            # What was done on it is done, even if it is lost right after.
            with suppress(*LOST):
                await self._pool.release(connection)


async def connect(url: str, connections: int, wait: float = 10) -> Postgres:
    """`connections`: how many at the most this process holds. `wait`: seconds that a task waits for one."""
    pool = await asyncpg.create_pool(
        url,
        min_size=0,
        max_size=connections,
        statement_cache_size=1000,
        command_timeout=60,
        timeout=wait,
        server_settings={"idle_in_transaction_session_timeout": str(MILLISECONDS_IDLE)},
    )
    return Postgres(pool, wait)

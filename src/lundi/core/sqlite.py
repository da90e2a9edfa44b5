"""SQLite through apsw: short reads in the event loop, writes gathered into shared commits.

A task waits for nothing but its own SQL, which SQLite answers at once, so `_drive` runs it to its end without giving the event
loop a turn. All writes that wait go into one transaction, each under its own savepoint; only the commit, which waits for the
disk, runs in a thread. Nobody is answered before it returned.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import Context, copy_context
from itertools import islice
from pathlib import Path
from typing import Any, cast

import apsw
import structlog
from sqlalchemy.dialects import sqlite

from lundi.core.broker import Broker
from lundi.core.changes import Changes
from lundi.core.database import (
    PAGE,
    READ,
    RETRIES,
    STATEMENTS,
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
from lundi.core.errors import FULL, Conflict, StorageFull, Unavailable
from lundi.core.folding import folded
from lundi.core.kept_rows import KeptRows
from lundi.core.statements import Compiler

BUSY_MILLISECONDS = 30_000
LARGEST_BATCH = 128
AT_A_STRETCH = 8
"""How many writes of a batch are done before reads have their turn."""
INTERRUPTIONS = (apsw.FullError, apsw.IOError)
_NEXT_IDS = "UPDATE id_counters SET last = last + ? WHERE kind = ? RETURNING last"
_LAST_ID = "SELECT last FROM id_counters WHERE kind = ?"
_KEEP_LAST_ID = "UPDATE id_counters SET last = ? WHERE kind = ?"
_LAST_IDS = "SELECT kind, last FROM id_counters"

_log = structlog.get_logger()


class _Session:
    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self.moment = 0
        self.written: Written = set()
        # The last id of each kind since the last commit, and as the database has it: there is one writer at a time.
        self._given: dict[str, int] = {}
        self._kept: dict[str, int] = {}

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]:
        STATEMENTS.add()
        try:
            return self._connection.execute(sql, arguments).fetchall()
        except INTERRUPTIONS as error:
            raise Interrupted(error) from error

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        await self.rows(sql, arguments)
        return self._connection.changes()

    async def pages(
        self, sql: str, arguments: Sequence[Any]
    ) -> AsyncGenerator[Sequence[Sequence[Any]]]:
        found = self._connection.execute(sql, arguments)
        while rows := list(islice(found, PAGE)):
            yield rows

    async def run_many(self, sql: str, many: Iterable[Sequence[Any]]) -> None:
        try:
            self._connection.executemany(sql, many).fetchall()
        except apsw.ConstraintError as error:
            raise Conflict(f"The rows don't fit the database: {error}.") from None

    async def new_id(self, kind: str) -> int:
        (number,) = await self.new_ids(kind, 1)
        return number

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        if kind in self._given:
            self._given[kind] += count
        else:
            ((last,),) = await self.rows(_NEXT_IDS, (count, kind))
            self._given[kind] = self._kept[kind] = last
        return range(self._given[kind] - count + 1, self._given[kind] + 1)

    def keep_ids(self) -> None:
        """Before the commit: who comes next goes on from there."""
        for kind, last in self._given.items():
            if self._kept.get(kind) != last:
                STATEMENTS.add()
                self._connection.execute(_KEEP_LAST_ID, (last, kind)).fetchall()
        self.forget_ids()

    def doubt_ids(self) -> None:
        """What one task wrote is undone, and the database may have forgotten what it gave."""
        self._kept.clear()

    def forget_ids(self) -> None:
        self._given.clear()
        self._kept.clear()

    async def event_ids(self, account_id: int, count: int) -> Sequence[int]:
        return await self.new_ids("event", count)

    async def settle(self, account_id: int, event_id: int) -> None:
        """There is one writer: what is seen has nothing before it on its way."""

    async def last_ids(self) -> dict[str, int]:
        rows = cast(list[tuple[str, int]], self._connection.execute(_LAST_IDS).fetchall())
        return {**dict(rows), **self._given}

    async def skip_ids(self, kind: str, last: int) -> None:
        if kind not in self._given:
            ((self._given[kind],),) = await self.rows(_LAST_ID, (kind,))
        self._given[kind] = max(last, self._given[kind])


class SQLite:
    """The database in one file. Other processes may read and write the same file."""

    has_one_writer = True

    def __init__(self, file: Path) -> None:
        self.compiled = Compiler(sqlite.dialect(paramstyle="qmark"))
        self.broker = Broker()
        self.changes = Changes()
        self.kept_rows = KeptRows(self.changes)
        self.listeners: list[Callable[[Any], Awaitable[None]]] = []
        self.memory: dict[type, Held] = {}
        self._file = file
        self.committed: list[Callable[[Any], Awaitable[None]]] = []
        self._reader = _connect(file)
        self._writer = _connect(file)
        self._reading = _Session(self._reader)
        self._writing = _Session(self._writer)
        self._waiting: deque[tuple[Task[Any], asyncio.Future[Any], Context]] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="commit")
        self._committing: asyncio.Task[None] | None = None
        # Another one after each commit of another process, and of no other connection of this one: it alone writes here.
        self._others = self._data_version()
        self._is_heeding = False

    async def read(self, task: Task[T]) -> T:
        # All reads of one turn of the event loop see the same state: taking and leaving a snapshot costs as much as a small read.
        # What a turn answers is sent in that turn or later, so nobody asks again and misses what was answered already.
        if not self._reader.in_transaction:
            self.heed_others()
            self._reading.moment = self.changes.now
            self._reader.execute("BEGIN")
            asyncio.get_running_loop().call_soon(self._leave_snapshot)
        started = time.perf_counter()
        try:
            return _drive(task(self._reading))
        finally:
            ended(READ, started)

    def heed_others(self) -> None:
        # Once in a turn of the event loop, as all its reads see the same. While there is a commit of ours there is none of theirs.
        if not self._is_heeding:
            self._is_heeding = True
            asyncio.get_running_loop().call_soon(self._heed_no_more)
            if self._committing is None:
                self._look_at_others()

    def _heed_no_more(self) -> None:
        self._is_heeding = False

    def _look_at_others(self) -> None:
        version = self._data_version()
        if version != self._others:
            self._others = version
            self.changes.note_everywhere()

    def _data_version(self) -> Any:
        return self._writer.execute("PRAGMA data_version").fetchall()[0][0]

    @property
    def reads_late(self) -> bool:
        return False

    async def read_late(self, task: Task[T], account_id: int, user_id: int) -> T:
        return await self.read(task)

    def _leave_snapshot(self) -> None:
        self._reader.execute("COMMIT")

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        connection = _connect(self._file)
        try:
            connection.execute("BEGIN")
            yield _Session(connection)
        finally:
            connection.close()

    async def write(self, task: Task[T]) -> T:
        started = time.perf_counter()
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        # What is logged in it is of the request that asked for it, not of the one that began to commit.
        self._waiting.append((task, answer, copy_context()))
        if self._committing is None:
            self._committing = asyncio.create_task(self._write_all())
        try:
            # A caller that goes away must not take its place in a shared transaction with it.
            return await asyncio.shield(answer)
        except asyncio.CancelledError:
            answer.add_done_callback(_heard)
            raise
        finally:
            ended(WRITE, started)

    def pool(self) -> Pool | None:
        return None

    async def tidy(self) -> None:
        """There is nothing."""

    async def close(self) -> None:
        for held in self.memory.values():
            await held.close()
        if self._committing is not None:
            await self._committing
        await asyncio.sleep(0)  # lets the last snapshot be left
        self._thread.shutdown()
        self._writer.close()
        self._reader.close()

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                await self._write_batch()
        finally:
            self._committing = None

    async def _write_batch(self) -> None:
        loop = asyncio.get_running_loop()
        answers: list[tuple[asyncio.Future[Any], Any, BaseException | None]] = []
        try:
            await self._begin()
            while self._waiting and len(answers) < LARGEST_BATCH:
                task, answer, context = self._waiting.popleft()
                answers.append((answer, None, None))
                answers[-1] = (answer, *context.run(self._attempt, task))
                if len(answers) % AT_A_STRETCH == 0:
                    await asyncio.sleep(0)
            self._writing.keep_ids()
            await loop.run_in_executor(self._thread, self._writer.execute, "COMMIT")
        except Exception as failure:  # the disk's or the lock's: all of the batch share it
            error = self._told(failure)
            self._writing.forget_ids()
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            failed = [answer for answer, _, _ in answers]
            while not answers and self._waiting:  # it couldn't even begin, for any of them
                failed.append(self._waiting.popleft()[1])
            answers = [(answer, None, error) for answer in failed]
        self.changes.note(self._writing.written)
        self._writing.written.clear()
        for answer, result, refused in answers:
            if answer.done():
                continue
            if refused is None:
                answer.set_result(result)
            else:
                answer.set_exception(refused)

    async def _begin(self) -> None:
        try:
            self._writer.set_busy_timeout(0)
            self._writer.execute("BEGIN IMMEDIATE")
        except apsw.BusyError:
            RETRIES.add()
            self._writer.set_busy_timeout(BUSY_MILLISECONDS)
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._thread, self._writer.execute, "BEGIN IMMEDIATE")
        self._look_at_others()
        self._writing.moment = self.changes.now

    def _attempt(self, task: Task[Any]) -> tuple[Any, BaseException | None]:
        self._writer.execute("SAVEPOINT task")
        try:
            result = _drive(task(self._writing))
        except Exception as error:
            if not self._writer.in_transaction:  # SQLite has undone all of the batch by itself
                raise
            self._writing.doubt_ids()
            self._writer.execute("ROLLBACK TO task")
            self._writer.execute("RELEASE task")
            return None, self._told(error)
        self._writer.execute("RELEASE task")
        return result, None

    def _told(self, error: Exception) -> Exception:
        """As a refusal, where the disk is full or another process doesn't let go of the file."""
        is_full = isinstance(error, apsw.IOError) and self._writer.system_errno in FULL
        if is_full or isinstance(error, apsw.FullError):
            _log.error("no room left", error=str(error))
            return StorageFull()
        if isinstance(error, apsw.BusyError):
            return Unavailable("The database is busy with something else; try again in a moment.")
        return error


def _connect(file: Path) -> apsw.Connection:
    connection = apsw.Connection(str(file), statementcachesize=1000)
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    # Else SQLite plans a statement anew for each other value of its parameters: ten times its run.
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.create_scalar_function("folded", _folded, 1, deterministic=True)
    return connection


def _heard(answer: asyncio.Future[Any]) -> None:
    """Nobody is left to be told an error."""
    if not answer.cancelled():
        answer.exception()


def _folded(*texts: Any) -> str | None:
    (text,) = texts
    return None if text is None else folded(str(text))


def _drive(task: Awaitable[T]) -> T:
    steps = task.__await__()
    try:
        next(steps)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    except Interrupted as interrupted:
        raise interrupted.error from None
    raise RuntimeError("A database task waited for something other than its own SQL.")

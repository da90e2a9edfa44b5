"""The one face of both engines. Nobody but the two engine files knows which one it is."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

from lundi.core import tracing
from lundi.core.broker import Broker
from lundi.core.changes import Changes
from lundi.core.kept_rows import KeptRows
from lundi.core.metrics import Counter, Gauge, Histogram
from lundi.core.statements import Compiler

T = TypeVar("T")
PAGE = 500
"""How many rows `Session.pages` gives at a time."""
Written: TypeAlias = set[tuple[int, frozenset[str]]]
"""Accounts, and tables of theirs that were changed."""
Task: TypeAlias = Callable[["Session"], Awaitable[T]]

READ, WRITE = "read", "write"
STATEMENTS = Counter("lundi_database_statements_total", "SQL statements that were run.")
TRANSACTIONS = Histogram(
    "lundi_database_transaction_seconds",
    "Reads and writes, from when they were asked for to their end; writes until they are on disk.",
    "kind",
    (0.001, 0.005, 0.025, 0.1, 0.5, 2.5),
)
RETRIES = Counter(
    "lundi_database_write_retries_total",
    "Writes that ran again after a collision (PostgreSQL) or waited for another process (SQLite).",
    known=[()],
)


_CONNECTIONS = Gauge(
    "lundi_database_connections",
    "Connections to PostgreSQL of this process: used, idle, and how many there may be (limit).",
    ("state",),
)


class Pool(NamedTuple):
    """Connections of this process: in use, idle, and how many there may be."""

    used: int
    idle: int
    limit: int


def ended(kind: str, started: float) -> None:
    """To be called with READ or WRITE and the `perf_counter` of its start."""
    seconds = time.perf_counter() - started
    TRANSACTIONS.add(kind, seconds)
    if tracing.is_on():
        tracing.add_span(f"database {kind}", seconds)


class Interrupted(BaseException):
    """Something is wrong with the connection, not with what is done on it: nobody but the engine may catch this."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Session(Protocol):
    """A connection for the length of one read or one transaction."""

    moment: int
    """Of the changes, taken before anything was read here."""
    written: Written
    """What was changed in this transaction, which nobody else sees yet."""

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]: ...

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        """How many rows it changed."""
        ...

    def pages(self, sql: str, arguments: Sequence[Any]) -> AsyncIterator[Sequence[Sequence[Any]]]:
        """All its rows, some at a time, for what is too much to be held at once. Within a transaction or a snapshot."""
        ...

    async def run_many(self, sql: str, many: Iterable[Sequence[Any]]) -> None:
        """Once with each of these arguments. Raises Conflict where a row breaks a rule of the schema."""
        ...

    async def new_id(self, kind: str) -> int:
        """The next id of that kind of thing; never given twice, gaps are possible."""
        ...

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        """That many of them by one statement, rising."""
        ...

    async def event_ids(self, account_id: int, count: int) -> Sequence[int]:
        """As `new_ids`, for what is about to be committed; see `settle`."""
        ...

    async def settle(self, account_id: int, event_id: int) -> None:
        """Waits until no event with a lower id than that one, which was seen, can still come."""
        ...

    async def last_ids(self) -> dict[str, int]:
        """The last id that was given, of every kind."""
        ...

    async def skip_ids(self, kind: str, last: int) -> None:
        """None up to that one is given any more."""
        ...


class Held(Protocol):
    """What a domain holds of the database in memory."""

    async def close(self) -> None:
        """Before the database is closed."""
        ...


class Database(Protocol):
    """Opened once for a process. A task may be run more than once, so it keeps nothing of a first try."""

    has_one_writer: bool
    """While somebody writes nobody else does, so no row needs a lock."""

    compiled: Compiler
    broker: Broker
    changes: Changes
    kept_rows: KeptRows
    listeners: list[Callable[[Any], Awaitable[None]]]
    """Each is given the Work in which something happened, before its commit: what it writes is kept with the change."""

    committed: list[Callable[[Any], Awaitable[None]]]
    """Each is given a Work that was just committed, before anybody is answered."""

    memory: "dict[type, Held]"
    """What domains hold of it in memory, by its class; filled in `app.py`, as are `listeners`."""

    def heed_others(self) -> None:
        """Notes what other processes have written by now."""
        ...

    async def read(self, task: Task[T]) -> T: ...

    def snapshot(self) -> AbstractAsyncContextManager[Session]:
        """All that is read with it is of one moment, however long it takes, and others may write meanwhile."""
        ...

    async def read_late(self, task: Task[T], account_id: int, user_id: int) -> T:
        """As `read`, of what may be a second old but not older than what that user wrote."""
        ...

    @property
    def reads_late(self) -> bool:
        """`read_late` may have another place to read from."""
        ...

    async def write(self, task: Task[T]) -> T:
        """Answers when the transaction is on disk; an exception of the task undoes all of it."""
        ...

    async def tidy(self) -> None:
        """Forgets what it keeps for itself and is too old."""
        ...

    def pool(self) -> Pool | None:
        """None where there is none."""
        ...

    async def close(self) -> None: ...


async def measure_pool(database: Database) -> None:
    pool = database.pool()
    if pool is not None:
        for state, count in pool._asdict().items():
            _CONNECTIONS.set(count, state)

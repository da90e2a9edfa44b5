"""The one face of both engines. Nobody but the two engine files knows which one it is."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

from lundi.core import tracing
from lundi.core.broker import Broker
from lundi.core.metrics import Counter, Gauge, Histogram
from lundi.core.statements import Compiler

T = TypeVar("T")
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


class Session(Protocol):
    """A connection for the length of one read or one transaction."""

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]: ...

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        """How many rows it changed."""
        ...

    async def new_id(self, kind: str) -> int:
        """The next id of that kind of thing; never given twice, gaps are possible."""
        ...

    async def new_ids(self, kind: str, count: int) -> Sequence[int]:
        """That many of them by one statement, rising."""
        ...


class Database(Protocol):
    """Opened once for a process. A task may be run more than once, so it keeps nothing of a first try."""

    compiled: Compiler
    broker: Broker
    listeners: list[Callable[[Any], Awaitable[None]]]
    """Each is given the Work in which something happened, before its commit: what it writes is kept with the change."""

    async def read(self, task: Task[T]) -> T: ...

    async def write(self, task: Task[T]) -> T:
        """Answers when the transaction is on disk; an exception of the task undoes all of it."""
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

"""The one face of both engines. Nobody but the two engine files knows which one it is."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeAlias, TypeVar

from lundi.core.broker import Broker
from lundi.core.statements import Compiler

T = TypeVar("T")
PAGE = 500
"""How many rows `Session.pages` gives at a time."""
Task: TypeAlias = Callable[["Session"], Awaitable[T]]


class Session(Protocol):
    """A connection for the length of one read or one transaction."""

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

    async def last_ids(self) -> dict[str, int]:
        """The last id that was given, of every kind."""
        ...

    async def skip_ids(self, kind: str, last: int) -> None:
        """None up to that one is given any more."""
        ...


class Database(Protocol):
    """Opened once for a process. A task may be run more than once, so it keeps nothing of a first try."""

    compiled: Compiler
    broker: Broker
    listeners: list[Callable[[Any], Awaitable[None]]]
    """Each is given the Work in which something happened, before its commit: what it writes is kept with the change."""

    async def read(self, task: Task[T]) -> T: ...

    def snapshot(self) -> AbstractAsyncContextManager[Session]:
        """All that is read with it is of one moment, however long it takes, and others may write meanwhile."""
        ...

    async def write(self, task: Task[T]) -> T:
        """Answers when the transaction is on disk; an exception of the task undoes all of it."""
        ...

    async def close(self) -> None: ...

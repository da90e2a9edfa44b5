"""The one face of both engines. Nobody but the two engine files knows which one it is."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar

from lundi.core.broker import Broker
from lundi.core.statements import Compiler

T = TypeVar("T")
Task: TypeAlias = Callable[["Session"], Awaitable[T]]


class Interrupted(BaseException):
    """Something is wrong with the connection, not with what is done on it: nobody but the engine may catch this."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


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

    async def tidy(self) -> None:
        """Forgets what it keeps for itself and is too old."""
        ...

    async def close(self) -> None: ...

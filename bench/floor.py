"""The floor: the SQL that Lundi runs for a scenario from nothing, on the same driver, with nothing around it.

Each request, whatever it asks for, runs the next recorded one's statements in the order, the transactions and with the arguments
that Lundi ran them with, and is then answered bytes that are ready, as many as Lundi's answers have. Statements that give ids
give new ones, which later statements take in place of the recorded. Connections are opened as Lundi opens them.

On SQLite all reads of one turn of the event loop share a snapshot; all writes that wait share a commit, which runs in a thread,
each under its own savepoint. On PostgreSQL a read takes a connection of the pool, a write BEGIN and COMMIT besides, with the mark
that Lundi leaves, and starts again when it collides with another.

The file that it is started with is a Floor as MessagePack.
"""

import asyncio
import itertools
import sys
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import getrandbits
from typing import Any, Protocol

import apsw
import msgspec
import uvloop

from bench.bare import answering, serve
from bench.places import Place
from bench.played import Statement, Transaction
from lundi.core.opening import FILE
from lundi.core.postgres import connect
from lundi.core.postgres_session import COLLISIONS
from lundi.core.sqlite import LARGEST_BATCH, _connect
from lundi.settings import load_settings

MARK = "INSERT INTO commit_marks (at, id) VALUES ({}, {})"


class Floor(msgspec.Struct):
    """`requests`: the transactions of each. `size`: of the answer, in bytes."""

    place: Place
    size: int
    requests: list[list[Transaction]]


class Engine(Protocol):
    async def read(self, statements: list[Statement]) -> None: ...

    async def write(self, statements: list[Statement]) -> None: ...


class OnSQLite:
    def __init__(self, file: Path) -> None:
        self._reader = _connect(file)
        self._writer = _connect(file)
        self._waiting: deque[tuple[list[Statement], asyncio.Future[None]]] = deque()
        self._thread = ThreadPoolExecutor(1)
        self._writing: asyncio.Task[None] | None = None

    async def read(self, statements: list[Statement]) -> None:
        if not self._reader.in_transaction:
            self._reader.execute("BEGIN")
            asyncio.get_running_loop().call_soon(self._reader.execute, "COMMIT")
        _run(self._reader, statements)

    async def write(self, statements: list[Statement]) -> None:
        answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((statements, answer))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        await answer

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            answers: list[asyncio.Future[None]] = []
            self._writer.execute("BEGIN IMMEDIATE")
            while self._waiting and len(answers) < LARGEST_BATCH:
                statements, answer = self._waiting.popleft()
                self._writer.execute("SAVEPOINT task")
                _run(self._writer, statements)
                self._writer.execute("RELEASE task")
                answers.append(answer)
            await loop.run_in_executor(self._thread, self._writer.execute, "COMMIT")
            for answer in answers:
                answer.set_result(None)
        self._writing = None


def _run(connection: apsw.Connection, statements: list[Statement]) -> None:
    answers: list[Any] = []
    for statement in statements:
        arguments = statement.filled(answers)
        answers.append(connection.execute(statement.sql, arguments).fetchall())


class OnPostgres:
    def __init__(self, pool: Any) -> None:
        self._pool = pool

    async def read(self, statements: list[Statement]) -> None:
        async with self._pool.acquire() as connection:
            await self._run(connection, statements)

    async def write(self, statements: list[Statement]) -> None:
        while True:
            async with self._pool.acquire() as connection:
                try:
                    await connection.execute("BEGIN")
                    await self._run(connection, statements)
                    mark = MARK.format(time.time_ns() // 1000, getrandbits(63))
                    await connection.execute(f"{mark}; COMMIT")
                except COLLISIONS:
                    await connection.execute("ROLLBACK")
                else:
                    return

    async def _run(self, connection: Any, statements: list[Statement]) -> None:
        answers: list[Any] = []
        for statement in statements:
            ask = connection.execute if statement.is_run else connection.fetch
            answers.append(await ask(statement.sql, *statement.filled(answers)))


async def opened(place: Place) -> Engine:
    if place.database_url is None:
        return OnSQLite(Path(place.folder) / FILE)
    settings = load_settings(**place.settings)
    return OnPostgres((await connect(place.database_url, settings.database_connections))._pool)


async def main(file: Path) -> None:
    floor = msgspec.msgpack.decode(file.read_bytes(), type=Floor)
    engine = await opened(floor.place)
    requests = itertools.cycle(floor.requests)

    async def play() -> None:
        for transaction in next(requests):
            do = engine.write if transaction.is_write else engine.read
            await do(transaction.statements)

    await serve(answering(floor.size, play))


if __name__ == "__main__":
    uvloop.run(main(Path(sys.argv[1])))

"""Answers requests by the application in this process, and writes down the SQL that each of them takes from nothing.

Reads Wanted as MessagePack on standard input, writes a list of Recorded into the file that it is started with. What it writes to
the database stays there, so it gets a copy.
"""

import asyncio
import copy
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import msgspec

from bench.load import HEAD_END
from bench.places import Place
from bench.played import Recorded, Statement, Transaction, gives_ids, id_in
from lundi.app import build_app, open_from
from lundi.core.blobs import Blobs
from lundi.core.database import Database, Session, T, Task
from lundi.core.outbound import Caller
from lundi.domains.accounts.usage import Usage
from lundi.settings import load_settings

# Each kind of id has numbers of its own, so that an argument tells where it comes from.
APART = 1_000_000_000
MOST_AT_ONCE = 100


class Wanted(msgspec.Struct):
    place: Place
    requests: list[bytes]


class Recording:
    """A database that writes down what is asked of it."""

    def __init__(self, database: Database) -> None:
        self.transactions: list[Transaction] = []
        self._database = database

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def read(self, task: Task[T]) -> T:
        return await self._database.read(lambda session: task(self._listening(session, False)))

    async def write(self, task: Task[T]) -> T:
        return await self._database.write(lambda session: task(self._listening(session, True)))

    def _listening(self, session: Session, is_write: bool) -> Session:
        transaction = Transaction(is_write, [])
        self.transactions.append(transaction)
        heard: Any = copy.copy(session)
        kind = OnSQLite if hasattr(heard._connection, "changes") else OnPostgres
        heard._connection = kind(heard._connection, transaction)
        return heard  # type: ignore[no-any-return]


class Connection:
    def __init__(self, connection: Any, transaction: Transaction) -> None:
        self._connection = connection
        self._statements = transaction.statements
        self._given: dict[int, tuple[int, int]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def _hear(self, sql: str, arguments: Sequence[Any], rows: Sequence[Any] | None) -> None:
        ids = {
            at: self._given[value]
            for at, value in enumerate(arguments)
            if isinstance(value, int) and value in self._given
        }
        number = len(self._statements)
        self._statements.append(Statement(sql, list(arguments), rows is None, ids))
        if rows and gives_ids(sql):
            self._given |= {id_in(rows, later): (number, later) for later in range(MOST_AT_ONCE)}


class OnSQLite(Connection):
    def execute(self, sql: str, arguments: Sequence[Any]) -> "Answered":
        rows = self._connection.execute(sql, arguments).fetchall()
        self._hear(sql, arguments, rows)
        return Answered(rows)


class Answered(list[Any]):
    def fetchall(self) -> list[Any]:
        return self


class OnPostgres(Connection):
    async def fetch(self, sql: str, *arguments: Any) -> Sequence[Any]:
        rows: Sequence[Any] = await self._connection.fetch(sql, *arguments)
        self._hear(sql, arguments, rows)
        return rows

    async def execute(self, sql: str, *arguments: Any) -> str:
        tag: str = await self._connection.execute(sql, *arguments)
        self._hear(sql, arguments, None)
        return tag


async def record(wanted: Wanted) -> list[Recorded]:
    settings = load_settings(**wanted.place.settings)
    database = await open_from(settings)
    await database.write(spread_ids)
    recording: Any = Recording(database)
    caller = Caller(private_addresses=False)
    app = build_app(settings, recording, Usage(), Blobs(settings.blob_place()), caller)
    try:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://lundi.bench"
        ) as client:
            return [await _one(client, recording, request) for request in wanted.requests]
    finally:
        await caller.close()
        await database.close()


async def spread_ids(session: Session) -> None:
    for number, (kind, last) in enumerate(sorted((await session.last_ids()).items()), 1):
        await session.skip_ids(kind, last % APART + number * APART)


async def _one(client: httpx.AsyncClient, recording: Recording, request: bytes) -> Recorded:
    head, _, body = request.partition(HEAD_END)
    first, *lines = head.decode().split("\r\n")
    method, path, _ = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    recording.transactions = []
    answer = await client.request(method, path, headers=headers, content=body)
    assert answer.status_code < 400, answer.text
    assert b'"errors":' not in answer.content[:200], answer.text
    return Recorded(answer.status_code, len(answer.content), recording.transactions)


if __name__ == "__main__":
    os.environ["LUNDI_ANSWERS_MEGABYTES"] = "0"
    recorded = asyncio.run(record(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Wanted)))
    Path(sys.argv[1]).write_bytes(msgspec.msgpack.encode(recorded))

"""Answers a request of API v2 once more, by the application in this process, and counts the SQL statements that it takes.

Reads an Asked as JSON on standard input; the last line on standard output is the number.
"""

import asyncio
import sys
from collections.abc import Sequence
from typing import Any

import httpx
import msgspec

from lundi.app import build_app, open_from
from lundi.core.blobs import Blobs
from lundi.core.database import Database, Session, T, Task
from lundi.core.outbound import Caller
from lundi.domains.accounts.usage import Usage
from lundi.settings import load_settings


class Asked(msgspec.Struct):
    """`where`: the flags that the server was started with."""

    where: dict[str, str]
    token: str
    body: bytes


class Counting:
    """A database whose sessions are counted."""

    def __init__(self, database: Database) -> None:
        self.statements = 0
        self._database = database

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def read(self, task: Task[T]) -> T:
        return await self._database.read(lambda session: task(Counted(session, self)))

    async def write(self, task: Task[T]) -> T:
        return await self._database.write(lambda session: task(Counted(session, self)))


class Counted:
    def __init__(self, session: Session, by: Counting) -> None:
        self._session = session
        self._by = by

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)

    async def rows(self, sql: str, arguments: Sequence[Any]) -> Sequence[Sequence[Any]]:
        self._by.statements += 1
        return await self._session.rows(sql, arguments)

    async def run(self, sql: str, arguments: Sequence[Any]) -> int:
        self._by.statements += 1
        return await self._session.run(sql, arguments)


async def count(asked: Asked) -> int:
    settings = load_settings(**asked.where)
    database = Counting(await open_from(settings))
    caller = Caller(private_addresses=False)
    app = build_app(settings, database, Usage(), Blobs(settings.blob_place()), caller)  # type: ignore[arg-type]
    headers = {"authorization": asked.token, "content-type": "application/json"}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://lundi.bench", headers=headers
    ) as client:
        answer = await client.post("/v2", content=asked.body)
    assert "errors" not in answer.json(), answer.text
    await caller.close()
    await database.close()
    return database.statements


if __name__ == "__main__":
    print(asyncio.run(count(msgspec.json.decode(sys.stdin.buffer.read(), type=Asked))))

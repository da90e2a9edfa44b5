"""A connection that is cut during a commit: whether it was done is found out, and it is done once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest

from lundi.core import postgres
from lundi.core.database import Session
from lundi.core.errors import Unavailable
from lundi.core.postgres import Postgres, connect
from tests.process import new_database

T = TypeVar("T")
TABLES = """
CREATE TABLE done (what TEXT);
CREATE TABLE commit_marks (at BIGINT, id BIGINT, PRIMARY KEY (at, id));
CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.7); RETURN NULL; END';
"""
SLOW_COMMITS = """
CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON done DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait()
"""


class Wire:
    """Stands between a client and PostgreSQL, and cuts the connection at its next COMMIT.

    `before`: PostgreSQL never hears of it. `during`: PostgreSQL hears it, and the client doesn't wait. `after`: PostgreSQL has
    answered, and the client doesn't hear that. `late`: PostgreSQL hears it a second after the client was cut off. `again`: as
    `before`, and nobody gets through from then on.
    """

    def __init__(self, url: str) -> None:
        self.cut: str | None = None
        self.cuts = 0
        self.is_open = True
        parts = urlsplit(url)
        self._socket = f"{parse_qs(parts.query)['host'][0]}/.s.PGSQL.5432"
        self._path = parts.path
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def laid(self) -> AsyncIterator[str]:
        """The address to connect to."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}{self._path}?sslmode=disable"
        finally:
            server.close()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.is_open:
            writer.close()
            return
        self._tasks.add(asyncio.current_task())  # type: ignore[arg-type]
        inner_reader, inner_writer = await asyncio.open_unix_connection(self._socket)
        back = asyncio.create_task(self._back(inner_reader, writer))
        try:
            while data := await reader.read(65536):
                if self.cut is not None and b"COMMIT" in data:
                    await self._cut_at(data, inner_reader, inner_writer, writer, back)
                    break
                inner_writer.write(data)
        finally:
            back.cancel()
            for one in (inner_writer, writer):
                one.close()
            await asyncio.gather(back, inner_writer.wait_closed(), return_exceptions=True)

    async def _back(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)

    async def _cut_at(
        self,
        data: bytes,
        inner_reader: asyncio.StreamReader,
        inner_writer: asyncio.StreamWriter,
        writer: asyncio.StreamWriter,
        back: "asyncio.Task[None]",
    ) -> None:
        how, self.cut = self.cut, None
        self.cuts += 1
        self.is_open = how != "again"
        back.cancel()
        await asyncio.sleep(0)
        if how in ("during", "after"):
            inner_writer.write(data)
        if how == "after":
            await inner_reader.read(1)
        writer.transport.abort()
        if how == "late":
            await asyncio.sleep(1)
            inner_writer.write(data)
            await inner_reader.read(65536)
        if how == "during":
            await asyncio.sleep(1)


def on(postgres_url: str, body: Callable[[Postgres, Wire], Awaitable[T]], more: str = "") -> T:
    """On fresh tables, by a wire. Nothing is cut yet."""

    async def run() -> T:
        connection = await asyncpg.connect(url)
        await connection.execute(TABLES + more)
        await connection.close()
        wire = Wire(url)
        async with asyncio.timeout(30), wire.laid() as address:
            database = await connect(address, connections=3, wait=2)
            try:
                return await body(database, wire)
            finally:
                await database.close()

    url = new_database(postgres_url)
    return asyncio.run(run())


async def do_it(session: Session) -> str:
    await session.run("INSERT INTO done VALUES ('it')", ())
    return "answer"


async def done(session: Session) -> list[str]:
    return [what for (what,) in await session.rows("SELECT what FROM done", ())]


@pytest.mark.parametrize("cut", ["before", "during", "after", "late"])
def test_it_is_done_once_whenever_the_connection_is_cut(cut: str, postgres_url: str) -> None:
    async def body(database: Postgres, wire: Wire) -> None:
        await database.read(done)
        wire.cut = cut
        assert await database.write(do_it) == "answer"
        assert wire.cuts == 1
        await asyncio.sleep(1.5 if cut == "late" else 0)
        assert await database.read(done) == ["it"]

    on(postgres_url, body)


@pytest.mark.parametrize("cut", ["during", "after"])
def test_a_commit_that_is_still_under_way_is_waited_for(cut: str, postgres_url: str) -> None:
    async def body(database: Postgres, wire: Wire) -> None:
        wire.cut = cut
        assert await database.write(do_it) == "answer"
        assert await database.read(done) == ["it"]

    on(postgres_url, body, SLOW_COMMITS)


def test_what_can_not_be_found_out_is_said(postgres_url: str) -> None:
    async def body(database: Postgres, wire: Wire) -> None:
        wire.cut = "again"
        with pytest.raises(Unavailable, match="look whether it was done before you do it again"):
            await database.write(do_it)

    on(postgres_url, body)


def test_marks_are_forgotten_after_an_hour(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def marks(session: Session) -> int:
        ((count,),) = await session.rows("SELECT count(*) FROM commit_marks", ())
        return int(count)

    async def body(database: Postgres, wire: Wire) -> None:
        for _ in range(3):
            await database.write(do_it)
        await database.tidy()
        assert await database.read(marks) == 3
        monkeypatch.setattr(postgres, "MARKS_KEPT", -1)
        await database.tidy()
        assert await database.read(marks) == 0

    on(postgres_url, body)

"""PostgreSQL: a write is one transaction, and is tried again as a whole when two collide."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import asyncpg
import pytest

from lundi.core.database import Session
from lundi.core.errors import Unavailable
from lundi.core.postgres import TRIES, Postgres, connect
from tests.process import new_database

T = TypeVar("T")
TABLES = """
CREATE TABLE tags (id SERIAL PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE rows (id INT PRIMARY KEY, changed INT NOT NULL);
INSERT INTO rows VALUES (1, 0), (2, 0);
CREATE SEQUENCE pulse_ids;
CREATE TABLE commit_marks (at BIGINT, id BIGINT, PRIMARY KEY (at, id));
"""
COLLIDE = "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '{}'; END $$"


@pytest.fixture(scope="module")
def url(postgres_url: str) -> str:
    return new_database(postgres_url)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Postgres]:
    database = await connect(url, connections=5)
    try:
        yield database
    finally:
        await database.close()


def on(url: str, body: Callable[[Postgres], Awaitable[T]]) -> T:
    """On fresh tables."""

    async def run() -> T:
        connection = await asyncpg.connect(url)
        await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;" + TABLES)
        await connection.close()
        async with opened(url) as database, asyncio.timeout(30):
            return await body(database)

    return asyncio.run(run())


async def names(session: Session) -> list[str]:
    return [name for (name,) in await session.rows("SELECT name FROM tags ORDER BY id", ())]


async def changes(session: Session) -> list[int]:
    return [n for (n,) in await session.rows("SELECT changed FROM rows ORDER BY id", ())]


@pytest.mark.parametrize("code", ["40001", "40P01", "23505"])
def test_a_collision_is_tried_again_as_a_whole(url: str, code: str) -> None:
    tries = 0

    async def task(session: Session) -> int:
        nonlocal tries
        tries += 1
        await session.run("INSERT INTO tags (name) VALUES ($1)", (f"try {tries}",))
        if tries < 3:
            await session.run(COLLIDE.format(code), ())
        return tries

    async def body(database: Postgres) -> None:
        assert await database.write(task) == 3
        assert await database.read(names) == ["try 3"]

    on(url, body)


def test_two_that_wait_for_each_other_both_end(url: str) -> None:
    meet = asyncio.Barrier(2)

    def change(first: int, second: int) -> Callable[[Session], Awaitable[None]]:
        tries = 0

        async def task(session: Session) -> None:
            nonlocal tries
            tries += 1
            await session.run("UPDATE rows SET changed = changed + 1 WHERE id = $1", (first,))
            if tries == 1:
                await meet.wait()
            await session.run("UPDATE rows SET changed = changed + 1 WHERE id = $1", (second,))

        return task

    async def body(database: Postgres) -> None:
        await asyncio.gather(database.write(change(1, 2)), database.write(change(2, 1)))
        assert await database.read(changes) == [2, 2]

    on(url, body)


def test_two_that_make_the_same_new_thing_end_with_one(url: str) -> None:
    async def tag(session: Session) -> int:
        found = await session.rows("SELECT id FROM tags WHERE name = 'new'", ())
        if not found:
            await asyncio.sleep(0.05)
            found = await session.rows("INSERT INTO tags (name) VALUES ('new') RETURNING id", ())
        return int(found[0][0])

    async def body(database: Postgres) -> None:
        ids = await asyncio.gather(*(database.write(tag) for _ in range(10)))
        assert len(set(ids)) == 1
        assert await database.read(names) == ["new"]

    on(url, body)


def test_a_collision_that_never_ends_is_told(url: str) -> None:
    tries = 0

    async def task(session: Session) -> None:
        nonlocal tries
        tries += 1
        await session.run(COLLIDE.format("40001"), ())

    async def body(database: Postgres) -> None:
        with pytest.raises(Unavailable, match="Too many others"):
            await database.write(task)

    on(url, body)
    assert tries == TRIES


def test_another_failure_is_not_tried_again_and_undoes_all(url: str) -> None:
    tries = 0

    async def task(session: Session) -> None:
        nonlocal tries
        tries += 1
        await session.run("INSERT INTO tags (name) VALUES ('half')", ())
        raise ValueError("no")

    async def body(database: Postgres) -> None:
        with pytest.raises(ValueError, match="no"):
            await database.write(task)
        assert await database.read(names) == []

    on(url, body)
    assert tries == 1


def test_a_caller_that_goes_away_leaves_no_half(url: str) -> None:
    async def slow(session: Session) -> None:
        await session.run("INSERT INTO tags (name) VALUES ('half')", ())
        await session.run("SELECT pg_sleep(20)", ())

    async def body(database: Postgres) -> None:
        # More than there are connections: each has to come back into the pool.
        for _ in range(6):
            write = asyncio.create_task(database.write(slow))
            await asyncio.sleep(0.05)
            write.cancel()
            with pytest.raises(asyncio.CancelledError):
                await write
        assert await database.read(names) == []

    on(url, body)


def test_ids_are_never_given_twice(url: str) -> None:
    async def two(session: Session) -> list[int]:
        return [await session.new_id("pulse"), await session.new_id("pulse")]

    async def body(first: Postgres) -> list[list[int]]:
        async with opened(url) as second:
            return await asyncio.gather(
                *(database.write(two) for _ in range(50) for database in (first, second))
            )

    ids = [number for pair in on(url, body) for number in pair]
    assert len(set(ids)) == 200
    # Many clients hold them in 32 bits.
    assert max(ids) < 1000


def test_a_run_tells_how_many_rows_it_changed(url: str) -> None:
    async def task(session: Session) -> list[int]:
        return [
            await session.run("UPDATE rows SET changed = 1 WHERE id = 1", ()),
            await session.run("UPDATE rows SET changed = 2", ()),
            await session.run("DELETE FROM rows WHERE id = 9", ()),
        ]

    async def body(database: Postgres) -> list[int]:
        return await database.write(task)

    assert on(url, body) == [1, 2, 0]


def test_who_reads_is_not_kept_waiting_by_all_who_write(url: str) -> None:
    is_over = asyncio.Event()
    begun = 0

    async def long(session: Session) -> None:
        nonlocal begun
        begun += 1
        await session.run("INSERT INTO tags (name) VALUES ($1)", (f"write {begun}",))
        await is_over.wait()

    async def body(database: Postgres) -> None:
        writes = [asyncio.create_task(database.write(long)) for _ in range(20)]
        while not begun:
            await asyncio.sleep(0.01)
        assert await database.read(names) == []
        is_over.set()
        await asyncio.gather(*writes)
        assert len(await database.read(names)) == 20

    on(url, body)


def test_who_waits_too_long_for_a_turn_to_write_is_refused_and_writes_nothing(url: str) -> None:
    is_over = asyncio.Event()

    async def long(session: Session) -> None:
        await is_over.wait()

    async def short(session: Session) -> None:
        await session.run("INSERT INTO tags (name) VALUES ('late')", ())

    async def body(database: Postgres) -> None:
        impatient = await connect(url, connections=1, wait=0.2)
        held = asyncio.create_task(impatient.write(long))
        await asyncio.sleep(0.1)
        with pytest.raises(Unavailable, match="too much to do"):
            await impatient.write(short)
        is_over.set()
        await held
        await impatient.write(short)
        await impatient.close()
        assert await database.read(names) == ["late"]

    on(url, body)

"""What is read of one moment while others write, many rows at once, and ids that are skipped: on both engines."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa

from lundi.core.database import PAGE, Database
from lundi.core.errors import Conflict
from lundi.core.opening import open_database
from lundi.core.schema import parameter
from lundi.core.work import Work, snapshot, write
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.tables import accounts, logos
from tests.process import Installation

COUNT = 2 * PAGE + 10
SLUGS = sa.select(accounts.c.slug).order_by(accounts.c.account_id)
ADD = sa.insert(accounts).values(
    {column.name: parameter(column.name, column.type) for column in accounts.columns}
)


def rows(first: int, count: int) -> list[tuple[object, ...]]:
    return [(n, "A", f"a{n}", "pro", 1, 1) for n in range(first, first + count)]


async def slugs(work: Work) -> list[str]:
    found = []
    async for page in work.pages(SLUGS, str):
        assert len(page) <= PAGE
        found += page
    return found


def on(installation: Installation, body: Callable[[Database], Awaitable[None]]) -> None:
    async def run() -> None:
        database = await open_database(installation.database_url, installation.folder, 3)
        try:
            await body(database)
        finally:
            await database.close()

    # SQLite's is made as well.
    installation.done("migrate")
    asyncio.run(run())


def test_a_snapshot_is_of_one_moment(installation: Installation) -> None:
    async def body(database: Database) -> None:
        await write(database, NOBODY, lambda work: work.run_many(ADD, rows(1, COUNT)))
        async with snapshot(database, NOBODY) as work:
            assert await slugs(work) == [f"a{n}" for n in range(1, COUNT + 1)]
            await write(database, NOBODY, lambda work: work.run_many(ADD, rows(COUNT + 1, 5)))
            assert len(await slugs(work)) == COUNT
        async with snapshot(database, NOBODY) as work:
            assert len(await slugs(work)) == COUNT + 5

    on(installation, body)


def test_rows_that_break_a_rule_are_told_and_none_is_kept(installation: Installation) -> None:
    async def put(work: Work) -> None:
        await work.run_many(ADD, rows(1, 3))
        lines = sa.insert(logos).values(
            {column.name: parameter(column.name, column.type) for column in logos.columns}
        )
        await work.run_many(lines, [(1, "a", b"", 0), (77, "a", b"", 0)])

    async def body(database: Database) -> None:
        with pytest.raises(Conflict, match="don't fit"):
            await write(database, NOBODY, put)
        async with snapshot(database, NOBODY) as work:
            assert await slugs(work) == []

    on(installation, body)


def test_skipped_ids_are_never_given(installation: Installation) -> None:
    async def body(database: Database) -> None:
        async def skip(work: Work) -> None:
            assert set((await work.last_ids()).values()) == {0}
            await work.skip_ids("board", 40)
            await work.skip_ids("board", 7)
            await work.skip_ids("pulse", 0)
            last = await work.last_ids()
            assert (last["board"], last["pulse"]) == (40, 0)

        async def give(work: Work) -> list[int]:
            return [await work.new_id(kind) for kind in ("board", "pulse")]

        await write(database, NOBODY, skip)
        assert await write(database, NOBODY, give) == [41, 1]

    on(installation, body)

"""SQLite's shared commits: many writers at once, each with its own fate."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from lundi.core import sqlite
from lundi.core.database import Session, Task
from lundi.core.errors import Unavailable
from lundi.core.sqlite import LARGEST_BATCH, SQLite

Put = Callable[[Session], Awaitable[int]]


class CountsCommits(SQLite):
    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.commits = 0
        self._writer.set_commit_hook(self._committed)

    def _committed(self) -> bool:
        self.commits += 1
        return False


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[CountsCommits]:
    database = CountsCommits(file)
    try:
        yield database
    finally:
        await database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.sqlite3"
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
    return path


def put(*numbers: int, then: Exception | None = None) -> Put:
    async def task(session: Session) -> int:
        for number in numbers:
            await session.run("INSERT INTO numbers VALUES (?)", (number,))
        if then is not None:
            raise then
        return sum(numbers)

    return task


async def stored(session: Session) -> list[int]:
    return [number for (number,) in await session.rows("SELECT n FROM numbers ORDER BY n", ())]


def in_file(file: Path) -> list[int]:
    """As another process sees it."""
    with closing(apsw.Connection(str(file))) as connection:
        return [n for (n,) in connection.execute("SELECT n FROM numbers ORDER BY n")]


def test_many_writers_share_commits(file: Path) -> None:
    async def body() -> None:
        async with opened(file) as database:
            answers = await asyncio.gather(*(database.write(put(n)) for n in range(1000)))
            assert answers == list(range(1000))
            assert in_file(file) == list(range(1000))
            assert database.commits <= 1000 / LARGEST_BATCH + 2

    asyncio.run(body())


def test_a_read_has_its_turn_before_a_large_batch_is_done(file: Path) -> None:
    async def body() -> None:
        async with opened(file) as database:
            done: list[str] = []

            async def read(session: Session) -> None:
                assert await stored(session) == []
                done.append("read")

            async def write(session: Session) -> None:
                if not done:
                    reads.append(asyncio.create_task(database.read(read)))
                await put(len(done))(session)
                done.append("write")

            reads: list[asyncio.Task[None]] = []
            await asyncio.gather(*(database.write(write) for _ in range(LARGEST_BATCH)))
            await reads[0]
            assert database.commits == 1
            assert done.index("read") < LARGEST_BATCH / 2

    asyncio.run(body())


def test_a_writer_is_answered_after_its_commit(file: Path) -> None:
    async def body() -> None:
        async with opened(file) as database:
            for number in range(20):
                await database.write(put(number))
                assert number in in_file(file)

    asyncio.run(body())


def test_a_task_that_fails_undoes_only_its_own(file: Path) -> None:
    async def body() -> None:
        async with opened(file) as database:
            ends = await asyncio.gather(
                database.write(put(1)),
                database.write(put(2, 3, then=ValueError("no"))),
                database.write(put(4)),
                database.write(put(5, 1)),
                database.write(put(6)),
                return_exceptions=True,
            )
            assert [type(end) for end in ends] == [int, ValueError, int, apsw.ConstraintError, int]
            assert database.commits == 1
        assert in_file(file) == [1, 4, 6]

    asyncio.run(body())


def test_a_later_task_of_a_batch_sees_the_earlier_ones(file: Path) -> None:
    async def body() -> list[list[int]]:
        async with opened(file) as database:
            writes = [put(1), stored, put(2, then=ValueError("no")), stored, put(3), stored]
            ends = await asyncio.gather(
                *(database.write(task) for task in writes),  # type: ignore[arg-type]
                return_exceptions=True,
            )
            return [end for end in ends if isinstance(end, list)]

    assert asyncio.run(body()) == [[1], [1], [1, 3]]


def test_a_caller_that_goes_away_does_not_break_the_batch(file: Path) -> None:
    async def body() -> None:
        async with opened(file) as database:
            writes = [asyncio.create_task(database.write(put(n))) for n in range(10)]
            await asyncio.sleep(0)
            for gone in writes[::2]:
                gone.cancel()
            ends = await asyncio.gather(*writes, return_exceptions=True)
            assert [end for end in ends if isinstance(end, int)] == [1, 3, 5, 7, 9]
            assert await database.write(put(100)) == 100
        kept = in_file(file)
        assert {1, 3, 5, 7, 9, 100} <= set(kept)

    asyncio.run(body())


def test_a_task_that_ends_the_transaction_fails_its_batch_and_no_other(file: Path) -> None:
    """As SQLite itself does when the disk is full."""

    async def end_it(session: Session) -> int:
        await session.run("INSERT INTO numbers VALUES (50)", ())
        return await session.run("ROLLBACK", ())

    async def body() -> None:
        async with opened(file) as database:
            async with asyncio.timeout(10):
                ends = await asyncio.gather(
                    *(database.write(task) for task in (put(1), end_it, put(2))),
                    return_exceptions=True,
                )
            assert isinstance(ends[0], apsw.Error)
            assert isinstance(ends[1], apsw.Error)
            # What had not been tried yet goes into the next one.
            assert ends[2] == 2
        assert in_file(file) == [2]

    asyncio.run(body())


def test_a_write_waits_while_another_process_writes(file: Path) -> None:
    async def body() -> None:
        async with opened(file) as database:
            with closing(apsw.Connection(str(file))) as other:
                other.execute("BEGIN IMMEDIATE")
                other.execute("INSERT INTO numbers VALUES (1)")
                writes = [asyncio.create_task(database.write(put(n))) for n in (2, 3)]
                for _ in range(20):
                    # Reads go on meanwhile, and see what is committed.
                    started = time.perf_counter()
                    assert await database.read(stored) == []
                    assert time.perf_counter() - started < 0.2
                    await asyncio.sleep(0.01)
                assert not any(write.done() for write in writes)
                other.execute("COMMIT")
                assert await asyncio.gather(*writes) == [2, 3]
        assert in_file(file) == [1, 2, 3]

    asyncio.run(body())


def test_all_that_wait_are_told_when_the_lock_never_comes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 50)

    async def body() -> None:
        async with opened(file) as database:
            with closing(apsw.Connection(str(file))) as other:
                other.execute("BEGIN IMMEDIATE")
                started = time.perf_counter()
                ends = await asyncio.gather(
                    *(database.write(put(n)) for n in range(20)), return_exceptions=True
                )
                assert {type(end) for end in ends} == {Unavailable}
                assert time.perf_counter() - started < 1
                other.execute("ROLLBACK")
            assert await database.write(put(7)) == 7

    asyncio.run(body())


def test_a_task_may_wait_for_its_own_statements_only(file: Path) -> None:
    async def sleeps(session: Session) -> int:
        await asyncio.sleep(0)
        return 1

    async def body() -> None:
        async with opened(file) as database:
            for run in (database.read, database.write):
                with pytest.raises(RuntimeError, match="other than its own SQL"):
                    await run(sleeps)  # type: ignore[operator]
            assert await database.read(stored) == []

    asyncio.run(body())


def test_commits_are_on_disk(file: Path) -> None:
    async def pragma(session: Session) -> list[str]:
        return [
            str((await session.rows(f"PRAGMA {name}", ()))[0][0])
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    async def body() -> list[str]:
        async with opened(file) as database:
            return await database.read(pragma)

    # 2 is FULL.
    assert asyncio.run(body()) == ["wal", "2", "1"]


@pytest.fixture
def counted(file: Path) -> Path:
    with closing(apsw.Connection(str(file))) as connection:
        connection.execute("CREATE TABLE id_counters (kind TEXT PRIMARY KEY, last INTEGER)")
        connection.execute("INSERT INTO id_counters VALUES ('pulse', 0)")
    return file


async def two_ids(session: Session) -> list[int]:
    return [await session.new_id("pulse"), await session.new_id("pulse")]


def test_ids_are_never_given_twice(counted: Path) -> None:
    async def body() -> list[list[int]]:
        async with opened(counted) as first, opened(counted) as second:
            return await asyncio.gather(
                *(database.write(two_ids) for _ in range(50) for database in (first, second))
            )

    ids = [number for pair in asyncio.run(body()) for number in pair]
    assert sorted(ids) == list(range(1, 201))


def test_ids_are_never_given_twice_though_tasks_beside_are_refused(counted: Path) -> None:
    async def refused(session: Session) -> None:
        await session.new_id("pulse")
        raise ValueError("no")

    async def skipping(session: Session) -> None:
        await session.skip_ids("pulse", 20)

    async def body(tasks: list[Task[Any]]) -> list[Any]:
        async with opened(counted) as database:
            answers = (database.write(task) for task in tasks)
            return await asyncio.gather(*answers, return_exceptions=True)

    shared = asyncio.run(body([refused, two_ids, refused, two_ids, skipping, two_ids]))
    alone = [asyncio.run(body([task]))[0] for task in (two_ids, refused, two_ids)]
    ids = [one for told in (*shared, *alone) if isinstance(told, list) for one in told]
    assert len(ids) == 10
    assert ids == sorted(set(ids))
    assert ids[4] > 20


def test_an_error_that_nobody_waits_for_any_more_is_not_logged(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def body() -> None:
        async with opened(file) as database:
            writer = asyncio.create_task(database.write(put(1, then=ValueError("no"))))
            await asyncio.sleep(0)
            writer.cancel()
            with pytest.raises(asyncio.CancelledError):
                await writer
        gc.collect()

    asyncio.run(body())
    assert in_file(file) == []
    assert "never retrieved" not in caplog.text

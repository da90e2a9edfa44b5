"""Browsers on every node are told each event once, in order, whatever node it happened on."""

import asyncio
import signal
from contextlib import suppress
from typing import Any

import asyncpg
import httpx

from lundi.core.advisory import EVENTS, second
from lundi.core.database import Session
from lundi.core.postgres import Postgres, connect
from tests.nodes.conftest import Serve
from tests.nodes.redis_server import RedisServer
from tests.nodes.team import Listener, Person, until
from tests.process import Installation, RunningServer, new_database

WRITERS, EACH = 6, 12
SCHEMA = """
CREATE SEQUENCE event_ids;
CREATE TABLE commit_marks (at BIGINT, id BIGINT, PRIMARY KEY (at, id));
"""


def test_each_event_comes_once_and_in_order_though_a_node_dies(
    postgres_installation: Installation, serve: Serve
) -> None:
    nodes = [serve() for _ in range(3)]
    person = Person(postgres_installation)
    boards = [person.board(nodes[0]), person.board(nodes[1])]
    first = person.ask(nodes[0], "GET", f"boards/{boards[1]}").json()["last_event"]
    listeners = [
        Listener(person, [*nodes[at:], *nodes[:at]], board) for at in range(3) for board in boards
    ]

    async def run() -> list[int]:
        listening = [asyncio.create_task(one.listen()) for one in listeners]
        await until(lambda: all(one.connections for one in listeners))
        writing = [
            asyncio.create_task(write(person, nodes, boards[at % 2], at)) for at in range(WRITERS)
        ]
        await asyncio.sleep(0.3)
        # One browser loses its connection, and one node dies with those of two.
        connection = listeners[0].connection
        assert connection is not None
        connection.transport.abort()
        nodes[2].process.send_signal(signal.SIGKILL)
        written = [pulse_id for ids in await asyncio.gather(*writing) for pulse_id in ids]
        happened = await events_of(postgres_installation, first)
        with suppress(TimeoutError):
            await until(lambda: all(len(one.events) >= len(happened) for one in listeners))
        for one in listeners:
            assert one.events == happened
        # Nothing comes again later.
        await asyncio.sleep(1.2)
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
        for one in listeners:
            assert one.events == happened
        return written

    written = asyncio.run(run())
    assert len(written) == WRITERS * EACH
    assert max(one.connections for one in listeners) > 1
    for board in boards:
        on_board = {
            row["id"] for row in person.ask(nodes[0], "GET", f"boards/{board}").json()["rows"]
        }
        assert all(one.rows == on_board for one in listeners if one._board_id == board)


async def write(
    person: Person, nodes: list[RunningServer], board_id: int, number: int
) -> list[int]:
    """The ids of EACH new pulses; what a node that died did not answer is asked of the next."""
    written: list[int] = []
    node = number % len(nodes)
    async with httpx.AsyncClient(headers={"Authorization": person.token}) as client:
        while len(written) < EACH:
            try:
                answer = await client.post(
                    f"{nodes[node].url}/v1/boards/{board_id}/pulses.json", data={"pulse[name]": "P"}
                )
            except httpx.TransportError:
                node = (node + 1) % len(nodes)
                continue
            assert answer.status_code == 201, answer.text
            written.append(answer.json()["pulse"]["id"])
    return written


async def events_of(installation: Installation, after: int) -> list[tuple[int, int]]:
    assert installation.database_url
    connection = await asyncpg.connect(installation.database_url)
    rows = await connection.fetch(
        "SELECT id, board_id FROM events WHERE id > $1 AND board_id IS NOT NULL ORDER BY id", after
    )
    await connection.close()
    return [tuple(row) for row in rows]


def test_what_happens_elsewhere_is_told_while_redis_is_gone_and_at_once_when_it_is_back(
    postgres_installation: Installation, serve: Serve, redis: RedisServer
) -> None:
    nodes = [serve(), serve()]
    person = Person(postgres_installation)
    board = person.board(nodes[0])
    listener = Listener(person, nodes[1:], board)

    async def run() -> None:
        listening = asyncio.create_task(listener.listen())
        await until(lambda: listener.connections == 1)
        redis.kill()
        await told_within(2.5)
        redis.start()
        await until(lambda: all("redis is back" in node.output() for node in nodes))
        # Looking each second alone would take half a second on average.
        took = [await told_within(2.5) for _ in range(5)]
        assert sorted(took)[2] < 0.4
        listening.cancel()

    async def told_within(seconds: float) -> float:
        loop = asyncio.get_running_loop()
        before, began = len(listener.events), loop.time()
        data = {"pulse[name]": "P"}
        await asyncio.to_thread(
            person.call, nodes[0], "POST", f"boards/{board}/pulses.json", data=data
        )
        await until(lambda: len(listener.events) > before, seconds)
        return loop.time() - began

    asyncio.run(run())
    for node in nodes:
        node.stop()
        lines = [line["event"] for line in node.log() if line["event"].startswith("redis is")]
        assert lines == ["redis is gone", "redis is back"]


def test_who_reads_waits_for_events_with_lower_ids(postgres_url: str) -> None:
    """An event that was seen is held back until none with a lower id can come any more."""
    url = new_database(postgres_url)

    async def run(first: Postgres, second_node: Postgres) -> None:
        has_id, may_end = asyncio.Event(), asyncio.Event()

        async def slow(session: Session) -> int:
            (lower,) = await session.event_ids(7, 1)
            has_id.set()
            await may_end.wait()
            return lower

        async def quick(session: Session) -> int:
            (higher,) = await session.event_ids(7, 1)
            return higher

        writing = asyncio.create_task(first.write(slow))
        await has_id.wait()
        higher = await second_node.write(quick)
        settling = asyncio.create_task(second_node.read(lambda session: session.settle(7, higher)))
        await asyncio.sleep(0.1)
        assert not settling.done()
        # Another account has nothing to wait for.
        await second_node.read(lambda session: session.settle(8, higher))
        may_end.set()
        assert await writing < higher
        await settling

    async def opened() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(SCHEMA)
        await connection.close()
        first, other = await connect(url, 3), await connect(url, 3)
        try:
            async with asyncio.timeout(20):
                await run(first, other)
        finally:
            await first.close()
            await other.close()

    asyncio.run(opened())


def test_an_id_is_given_after_the_lock(postgres_url: str) -> None:
    """Else a reader could come in between, and see a higher id before a lower one."""
    url = new_database(postgres_url)

    async def run() -> tuple[Any, Any]:
        reader = await asyncpg.connect(url)
        await reader.execute(SCHEMA)
        database = await connect(url, 2)
        try:
            async with reader.transaction():
                await reader.execute("SELECT pg_advisory_xact_lock($1, $2)", EVENTS, second(9))
                writing = asyncio.create_task(database.write(lambda s: s.event_ids(9, 2)))
                await asyncio.sleep(0.2)
                before = await reader.fetchval("SELECT nextval('event_ids')")
            return before, await writing
        finally:
            await database.close()
            await reader.close()

    before, after = asyncio.run(run())
    assert min(after) > before

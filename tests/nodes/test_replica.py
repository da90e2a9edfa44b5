"""Reads that may be late come from the replica, but nobody misses what they wrote, and a replica that fails is done without."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from lundi.core.migrating import migrate_postgres
from tests.nodes.conftest import Serve
from tests.nodes.redis_server import RedisServer
from tests.nodes.replica import PostgresReplica
from tests.nodes.team import Person
from tests.postgres import OwnPostgres, own_postgres
from tests.process import Installation, RunningServer


@pytest.fixture
def primary() -> Iterator[OwnPostgres]:
    """With nothing else in it: a replica is a copy of all databases."""
    with own_postgres() as running:
        yield running


@pytest.fixture
def postgres_installation(primary: OwnPostgres, tmp_path: Path) -> Installation:
    asyncio.run(migrate_postgres(primary.url))
    return Installation(tmp_path / "data", primary.url)


def names(person: Person, node: RunningServer) -> list[str]:
    """By a list of API v1, which may be late."""
    return [board["name"] for board in person.call(node, "GET", "boards.json").json()]


def names_in_v2(person: Person, node: RunningServer) -> list[str]:
    answer = httpx.post(
        f"{node.url}/v2",
        json={"query": "{boards(limit: 100) {name}}"},
        headers={"Authorization": person.token},
    )
    return [board["name"] for board in answer.json()["data"]["boards"]]


def test_a_replica_is_read_but_nobody_misses_what_they_wrote(
    primary: OwnPostgres, postgres_installation: Installation, serve: Serve, redis: RedisServer
) -> None:
    with PostgresReplica(primary.url) as replica:
        nodes = [serve(LUNDI_DATABASE_REPLICA_URL=replica.url_of(primary.url)) for _ in range(2)]
        for node in nodes:
            said(node, "replica is used")
        ada = Person(postgres_installation)
        bob = ada.colleague("bob@example.com", "member")
        until(lambda: names(bob, nodes[1]) == [] and names_in_v2(bob, nodes[1]) == [])
        replica.hold_back()
        ada.board(nodes[0])
        # Who wrote it sees it at once on every node, though the replica doesn't have it.
        for node in nodes:
            assert names(ada, node) == names_in_v2(ada, node) == ["B"]
            assert ada.ask(node, "GET", "boards").json()[0]["name"] == "B"
        # Somebody else is told within two seconds, as a replica that is behind isn't asked.
        until(lambda: names(bob, nodes[1]) == ["B"], seconds=2.5)
        for node in nodes:
            said(node, "it is behind")
        replica.go_on()
        for node in nodes:
            said(node, "replica is used", times=2)
        replica.kill()
        assert names(bob, nodes[0]) == names(bob, nodes[1]) == ["B"]
        said(nodes[0], "replica is not used", times=2)
        assert names(bob, nodes[0]) == ["B"]
        replica.start()
        said(nodes[0], "replica is used", times=3)
        # Without Redis nobody knows who wrote what.
        redis.kill()
        replica.hold_back()
        ada.board(nodes[0])
        assert names(ada, nodes[1]) == names(bob, nodes[1]) == ["B", "B"]


def test_a_replica_of_a_database_that_rests_is_used(primary: OwnPostgres, serve: Serve) -> None:
    with PostgresReplica(primary.url) as replica:
        node = serve(LUNDI_DATABASE_REPLICA_URL=replica.url_of(primary.url))
        said(node, "replica is used")
        # As archiving does each minute: nothing is written to the new file.
        primary.run("SELECT pg_switch_wal()")
        time.sleep(3)
        assert "it is behind" not in node.output()


def said(node: RunningServer, words: str, times: int = 1) -> None:
    until(lambda: node.output().count(words) >= times)


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)

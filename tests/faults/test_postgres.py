"""PostgreSQL goes away under load and comes back: what was answered is there, nothing is done twice, and all goes on by itself."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.traffic import FREE, Traffic, check_all_is_there, new_board, sentence
from tests.postgres import OwnPostgres, own_postgres
from tests.process import Installation, new_database

AWAY = "The database can't be reached just now; try again in a moment."
TOLD = {
    "The database can't be reached just now",
    "The database has too much to do just now",
    "The connection to the database was lost while this was being kept, and hasn't come back: look whether it was done before you"
    " do it again, or send it again with the same Idempotency-Key.",
}


@pytest.fixture(scope="module")
def postgres() -> Iterator[OwnPostgres]:
    with own_postgres() as running:
        yield running


@pytest.fixture
def installation(postgres: OwnPostgres, tmp_path: Path) -> Installation:
    return Installation(tmp_path / "data", new_database(postgres.url)).prepared()


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_restart_is_waited_for(
    mode: str, postgres: OwnPostgres, installation: Installation
) -> None:
    token = installation.account()["personal_token"]
    with installation.served(**FREE) as server:
        board = new_board(server, token)
        traffic = Traffic(server.url, token, board)
        with traffic.flowing():
            for _ in range(2):
                traffic.wait_for(50)
                postgres.stop(mode)
                time.sleep(0.5)
                postgres.start()
            traffic.wait_for(50)
        assert (traffic.refused, traffic.broken) == ([], []), server.output()
        check_all_is_there(traffic, server, token, board)
        server.stop()
    _check_log(server.log(), server.output())


def test_who_can_not_be_waited_for_is_503_until_it_is_back(
    postgres: OwnPostgres, installation: Installation
) -> None:
    token = installation.account()["personal_token"]
    with installation.served(**FREE, LUNDI_DATABASE_WAIT="0.3") as server:
        board = new_board(server, token)
        traffic = Traffic(server.url, token, board)
        with traffic.flowing():
            traffic.wait_for(50)
            postgres.stop()
            time.sleep(1.5)
            away = server.get("/v1/users.json", token)
            query = {"query": "{me {id}}"}
            in_v2 = server.post("/v2", token, json=query)
            page = server.get("/app/me")
            postgres.start()
            traffic.wait_for(50)
        assert traffic.broken == []
        for answer in (away, in_v2, page, *traffic.refused):
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert away.json() == page.json() == {"error": AWAY}
        (error,) = in_v2.json()["errors"]
        assert (error["message"], error["extensions"]["code"]) == (AWAY, "API_TEMPORARILY_BLOCKED")
        assert {sentence(answer).partition(";")[0] for answer in traffic.refused} <= TOLD
        check_all_is_there(traffic, server, token, board)
        server.stop()
    _check_log(server.log(), server.output())


def test_connections_that_are_cut_all_the_time_cost_nothing(
    postgres: OwnPostgres, installation: Installation
) -> None:
    token = installation.account()["personal_token"]
    with installation.served(**FREE) as server:
        board = new_board(server, token)
        traffic = Traffic(server.url, token, board)
        with traffic.flowing():
            for _ in range(12):
                traffic.wait_for(10)
                postgres.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
                )
            traffic.wait_for(20)
        assert (traffic.refused, traffic.broken) == ([], []), server.output()
        found = check_all_is_there(traffic, server, token, board)
        assert len(found) == len(traffic.answered)


def test_a_postgres_that_comes_later_is_waited_for(
    postgres: OwnPostgres, installation: Installation
) -> None:
    token = installation.account()["personal_token"]
    postgres.stop()
    threading.Timer(2, postgres.start).start()
    with installation.served(**FREE) as server:
        assert server.get("/v1/users.json", token).status_code == 200


def test_a_postgres_that_does_not_come_is_told_in_a_sentence(
    postgres: OwnPostgres, installation: Installation
) -> None:
    postgres.stop()
    try:
        finished = installation.lundi("serve", "--port", "0", LUNDI_DATABASE_WAIT="1")
    finally:
        postgres.start()
    assert finished.returncode == 1
    assert finished.stderr.startswith("PostgreSQL can't be reached: ")
    assert finished.stderr.count("\n") == 1


def _check_log(lines: list[dict[str, object]], output: str) -> None:
    """One line when it is lost and one when it is back; no traceback."""
    events = [line["event"] for line in lines if line["event"] != "request"]
    assert 1 <= events.count("database lost") <= 6
    assert 1 <= events.count("database answers again") <= 6
    assert "Traceback" not in output

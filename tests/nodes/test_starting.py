"""Who may serve a database beside whom, and what several workers do."""

import asyncio
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg
import httpx
import psutil
import pytest

from tests.nodes.conftest import Serve
from tests.nodes.redis_server import RedisServer
from tests.process import Installation

SERVE = ("serve", "--port", "0")


def refused(installation: Installation, **environment: str) -> str:
    """What `lundi serve` says as it refuses to start."""
    ended = installation.lundi(*SERVE, **environment)
    assert ended.returncode == 1, ended.stderr
    return ended.stderr


def test_a_second_server_without_redis_refuses_to_start(installation: Installation) -> None:
    with installation.prepared().served():
        assert "already" in refused(installation)
        # The other commands go on beside it.
        assert installation.account()["account_id"]
    with installation.served() as again:
        assert again.get("/app/start").status_code == 200


def test_no_node_without_redis_beside_those_with_it(
    postgres_installation: Installation, redis: RedisServer, serve: Serve
) -> None:
    first, second = serve(), serve()
    assert "LUNDI_REDIS_URL" in refused(postgres_installation)
    assert first.stop() == second.stop() == 0
    with postgres_installation.served():
        said = refused(postgres_installation, LUNDI_REDIS_URL=redis.url)
        assert "without Redis" in said


def test_the_lock_is_taken_again_when_its_connection_is_lost(
    postgres_installation: Installation,
) -> None:
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'lundi serve%'"
    with postgres_installation.served() as server:
        _run_sql(postgres_installation, end)
        _until(lambda: "taken again" in server.output())
        assert "already" in refused(postgres_installation)


def test_a_node_with_another_key_refuses_to_start(
    postgres_installation: Installation, tmp_path: Path, serve: Serve, redis: RedisServer
) -> None:
    token = postgres_installation.account()["company_token"]
    serve()
    other = Installation(tmp_path / "elsewhere", postgres_installation.database_url)
    assert "another secret key" in refused(other, LUNDI_REDIS_URL=redis.url)
    # Nor does any other command seal anything with it.
    assert "another secret key" in other.lundi("token", "rotate", "--account", "acme").stderr
    assert postgres_installation.done("token", "show", "--account", "acme") == token


def test_a_lost_key_can_be_replaced(installation: Installation) -> None:
    installation.prepared().account()
    (installation.folder / "secret.key").unlink()
    assert "lundi key adopt" in installation.lundi("token", "show", "--account", "acme").stderr
    installation.done("key", "adopt")
    token = installation.done("token", "rotate", "--account", "acme")
    with installation.served() as server:
        assert server.get("/v1/boards.json", token).status_code == 200


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"LUNDI_WORKERS": "2"}, "PostgreSQL and Redis"),
        ({"LUNDI_REDIS_URL": "redis://127.0.0.1:1"}, "LUNDI_DATABASE_URL"),
        ({"LUNDI_REDIS_URL": "http://127.0.0.1:1"}, "redis://"),
    ],
)
def test_settings_that_do_not_fit_each_other_are_refused(
    tmp_path: Path, setting: dict[str, str], says: str
) -> None:
    assert says in refused(Installation(tmp_path / "data", None), **setting)


def test_workers_serve_on_one_port_and_are_started_again(serve: Serve) -> None:
    server = serve(LUNDI_WORKERS="2")
    workers = psutil.Process(server.pid).children()
    assert len(workers) == 2
    os.kill(workers[0].pid, signal.SIGKILL)
    # The other one serves meanwhile.
    for _ in range(20):
        assert httpx.get(f"{server.url}/app/start").status_code == 200
    _until(lambda: len(psutil.Process(server.pid).children()) == 2)
    _until(lambda: workers[0].pid not in _pids(server.pid))
    assert server.stop() == 0
    assert not any(worker.is_running() for worker in workers)
    assert server.output().count("Ctrl+C") == 0  # told once, as the greeting that was read


def test_workers_stop_when_their_parent_is_killed(serve: Serve) -> None:
    server = serve(LUNDI_WORKERS="2")
    workers = psutil.Process(server.pid).children()
    os.kill(server.pid, signal.SIGKILL)
    _until(lambda: not any(worker.is_running() for worker in workers))


def test_workers_that_can_not_start_are_told_of(
    postgres_installation: Installation, redis: RedisServer
) -> None:
    with postgres_installation.served():
        said = refused(postgres_installation, LUNDI_REDIS_URL=redis.url, LUNDI_WORKERS="2")
        assert "without Redis" in said


def _pids(parent: int) -> list[int]:
    return [child.pid for child in psutil.Process(parent).children()]


def _run_sql(installation: Installation, sql: str) -> None:
    async def run() -> None:
        assert installation.database_url
        connection = await asyncpg.connect(installation.database_url)
        await connection.execute(sql)
        await connection.close()

    asyncio.run(run())


def _until(holds: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)

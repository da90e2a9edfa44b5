"""Companies to be moved, from each of the engines to each of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.conftest import ENGINES
from tests.process import new_database
from tests.server import Server
from tests.transfer.house import House, backed_up, make_house, restored

NewServer: TypeAlias = Callable[[str], Server]


@pytest.fixture(scope="module")
def new_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NewServer]:
    """Gives servers on the engine that is named, each with an empty database of its own."""
    with ExitStack() as running:
        yield lambda engine: running.enter_context(_server(engine, request, tmp_path_factory))


@pytest.fixture(scope="session", params=ENGINES)
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Stays as it is."""
    with _server(request.param, request, tmp_path_factory) as running:
        yield make_house(running)


@pytest.fixture(scope="session")
def backup(house: House, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backup") / "all.lundi"
    assert backed_up(house.server, path).missing == 0
    return path


@pytest.fixture(scope="session", params=ENGINES)
def moved(
    request: pytest.FixtureRequest,
    house: House,
    backup: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    """The same companies, restored into an empty database."""
    with _server(request.param, request, tmp_path_factory) as running:
        restored(running, backup)
        yield house.moved_to(running)


def _server(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Server:
    on_postgres = engine == "postgres"
    url = new_database(request.getfixturevalue("postgres_url")) if on_postgres else None
    # Each with a key of its own, as another company's server has.
    return Server(tmp_path_factory.mktemp("data"), url, secret_key=None)

"""Clients that people use today, as they are installed: every public method called on a server, and its effect read back."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.clients.methods import BROKEN, METHODS, PENDING
from tests.company import Company, make_company
from tests.receiver import receiver
from tests.server import Server

SECONDS = 180
HERE = Path(__file__).parent
PYTHON = str(HERE.parents[1] / ".clients" / "bin" / "python")
COMMANDS = {
    "monday": [PYTHON, "monday_calls.py"],
    "monday-async": [PYTHON, "monday_async_calls.py"],
    "pymonday": [PYTHON, "pymonday_calls.py"],
    "@mondaydotcomorg/api": ["node", "api_calls.mjs"],
}


class Told:
    """What the clients' scripts tell, each run once, on an account of its own."""

    def __init__(self, server: Server, url: str, file: Path) -> None:
        self._server = server
        self._url = url
        self._file = file
        self._by: dict[str, dict[str, Any]] = {}

    def __getitem__(self, client: str) -> dict[str, Any]:
        if client not in self._by:
            self._by[client] = self._run(client)
        return self._by[client]

    def _run(self, client: str) -> dict[str, Any]:
        company = make_company(self._server)
        with receiver() as there:
            done = subprocess.run(
                COMMANDS[client],
                check=False,
                cwd=HERE,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                env={
                    "PATH": os.environ["PATH"],
                    "LUNDI_URL": self._url,
                    "LUNDI_TOKEN": company.tokens["admin"],
                    "LUNDI_SCENE": json.dumps({**_people(company), "receiver": there.url}),
                    "LUNDI_FILE": str(self._file),
                },
            )
        assert done.returncode == 0, done.stderr
        # One of them prints what goes wrong.
        return dict(json.loads(done.stdout.splitlines()[-1]))


def _people(company: Company) -> dict[str, Any]:
    team = f'create_team(input: {{name: "Team", subscriber_ids: [{company.ids["other_member"]}]}})'
    made = company["admin"].data(f"mutation {{{team} {{id}}}}")["create_team"]
    emails = company["admin"].data(f"{{users(ids: [{company.ids['member']}]) {{email}}}}")["users"]
    return {
        **{name: company.ids[name] for name in ("admin", "member")},
        "other": company.ids["other_member"],
        "users": len(company.ids),
        "member_email": emails[0]["email"],
        "team": int(made["id"]),
    }


@contextmanager
def _listening(server: Server) -> Iterator[str]:
    """The address that it has for other programs."""
    listener = uvicorn.Server(uvicorn.Config(server.app, port=0, log_config=None, lifespan="off"))
    running = server.start(listener.serve())
    while not listener.started:
        time.sleep(0.01)
    port = listener.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    listener.should_exit = True
    running.result(SECONDS)


@pytest.fixture(scope="session")
def told(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    file = tmp_path_factory.mktemp("clients") / "note.txt"
    file.write_text("A note.")
    with _listening(server) as url:
        yield Told(server, url, file)


@pytest.mark.parametrize("client", METHODS)
def test_every_public_method_is_called(client: str, told: Told) -> None:
    assert told[client]["public"] == METHODS[client]
    assert sorted(told[client]["came"]) == METHODS[client]


@pytest.mark.parametrize(("client", "method"), [(client, method) for client, methods in METHODS.items() for method in methods])
def test_a_method_has_its_effect(client: str, method: str, told: Told) -> None:
    wrong = told[client]["came"][method]
    if (client, method) in BROKEN:
        assert BROKEN[client, method] in (wrong or "It works now.")
    elif (client, method) in PENDING:
        assert "UNSUPPORTED_OPERATION" in (wrong or "It works now.")
    else:
        assert wrong is None

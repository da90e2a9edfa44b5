"""`lundi serve` as people run it: what it keeps when it is killed, what it logs, how it starts and stops."""

import asyncio
import base64
import itertools
import re
import signal
import socket
import time
from contextlib import closing
from typing import Any

import apsw
import httpx
import pytest
import sqlalchemy as sa

from lundi.core.opening import open_database
from lundi.core.work import Work, events, read
from lundi.domains.accounts.queries import NOBODY
from tests.process import Installation, RunningServer

WRITES, CLIENTS, KILLS = 200, 8, 3
FEW = {"LUNDI_PLAN_LIMITS": "standard=1000000/1000000"}


def test_what_was_answered_survives_a_kill(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    with installation.served(**FEW) as server:
        board = httpx.post(
            f"{server.url}/v1/boards.json", data={"name": "B"}, headers={"Authorization": token}
        ).json()["id"]
    answered: dict[int, str] = {}
    for kill in range(KILLS):
        with installation.served(**FEW) as server:
            before = len(answered)
            asyncio.run(_write_until_killed(server, token, board, answered, kill))
            assert 0 < len(answered) - before < WRITES
    with installation.served(**FEW) as server:
        found = {pulse["pulse"]["id"]: pulse["pulse"] for pulse in _pages(server, token, board)}
        assert answered.keys() <= found.keys()
        for pulse_id, pulse in found.items():
            assert pulse["name"] == answered.get(pulse_id, pulse["name"])
            _check_whole(server, token, pulse)
    _check_events(installation, set(found))


async def _write_until_killed(
    server: RunningServer, token: str, board: int, answered: dict[int, str], kill: int
) -> None:
    """CLIENTS at once post pulses with an update each; SIGKILL comes in the middle of WRITES."""
    numbers = itertools.count()
    in_this_run = 0

    async def post(client: httpx.AsyncClient) -> None:
        nonlocal in_this_run
        for number in numbers:
            name = f"Pulse {kill}.{number}"
            form = {"pulse[name]": name, "update[text]": f"About {name}"}
            answer = await client.post(f"/v1/boards/{board}/pulses.json", data=form)
            assert answer.status_code == 201, answer.text
            answered[answer.json()["pulse"]["id"]] = name
            in_this_run += 1
            if in_this_run == WRITES // 2 + 10 * kill:
                server.process.send_signal(signal.SIGKILL)

    async with httpx.AsyncClient(base_url=server.url, headers={"Authorization": token}) as client:
        ends = await asyncio.gather(*(post(client) for _ in range(CLIENTS)), return_exceptions=True)
    assert all(isinstance(end, httpx.TransportError) for end in ends), ends


def _pages(server: RunningServer, token: str, board: int) -> list[dict[str, Any]]:
    pulses: list[dict[str, Any]] = []
    for page in itertools.count(1):
        path = f"/v1/boards/{board}/pulses.json?per_page=500&page={page}"
        more = server.get(path, token).json()
        pulses += more
        if len(more) < 500:
            return pulses
    raise AssertionError


def _check_whole(server: RunningServer, token: str, pulse: dict[str, Any]) -> None:
    assert pulse["updates_count"] == 1
    (update,) = server.get(f"/v1/pulses/{pulse['id']}/updates.json", token).json()
    assert update["body_text"] == f"About {pulse['name']}"
    assert len(server.get(f"/v1/pulses/{pulse['id']}/subscribers.json", token).json()) == 1


def _check_events(installation: Installation, pulse_ids: set[int]) -> None:
    """Each pulse has its events, and no event is of a pulse that isn't there."""
    created = sa.select(events.c.pulse_id).where(events.c.kind == "PulseCreated")

    async def look(work: Work) -> list[int]:
        return await work.all(created, int)

    async def ids() -> list[int]:
        database = await open_database(installation.database_url, installation.folder, 1)
        try:
            return await read(database, NOBODY, look)
        finally:
            await database.close()

    assert sorted(asyncio.run(ids())) == sorted(pulse_ids)


@pytest.fixture
def sqlite(tmp_path: Any) -> Installation:
    """What doesn't depend on the engine."""
    return Installation(tmp_path / "data", None)


def test_a_request_is_one_line_of_json_in_the_log(installation: Installation) -> None:
    account = installation.prepared().account()
    with installation.served() as server:
        found = server.get("/v1/users.json?page=1&x=%C3%A9", account["company_token"])
        server.get("/v1/nothing.json")
        httpx.put(f"{server.url}/elsewhere", headers={"X-Request-Id": "mine-1"})
        server.stop()
    first, second, third = server.log()
    assert first["request_id"] == found.headers["x-request-id"]
    assert isinstance(first.pop("ms"), float)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", first.pop("timestamp"))
    assert first == {
        "event": "request",
        "level": "info",
        "method": "GET",
        "path": "/v1/users.json?page=1&x=%C3%A9",
        "status": 200,
        "account": account["account_id"],
        "request_id": found.headers["x-request-id"],
    }
    assert (second["status"], second["account"]) == (404, None)
    assert (third["method"], third["status"], third["request_id"]) == ("PUT", 404, "mine-1")


def test_no_secret_is_in_the_log(installation: Installation) -> None:
    secret = "correct horse battery staple"
    create = ("account", "create", "--json", "--name", "A", "--admin-name", "A")
    made = installation.prepared().lundi(*create, "--admin-email", "a@b.c", password=secret)
    tokens = re.findall(r"[0-9a-f]{32}", made.stdout)
    assert len(tokens) == 2
    with installation.served() as server:
        for token in [*tokens, "0123456789abcdef" * 2]:
            asyncio.run(_send_everywhere(server.url, token, secret))
        server.stop()
    log = server.output()
    assert len(server.log()) > 60
    for hidden in (*tokens, "0123456789abcdef" * 2):
        assert hidden not in log.lower()
        assert base64.b64encode(hidden.encode()).decode() not in log
        # Nor most of it, where only a part was taken for a secret.
        assert hidden[:24] not in log.lower()
    for hidden in (secret, secret.replace(" ", "+"), secret.replace(" ", "%20")):
        assert hidden not in log


async def _send_everywhere(url: str, token: str, password: str) -> None:
    encoded = "".join(f"%{ord(letter):02x}" for letter in token)
    paths = [
        f"/v1/users.json?api_key={token}",
        f"/v1/users.json?api_key={encoded}",
        f"/v1/users.json?api%5Fkey={encoded}",
        f"/v1/users.json?%61pi_key={token.upper()}",
        f"/v1/users.json?API_KEY={token}",
        f"/v1/users.json?api_key[]={token}",
        f"/v1/users.json?api_key%5B%5D={token}",
        f"/v1/users.json?api_key=+{token}+",
        f"/v1/users.json?a=1;api_key={token}",
        f"/v1/users.json?x=1&&api_key={token}#f",
        f"/v1/users.json?{token}",
        f"/v1/users.json?=&{encoded}=1",
        f"/v1/users.json?q=Bearer+{token}",
        f"/v1/users.json?api_key={token}&x=%ff%fe",
        f"/v1/users/{token}.json",
        f"/v1/users/{encoded}/posts.json",
        f"/v1/{token}/users.json?api_key={token}",
        f"/{token}",
        f"/v1/users.json?password={password.replace(' ', '+')}",
        f"/v1/users.json?user%5Bpassword%5D={password.replace(' ', '%20')}",
    ]
    async with httpx.AsyncClient(base_url=url) as client:
        for path in paths:
            assert (await client.get(path)).status_code < 500
        for header in (token, f"Bearer {token}", f"bearer  {token}", f"Basic {token}"):
            await client.get("/v1/users.json", headers={"Authorization": header})
        for method in ("GET", "DELETE", "POST", "PUT"):
            for given in ({"data": {"api_key": token}}, {"json": {"api_key": token}}):
                await client.request(method, "/v1/boards/1.json", **given)  # type: ignore[arg-type]
        files = {"api_key": (None, token)}
        await client.post("/v1/boards.json", files=files)
        await client.post(
            "/v1/boards.json",
            content=f'{{"api_key": "{token}", ',
            headers={"Content-Type": "application/json"},
        )
        await client.get("/v1/users.json", headers={"Cookie": f"session={token}"})


def test_what_breaks_is_logged_without_its_secrets(sqlite: Installation) -> None:
    token = sqlite.account()["personal_token"]
    with sqlite.served() as server:
        with closing(apsw.Connection(str(sqlite.folder / "lundi.sqlite3"))) as other:
            other.execute("ALTER TABLE pulses RENAME TO gone")
        answer = server.get(f"/v1/pulses/1.json?api_key={token}", token)
        server.stop()
    assert answer.status_code == 500
    assert answer.json() == {"error": "Something went wrong on our side; it has been logged."}
    assert "Traceback" in server.output()
    assert token not in server.output()
    assert all(line.startswith("{") for line in server.output().splitlines())


def test_a_port_in_use_is_said_in_one_sentence(sqlite: Installation) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        finished = sqlite.lundi("serve", "--port", str(port))
    assert finished.returncode == 1
    assert finished.stderr == f"Can't listen on 127.0.0.1 port {port}: Address already in use.\n"


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_at_once(by: signal.Signals, installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    with installation.served() as server, socket.create_connection(server.address) as kept:
        # A connection that is kept open doesn't hold it up.
        kept.sendall(f"GET /v1/users.json HTTP/1.1\r\nauthorization: {token}\r\n\r\n".encode())
        assert kept.recv(12) == b"HTTP/1.1 200"
        started = time.monotonic()
        assert server.stop(by) == 0
        assert time.monotonic() - started < 5
    assert "Traceback" not in server.output()


def test_an_idle_server_is_small(installation: Installation) -> None:
    with installation.prepared().served() as server:
        assert server.memory() < 90

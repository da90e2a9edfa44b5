"""`lundi serve` as people run it: what it logs, how it starts and stops."""

import asyncio
import base64
import re
import signal
import socket
import time
from contextlib import closing
from typing import Any

import apsw
import httpx
import pytest

from tests.process import Installation


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
            # What the server does at its start may still be under way.
            other.set_busy_timeout(30_000)
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
        assert server.memory() < 80


def test_an_answer_is_sent_in_one_piece(sqlite: Installation) -> None:
    asked = b"GET /v1/users.json HTTP/1.1\r\nHost: a\r\n\r\n"
    with sqlite.prepared().served() as server, socket.create_connection(server.address) as client:
        for _ in range(50):
            client.sendall(asked)
            said = client.recv(65536)
            assert said.endswith(b"}")
            assert b"\r\n\r\n{" in said

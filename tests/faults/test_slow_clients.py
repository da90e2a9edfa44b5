"""Clients that send slowly, never read or come in thousands: they are let go, and the others are served in the meantime."""

import resource
import select
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.faults.traffic import FREE, new_board
from tests.process import Installation, RunningServer

QUICK = {
    "LUNDI_HEAD_TIMEOUT": "1",
    "LUNDI_BODY_TIMEOUT": "1",
    "LUNDI_ANSWER_TIMEOUT": "1",
    "LUNDI_CONNECTIONS": "2500",
}
MANY = 2000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningServer, str]]:
    installation = Installation(tmp_path_factory.mktemp("slow") / "data", None)
    token = installation.account()["personal_token"]
    with installation.served(**FREE, **QUICK) as server:
        yield server, token


def drips(server: RunningServer, start: str, drop: str) -> str:
    """What the server says before it hangs up on one that sends a drop every now and then."""
    with socket.create_connection(server.address) as connection:
        connection.sendall(start.encode())
        ends_at = time.monotonic() + 15
        while time.monotonic() < ends_at:
            readable, _, _ = select.select([connection], [], [], 0.2)
            if readable:
                return connection.recv(65536).decode()
            connection.sendall(drop.encode())
    raise AssertionError("It is still waiting.")


def post_of(token: str, *more: str) -> str:
    lines = ("POST /v1/boards.json HTTP/1.1", "Host: a", f"Authorization: {token}", *more)
    return "\r\n".join(lines) + "\r\n"


def test_a_head_that_drips_is_given_up(served: tuple[RunningServer, str]) -> None:
    server, token = served
    said = drips(server, post_of(token), "x")
    assert said.startswith("HTTP/1.1 408 ")
    assert said.endswith('{"error":"The head of the request took too long."}')


def test_a_second_head_that_drips_is_given_up(served: tuple[RunningServer, str]) -> None:
    server, _ = served
    with socket.create_connection(server.address) as connection:
        connection.sendall(b"GET /v1/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(0.3)
        connection.recv(1 << 22)
        connection.sendall(b"GET /v1/open")
        connection.settimeout(10)
        rest = b""
        while piece := connection.recv(1 << 22):
            rest += piece
    assert b"HTTP/1.1 408 " in rest


def test_a_body_that_stops_is_given_up_and_nothing_is_done(
    served: tuple[RunningServer, str],
) -> None:
    server, token = served
    form = "Content-Type: application/x-www-form-urlencoded"
    start = post_of(token, form, "Content-Length: 1000") + "\r\nname=half"
    said = drips(server, start, "")
    assert said.startswith("HTTP/1.1 408 ")
    with socket.create_connection(server.address) as connection:
        connection.sendall(start.encode())
    assert "half" not in server.get("/v1/boards.json", token).text


def test_a_body_that_comes_slowly_is_waited_for(served: tuple[RunningServer, str]) -> None:
    server, token = served
    body = b"name=slowly"
    with socket.create_connection(server.address) as connection:
        connection.sendall((post_of(token, f"Content-Length: {len(body)}") + "\r\n").encode())
        for at in range(len(body)):
            time.sleep(0.25)
            connection.sendall(body[at : at + 1])
        assert connection.recv(65536).startswith(b"HTTP/1.1 201 ")


@pytest.mark.parametrize("where", ["head", "trailer"])
def test_a_head_without_an_end_is_refused(where: str, served: tuple[RunningServer, str]) -> None:
    server, token = served
    before = server.memory()
    start = post_of(token)
    if where == "trailer":
        start = post_of(token, "Transfer-Encoding: chunked") + "\r\n4\r\nname\r\n0\r\n"
    with socket.create_connection(server.address) as connection:
        connection.sendall(start.encode())
        try:
            for _ in range(2000):
                connection.sendall(b"x-more: " + b"x" * 16384 + b"\r\n")
        except OSError:
            """It has hung up."""
        else:
            raise AssertionError("It took 32 MB.")
    assert server.memory() - before < 10
    assert server.get("/v1/users.json", token).status_code == 200


def test_who_never_reads_is_let_go(served: tuple[RunningServer, str]) -> None:
    server, token = served
    before = server.memory()
    with ExitStack() as stack:
        for _ in range(50):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(server.address)
            connection.sendall(b"GET /v1/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n" * 200)
        assert server.get("/v1/users.json", token).status_code == 200
        ends_at = time.monotonic() + 20
        while open_connections(server) > 5:
            assert time.monotonic() < ends_at
            time.sleep(0.2)
    assert server.memory() - before < 60


def test_thousands_of_connections_keep_nobody_out(served: tuple[RunningServer, str]) -> None:
    server, token = served
    board = new_board(server, token)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 2 * MANY)), hard))
    before = server.memory()
    with ExitStack() as stack:
        for _ in range(MANY):
            stack.enter_context(socket.create_connection(server.address))
        assert server.get(f"/v1/boards/{board}.json", token).status_code == 200
        assert server.memory() - before < 60
        time.sleep(3)
        assert open_connections(server) < 10
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_more_connections_than_are_held_are_refused(tmp_path: Path) -> None:
    installation = Installation(tmp_path / "data", None)
    with installation.served(LUNDI_CONNECTIONS="20") as server, ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(socket.create_connection(server.address))
        time.sleep(0.2)
        with socket.create_connection(server.address) as one_more:
            said = one_more.recv(65536).decode()
        assert said.startswith("HTTP/1.1 503 ")
        assert "retry-after: 5" in said


def open_connections(server: RunningServer) -> int:
    names = []
    for descriptor in Path(f"/proc/{server.pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # It was closed since the folder was listed.
            names.append(str(descriptor.readlink()))
    return sum(name.startswith("socket:") for name in names) - 1

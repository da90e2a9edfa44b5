"""SIGTERM: no new requests, those under way are answered, browsers are told to come again, and it is over within ten seconds."""

import asyncio
import json
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import apsw
import asyncpg
import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.company import PASSWORD
from tests.faults.traffic import FREE, Traffic, check_all_is_there, new_board
from tests.process import Installation, RunningServer

SERVICE_RESTART = 1012


@contextmanager
def writing_held_up(installation: Installation, seconds: float) -> Iterator[None]:
    """Nothing can be written for so long."""
    is_held = threading.Event()

    def on_sqlite() -> None:
        with closing(apsw.Connection(str(installation.folder / "lundi.sqlite3"))) as connection:
            # What the server does at its start may still be under way.
            connection.set_busy_timeout(30_000)
            connection.execute("BEGIN IMMEDIATE")
            is_held.set()
            time.sleep(seconds)
            connection.execute("ROLLBACK")

    async def on_postgres() -> None:
        connection = await asyncpg.connect(installation.database_url)
        async with connection.transaction():
            await connection.execute("LOCK TABLE boards, groups IN EXCLUSIVE MODE")
            is_held.set()
            await asyncio.sleep(seconds)
        await connection.close()

    hold = on_sqlite if installation.database_url is None else lambda: asyncio.run(on_postgres())
    thread = threading.Thread(target=hold)
    thread.start()
    assert is_held.wait(10)
    yield
    thread.join()


def stops_within(server: RunningServer, seconds: float) -> None:
    started = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - started < seconds
    assert "Traceback" not in server.output()


def sends(server: RunningServer, token: str, head: str = "", body: str = "") -> socket.socket:
    """A POST as far as it goes."""
    connection = socket.create_connection(server.address)
    start = f"POST /v1/boards.json HTTP/1.1\r\nHost: a\r\nAuthorization: {token}\r\n"
    connection.sendall((start + head + body).encode())
    return connection


def test_what_is_under_way_is_answered_and_nothing_new(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    answers: list[httpx.Response] = []

    def post(server: RunningServer) -> None:
        headers = {"Authorization": token}
        path = f"{server.url}/v1/boards.json"
        answers.append(httpx.post(path, headers=headers, data={"name": "B"}, timeout=20))

    with installation.served(**FREE) as server:
        with writing_held_up(installation, 2):
            thread = threading.Thread(target=post, args=(server,))
            thread.start()
            time.sleep(0.5)
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(server.address)
        thread.join()
        stops_within(server, 5)
    (answer,) = answers
    assert (answer.status_code, answer.headers["connection"]) == (201, "close")


def test_it_ends_with_clients_that_never_do(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    with installation.served(**FREE) as server:
        kept = [
            sends(server, token),
            sends(server, token, "Content-Length: 900\r\n\r\n", "name=never-all-of-it"),
            sends(server, token, "Transfer-Encoding: chunked\r\n\r\n", "4\r\nname\r\n"),
            socket.create_connection(server.address),
        ]
        time.sleep(0.5)
        stops_within(server, 10)
        for connection in kept:
            connection.close()
    with installation.served() as server:
        boards = server.get("/v1/boards.json", token).json()
        assert "never-all-of-it" not in json.dumps(boards)


def test_what_can_not_be_done_in_time_is_503_and_not_done(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    if installation.database_url is None:
        # SQLite brings what it took to its end.
        return
    with installation.served(**FREE) as server:
        with (
            writing_held_up(installation, 12),
            sends(server, token, "Content-Length: 9\r\n\r\n", "name=late") as connection,
        ):
            time.sleep(0.5)
            stops_within(server, 10)
            answer = connection.recv(65536).decode()
        assert answer.startswith("HTTP/1.1 503 ")
        assert "retry-after: 5" in answer
        assert answer.endswith(
            '{"error":"The server is stopped before this was done; try again in a moment."}'
        )
    with installation.served() as server:
        assert "late" not in server.get("/v1/boards.json", token).text


def test_browsers_are_told_to_come_again(installation: Installation) -> None:
    command = ("account", "create", "--json", "--name", "A", "--admin-name", "A")
    installation.prepared().lundi(*command, "--admin-email", "a@b.c", password=PASSWORD)
    with installation.served() as server:
        signed_in = httpx.post(
            f"{server.url}/app/sign-in",
            json={"email": "a@b.c", "password": PASSWORD},
            headers={"Origin": server.url},
        )
        assert signed_in.status_code == 200, signed_in.text
        cookie = signed_in.headers["set-cookie"].partition(";")[0]
        address = server.url.replace("http", "ws") + "/app/live"
        with connect(address, additional_headers={"Cookie": cookie}, origin=server.url) as browser:  # type: ignore[arg-type]
            browser.send('{"after":0}')
            browser.recv(5)
            server.process.send_signal(signal.SIGTERM)
            with pytest.raises(ConnectionClosed) as closed:
                browser.recv(5)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == SERVICE_RESTART
        stops_within(server, 5)


def test_a_rolling_restart_under_load_loses_nothing(installation: Installation) -> None:
    token = installation.prepared().account()["personal_token"]
    with installation.served(**FREE) as server:
        board = new_board(server, token)
        traffic = Traffic(server.url, token, board)
        with traffic.flowing():
            traffic.wait_for(50)
            stops_within(server, 5)
        assert traffic.refused == []
    with installation.served(**FREE) as server:
        found = check_all_is_there(traffic, server, token, board)
    assert len(found) == len(traffic.answered)

"""One browser that behaves oddly is its own problem."""

import base64
import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import msgspec
from websockets.exceptions import ConnectionClosed

from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.live.conftest import WITHIN, Browser
from tests.entrypoints.live.test_socket import People, has_row

Opened = Callable[..., Browser]
LONG = "x" * 60_000
PULSES = 40


def test_a_browser_that_never_reads_keeps_nobody_waiting(
    company: Company, people: People, opened: Opened, live_url: str
) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    pulse_ids = [company.pulse(board_id) for _ in range(PULSES)]
    for pulse_id in pulse_ids:
        cell = f"boards/{board_id}/pulses/{pulse_id}/values/{column_id}"
        assert people["member"].put(cell, type="value", value=LONG).status_code == 200
    deaf = deaf_browser(live_url, people["viewer"], board_id)
    other = opened(people["admin"], watch=board_id)
    for pulse_id in pulse_ids[:3]:
        began = time.monotonic()
        people["member"].put(f"pulses/{pulse_id}/name", name="New")
        other.hear_until(has_row(pulse_id))
        assert time.monotonic() - began < WITHIN
    deaf.close()


def test_a_browser_that_talks_without_end_is_sent_away(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    quiet = opened(people["admin"], watch=board_id)
    talkative = opened(people["guest"])
    with suppress(ConnectionClosed):
        for _ in range(60):
            talkative.say(after=1)
    people["member"].put(f"pulses/{pulse_id}/name", name="Heard")
    quiet.hear_until(has_row(pulse_id))
    assert talkative.closed_with() == 4429


def deaf_browser(url: str, person: AppClient, board_id: int) -> socket.socket:
    """It asks for all that ever happened on a board, and takes nothing of it."""
    host, port = url.split(":")
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect((host, int(port)))
    key = base64.b64encode(os.urandom(16)).decode()
    connection.sendall(
        f"GET /app/live HTTP/1.1\r\nHost: {url}\r\nOrigin: http://{url}\r\n"
        f"Cookie: lundi_session={person.secret}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    assert b" 101 " in connection.recv(2048)
    said = msgspec.json.encode({"watch": board_id, "after": 0})
    # A text frame, masked with zeros.
    connection.sendall(bytes([0x81, 0x80 | len(said), 0, 0, 0, 0]) + said)
    return connection

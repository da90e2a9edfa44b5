"""The application on a real port, for real WebSockets."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
import pytest
import uvicorn
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.app_client import AppClient, signed_in
from tests.company import PEOPLE, Company, make_company
from tests.server import Server

WITHIN = 1.0
"""Seconds in which others are told."""


class Browser:
    """One open socket of one person's."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    def say(self, **said: int) -> None:
        self.connection.send(msgspec.json.encode(said).decode())

    def hear(self, within: float = WITHIN) -> dict[str, Any]:
        """The next message. Raises TimeoutError."""
        heard: dict[str, Any] = msgspec.json.decode(self.connection.recv(timeout=within))
        return heard

    def hear_until(self, told: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first message of that kind; the others are passed over."""
        while not told(heard := self.hear()):
            pass
        return heard

    def closed_with(self) -> int:
        """The code that the server closes it with, once all is heard."""
        try:
            while True:
                self.hear()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0

    def hears_nothing_of(self, board_id: int, within: float = WITHIN) -> bool:
        try:
            while True:
                heard = self.hear(within)
                if "rows" in heard or "gone" in heard:
                    return False
                if board_id in [event["board_id"] for event in heard.get("events", [])]:
                    return False
        except TimeoutError:
            return True


@pytest.fixture(scope="module")
def live_url(server: Server) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        server.app,
        log_config=None,
        access_log=False,
        ws="websockets-sansio",
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    running = uvicorn.Server(config)
    ended = server.start(running.serve(sockets=[listener]))
    yield f"127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    ended.result(30)


@pytest.fixture
def people(company: Company) -> dict[str, AppClient]:
    """Everybody of the company, newly signed in."""
    return {name: signed_in(company, name) for name in PEOPLE}


@pytest.fixture
def other_person(company: Company) -> AppClient:
    """The admin of another account."""
    return signed_in(make_company(company.server), "admin")


@pytest.fixture
def opened(live_url: str) -> Iterator[Callable[..., Browser]]:
    """Opens the socket of a person; `watch` a board, from now on."""
    with ExitStack() as stack:

        def opened(person: AppClient, watch: int | None = None, origin: str = "") -> Browser:
            connection = connect(
                f"ws://{live_url}/app/live",
                origin=origin or f"http://{live_url}",  # type: ignore[arg-type]
                additional_headers={"Cookie": f"lundi_session={person.secret}"},
                proxy=None,
            )
            browser = Browser(stack.enter_context(connection))
            if watch is not None:
                after = person.get(f"boards/{watch}").json()["last_event"]
                browser.say(watch=watch, after=after)
            return browser

        yield opened

"""One person at work on several nodes: with a token by the API, and with browsers that listen."""

import asyncio
import itertools
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage

from lundi.app import open_from
from lundi.core.secrets import open_vault
from lundi.core.work import Actor, Work, write
from lundi.domains.accounts.actions import NewUser, add_user
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.schemas import ADMIN
from lundi.domains.accounts.session_actions import open_session
from lundi.domains.workspaces.actions import open_account
from lundi.settings import load_settings
from tests.company import PASSWORD, PASSWORD_HASH
from tests.process import Installation, RunningServer


class Person:
    """Somebody of a company, signed in on all nodes."""

    def __init__(
        self,
        installation: Installation,
        email: str = "ada@example.com",
        role: str = ADMIN,
        account_id: int | None = None,
    ) -> None:
        """In a new company, or in one that is there."""
        self._installation = installation
        made = asyncio.run(_person(installation, email, role, account_id))
        self.account_id, user, self.secret = made
        self.user_id, self.token = user.id, user.personal_token

    def colleague(self, email: str, role: str) -> "Person":
        return Person(self._installation, email, role, self.account_id)

    def ask(self, node: RunningServer, method: str, path: str, **given: Any) -> httpx.Response:
        """Of the web app."""
        headers = {"Cookie": f"lundi_session={self.secret}", "Origin": node.url}
        return httpx.request(method, f"{node.url}/app/{path}", headers=headers, **given)

    def call(self, node: RunningServer, method: str, path: str, **given: Any) -> httpx.Response:
        """Of API v1."""
        headers = {"Authorization": self.token}
        return httpx.request(method, f"{node.url}/v1/{path}", headers=headers, **given)

    def board(self, node: RunningServer) -> int:
        return int(self.call(node, "POST", "boards.json", data={"name": "B"}).json()["id"])


async def _person(
    installation: Installation, email: str, role: str, account_id: int | None
) -> tuple[int, NewUser, str]:
    """Past the command line and the sign-in page, which take their time."""
    settings = load_settings(
        {}, data=str(installation.folder), database_url=installation.database_url
    )
    database = await open_from(settings)
    vault = open_vault(None, installation.folder)

    async def make(work: Work) -> tuple[int, NewUser, str]:
        if account_id is None:
            await open_account(work, vault, "Acme", "standard")
        user = await add_user(
            work, vault, name="Somebody", email=email, role=role, password_hash=PASSWORD_HASH
        )
        secret = await open_session(work, user.id, "127.0.0.1", "tests")
        return work.account_id, user, secret

    try:
        who = NOBODY if account_id is None else Actor(account_id, None, "company")
        return await write(database, who, make)
    finally:
        await database.close()


def sign_in(
    node: RunningServer, email: str, password: str = PASSWORD, address: str = "127.0.0.1"
) -> httpx.Response:
    return httpx.post(
        f"{node.url}/app/sign-in",
        json={"email": email, "password": password},
        headers={"Origin": node.url, "X-Forwarded-For": address},
    )


class Listener:
    """A browser that goes on where it was, on another node where its own is gone."""

    def __init__(self, person: Person, nodes: list[RunningServer], board_id: int) -> None:
        self.events: list[tuple[int, int]] = []
        """Ids of events and of their boards, as they came."""
        self.connections = 0
        self.rows: set[int] = set()
        self._person = person
        self._nodes = nodes
        self._board_id = board_id
        page = person.ask(nodes[0], "GET", f"boards/{board_id}").json()
        self._last: int = page["last_event"]
        self.rows |= {row["id"] for row in page["rows"]}
        self.connection: ClientConnection | None = None

    async def listen(self) -> None:
        for node in itertools.cycle(self._nodes):
            with suppress(OSError, ConnectionClosed, InvalidMessage):
                await self._listen_at(node)

    async def _listen_at(self, node: RunningServer) -> None:
        async with connect(
            node.url.replace("http", "ws") + "/app/live",
            origin=node.url,  # type: ignore[arg-type]
            additional_headers={"Cookie": f"lundi_session={self._person.secret}"},
            proxy=None,
        ) as self.connection:
            self.connections += 1
            said = {"watch": self._board_id, "after": self._last}
            await self.connection.send(msgspec.json.encode(said).decode())
            async for text in self.connection:
                self._hear(msgspec.json.decode(text))

    def _hear(self, message: dict[str, Any]) -> None:
        assert not message.get("reload")
        self._last = max(self._last, message["last"])
        for event in message.get("events", []):
            if event["board_id"] is not None:
                self.events.append((event["id"], event["board_id"]))
        self.rows |= {row["id"] for row in message.get("rows", [])}


async def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.02)

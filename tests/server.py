"""Lundi in this process, on an event loop of its own, and a client that holds every answer against the OpenAPI document."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
from starlette.types import ASGIApp

from lundi.app import build_app, open_from
from lundi.core.blobs import Blobs
from lundi.core.database import Database
from lundi.core.migrating import migrate_postgres
from lundi.core.outbound import Caller
from lundi.core.secrets import Vault, open_vault
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.usage import Usage
from lundi.settings import Settings, load_settings
from tests.contract.document import check_answer

T = TypeVar("T")
NO_LIMITS = "standard=1000000/100000000,pro=1000000/100000000,enterprise=1000000/100000000"


class Server:
    """Use it in a `with`. `settings` go over those that tests usually want."""

    app: ASGIApp
    caller: Caller
    database: Database
    blobs: Blobs
    vault: Vault

    def __init__(self, folder: Path, database_url: str | None, **settings: Any) -> None:
        self.settings: Settings = load_settings(
            {},
            **{
                "data": str(folder),
                "database_url": database_url,
                # Some share one database.
                "secret_key": "tests",
                "plan_limits": NO_LIMITS,
                "address_limit": 1_000_000,
                "webhooks_private_addresses": True,
                **settings,
            },
        )
        self.usage = Usage()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.run(self._open())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """On the server's own event loop."""
        return self.start(work).result(60)

    def start(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        """Goes on there by itself."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def write(self, actor: Actor, action: Callable[[Work], Awaitable[T]], **given: Any) -> T:
        """An action of a domain, past all ways in."""
        return self.run(write(self.database, actor, action, **given))

    def read(self, actor: Actor, action: Callable[[Work], Awaitable[T]]) -> T:
        return self.run(read(self.database, actor, action))

    def request(self, method: str, path: str, **given: Any) -> httpx.Response:
        """`path` from the root; what `httpx` takes besides. Every answer of /v1 is held against the document."""
        return self.run(self.arequest(method, path, **given))

    async def arequest(self, method: str, path: str, **given: Any) -> httpx.Response:
        response = await self.client.request(method, path, **given)
        check_answer(response)
        return response

    async def _open(self) -> None:
        if self.settings.database_url:
            await migrate_postgres(self.settings.database_url)
        self.database = await open_from(self.settings)
        # Each test has a company of its own, which no other process writes in.
        self.database.changes.is_server = self.database.changes.all_are_heard = True
        self.vault = open_vault(self.settings.secret_key, self.settings.data_folder)
        self.blobs = Blobs(self.settings.blob_place())
        self.caller = Caller(private_addresses=self.settings.webhooks_private_addresses)
        self.app = build_app(self.settings, self.database, self.usage, self.blobs, self.caller)
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app),
            base_url="http://lundi.test",
        )

    async def _close(self) -> None:
        await self.client.aclose()
        await self.caller.close()
        await self.database.close()

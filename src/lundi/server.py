"""Runs the application on a socket until it is told to stop."""

import gc
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn

from lundi import __version__
from lundi.app import build_app, open_from
from lundi.cautions import cautions
from lundi.core import tracing
from lundi.core.blobs import Blobs
from lundi.core.database import Database
from lundi.core.errors import Refusal
from lundi.core.outbound import Caller
from lundi.core.secrets import open_vault
from lundi.core.work import read
from lundi.domains.accounts.queries import NOBODY, count_accounts
from lundi.domains.accounts.usage import Usage
from lundi.domains.webhooks.sender import sending
from lundi.entrypoints.shared.logs import set_up_logs
from lundi.housekeeping import housekeeping
from lundi.settings import Settings

SECONDS_TO_FINISH = 10


class _Server(uvicorn.Server):
    """Ends by returning. Uvicorn's own raises the signal once more, past the closing of the database.

    Told to stop, it goes on for `drain_seconds`; told again, it ends at once.
    """

    def __init__(self, config: uvicorn.Config, drain_seconds: int) -> None:
        super().__init__(config)
        self._drain_seconds = drain_seconds
        self._stops_at: float | None = None

    @property
    def is_stopping(self) -> bool:
        return self._stops_at is not None

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.handle_exit)
        yield

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self.is_stopping or not self._drain_seconds:
            super().handle_exit(sig, frame)
        self._stops_at = time.monotonic() + self._drain_seconds

    async def on_tick(self, counter: int) -> bool:
        is_over = self._stops_at is not None and time.monotonic() >= self._stops_at
        return await super().on_tick(counter) or is_over


async def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """`say` is given the lines for the person who started it. Raises Refusal where it can't start."""
    database = await open_from(settings)
    try:
        listener = _listen(settings.host, settings.port)
        set_up_logs()
        usage = Usage()
        blobs = Blobs(settings.blob_place())
        caller = Caller(private_addresses=settings.webhooks_private_addresses)
        vault = open_vault(settings.secret_key, settings.data_folder)
        server = _Server(
            uvicorn.Config(
                build_app(settings, database, usage, blobs, caller, lambda: server.is_stopping),
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=True,
                forwarded_allow_ips=settings.trusted_proxies,
                timeout_graceful_shutdown=SECONDS_TO_FINISH,
                ws="websockets-sansio",
                lifespan="off",
            ),
            settings.drain_seconds,
        )
        # What is there for good is not looked through again by every collection of garbage.
        gc.collect()
        gc.freeze()
        await _greet(settings, database, listener, say)
        with tracing.exported(__version__, say):
            async with housekeeping(database, usage, blobs), sending(database, vault, caller):
                await server.serve(sockets=[listener])
        await caller.close()
    finally:
        await database.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        # The standard library adds the address once more.
        reason = (
            error.strerror if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
        )
        raise Refusal(f"Can't listen on {host} port {port}: {reason}.") from None


async def _greet(
    settings: Settings, database: Database, listener: socket.socket, say: Callable[[str], None]
) -> None:
    host, port = listener.getsockname()[:2]
    where = "PostgreSQL" if settings.database_url else f"SQLite in {settings.data}"
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    say(f"Lundi is at {address} ({where}). Ctrl+C stops it.")
    if not await read(database, NOBODY, count_accounts):
        say("There is no account here yet: open that page and set one up, or try `lundi demo`.")
    for caution in cautions(settings):
        say(f"Caution: {caution}")

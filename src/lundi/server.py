"""Runs the application on a socket until it is told to stop."""

import asyncio
import gc
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, cast

import uvicorn

from lundi.app import build_app, open_from
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
from lundi.patience import PatientProtocol, bounds_within_files
from lundi.settings import Settings

# For requests under way, then for what follows: less than the ten seconds that a supervisor gives.
SECONDS_TO_FINISH, SECONDS_TO_TIDY_UP = 6, 2
# Of a tenth of a second each.
_TICKS_A_LOOK = 5
# Bytes that a browser may say at once by its WebSocket.
_LONGEST_SAID = 64 * 1024


class _Server(uvicorn.Server):
    """Ends by returning. Uvicorn's own raises the signal once more, past the closing of the database."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.handle_exit)
        yield

    async def on_tick(self, counter: int) -> bool:
        if counter % _TICKS_A_LOOK == 0:
            now = asyncio.get_running_loop().time()
            for connection in list(self.server_state.connections):
                if isinstance(connection, PatientProtocol):
                    connection.look(now)
        return await super().on_tick(counter)


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
                build_app(settings, database, usage, blobs, caller),
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=True,
                forwarded_allow_ips=settings.trusted_proxies,
                timeout_graceful_shutdown=SECONDS_TO_FINISH,
                timeout_keep_alive=settings.idle_timeout,
                http=cast(Any, partial(PatientProtocol, bounds_within_files(settings.bounds()))),
                ws="websockets-sansio",
                ws_max_size=_LONGEST_SAID,
                lifespan="off",
            )
        )
        # What is there for good is not looked through again by every collection of garbage.
        gc.collect()
        gc.freeze()
        await _greet(settings, database, listener, say)
        with suppress(TimeoutError):
            async with (
                asyncio.timeout(None) as ends,
                housekeeping(database, usage, blobs),
                sending(database, vault, caller),
            ):
                await server.serve(sockets=[listener])
                ends.reschedule(asyncio.get_running_loop().time() + SECONDS_TO_TIDY_UP)
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

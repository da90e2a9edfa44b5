"""Runs the application on a socket until it is told to stop."""

import asyncio
import gc
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
from types import FrameType
from typing import Any, cast

import uvicorn

from lundi import __version__
from lundi.app import build_app, nodes_of, open_from, outbox_of, reading_late
from lundi.cautions import cautions
from lundi.core import tracing
from lundi.core.blobs import Blobs
from lundi.core.changes import Changes
from lundi.core.database import Database
from lundi.core.errors import Refusal
from lundi.core.outbound import Caller
from lundi.core.secrets import open_vault
from lundi.core.serving import alone_in
from lundi.core.work import read
from lundi.domains.accounts.queries import NOBODY, count_accounts
from lundi.domains.accounts.usage import Usage
from lundi.domains.webhooks.sender import sending
from lundi.entrypoints.shared.logs import set_up_logs
from lundi.housekeeping import housekeeping
from lundi.patience import PatientProtocol, bounds_within_files
from lundi.settings import Settings
from lundi.workers import Parent, Workers

# For requests under way, then for what follows: less than the ten seconds that a supervisor gives.
SECONDS_TO_FINISH, SECONDS_TO_TIDY_UP = 6, 2
# Objects more than there were: of young ones some MB.
COLLECTED_AFTER = (50_000, 10, 10)
# Of a tenth of a second each.
_TICKS_A_LOOK = 5
# Bytes that a browser may say at once by its WebSocket.
_LONGEST_SAID = 64 * 1024


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
        if counter % _TICKS_A_LOOK == 0:
            now = asyncio.get_running_loop().time()
            for connection in list(self.server_state.connections):
                if isinstance(connection, PatientProtocol):
                    connection.look(now)
        is_over = self._stops_at is not None and time.monotonic() >= self._stops_at
        return await super().on_tick(counter) or is_over

    def stop(self) -> None:
        self.should_exit = True


async def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """`say` is given the lines for the person who started it. Raises Refusal where it can't start."""
    database = await open_from(settings)
    try:
        listener = _listen(settings.host, settings.port)
        greet = partial(_greet, settings, database, listener, say)
        await _serve(settings, database, listener, greet, say)
    finally:
        await database.close()


async def serve_by_workers(settings: Settings, say: Callable[[str], None]) -> None:
    """As `serve`, by processes that are started here."""
    listener = _listen(settings.host, settings.port)
    # What would stop each of them is told once.
    database = await open_from(settings)
    try:
        lines: list[str] = []
        await _greet(settings, database, listener, lines.append)
    finally:
        await database.close()
    set_up_logs()
    await Workers(settings, listener).run(lambda: say("\n".join(lines)))


async def serve_as_worker(settings: Settings, socket_fd: int, parent_fd: int) -> None:
    """One of those processes."""
    parent = Parent(parent_fd)

    async def tell_ready() -> None:
        parent.tell_ready()

    database = await open_from(settings)
    try:
        listener = socket.socket(fileno=socket_fd)
        await _serve(
            settings, database, listener, tell_ready, partial(print, file=sys.stderr), parent
        )
    finally:
        await database.close()


async def _serve(
    settings: Settings,
    database: Database,
    listener: socket.socket,
    greet: Callable[[], Awaitable[None]],
    say: Callable[[str], None],
    parent: Parent | None = None,
) -> None:
    set_up_logs()
    database.changes.is_server = True
    usage = Usage()
    blobs = Blobs(settings.blob_place())
    caller = Caller(private_addresses=settings.webhooks_private_addresses)
    vault = open_vault(settings.secret_key, settings.data_folder)
    nodes = nodes_of(settings, vault)
    server = _Server(
        uvicorn.Config(
            build_app(settings, database, usage, blobs, caller, nodes, lambda: server.is_stopping),
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
        ),
        settings.drain_seconds,
    )
    # What is there for good is not looked through again by every collection of garbage.
    gc.collect()
    gc.freeze()
    # Else requests under way, which leave no cycles, have all that is kept looked through twice a second.
    gc.set_threshold(*COLLECTED_AFTER)
    try:
        async with asyncio.timeout(None) as ends, AsyncExitStack() as beside:
            await beside.enter_async_context(_seat(settings, database.changes, server.stop))
            if nodes is not None:
                await beside.enter_async_context(nodes.joined(database.broker))
                await beside.enter_async_context(reading_late(settings, database, nodes))
            if parent is not None:
                await beside.enter_async_context(_until(parent.gone(), server.stop))
            await greet()
            beside.enter_context(tracing.exported(__version__, say))
            outbox = outbox_of(settings, database, vault)
            await beside.enter_async_context(housekeeping(database, usage, blobs, outbox))
            await beside.enter_async_context(sending(database, vault, caller))
            await server.serve(sockets=[listener])
            ends.reschedule(asyncio.get_running_loop().time() + SECONDS_TO_TIDY_UP)
    except TimeoutError:
        if not ends.expired():
            raise
    await caller.close()


@asynccontextmanager
async def _seat(
    settings: Settings, changes: Changes, stop: Callable[[], None]
) -> AsyncIterator[None]:
    """The right to serve this database. Raises Refusal where another one has it."""
    if settings.database_url is None:
        with alone_in(settings.data_folder, changes):
            yield
        return
    from lundi.core.seat import seat  # noqa: PLC0415

    with_others = settings.redis_url is not None
    async with seat(settings.database_url, changes, with_others=with_others, lose=stop):
        yield


@asynccontextmanager
async def _until(end: Coroutine[Any, Any, None], stop: Callable[[], None]) -> AsyncIterator[None]:
    """Stops the server at that end."""
    ending = asyncio.create_task(end)
    ending.add_done_callback(lambda ended: None if ended.cancelled() else stop())
    try:
        yield
    finally:
        ending.cancel()


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

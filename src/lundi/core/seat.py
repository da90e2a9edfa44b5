"""Who may serve a PostgreSQL database: one process alone or, with Redis between them, any number."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg
import structlog

from lundi.core.advisory import SERVING
from lundi.core.changes import Changes
from lundi.core.dialing import dial
from lundi.core.errors import Refusal
from lundi.core.news import Hearing
from lundi.core.serving import BETWEEN_TRIES, TO_TAKE

# Seconds.
TO_TAKE_AGAIN = 60.0
BETWEEN_LOOKS = 2.0
TO_ANSWER = 10.0

_ALONE = "SELECT pg_try_advisory_lock($1, 0)"
_WITH_OTHERS = "SELECT pg_try_advisory_lock_shared($1, 0)"
# What is left of a connection of ours that broke: the server may not have noticed.
_END_MINE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()"
_LOST = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, Refusal)
_log = structlog.get_logger()


@asynccontextmanager
async def seat(
    url: str, changes: Changes, *, with_others: bool, lose: Callable[[], None]
) -> AsyncIterator[None]:
    """Raises Refusal where it can't be had; calls `lose` where it was lost and another one has it."""
    held = _Seat(url, None if with_others else changes)
    if not await held.take(TO_TAKE):
        raise Refusal(
            "A Lundi without Redis serves this database already: stop it, or start it with LUNDI_REDIS_URL too."
            if with_others
            else "Another Lundi serves this database already: several need Redis between them, so start each with LUNDI_REDIS_URL."
        )
    watching = asyncio.create_task(held.watch(lose))
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        await held.leave()


class _Seat:
    """A lock for as long as its connection lives, by which who is alone also hears of `changes` of others."""

    def __init__(self, url: str, changes: Changes | None) -> None:
        self._url = url
        self._changes = changes
        self._statement = _WITH_OTHERS if changes is None else _ALONE
        self._name = f"lundi serve {secrets.token_hex(8)}"
        self._connection: Any = None
        self._talking = asyncio.Lock()

    async def take(self, seconds: float) -> bool:
        self._connection = await dial(
            self._url,
            server_settings={
                "application_name": self._name,
                "tcp_keepalives_idle": "10",
                "tcp_keepalives_interval": "5",
                "tcp_keepalives_count": "3",
            },
        )
        await self._connection.execute(_END_MINE, self._name)
        until = time.monotonic() + seconds
        while not await self._connection.fetchval(self._statement, SERVING):
            if time.monotonic() > until:
                await self.leave()
                return False
            await asyncio.sleep(BETWEEN_TRIES)
        if self._changes is not None:
            await Hearing(self._connection, self._talking, self._changes).begin()
        return True

    async def watch(self, lose: Callable[[], None]) -> None:
        while True:
            await asyncio.sleep(BETWEEN_LOOKS)
            try:
                async with self._talking:
                    await self._connection.execute("SELECT 1", timeout=TO_ANSWER)
            except _LOST as error:
                _log.warning("serving lock lost", error=type(error).__name__)
                if not await self._take_again():
                    _log.error("another one serves this database now")
                    lose()
                    return

    async def _take_again(self) -> bool:
        """For as long as PostgreSQL isn't there nobody else can have it either."""
        self._connection.terminate()
        while True:
            try:
                taken = await self.take(TO_TAKE_AGAIN)
            except _LOST:
                await asyncio.sleep(1)
            else:
                if taken:
                    _log.info("serving lock taken again")
                return taken

    async def leave(self) -> None:
        with suppress(*_LOST):
            await self._connection.close(timeout=TO_ANSWER)

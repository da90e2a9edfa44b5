"""All open browsers of one account, and one task that reads what happens in it."""

import asyncio
from contextlib import suppress
from contextvars import Context

import structlog

from lundi.core.database import Database
from lundi.core.work import Actor, Happened, events_after, last_event_id, read
from lundi.entrypoints.live.reader import MOST_MISSED, OVERLAP, Reader

# Other processes on the same database don't call us. Seconds.
LOOK_EVERY = 1.0

_log = structlog.get_logger()


class Channel:
    def __init__(self, database: Database, account_id: int) -> None:
        self.woken = asyncio.Event()
        self._database = database
        self._account_id = account_id
        self._readers: set[Reader] = set()
        self._actor = Actor(account_id, None, "company")
        self._started = asyncio.Event()
        self._told: set[int] = set()
        self._task: asyncio.Task[None] | None = None

    @property
    def is_empty(self) -> bool:
        return not self._readers

    async def join(self, reader: Reader) -> None:
        if self._task is None:
            # It goes on for all of them: what it logs is not of the request that was the first.
            self._task = asyncio.create_task(self._run(), context=Context())
        self._readers.add(reader)
        # Who joins asks for what it missed; from now on it is told.
        await self._started.wait()

    def leave(self, reader: Reader) -> None:
        self._readers.discard(reader)
        if not self._readers and self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        known = await self._read(await self._read_last())
        self._told = {event.id for event in known}
        self._started.set()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.woken.wait(), LOOK_EVERY)
            self.woken.clear()
            try:
                await self._tell_news()
            except Exception:
                _log.exception("live messages failed", account=self._account_id)
                await asyncio.sleep(LOOK_EVERY)

    async def _tell_news(self) -> None:
        last = max(self._told, default=0)
        found = await self._read(last)
        news = [event for event in found if event.id not in self._told]
        if not news:
            return
        self._told |= {event.id for event in news}
        if len(self._told) > 4 * OVERLAP:
            self._told = set(sorted(self._told)[-2 * OVERLAP :])
        for reader in self._readers:
            reader.tell(news)

    async def _read_last(self) -> int:
        return await read(self._database, self._actor, last_event_id)

    async def _read(self, last: int) -> list[Happened]:
        after = max(0, last - OVERLAP)
        return await read(
            self._database, self._actor, lambda work: events_after(work, after, MOST_MISSED)
        )

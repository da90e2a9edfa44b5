"""All open browsers of one account, and one task that reads what happens in it."""

import asyncio
from contextlib import suppress
from contextvars import Context

import structlog

from lundi.core.database import Database
from lundi.core.errors import Failing
from lundi.core.work import Actor, Happened, Work, events_after, last_event_id, read
from lundi.entrypoints.live.reader import MOST_MISSED, Reader

# Seconds. Other processes on the same database need not call us.
LOOK_EVERY = 1.0
# A burst is told in pieces, and who writes isn't held up by who looks.
BETWEEN_LOOKS = 0.02

_log = structlog.get_logger()


class Channel:
    def __init__(self, database: Database, account_id: int) -> None:
        self.woken = asyncio.Event()
        self._database = database
        self._account_id = account_id
        self._readers: set[Reader] = set()
        self._actor = Actor(account_id, None, "company")
        self._started = asyncio.Event()
        self._last: int | None = None
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
        reader.begin(self._last or 0)

    def leave(self, reader: Reader) -> None:
        self._readers.discard(reader)
        if not self._readers and self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        while True:
            self.woken.clear()
            try:
                await self._tell_news()
                self._started.set()
            except Failing:
                # The engine has said so.
                await asyncio.sleep(LOOK_EVERY)
            except Exception:
                _log.exception("live messages failed", account=self._account_id)
                await asyncio.sleep(LOOK_EVERY)
            await asyncio.sleep(BETWEEN_LOOKS)
            with suppress(TimeoutError):
                await asyncio.wait_for(self.woken.wait(), LOOK_EVERY)

    async def _tell_news(self) -> None:
        last, news = await read(self._database, self._actor, self._look)
        self._last = last
        if news:
            for reader in self._readers:
                reader.tell(news)

    async def _look(self, work: Work) -> tuple[int, list[Happened]]:
        """Up to which event all is known now, and what is new of it."""
        last, known = await last_event_id(work), self._last
        if known is None or last <= known:
            return max(last, known or 0), []
        news = await events_after(work, known, MOST_MISSED, last)
        if len(news) == MOST_MISSED:
            self.woken.set()
            last = news[-1].id
        return last, news

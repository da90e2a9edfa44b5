"""One open browser: what it says, and what it is told at its own pace."""

import asyncio
import time
from contextlib import suppress

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from lundi.core.database import Database
from lundi.core.errors import Failing, Unauthenticated
from lundi.core.work import Happened, Work, events_after, last_event_id, read
from lundi.domains.accounts.queries import NOBODY
from lundi.entrypoints.live.messages import Message, Said, message_of
from lundi.entrypoints.shared.session import signed_in

MOST_MISSED = 2_000
# Seconds.
SLOWEST_READER = 10.0
BETWEEN_CATCH_UPS = 1.0
# What a browser missed comes before what is new, if it says soon enough where it was.
TO_SAY_WHERE = 0.3
TO_CLOSE = 2.0
# A browser says something when it opens a board, not more.
MOST_SAID, IN_SECONDS = 50, 10.0
TRY_AGAIN = 1013
SIGNED_OUT, WRONG_ORIGIN, TOO_SLOW, TOO_TALKATIVE = 4401, 4403, 4408, 4429


class Reader:
    """What happens waits in here until the browser has taken what came before; nobody else waits for it.

    A browser is told each event once, and their ids rise.
    """

    def __init__(self, database: Database, socket: WebSocket, secret: str) -> None:
        self._database = database
        self._socket = socket
        self._secret = secret
        self._watched: int | None = None
        self._after: int | None = None
        self._told = 0
        self._has_begun = False
        self._caught_up_at = 0.0
        self._news: list[Happened] = []
        self._woken = asyncio.Event()
        self._said_where = asyncio.Event()

    async def enter(self) -> int:
        """The account. Raises Unauthenticated."""

        async def account(work: Work) -> int:
            return (await signed_in(work, self._secret)).account_id

        return await read(self._database, NOBODY, account)

    def begin(self, last: int) -> None:
        """What happened after that event will be told."""
        self._told = last

    def tell(self, happened: list[Happened]) -> None:
        # One more than may be missed is as good as any number.
        self._news = [*self._news, *happened][: MOST_MISSED + 1]
        self._woken.set()

    async def serve(self) -> None:
        """Until the browser goes away, or has to."""
        speaking = asyncio.create_task(self._speak())
        listening = asyncio.create_task(self._listen())
        try:
            await asyncio.wait({speaking, listening}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (speaking, listening):
                task.cancel()
            await asyncio.gather(speaking, listening, return_exceptions=True)

    async def _listen(self) -> None:
        said_at: list[float] = []
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                text = await self._socket.receive_text()
                # A browser that has much to say doesn't keep others from being heard.
                await asyncio.sleep(0)
                said_at = [*said_at, time.monotonic()][-MOST_SAID:]
                if len(said_at) == MOST_SAID and said_at[-1] - said_at[0] < IN_SECONDS:
                    return await self._close(TOO_TALKATIVE, "Too many messages.")
                self._hear(text)

    def _hear(self, text: str) -> None:
        try:
            said = msgspec.json.decode(text, type=Said)
        except (msgspec.DecodeError, RecursionError):
            return
        if said.watch is not None:
            self._watched = said.watch
        if said.after is not None:
            self._after = said.after
            self._said_where.set()
            self._woken.set()

    async def _speak(self) -> None:
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._said_where.wait(), TO_SAY_WHERE)
            while True:
                await self._catch_up()
                await self._say_news()
                await self._woken.wait()
                self._woken.clear()
        except Unauthenticated as refusal:
            await self._close(SIGNED_OUT, str(refusal))
        except TimeoutError:
            await self._close(TOO_SLOW, "Too slow.")
        except Failing:
            await self._close(TRY_AGAIN, "The database can't be reached.")
        except (WebSocketDisconnect, RuntimeError):
            """It is gone already."""

    async def _say_news(self) -> None:
        news, self._news = self._news, []
        new = [event for event in news if event.id > self._told]
        if len(news) > MOST_MISSED:
            await self._say(Message(last=max(event.id for event in news), reload=True))
        elif new:
            await self._tell_of(new)
        self._has_begun = True

    async def _catch_up(self) -> None:
        """What a browser knew that has been told nothing yet, says where it begins; later it only gets rows of what it missed."""
        after = self._after
        if after is None:
            return
        early = self._caught_up_at + BETWEEN_CATCH_UPS - time.monotonic()
        if early > 0:
            asyncio.get_running_loop().call_later(early, self._woken.set)
            return
        self._after = None
        self._caught_up_at = time.monotonic()

        async def look(work: Work) -> tuple[int, list[Happened]]:
            await signed_in(work, self._secret)
            last = await last_event_id(work)
            return last, await events_after(work, after, MOST_MISSED, last)

        last, missed = await read(self._database, NOBODY, look)
        if not self._has_begun:
            self._told = min(after, last)
        if len(missed) == MOST_MISSED:
            await self._say(Message(last=last, reload=True))
        elif missed:
            await self._tell_of(missed)

    async def _tell_of(self, happened: list[Happened]) -> None:
        """Rights are looked up each time, the session's too."""
        told = self._told

        async def look(work: Work) -> Message | None:
            await signed_in(work, self._secret)
            return await message_of(work, happened, self._watched, told)

        message = await read(self._database, NOBODY, look)
        self._told = max(told, happened[-1].id)
        if message is not None:
            await self._say(message)

    async def _say(self, message: Message) -> None:
        self._told = max(self._told, message.last)
        text = msgspec.json.encode(message).decode()
        await asyncio.wait_for(self._socket.send_text(text), SLOWEST_READER)

    async def _close(self, code: int, reason: str) -> None:
        """A browser that doesn't read can't be told that either."""
        with suppress(RuntimeError, TimeoutError, WebSocketDisconnect):
            await asyncio.wait_for(self._socket.close(code, reason), TO_CLOSE)

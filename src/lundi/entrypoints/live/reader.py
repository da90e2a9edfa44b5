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

# On PostgreSQL an event with a lower id may be committed later: how far back it is looked for.
OVERLAP = 512
MOST_MISSED = 2_000
# Seconds.
SLOWEST_READER = 10.0
BETWEEN_CATCH_UPS = 1.0
TO_CLOSE = 2.0
# A browser says something when it opens a board, not more.
MOST_SAID, IN_SECONDS = 50, 10.0
TRY_AGAIN = 1013
SIGNED_OUT, WRONG_ORIGIN, TOO_SLOW, TOO_TALKATIVE = 4401, 4403, 4408, 4429


class Reader:
    """What happens waits in here until the browser has taken what came before; nobody else waits for it."""

    def __init__(self, database: Database, socket: WebSocket, secret: str) -> None:
        self._database = database
        self._socket = socket
        self._secret = secret
        self._watched: int | None = None
        self._after: int | None = None
        self._caught_up_at = 0.0
        self._news: list[Happened] = []
        self._woken = asyncio.Event()

    async def enter(self) -> int:
        """The account. Raises Unauthenticated."""

        async def account(work: Work) -> int:
            return (await signed_in(work, self._secret)).account_id

        return await read(self._database, NOBODY, account)

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
            self._woken.set()

    async def _speak(self) -> None:
        try:
            while True:
                await self._woken.wait()
                self._woken.clear()
                await self._say_news()
                await self._catch_up()
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
        if len(news) > MOST_MISSED:
            await self._say(Message(last=max(event.id for event in news), reload=True))
        elif news:
            await self._tell_of(news)

    async def _catch_up(self) -> None:
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
            found = await events_after(work, max(0, after - OVERLAP), MOST_MISSED + OVERLAP)
            return await last_event_id(work), found

        last, missed = await read(self._database, NOBODY, look)
        if len(missed) >= MOST_MISSED:
            await self._say(Message(last=last, reload=True))
        elif last > after:
            await self._tell_of(missed)

    async def _tell_of(self, happened: list[Happened]) -> None:
        """Rights are looked up each time, the session's too."""

        async def look(work: Work) -> Message | None:
            await signed_in(work, self._secret)
            return await message_of(work, happened, self._watched)

        message = await read(self._database, NOBODY, look)
        if message is not None:
            await self._say(message)

    async def _say(self, message: Message) -> None:
        text = msgspec.json.encode(message).decode()
        await asyncio.wait_for(self._socket.send_text(text), SLOWEST_READER)

    async def _close(self, code: int, reason: str) -> None:
        """A browser that doesn't read can't be told that either."""
        with suppress(RuntimeError, TimeoutError, WebSocketDisconnect):
            await asyncio.wait_for(self._socket.close(code, reason), TO_CLOSE)

"""Events to open browsers, over a WebSocket each.

The browser says `{"after": event id}` once, and `{"watch": board id}` when it opens another board. It is sent
`{"last", "events", "rows", "gone"}`: what happened on the boards that its reader sees; and of the pulses of the watched board
that it happened to, their rows as they are now, and the ids of those that are not on it any more.
"""

import asyncio
from contextlib import suppress
from typing import Annotated

import msgspec
import structlog
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from lundi.core.database import Database
from lundi.core.errors import Forbidden, Unauthenticated
from lundi.core.work import Actor, Happened, Work, events_after, last_event_id, read
from lundi.domains.accounts import events as accounts
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.boards.queries import visible_boards
from lundi.domains.pulses.queries import pulses_on_board
from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.shared.origin import check_origin
from lundi.entrypoints.shared.rows import Row, show_row
from lundi.entrypoints.shared.session import secret_in, signed_in
from lundi.entrypoints.shared.site import site_of

# Other processes on the same database don't call us.
LOOK_EVERY = 1.0
# On PostgreSQL an event with a lower id may be committed later: how far back it is looked for.
OVERLAP = 512
MOST_MISSED = 2_000
SLOWEST_READER = 10.0
TOLD_TO_ALL = frozenset(
    kind.__name__
    for kind in (
        accounts.AccountRenamed,
        accounts.LogoChanged,
        accounts.PlanChanged,
        accounts.RoleChanged,
        accounts.UserAdded,
        accounts.UserChanged,
        accounts.UserDisabled,
        accounts.UserEnabled,
    )
)
SIGNED_OUT, WRONG_ORIGIN, TOO_SLOW = 4401, 4403, 4408


_log = structlog.get_logger()


class Message(msgspec.Struct, omit_defaults=True):
    """`reload`: too much was missed, ask for everything again. `lost`: the watched board can't be seen any more."""

    last: int
    events: list[Happened] = []
    rows: list[Row] = []
    gone: list[int] = []
    lost: bool = False
    reload: bool = False


_Number = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


class _Said(msgspec.Struct):
    after: _Number | None = None
    watch: _Number | None = None


class Live:
    """The ASGI application at /app/live."""

    def __init__(self, database: Database, public_url: str | None) -> None:
        self._database = database
        self._public_url = public_url
        self._channels: dict[int, _Channel] = {}
        database.broker.listen(self._wake)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        headers = headers_of(scope)
        await socket.accept()
        with suppress(WebSocketDisconnect, RuntimeError):
            try:
                check_origin(headers, self._public_url or _site(scope, headers))
                reader = _Reader(self._database, socket, secret_in(headers) or "")
                account_id = await reader.enter()
            except Forbidden as refusal:
                await socket.close(WRONG_ORIGIN, str(refusal)[:120])
                return
            except Unauthenticated as refusal:
                await socket.close(SIGNED_OUT, str(refusal))
                return
            channel = self._channels.get(account_id)
            if channel is None:
                channel = self._channels[account_id] = _Channel(self._database, account_id)
            await channel.join(reader)
            try:
                await reader.listen()
            finally:
                channel.leave(reader)
                if channel.is_empty:
                    self._channels.pop(account_id, None)

    def _wake(self, account_id: int) -> None:
        channel = self._channels.get(account_id)
        if channel is not None:
            channel.woken.set()


class _Reader:
    """One open browser."""

    def __init__(self, database: Database, socket: WebSocket, secret: str) -> None:
        self._database = database
        self._socket = socket
        self._secret = secret
        self._watched: int | None = None

    async def enter(self) -> int:
        """The account. Raises Unauthenticated."""
        return await read(self._database, NOBODY, lambda work: _account_of(work, self._secret))

    async def listen(self) -> None:
        """Until the browser goes away."""
        while True:
            try:
                said = msgspec.json.decode(await self._socket.receive_text(), type=_Said)
            except (msgspec.DecodeError, KeyError):
                continue
            if said.watch is not None:
                self._watched = said.watch
            if said.after is not None:
                await self._catch_up(said.after)

    async def tell(self, happened: list[Happened]) -> None:
        """Of all that happened, what the reader may know; rights are looked up each time, the session's too."""
        try:
            message = await read(self._database, NOBODY, lambda work: self._message(work, happened))
            if message is not None:
                text = msgspec.json.encode(message).decode()
                await asyncio.wait_for(self._socket.send_text(text), SLOWEST_READER)
        except Unauthenticated as refusal:
            with suppress(RuntimeError):
                await self._socket.close(SIGNED_OUT, str(refusal))
        except TimeoutError:
            with suppress(RuntimeError):
                await self._socket.close(TOO_SLOW)
        except (WebSocketDisconnect, RuntimeError):
            """It is gone already; `listen` ends by itself."""

    async def _catch_up(self, after: int) -> None:
        async def look(work: Work) -> tuple[int, list[Happened]]:
            await signed_in(work, self._secret)
            found = await events_after(work, max(0, after - OVERLAP), MOST_MISSED + OVERLAP)
            return await last_event_id(work), found

        last, missed = await read(self._database, NOBODY, look)
        if len(missed) >= MOST_MISSED:
            await self._socket.send_text(
                msgspec.json.encode(Message(last=last, reload=True)).decode()
            )
        elif last > after:
            await self.tell(missed)

    async def _message(self, work: Work, happened: list[Happened]) -> Message | None:
        await signed_in(work, self._secret)
        named = {event.board_id for event in happened if event.board_id is not None}
        watched = self._watched
        seen = await visible_boards(work, named | ({watched} if watched else set()))
        shown = [event for event in happened if _is_told(event, seen, work.actor)]
        message = Message(last=max(event.id for event in happened), events=shown)
        if watched is None:
            return message
        if watched not in seen:
            message.lost = True
            return message
        touched = {
            event.pulse_id
            for event in happened
            if event.pulse_id is not None and event.board_id == watched
        }
        rows = await pulses_on_board(work, watched, touched)
        message.rows = [show_row(pulse) for pulse in rows]
        message.gone = sorted(touched - {pulse.id for pulse in rows})
        return message if shown or message.gone else None


class _Channel:
    """All open browsers of one account, and one task that reads what happens in it."""

    def __init__(self, database: Database, account_id: int) -> None:
        self.woken = asyncio.Event()
        self._database = database
        self._account_id = account_id
        self._readers: set[_Reader] = set()
        self._actor = Actor(account_id, None, "company")
        self._started = asyncio.Event()
        self._told: set[int] = set()
        self._task: asyncio.Task[None] | None = None

    @property
    def is_empty(self) -> bool:
        return not self._readers

    async def join(self, reader: _Reader) -> None:
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        self._readers.add(reader)
        # Who joins asks for what it missed; from now on it is told.
        await self._started.wait()

    def leave(self, reader: _Reader) -> None:
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
        if news:
            self._told |= {event.id for event in news}
            if len(self._told) > 4 * OVERLAP:
                self._told = set(sorted(self._told)[-2 * OVERLAP :])
            await asyncio.gather(*(reader.tell(news) for reader in tuple(self._readers)))

    async def _read_last(self) -> int:
        return await read(self._database, self._actor, last_event_id)

    async def _read(self, last: int) -> list[Happened]:
        after = max(0, last - OVERLAP)
        return await read(
            self._database, self._actor, lambda work: events_after(work, after, MOST_MISSED)
        )


def _is_told(event: Happened, seen: set[int], actor: Actor) -> bool:
    """Who signs in, and what becomes of tokens, is for admins alone."""
    if event.board_id is not None:
        return event.board_id in seen
    return actor.role == "admin" or event.kind in TOLD_TO_ALL


async def _account_of(work: Work, secret: str) -> int:
    return (await signed_in(work, secret)).account_id


def _site(scope: Scope, headers: Headers) -> str:
    """The page's own, which came by http where the socket came by ws."""
    return site_of({**scope, "scheme": scope["scheme"].replace("ws", "http")}, headers)

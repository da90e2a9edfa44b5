"""Events to open browsers, over a WebSocket each."""

from contextlib import suppress

from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from lundi.core.database import Database
from lundi.core.errors import Failing, Forbidden, Unauthenticated
from lundi.core.metrics import Gauge
from lundi.entrypoints.live.channel import Channel
from lundi.entrypoints.live.reader import SIGNED_OUT, TRY_AGAIN, WRONG_ORIGIN, Reader
from lundi.entrypoints.shared.access_log import REQUESTS
from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.shared.origin import check_origin
from lundi.entrypoints.shared.session import secret_in
from lundi.entrypoints.shared.site import site_of

_CONNECTIONS = Gauge("lundi_live_connections", "Open browsers that are told what happens.")
_CONNECTIONS.set(0)


_LISTEN = ("live", "listen")


class Live:
    """The ASGI application at /app/live."""

    def __init__(self, database: Database, public_url: str | None) -> None:
        self._database = database
        self._public_url = public_url
        self._channels: dict[int, Channel] = {}
        database.broker.listen(self._wake, everywhere=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        headers = headers_of(scope)
        await socket.accept()
        reader = Reader(self._database, socket, secret_in(headers) or "")
        with suppress(WebSocketDisconnect, RuntimeError):
            try:
                check_origin(headers, self._public_url or _site(scope, headers))
                account_id = await reader.enter()
            except Forbidden as refusal:
                REQUESTS.add(*_LISTEN, 403)
                await socket.close(WRONG_ORIGIN, str(refusal)[:120])
            except Unauthenticated as refusal:
                REQUESTS.add(*_LISTEN, 401)
                await socket.close(SIGNED_OUT, str(refusal))
            except Failing:
                REQUESTS.add(*_LISTEN, 503)
                await socket.close(TRY_AGAIN, "The database can't be reached.")
            else:
                REQUESTS.add(*_LISTEN, 101)
                await self._serve(account_id, reader)

    async def _serve(self, account_id: int, reader: Reader) -> None:
        channel = self._channels.get(account_id)
        if channel is None:
            channel = self._channels[account_id] = Channel(self._database, account_id)
        await channel.join(reader)
        _CONNECTIONS.values[()] += 1
        try:
            await reader.serve()
        finally:
            _CONNECTIONS.values[()] -= 1
            channel.leave(reader)
            if channel.is_empty:
                self._channels.pop(account_id, None)

    def _wake(self, account_id: int) -> None:
        channel = self._channels.get(account_id)
        if channel is not None:
            channel.woken.set()


def _site(scope: Scope, headers: Headers) -> str:
    """The page's own, which came by http where the socket came by ws."""
    return site_of({**scope, "scheme": scope["scheme"].replace("ws", "http")}, headers)

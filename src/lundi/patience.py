"""How long a connection may keep the server waiting, how large a request's head may be, and how many connections there may be."""

import resource
from asyncio import BaseTransport, Transport
from typing import Any, cast

import msgspec
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from lundi.core.errors import Unavailable
from lundi.core.gathering import GatheringTransport

LARGEST_HEAD = 64 * 1024
# Files and connections of the server's own.
_OTHER_FILES = 200


class Bounds(msgspec.Struct, frozen=True):
    """`head`, `body`, `answer`: seconds in which a client has to send all of the first, and some of the second, and to take some
    of the last.
    """

    connections: int
    head: float
    body: float
    answer: float


def bounds_within_files(bounds: Bounds) -> Bounds:
    """With as many connections as the system lets this process have, which is then allowed that many files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = bounds.connections + _OTHER_FILES
    if soft < wanted:
        soft = min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return msgspec.structs.replace(bounds, connections=min(bounds.connections, soft - _OTHER_FILES))


class PatientProtocol(HttpToolsProtocol):
    """`look` is called now and then; so there is no timer for each request."""

    def __init__(self, bounds: Bounds, **given: Any) -> None:
        super().__init__(**given)
        self._bounds = bounds
        # Of a head, or of what stands around the body: bytes that came since anything of it was understood.
        self._pending = 0
        self._heard_at = self.loop.time()
        self._unsent = 0
        self._sent_at = 0.0

    def connection_made(self, transport: BaseTransport) -> None:
        self._gathering = GatheringTransport(cast(Transport, transport), self.loop)
        super().connection_made(self._gathering)
        if len(self.connections) > self._bounds.connections:
            self._refuse("503 Service Unavailable", "There are too many connections; try again.")

    def data_received(self, data: bytes) -> None:
        self._pending += len(data)
        super().data_received(data)
        if self._pending > LARGEST_HEAD and not self.transport.is_closing():
            self._refuse(
                "431 Request Header Fields Too Large",
                f"The head of a request has at most {LARGEST_HEAD:,} bytes.",
            )

    def on_headers_complete(self) -> None:
        self._pending = 0
        self._heard_at = self.loop.time()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._pending = 0
        self._heard_at = self.loop.time()
        super().on_body(body)

    def on_response_complete(self) -> None:
        self._heard_at = self.loop.time()
        self._gathering.flush()
        super().on_response_complete()

    def look(self, now: float) -> None:
        """Ends the connection if its client has kept it waiting for too long."""
        if unsent := self.transport.get_write_buffer_size():
            if unsent != self._unsent:
                self._unsent, self._sent_at = unsent, now
            elif now - self._sent_at > self._bounds.answer:
                self.transport.abort()
            return
        self._unsent = 0
        if self.transport.is_closing():
            return
        cycle, silent = self.cycle, now - self._heard_at
        if cycle is None or cycle.response_complete:
            # Between two requests uvicorn looks after it, until something of the next one comes.
            if self.timeout_keep_alive_task is None and silent > self._bounds.head:
                self._refuse("408 Request Timeout", "The head of the request took too long.")
        elif cycle.more_body and not self.flow.read_paused and silent > self._bounds.body:
            if cycle.response_started:
                self.transport.abort()
            else:
                self._refuse("408 Request Timeout", "The body of the request took too long.")

    def _refuse(self, status: str, sentence: str) -> None:
        body = msgspec.json.encode({"error": sentence})
        head = (
            f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
            f"retry-after: {Unavailable.SECONDS}\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()

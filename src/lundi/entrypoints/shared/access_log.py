"""One JSON line a request, with secrets masked, and the request's id on every answer."""

import asyncio
import re
import sys
import time
from datetime import UTC, datetime
from random import getrandbits
from urllib.parse import parse_qsl, urlencode

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lundi.core.errors import Unavailable

_SANE_ID = re.compile(rb"[A-Za-z0-9._\-]{1,64}")
_SECRET_NAME = re.compile(r"key|token|password|secret|session|auth", re.IGNORECASE)
_TOKEN = re.compile(r"[0-9a-fA-F]{32,}")
_MASK = "***"
_STOPPED = b'{"error":"The server is stopped before this was done; try again in a moment."}'
_encode_lines = msgspec.json.Encoder().encode_lines


class _Line(msgspec.Struct):
    timestamp: datetime
    method: str
    path: str
    status: int
    ms: float
    account: int | None
    request_id: str
    event: str = "request"
    level: str = "info"


class AccessLog:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._lines: list[_Line] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        request_id = _given_id(scope) or f"{getrandbits(64):016x}"
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        status = None

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except asyncio.CancelledError:
            # The server is told to stop, and doesn't wait for this one any longer.
            if status is None:
                await _give_up(send_with_id)
        finally:
            self._log(
                _Line(
                    timestamp=datetime.now(UTC),
                    method=scope["method"],
                    path=masked(scope["path"], scope["query_string"]),
                    status=status or 500,
                    ms=round((time.perf_counter() - started) * 1000, 2),
                    account=state.get("account"),
                    request_id=request_id,
                )
            )

    def _log(self, line: _Line) -> None:
        # Past structlog, which took a tenth of a request for what is always the same.
        if not self._lines:
            asyncio.get_running_loop().call_soon(self._write)
        self._lines.append(line)

    def _write(self) -> None:
        """All lines of one turn of the event loop with one call to the system."""
        out = sys.stdout.buffer
        out.write(_encode_lines(self._lines))
        out.flush()
        self._lines.clear()


async def _give_up(send: Send) -> None:
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(_STOPPED)).encode()),
        (b"retry-after", str(Unavailable.SECONDS).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": _STOPPED})


def _given_id(scope: Scope) -> str | None:
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    return given.decode() if _SANE_ID.fullmatch(given) else None


def masked(path: str, query: bytes) -> str:
    """The path with its query, without any value that is a secret or looks like one."""
    shown = _without_tokens(path)
    if not query:
        return shown
    try:
        pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True, max_num_fields=1000)
    except ValueError:
        return f"{shown}?{_MASK}"
    plain = [
        (_without_tokens(name), _MASK if _SECRET_NAME.search(name) else _without_tokens(value))
        for name, value in pairs
    ]
    return f"{shown}?{urlencode(plain, safe='*')}"


def _without_tokens(text: str) -> str:
    return _TOKEN.sub(_MASK, text)

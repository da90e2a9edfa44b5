"""One JSON line a request, with secrets masked, and the request's id on every answer. Here each is counted, too."""

import asyncio
import re
import sys
import time
from datetime import UTC, datetime
from functools import lru_cache
from random import getrandbits
from urllib.parse import parse_qsl, urlencode

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lundi.core import tracing
from lundi.core.cause import request_id as current_id
from lundi.core.errors import Unavailable
from lundi.core.metrics import Counter, Histogram

_SANE_ID = re.compile(rb"[A-Za-z0-9._\-]{1,64}")
_SECRET_NAME = re.compile(r"key|token|password|secret|session|auth", re.IGNORECASE)
_TOKEN = re.compile(r"[0-9a-fA-F]{32,}")
_MASK = "***"
_STOPPED = b'{"error":"The server is stopped before this was done; try again in a moment."}'
STATUS = "status"
"""The way in of those that look whether all is well: a line for each time it was would hide the others."""
_UNKNOWN = "none"
REQUESTS = Counter(
    "lundi_requests_total",
    "Requests by way in, by what was asked for, and by the answer's status.",
    ("way", "action", "status"),
)
_SECONDS = Histogram(
    "lundi_request_seconds",
    "How long requests took, by way in.",
    "way",
    (0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10),
)
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
        request_id = _given_id(scope) or f"{getrandbits(64):016x}"
        current_id.set(request_id)
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        span = tracing.begin(scope["headers"]) if tracing.is_on() else None
        status: int | None = None

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
            self._tell(scope, status or 500, time.perf_counter() - started)
            if span is not None:
                _end(span, scope, status or 500)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        state = scope["state"]
        way = state.get("way", _UNKNOWN)
        REQUESTS.add(way, _action(scope), status)
        _SECONDS.add(way, seconds)
        if way == STATUS and status < 400:
            return
        self._log(
            _Line(
                timestamp=datetime.now(UTC),
                method=scope["method"],
                path=masked(scope["path"], scope["query_string"]),
                status=status,
                ms=round(seconds * 1000, 2),
                account=state.get("account"),
                request_id=state["request_id"],
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
    """None for one that may be a token, put into the wrong header: it would stand in the log."""
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    if not _SANE_ID.fullmatch(given) or _TOKEN.search(given.decode()):
        return None
    return given.decode()


def _action(scope: Scope) -> str:
    """Its declared name: of the way in that has set it, else of the page's route."""
    name: str | None = scope["state"].get("action")
    if name is None:
        name = getattr(scope.get("route"), "name", None)
    return name or _UNKNOWN


def _end(span: tracing.Begun, scope: Scope, status: int) -> None:
    state = scope["state"]
    told = {
        "http.request.method": scope["method"],
        "http.response.status_code": status,
        "url.path": masked(scope["path"], b""),
        "lundi.request_id": state["request_id"],
    }
    if state.get("account") is not None:
        told["lundi.account"] = state["account"]
    name = f"{state.get('way', _UNKNOWN)} {_action(scope)}"
    tracing.end(span, name, told, failed=status >= 500)


def masked(path: str, query: bytes) -> str:
    """The path with its query, without any value that is a secret or looks like one."""
    shown = _without_tokens(path)
    return f"{shown}?{_masked_query(query)}" if query else shown


# The same few are asked over and over, and each takes 7 us.
@lru_cache(maxsize=1024)
def _masked_query(query: bytes) -> str:
    try:
        pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True, max_num_fields=1000)
    except ValueError:
        return _MASK
    plain = [
        (_without_tokens(name), _MASK if _SECRET_NAME.search(name) else _without_tokens(value))
        for name, value in pairs
    ]
    return urlencode(plain, safe="*")


def _without_tokens(text: str) -> str:
    return _TOKEN.sub(_MASK, text)

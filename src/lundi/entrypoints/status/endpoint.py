"""How this process is, told to machines: /healthz (it answers), /readyz (it can work), /metrics (what it has counted)."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import ip_address
from typing import TypeAlias
from urllib.parse import urlsplit

import msgspec
import structlog
from starlette.types import Receive, Scope, Send

from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.status.readiness import OK, Check, Readiness

HEALTH, READY, METRICS = "/healthz", "/readyz", "/metrics"
PATHS = (HEALTH, READY, METRICS)
SECONDS_TO_MEASURE = 3.0
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded")
_STOPPING = "It has been told to stop."
_JSON, _TEXT = "application/json", "text/plain; charset=utf-8"

_Answer: TypeAlias = tuple[int, str, bytes, dict[str, str]]

_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger()


class Status:
    """The ASGI application of PATHS. `measures` are run before the metrics are shown; `is_stopping` makes it not ready."""

    def __init__(
        self,
        checks: Sequence[Check],
        measures: Sequence[Callable[[], Awaitable[None]]],
        is_stopping: Callable[[], bool],
        metrics_token: str | None,
    ) -> None:
        self._readiness = Readiness(checks)
        self._measures = measures
        self._is_stopping = is_stopping
        self._metrics_token = metrics_token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("state", {})["action"] = scope["path"].strip("/")
        status, kind, body, headers = await self._answer(scope)
        given = {
            "content-type": kind,
            "content-length": str(len(body)),
            "cache-control": "no-store",
            **headers,
        }
        encoded = [(name.encode(), value.encode()) for name, value in given.items()]
        await send({"type": "http.response.start", "status": status, "headers": encoded})
        shown = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": shown})

    async def _answer(self, scope: Scope) -> _Answer:
        if scope["method"] not in ("GET", "HEAD"):
            return 405, _TEXT, b"Here only GET can be used.\n", {"allow": "GET, HEAD"}
        if scope["path"] == HEALTH:
            return 200, _JSON, b'{"status":"ok"}', {}
        if scope["path"] == READY:
            return await self._readiness_told()
        return await self._metrics_told(headers_of(scope), scope)

    async def _readiness_told(self) -> _Answer:
        found = await self._readiness.look()
        checks = {**found, "running": _STOPPING if self._is_stopping() else OK}
        is_ready = all(answer == OK for answer in checks.values())
        body = _encode({"ready": is_ready, "checks": checks})
        return 200 if is_ready else 503, _JSON, body, {}

    async def _metrics_told(self, headers: Headers, scope: Scope) -> _Answer:
        if self._metrics_token is None:
            if not _is_from_here(scope, headers):
                return 404, _TEXT, b"There is nothing at /metrics.\n", {}
        elif not _has_token(headers, self._metrics_token):
            sentence = b"This needs the token of LUNDI_METRICS_TOKEN.\n"
            return 401, _TEXT, sentence, {"www-authenticate": "Bearer"}
        from lundi.entrypoints.status.exposition import CONTENT_TYPE, exposition  # noqa: PLC0415

        await self._readiness.look()
        for measure in self._measures:
            await _attempt(measure)
        return 200, CONTENT_TYPE, exposition(), {}


async def _attempt(measure: Callable[[], Awaitable[None]]) -> None:
    """What can't be measured now is left out; all else is shown."""
    try:
        async with asyncio.timeout(SECONDS_TO_MEASURE):
            await measure()
    except Exception as error:
        _log.warning("not measured", error=repr(error))


def _has_token(headers: Headers, token: str) -> bool:
    scheme, _, given = headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(
        given.strip().encode(), token.encode()
    )


def _is_from_here(scope: Scope, headers: Headers) -> bool:
    """From a program on this machine that means this machine: not by a proxy, which is on it too."""
    address = (scope.get("client") or ("",))[0]
    return (
        not any(name in headers for name in _FORWARDED)
        and _is_loopback(address)
        and _is_loopback(_without_port(headers.get("host", "")))
    )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _without_port(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""

"""One request of REST API v1, from the bytes that came to the bytes that go."""

import hashlib
import re
from typing import Any, TypeAlias

import msgspec
import structlog
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from lundi.core.database import Database
from lundi.core.errors import Refusal, Unauthenticated
from lundi.core.rate_limit import Allowance, RateLimiter, Verdict
from lundi.core.work import read, write
from lundi.domains.accounts.schemas import TokenOwner
from lundi.entrypoints.rest_v1 import resources
from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.routing import Routes
from lundi.entrypoints.shared.authentication import actor_of, owner_of, token_in
from lundi.entrypoints.shared.body import Tree, merged, parse_body, parse_query, read_body
from lundi.entrypoints.shared.errors import STATUSES, LimitReached, WrongMethod
from lundi.entrypoints.shared.limits import limit_headers, sentence
from lundi.entrypoints.shared.site import site_of

_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger()
_TAG = re.compile(r'(?:W/)?("[^"]*")')

Answer: TypeAlias = tuple[int, bytes, list[tuple[bytes, bytes]]]


class RestV1:
    """The ASGI application under /v1."""

    def __init__(
        self,
        database: Database,
        limiter: RateLimiter,
        plans: dict[str, Allowance],
        address_limit: int,
        public_url: str | None,
    ) -> None:
        self._database = database
        self._limiter = limiter
        self._plans = plans
        self._per_address = Allowance(minute=address_limit)
        self._public_url = public_url
        self._routes = Routes(resources.OPERATIONS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status, body, extra = await self._answer(scope, receive)
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            *extra,
        ]
        if status == 304:
            headers, body = extra, b""
        await send({"type": "http.response.start", "status": status, "headers": headers})
        without_body = scope["method"] == "HEAD"
        await send({"type": "http.response.body", "body": b"" if without_body else body})

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        extra: list[tuple[bytes, bytes]] = []
        try:
            return await self._perform(scope, receive, extra)
        except Refusal as refusal:
            status = STATUSES[type(refusal)]
            if isinstance(refusal, WrongMethod):
                extra.append((b"allow", ", ".join(refusal.allowed).encode()))
            return status, _error(str(refusal)), extra
        except Exception:
            _log.exception("request failed", request_id=scope.get("state", {}).get("request_id"))
            return 500, _error("Something went wrong on our side; it has been logged."), extra

    async def _perform(
        self, scope: Scope, receive: Receive, extra: list[tuple[bytes, bytes]]
    ) -> Answer:
        headers = Headers(scope=scope)
        query, body, unreadable = await _carried(scope, receive, headers)
        owner = await owner_of(self._database, token_in(query, body, headers))
        await self._count(scope, owner, extra)
        operation, path_values = self._routes.find(
            scope["method"], scope["path"].removeprefix("/v1")
        )
        if unreadable is not None:
            raise unreadable
        if owner is None:
            raise Unauthenticated(
                "This needs a valid API token: in api_key or the Authorization header."
            )
        params = operation.params.read(merged(query, body), path_values)
        site = self._public_url or site_of(scope, headers)
        answer = _encode(await self._run(operation, owner, params, site))
        if operation.method == "GET":
            return _unless_known(answer, headers, extra)
        return operation.status, answer, extra

    async def _run(self, operation: Operation, owner: TokenOwner, params: Any, site: str) -> Any:
        perform = write if operation.writes else read
        handler = operation.handler
        return await perform(
            self._database, actor_of(owner), lambda work: handler(work, params), site=site
        )

    async def _count(
        self, scope: Scope, owner: TokenOwner | None, extra: list[tuple[bytes, bytes]]
    ) -> None:
        verdict: Verdict
        if owner is None:
            address = (scope.get("client") or ("unknown",))[0]
            verdict = await self._limiter.hit(f"address:{address}", self._per_address)
        else:
            scope.setdefault("state", {})["account"] = owner.account_id
            key = f"account:{owner.account_id}"
            verdict = await self._limiter.hit(key, self._plans[owner.plan])
        extra.extend(limit_headers(verdict))
        if not verdict.passed:
            raise LimitReached(sentence(verdict))


async def _carried(
    scope: Scope, receive: Receive, headers: Headers
) -> tuple[Tree, Tree, Refusal | None]:
    """Query and body; what could not be read of them is refused after the token was looked at."""
    query: Tree = {}
    body: Tree = {}
    try:
        query = parse_query(scope["query_string"])
        raw = await read_body(receive)
        body = await parse_body(raw, headers.get("content-type", ""))
    except Refusal as refusal:
        return query, body, refusal
    return query, body, None


def _unless_known(answer: bytes, headers: Headers, extra: list[tuple[bytes, bytes]]) -> Answer:
    tag = f'"{hashlib.blake2b(answer, digest_size=12).hexdigest()}"'
    extra.append((b"etag", tag.encode()))
    known = headers.get("if-none-match")
    if known is not None and (known.strip() == "*" or tag in _TAG.findall(known)):
        return 304, b"", extra
    return 200, answer, extra


def _error(text: str) -> bytes:
    return _encode({"error": text.encode(errors="replace").decode()})

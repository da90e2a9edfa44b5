"""One request of REST API v1, from the bytes that came to the bytes that go."""

import re
from typing import Any, TypeAlias

import msgspec
import structlog
from starlette.types import Receive, Scope, Send

from lundi.core.database import Database
from lundi.core.errors import Refusal, Unauthenticated
from lundi.core.rate_limit import Allowance, RateLimiter, Verdict
from lundi.core.work import Actor, Work, read, read_late, write
from lundi.domains.accounts.kept_answers import Key, keep_answer, take_key
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.schemas import TokenOwner
from lundi.domains.accounts.usage import Usage
from lundi.entrypoints.rest_v1 import resources
from lundi.entrypoints.rest_v1.answers import Answers, Known, Question
from lundi.entrypoints.rest_v1.encoded import Encoded, encoded
from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.shared.authentication import actor_of, owner_of, token_in
from lundi.entrypoints.shared.body import Tree, merged, parse_body, parse_query, read_body
from lundi.entrypoints.shared.clients import client_of
from lundi.entrypoints.shared.errors import headers_with, status_of
from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.shared.idempotency import REPLAYED, key_in
from lundi.entrypoints.shared.limits import check_passed, limit_headers
from lundi.entrypoints.shared.routing import Routes
from lundi.entrypoints.shared.site import site_of

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
        usage: Usage,
        most_answers: int,
    ) -> None:
        """`most_answers`: bytes of those that are known already."""
        self._database = database
        self._limiter = limiter
        self._plans = plans
        self._per_address = Allowance(minute=address_limit)
        self._public_url = public_url
        self._usage = usage
        self._routes = Routes(resources.OPERATIONS, "/v1")
        self._answers = Answers(database.changes, most_answers)

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
            extra.extend(headers_with(refusal))
            return status_of(refusal), _error(str(refusal)), extra
        except Exception:
            _log.exception("request failed")
            return 500, _error("Something went wrong on our side; it has been logged."), extra

    async def _perform(
        self, scope: Scope, receive: Receive, extra: list[tuple[bytes, bytes]]
    ) -> Answer:
        headers = headers_of(scope)
        site = self._public_url or site_of(scope, headers)
        if scope["method"] not in ("GET", "HEAD"):
            return await self._write(await _carried(scope, receive, headers), site, extra)
        self._database.heed_others()
        question = _question(scope, headers, site)
        known = self._answers.find(question)
        if known is None:
            asked = await _carried(scope, receive, headers)
            answer = await self._read(asked, site, extra, question)
        else:
            scope["state"]["action"] = known.action
            await self._count(scope, headers, known.owner, extra)
            answer = known.answer
        return _unless_known(answer, headers, extra)

    async def _read(
        self, asked: "_Asked", site: str, extra: list[tuple[bytes, bytes]], question: Question
    ) -> Encoded[Any]:
        moment = self._database.changes.now
        # Who asks and what they ask for are read in one go, but from the replica, which doesn't know yet who may ask.
        late: _Late | None = None
        lasting: tuple[TokenOwner, Operation] | None = None

        async def look(work: Work) -> Any:
            nonlocal late, lasting
            owner = await owner_of(work, asked.token)
            operation, params, actor = await self._admit(asked, owner, extra)
            if operation.may_be_late and self._database.reads_late:
                late = _Late(operation, params, actor)
                return None
            work.enter(actor)
            if operation.lasts and owner is not None:
                lasting = owner, operation
            return await operation.handler(work, params)

        answer = await read(self._database, NOBODY, look, site=site)
        if late is not None:
            answer = await late.read(self._database, site)
        body = encoded(answer)
        if lasting is not None and question:
            owner, operation = lasting
            self._answers.keep(question, Known(moment, owner, operation.name, body))
        return body

    async def _write(self, asked: "_Asked", site: str, extra: list[tuple[bytes, bytes]]) -> Answer:
        owner = await read(self._database, NOBODY, lambda work: owner_of(work, asked.token))
        operation, params, actor = await self._admit(asked, owner, extra)
        key = _key_of(asked) if operation.takes_key else None
        if key is None:
            answer = await write(
                self._database, actor, lambda work: operation.handler(work, params), site=site
            )
            return operation.status, encoded(answer).body, extra

        async def once(work: Work) -> tuple[bytes, bool]:
            known = await take_key(work, key)
            if known is not None:
                return known, True
            body = encoded(await operation.handler(work, params)).body
            await keep_answer(work, key, body)
            return body, False

        body, is_known = await write(self._database, actor, once, site=site)
        if is_known:
            extra.append(REPLAYED)
        return operation.status, body, extra

    async def _admit(
        self, asked: "_Asked", owner: TokenOwner | None, extra: list[tuple[bytes, bytes]]
    ) -> tuple[Operation, Any, Actor]:
        """Counts the request, and says what it wants and for whom. Raises the refusal, if it is to be refused."""
        await self._count(asked.scope, asked.headers, owner, extra)
        path = asked.scope["path"].removeprefix("/v1")
        operation, path_values = self._routes.find(asked.scope["method"], path)
        asked.scope.setdefault("state", {})["action"] = operation.name
        if asked.unreadable is not None:
            raise asked.unreadable
        if owner is None:
            raise Unauthenticated(
                "This needs a valid API token: in api_key or the Authorization header."
            )
        params = operation.params.read(merged(asked.query, asked.body), path_values)
        return operation, params, actor_of(owner, asked.headers, "v1")

    async def _count(
        self,
        scope: Scope,
        headers: Headers,
        owner: TokenOwner | None,
        extra: list[tuple[bytes, bytes]],
    ) -> None:
        verdict: Verdict
        if owner is None:
            address = (scope.get("client") or ("unknown",))[0]
            verdict = await self._limiter.hit(f"address:{address}", self._per_address)
        else:
            scope.setdefault("state", {})["account"] = owner.account_id
            key = f"account:{owner.account_id}"
            verdict = await self._limiter.hit(key, self._plans[owner.plan])
            client = client_of(headers, "v1")
            self._usage.count(owner.account_id, owner.user_id, verdict.passed, client)
        extra.extend(limit_headers(verdict))
        check_passed(verdict)


class _Late(msgspec.Struct, frozen=True):
    """What is read once it is known that it may be."""

    operation: Operation
    params: Any
    actor: Actor

    async def read(self, database: Database, site: str) -> Any:
        return await read_late(
            database,
            self.actor,
            lambda work: self.operation.handler(work, self.params),
            site=site,
        )


class _Asked(msgspec.Struct):
    """What a request carries. What could not be read of it is refused after the token was looked at."""

    scope: Scope
    headers: Headers
    query: Tree
    body: Tree
    token: str | None = None
    unreadable: Refusal | None = None


def _question(scope: Scope, headers: Headers, site: str) -> Question:
    """Empty where there is a body, too, which needn't be read else."""
    if "content-length" in headers or "transfer-encoding" in headers:
        return ()
    token = headers.get("authorization", "")
    return scope["path"], scope["query_string"].decode("latin-1"), token, site


async def _carried(scope: Scope, receive: Receive, headers: Headers) -> _Asked:
    asked = _Asked(scope, headers, {}, {})
    try:
        asked.query = parse_query(scope["query_string"])
        raw = await read_body(receive)
        asked.body = await parse_body(raw, headers.get("content-type", ""))
    except Refusal as refusal:
        asked.unreadable = refusal
    asked.token = token_in(asked.query, asked.body, headers)
    return asked


def _key_of(asked: _Asked) -> Key | None:
    """The same parameters are the same request, whatever their form, their order and the token."""
    path = asked.scope["path"].strip("/").removesuffix(".json")
    given = merged(asked.query, asked.body).items()
    parameters = {name: value for name, value in given if name != "api_key"}
    return key_in(asked.headers, [asked.scope["method"], path, parameters])


def _unless_known(
    answer: Encoded[Any], headers: Headers, extra: list[tuple[bytes, bytes]]
) -> Answer:
    extra.append((b"etag", answer.tag.encode()))
    known = headers.get("if-none-match")
    if known is not None and (known.strip() == "*" or answer.tag in _TAG.findall(known)):
        return 304, b"", extra
    return 200, answer.body, extra


def _error(text: str) -> bytes:
    return encoded({"error": text.encode(errors="replace").decode()}).body

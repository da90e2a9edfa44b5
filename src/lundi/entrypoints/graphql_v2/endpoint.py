"""One request of API v2, from the bytes that came to the bytes that go."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias
from urllib.parse import parse_qs

import msgspec
from graphql import introspection_from_schema
from starlette.types import Receive, Scope, Send

from lundi.core.database import Database
from lundi.core.errors import Refusal, Unauthenticated
from lundi.core.nodes import Nodes
from lundi.core.rate_limit import Allowance, RateLimiter
from lundi.core.work import Actor, Work, read, read_late, write
from lundi.domains.accounts.kept_answers import Key
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.schemas import WRITING_ROLES, TokenOwner
from lundi.domains.accounts.usage import Usage
from lundi.domains.files.storing import Store
from lundi.domains.pulses.querying.pages import Snapshot, keep_snapshot
from lundi.entrypoints.graphql_v2.answers import Answer, Envelope, request_id_of
from lundi.entrypoints.graphql_v2.bounds import Bounds
from lundi.entrypoints.graphql_v2.complexity import Budget, BudgetSpent, Complexity, Meter, TooDear
from lundi.entrypoints.graphql_v2.documents import Documents, Unfit
from lundi.entrypoints.graphql_v2.errors import told
from lundi.entrypoints.graphql_v2.outside import Means
from lundi.entrypoints.graphql_v2.request import (
    Asked,
    is_form,
    read_form_request,
    read_request,
)
from lundi.entrypoints.graphql_v2.running import Done, Run
from lundi.entrypoints.graphql_v2.schema import schema_of, sdl_of
from lundi.entrypoints.graphql_v2.versions import (
    NEWEST,
    VERSIONS,
    UnknownVersion,
    name_of_version,
    version_named,
)
from lundi.entrypoints.shared.authentication import actor_of, owner_of, token_in
from lundi.entrypoints.shared.clients import client_of
from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.shared.idempotency import HEADER, key_in
from lundi.entrypoints.shared.limits import REJECTIONS, check_passed, limit_headers
from lundi.entrypoints.shared.links import Links
from lundi.entrypoints.shared.site import site_of
from lundi.entrypoints.shared.uploads import Upload, hear_out

ROOT, FILE, SCHEMA = "/v2", "/v2/file", "/v2/get_schema"

_encode = msgspec.json.Encoder().encode
_JSON = (b"content-type", b"application/json; charset=utf-8")
_ANYWHERE = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"*"),
    (b"vary", b"authorization, api-version"),
]
_PREFLIGHT = [
    (b"access-control-allow-methods", b"POST, GET, OPTIONS"),
    (
        b"access-control-allow-headers",
        b"authorization, content-type, api-version, api-sdk-version, x-request-id, idempotency-key, *",
    ),
    (b"access-control-max-age", b"86400"),
]

_Headers: TypeAlias = list[tuple[bytes, bytes]]


class GraphqlV2:
    """The ASGI application under /v2."""

    def __init__(
        self,
        database: Database,
        limiter: RateLimiter,
        plans: dict[str, Allowance],
        address_limit: int,
        public_url: str | None,
        usage: Usage,
        bounds: Bounds,
        budget: Budget,
        store: Store,
        links: Links,
        means: Means,
        nodes: Nodes | None,
    ) -> None:
        self._database = database
        self._limiter = limiter
        self._plans = plans
        self._per_address = Allowance(minute=address_limit)
        self._public_url = public_url
        self._usage = usage
        self._bounds = bounds
        self._documents = Documents(bounds)
        self._meter = Meter(budget, nodes)
        self._store = store
        self._links = links
        self._means = means

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._answer(scope, receive)
        headers = [*_ANYWHERE, *answer.headers]
        if answer.body and not any(name == b"content-type" for name, _ in headers):
            headers.append(_JSON)
        headers.append((b"content-length", str(len(answer.body)).encode()))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        method, path = scope["method"], scope["path"].rstrip("/")
        if method == "OPTIONS":
            return Answer(204, b"", list(_PREFLIGHT))
        if path == SCHEMA:
            return _schema(method, scope["query_string"])
        if path not in (ROOT, FILE):
            return _plain(404, f"There is nothing at {path[:200]}.")
        if method != "POST":
            return _plain(405, "Here only POST can be used.", (b"allow", b"POST, OPTIONS"))
        envelope = Envelope(VERSIONS[NEWEST], request_id_of(scope), is_file=path == FILE)
        limits: list[tuple[bytes, bytes]] = []
        answer = await self._performed(scope, receive, envelope, limits)
        scope.setdefault("state", {})["action"] = envelope.action
        if answer.names_version:
            answer.headers.append((b"api-version", envelope.version.value.encode()))
        told_already = {name for name, _ in answer.headers}
        answer.headers.extend(one for one in limits if one[0] not in told_already)
        return answer

    async def _performed(
        self, scope: Scope, receive: Receive, envelope: Envelope, limits: _Headers
    ) -> Answer:
        try:
            done = await self._perform(scope, receive, envelope, limits)
        except Unfit as unfit:
            return envelope.unfit(unfit)
        except Refusal as refusal:
            return envelope.refusal(told(refusal))
        except Exception as error:
            answer = envelope.refusal(told(error))
            answer.status = 500
            return answer
        return envelope.data(done.data, done.errors)

    async def _perform(
        self, scope: Scope, receive: Receive, envelope: Envelope, limits: _Headers
    ) -> Done:
        headers = headers_of(scope)
        if is_form(headers):
            return await self._perform_form(scope, receive, headers, envelope, limits)
        refused: Refusal | None = None
        asked = Asked("")
        try:
            envelope.version = version_named(headers.get("api-version"))
            asked = await read_request(receive, headers, envelope.version)
        except Refusal as refusal:
            refused = refusal

        # Who asks and what they ask for are read in one go.
        async def admit(work: Work) -> TokenOwner:
            owner = await self._admitted(work, scope, headers, limits)
            envelope.account_id = owner.account_id
            if refused is not None:
                raise refused
            return owner

        origin = _Origin(self._public_url or site_of(scope, headers), headers)
        return await self._run(admit, asked, origin, envelope, limits)

    async def _perform_form(
        self,
        scope: Scope,
        receive: Receive,
        headers: Headers,
        envelope: Envelope,
        limits: _Headers,
    ) -> Done:
        """It may be large: it is read only for who may ask."""

        async def admit(work: Work) -> TokenOwner:
            return await self._admitted(work, scope, headers, limits)

        try:
            owner = await read(self._database, NOBODY, admit)
            envelope.account_id = owner.account_id
            envelope.version = version_named(headers.get("api-version"))
        except Refusal:
            await hear_out(receive)
            raise
        asked = await read_form_request(
            receive,
            headers,
            largest=self._store.rules.largest,
            needs_file=envelope.is_file,
        )

        async def admitted(work: Work) -> TokenOwner:
            return owner

        try:
            origin = _Origin(self._public_url or site_of(scope, headers), headers)
            return await self._run(admitted, asked, origin, envelope, limits)
        finally:
            asked.close()

    async def _run(
        self,
        admit: Callable[[Work], Awaitable[TokenOwner]],
        asked: Asked,
        origin: "_Origin",
        envelope: Envelope,
        limits: _Headers,
    ) -> Done:
        async def look(work: Work) -> _Seen:
            owner = await admit(work)
            run, complexity = await self._prepared(owner, asked, envelope, limits)
            actor = actor_of(owner, origin.headers, envelope.version.value)
            seen = _Seen(actor, run, complexity)
            seen.late = run.may_be_late and self._database.reads_late
            if run.is_query and not seen.late:
                work.enter(seen.actor)
                seen.done = await run.query(work, complexity)
            return seen

        seen = await read(self._database, NOBODY, look, site=origin.site)
        if seen.late:
            seen.done = await read_late(
                self._database,
                seen.actor,
                lambda work: seen.run.query(work, seen.complexity),
                site=origin.site,
            )
        if seen.done is None:
            key = await _key_of(asked, origin.headers)
            return await self._change(seen, asked, origin.site, key)
        await self._keep(seen.actor, seen.done.snapshots)
        return seen.done

    async def _change(self, seen: "_Seen", asked: Asked, site: str, key: Key | None) -> Done:
        """Files are where they are kept before the transactions begin that take them."""
        kept = []
        # Who may not write is refused by the mutation itself.
        uploads = asked.uploads if seen.actor.role in WRITING_ROLES else ()
        for upload in uploads:
            upload.kept = await self._store.keep(
                seen.actor, upload.file, name=upload.name, size=upload.size
            )
            kept.append(upload.kept)
        try:
            return await seen.run.mutation(
                self._database, seen.actor, site, seen.complexity, self._means, key
            )
        finally:
            if kept:
                await self._store.drop_loose(seen.actor, kept)

    async def _keep(self, actor: Actor, snapshots: list[Snapshot]) -> None:
        """What the cursors that are about to be given away lead to."""
        if not snapshots:
            return

        async def keep(work: Work) -> None:
            for snapshot in snapshots:
                await keep_snapshot(work, snapshot)

        await write(self._database, actor, keep)

    async def _admitted(
        self, work: Work, scope: Scope, headers: Headers, limits: _Headers
    ) -> TokenOwner:
        """Counts the request. Raises LimitReached or Unauthenticated."""
        owner = await owner_of(work, token_in({}, {}, headers))
        if owner is None:
            address = (scope.get("client") or ("unknown",))[0]
            verdict = await self._limiter.hit(f"address:{address}", self._per_address)
        else:
            scope.setdefault("state", {})["account"] = owner.account_id
            key = f"account:{owner.account_id}"
            verdict = await self._limiter.hit(key, self._plans[owner.plan])
            client = client_of(headers, name_of_version(headers.get("api-version")))
            self._usage.count(owner.account_id, owner.user_id, verdict.passed, client)
        limits.extend(limit_headers(verdict, minute="minuteRate"))
        check_passed(verdict)
        if owner is None:
            raise Unauthenticated("This needs a valid API token in the Authorization header.")
        return owner

    async def _prepared(
        self, owner: TokenOwner, asked: Asked, envelope: Envelope, limits: _Headers
    ) -> tuple[Run, Complexity]:
        """Raises what stands against running it."""
        document = self._documents.read(envelope.version, asked.query)
        run = Run(
            envelope.version,
            document,
            asked,
            self._bounds,
            self._links,
            is_file=envelope.is_file,
        )
        envelope.action = run.action
        try:
            complexity = await self._meter.spend(owner.account_id, run.cost)
        except (BudgetSpent, TooDear):
            REJECTIONS.add("complexity")
            raise
        _tell_complexity(limits, complexity, self._meter.budget)
        return run, complexity


class _Origin(msgspec.Struct, frozen=True):
    """The address that the server is reached at, and the request's headers."""

    site: str
    headers: Any


class _Seen(msgspec.Struct):
    """What was read: for a query all of it."""

    actor: Actor
    run: Run
    complexity: Complexity
    done: Done | None = None
    late: bool = False


async def _key_of(asked: Asked, headers: Headers) -> Key | None:
    """Files are the same where their bytes are."""
    if HEADER.lower() not in headers:
        return None
    files = [await asyncio.to_thread(_digest, upload) for upload in asked.uploads]
    variables = msgspec.to_builtins(asked.variables, enc_hook=lambda file: None)
    return key_in(headers, [asked.query, asked.operation_name, variables, files])


def _digest(upload: Upload) -> str:
    digest = hashlib.file_digest(upload.file, "blake2b").hexdigest()  # type: ignore[arg-type]
    upload.file.seek(0)
    return digest


def _tell_complexity(limits: _Headers, complexity: Complexity, budget: Budget) -> None:
    """Beside the other limits, where there is a budget."""
    if budget.minute is None:
        return
    policy = f', "complexityMinute";q={budget.minute};w=60'
    state = f', "complexityMinute";r={complexity.after};t={complexity.reset_in_x_seconds}'
    for at, (name, value) in enumerate(limits):
        if name == b"ratelimit-policy":
            limits[at] = (name, value + policy.encode())
        elif name == b"ratelimit":
            limits[at] = (name, value + state.encode())


def _schema(method: str, query: bytes) -> Answer:
    """`?format=sdl|json&version=YYYY-MM`, for everybody."""
    if method not in ("GET", "HEAD"):
        return _plain(405, "Here only GET can be used.", (b"allow", b"GET, OPTIONS"))
    given = {name: values[-1] for name, values in parse_qs(query.decode("latin-1")).items()}
    try:
        version = version_named(given.get("version"))
    except UnknownVersion as error:
        return _plain(400, str(error))
    form = given.get("format", "json")
    if form == "json":
        return Answer(200, _encode({"data": introspection_from_schema(schema_of(version))}))
    if form == "sdl":
        return Answer(
            200, sdl_of(version).encode(), [(b"content-type", b"text/plain; charset=utf-8")]
        )
    return _plain(400, "format is sdl or json.")


def _plain(status: int, sentence: str, *headers: tuple[bytes, bytes]) -> Answer:
    error = {"message": sentence, "extensions": {"code": "BadRequest", "status_code": status}}
    return Answer(status, _encode({"errors": [error]}), list(headers), names_version=False)

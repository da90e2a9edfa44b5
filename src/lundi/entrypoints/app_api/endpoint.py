"""One request of the web app, from the bytes that came to the bytes that go. JSON both ways, a session in a cookie."""

from functools import partial
from typing import Any

import msgspec
import structlog
from starlette.types import Receive, Scope, Send

from lundi.core import clock
from lundi.core.attempts import Attempts
from lundi.core.database import Database
from lundi.core.errors import Refusal
from lundi.core.outbound import Caller
from lundi.core.rate_limit import Allowance
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.access import check_admin
from lundi.domains.accounts.mails import Outbox
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.schemas import SessionOwner
from lundi.domains.accounts.session_actions import SEEN_EVERY, keep_session
from lundi.domains.accounts.usage import Usage
from lundi.domains.files.storing import Store
from lundi.entrypoints.app_api import resources
from lundi.entrypoints.app_api.decoding import decoded
from lundi.entrypoints.app_api.operation import AddExample, Operation, Visit
from lundi.entrypoints.shared.errors import headers_with, status_of
from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.shared.origin import check_origin
from lundi.entrypoints.shared.routing import Routes
from lundi.entrypoints.shared.session import cookie_for, secret_in, signed_in
from lundi.entrypoints.shared.site import site_of
from lundi.entrypoints.shared.uploads import Body

ROOT = "/app"

_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger()


class AppApi:
    """The ASGI application under /app."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        caller: Caller,
        public_url: str | None,
        outbox: Outbox | None,
        plans: dict[str, Allowance],
        usage: Usage,
        add_example: AddExample,
        store: Store,
        attempts: Attempts,
    ) -> None:
        self._database = database
        self._public_url = public_url
        self._new_visit = partial(
            Visit,
            database=database,
            vault=vault,
            caller=caller,
            attempts=attempts,
            outbox=outbox,
            plans=plans,
            usage=usage,
            add_example=add_example,
            store=store,
        )
        self._routes = Routes(resources.OPERATIONS, ROOT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = headers_of(scope)
        visit = self._visit(scope, headers)
        extra: list[tuple[bytes, bytes]] = []
        try:
            body = _encode(await self._perform(scope, receive, headers, visit))
            status = 200
        except Refusal as refusal:
            status, body = status_of(refusal), _encode({"error": str(refusal)})
            extra.extend(headers_with(refusal))
        except Exception:
            _log.exception("request failed")
            status = 500
            body = _encode({"error": "Something went wrong on our side; it has been logged."})
        if visit.cookie is not None:
            extra.append((b"set-cookie", cookie_for(visit.cookie, visit.site).encode()))
        length = str(len(body)).encode()
        await send(
            {
                "type": "http.response.start",
                "status": status,
                "headers": [
                    (b"content-type", b"application/json"),
                    (b"content-length", length),
                    (b"cache-control", b"no-store"),
                    (b"x-content-type-options", b"nosniff"),
                    *extra,
                ],
            }
        )
        shown = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": shown})
        for follow in visit.afterwards:
            await follow()

    def _visit(self, scope: Scope, headers: Headers) -> Visit:
        return self._new_visit(
            site=self._public_url or site_of(scope, headers),
            address=(scope.get("client") or ("unknown",))[0],
            browser=headers.get("user-agent", ""),
            secret=secret_in(headers),
        )

    async def _perform(self, scope: Scope, receive: Receive, headers: Headers, visit: Visit) -> Any:
        body = Body(receive)
        try:
            return await self._act(scope, headers, visit, body)
        finally:
            await body.hear_out()

    async def _act(self, scope: Scope, headers: Headers, visit: Visit, body: Body) -> Any:
        path = scope["path"].removeprefix(ROOT)
        operation, path_values = self._routes.find(scope["method"], path)
        scope.setdefault("state", {})["action"] = operation.name
        raw = b"" if operation.takes_file else await body.whole()
        if operation.writes:
            check_origin(headers, visit.site)
        wanted = decoded(
            operation, visit, path_values, scope.get("query_string", b""), raw, headers, body
        )
        if operation.public:
            return await operation.handler(**wanted)
        return await self._for_owner(scope, operation, wanted, visit)

    async def _for_owner(
        self, scope: Scope, operation: Operation, wanted: dict[str, Any], visit: Visit
    ) -> Any:
        async def look(work: Work) -> Any:
            owner = await signed_in(work, visit.secret)
            visit.actor, visit.session_id = work.actor, owner.session_id
            if operation.for_admins:
                check_admin(work)
            scope.setdefault("state", {})["account"] = owner.account_id
            if operation.writes or not operation.in_work:
                return owner, work.actor, None
            return owner, work.actor, await operation.handler(work=work, **wanted)

        owner, actor, answer = await read(self._database, NOBODY, look, site=visit.site)
        if not operation.in_work:
            answer = await operation.handler(**wanted)
        elif operation.writes:
            answer = await write(
                self._database,
                actor,
                lambda work: operation.handler(work=work, **wanted),
                site=visit.site,
            )
        await self._keep(owner, actor, visit)
        return answer

    async def _keep(self, owner: SessionOwner, actor: Actor, visit: Visit) -> None:
        secret = visit.secret
        if secret and clock.now() - owner.seen_at > SEEN_EVERY:
            await write(self._database, actor, lambda work: keep_session(work, secret))
            if visit.cookie is None:
                visit.cookie = secret

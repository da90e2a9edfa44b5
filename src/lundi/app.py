"""Builds the ASGI application: the table of contents of the server."""

import platform
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from lundi import __version__
from lundi.core.attempts import Attempts
from lundi.core.blobs import Blobs
from lundi.core.database import Database, measure_pool
from lundi.core.metrics import Gauge
from lundi.core.nodes import Nodes
from lundi.core.one_key import adopt, is_known
from lundi.core.opening import (
    check_not_older,
    current_revision,
    is_outdated,
    migrate,
    open_database,
)
from lundi.core.outbound import Caller
from lundi.core.rate_limit import RateLimiter
from lundi.core.secrets import Vault, open_vault
from lundi.core.shared_attempts import SharedAttempts
from lundi.core.shared_rate_limit import SharedRateLimiter
from lundi.core.work import Work, read, write
from lundi.domains.accounts.mails import Outbox
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.usage import Usage
from lundi.domains.files.storing import Store
from lundi.domains.pulses.querying.columnar.copies import Copies
from lundi.domains.webhooks.backlog import measure_backlog
from lundi.domains.webhooks.listening import keep_deliveries
from lundi.entrypoints.app_api.endpoint import AppApi
from lundi.entrypoints.files.endpoint import Files
from lundi.entrypoints.live.socket import Live
from lundi.entrypoints.pages.logo import logo_route
from lundi.entrypoints.pages.routes import page_routes
from lundi.entrypoints.rest_v1.endpoint import RestV1
from lundi.entrypoints.rest_v1.openapi import DOCUMENT_PATH, document_route
from lundi.entrypoints.shared.access_log import STATUS, AccessLog
from lundi.entrypoints.shared.links import PROTECTED, PUBLIC, Links
from lundi.entrypoints.status.endpoint import PATHS, Status
from lundi.entrypoints.status.readiness import Check
from lundi.example import add_example
from lundi.settings import Settings

if TYPE_CHECKING:
    from lundi.core.postgres import Postgres

_BUILD = Gauge(
    "lundi_build_info", "Always 1; its labels say what runs.", ("version", "engine", "python")
)
# What a store in another place costs is paid once in that time.
SECONDS_FILES_ARE_GOOD_FOR = 60


async def open_from(settings: Settings) -> Database:
    """SQLite's schema is brought up to date first; PostgreSQL's must be. Raises Refusal where the secret key is another one."""
    if settings.database_url is None and is_outdated(settings.data_folder):
        migrate(None, settings.data_folder)
    database = await open_database(
        settings.database_url,
        settings.data_folder,
        settings.database_connections,
        settings.database_wait,
    )
    database.listeners.append(keep_deliveries)
    database.memory[Copies] = Copies(database, settings.copies_megabytes * 2**20)
    try:
        await _check_key(database, open_vault(settings.secret_key, settings.data_folder))
    except BaseException:
        await database.close()
        raise
    return database


async def _check_key(database: Database, vault: Vault) -> None:
    if not await read(database, NOBODY, lambda work: is_known(work, vault)):
        await write(database, NOBODY, lambda work: adopt(work, vault))


def nodes_of(settings: Settings, vault: Vault) -> Nodes | None:
    """None where this process is the only one."""
    if settings.redis_url is None:
        return None
    return Nodes(settings.redis_url, vault.fingerprint[:16], settings.workers)


def outbox_of(settings: Settings, database: Database, vault: Vault) -> Outbox | None:
    """None where no mail is sent."""
    mailer = settings.mailer()
    return None if mailer is None else Outbox(database, vault, mailer)


@asynccontextmanager
async def reading_late(settings: Settings, database: Database, nodes: Nodes) -> AsyncIterator[None]:
    """With the replica, where there is one."""
    if settings.database_replica_url is None or settings.database_url is None:
        yield
        return
    from lundi.core.replica import Replica  # noqa: PLC0415

    postgres = cast("Postgres", database)
    replica = Replica(settings.database_replica_url, settings.database_connections, nodes)

    async def tell(work: Work) -> None:
        # What the server does by itself is nobody's writing.
        if work.recorded or not work.actor.is_company:
            writers = {work.actor.user_id or 0, work.acting_id or 0}
            await replica.wrote(work.account_id, writers)

    postgres.replica = replica
    postgres.committed.append(tell)
    async with replica.followed(postgres.ask):
        yield


def build_app(
    settings: Settings,
    database: Database,
    usage: Usage,
    blobs: Blobs,
    caller: Caller,
    nodes: Nodes | None = None,
    is_stopping: Callable[[], bool] = lambda: False,
) -> ASGIApp:
    """Who opened the database closes it after the last request, keeps what `usage` counts, and closes `caller`.

    While it `is_stopping` it is not ready for more.
    """
    plans = settings.allowances()
    limiter = RateLimiter() if nodes is None else SharedRateLimiter(nodes)
    vault = open_vault(settings.secret_key, settings.data_folder)
    outbox = outbox_of(settings, database, vault)
    store = Store(database, blobs, settings.file_rules())
    rest_v1 = RestV1(
        database,
        limiter,
        plans,
        settings.address_limit,
        settings.public_url,
        usage,
        settings.answers_megabytes << 20,
    )
    graphql_v2 = _GraphqlV2(
        settings,
        database,
        limiter,
        usage,
        store,
        Links(vault.sign),
        vault,
        caller,
        nodes,
        outbox,
    )
    app_api = AppApi(
        database,
        vault,
        caller,
        settings.public_url,
        outbox,
        plans,
        usage,
        add_example,
        store,
        Attempts() if nodes is None else SharedAttempts(nodes),
    )
    measures: list[Callable[[], Awaitable[None]]] = [
        partial(measure_pool, database),
        partial(measure_backlog, database),
    ]
    if nodes is not None:
        measures.append(nodes.measure)
    checks = _checks(settings, database, blobs)
    engine = "postgresql" if settings.database_url else "sqlite"
    _BUILD.set(1, __version__, engine, platform.python_version())
    ways: dict[str, ASGIApp] = {
        "v1": rest_v1,
        "v2": graphql_v2,
        "app": app_api,
        "live": Live(database, settings.public_url),
        "files": Files(database, blobs, vault),
        "pages": Starlette(routes=[logo_route(database), document_route(), *page_routes()]),
        STATUS: Status(checks, measures, is_stopping, settings.metrics_token),
    }

    async def by_path(scope: Scope, receive: Receive, send: Send) -> None:
        way = scope["state"]["way"] = _way(scope)
        await ways[way](scope, receive, send)

    return AccessLog(by_path)


def _way(scope: Scope) -> str:
    # Starlette's own routes don't match every path that a client can write: a line break, for one.
    path = scope.get("path", "")
    if scope["type"] == "websocket":
        return "live" if path == "/app/live" else "pages"
    if path.startswith("/v1/") and path != DOCUMENT_PATH:
        return "v1"
    if path == "/v2" or path.startswith("/v2/"):
        return "v2"
    if path.startswith((PROTECTED, PUBLIC)):
        return "files"
    if path in PATHS:
        return STATUS
    return "app" if path.startswith("/app/") else "pages"


def _checks(settings: Settings, database: Database, blobs: Blobs) -> list[Check]:
    """What /readyz looks at."""

    async def check_database() -> None:
        await current_revision(database)

    is_far = settings.blob_place().folder is None
    return [
        Check("database", check_database),
        Check("schema", partial(check_not_older, database)),
        Check("files", blobs.check_writable, SECONDS_FILES_ARE_GOOD_FOR if is_far else 1),
    ]


class _GraphqlV2:
    """API v2, loaded when it is first asked for: a server that nobody asks needn't hold its 8 MB."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        limiter: RateLimiter,
        usage: Usage,
        store: Store,
        links: Links,
        vault: Vault,
        caller: Caller,
        nodes: Nodes | None,
        outbox: Outbox | None,
    ) -> None:
        self._settings = settings
        self._database = database
        self._limiter = limiter
        self._usage = usage
        self._store = store
        self._links = links
        self._vault = vault
        self._caller = caller
        self._nodes = nodes
        self._outbox = outbox
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._app is None:
            self._app = self._loaded()
        await self._app(scope, receive, send)

    def _loaded(self) -> ASGIApp:
        from lundi.entrypoints.graphql_v2 import bounds, complexity, endpoint, outside  # noqa: PLC0415

        settings = self._settings
        return endpoint.GraphqlV2(
            self._database,
            self._limiter,
            settings.allowances(),
            settings.address_limit,
            settings.public_url,
            self._usage,
            bounds.Bounds(
                depth=settings.query_depth,
                fields=settings.query_fields,
                root_fields=settings.query_root_fields,
                values=settings.query_values,
            ),
            complexity.Budget(
                minute=settings.complexity_per_minute, query=settings.complexity_per_query
            ),
            self._store,
            self._links,
            outside.Means(self._vault, self._caller, self._outbox),
            self._nodes,
        )

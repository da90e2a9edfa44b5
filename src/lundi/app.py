"""Builds the ASGI application: the table of contents of the server."""

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from lundi.core.database import Database
from lundi.core.opening import is_outdated, migrate, open_database
from lundi.core.rate_limit import RateLimiter
from lundi.entrypoints.pages.routes import page_routes
from lundi.entrypoints.rest_v1.endpoint import RestV1
from lundi.entrypoints.rest_v1.openapi import DOCUMENT_PATH, document_route
from lundi.entrypoints.shared.access_log import AccessLog
from lundi.settings import Settings


async def open_from(settings: Settings) -> Database:
    """SQLite's schema is brought up to date first; PostgreSQL's must be."""
    if settings.database_url is None and is_outdated(settings.data_folder):
        migrate(None, settings.data_folder)
    return await open_database(
        settings.database_url, settings.data_folder, settings.database_connections
    )


def build_app(settings: Settings, database: Database) -> ASGIApp:
    """Who opened the database closes it after the last request."""
    rest_v1 = RestV1(
        database,
        RateLimiter(),
        settings.allowances(),
        settings.address_limit,
        settings.public_url,
    )
    others = Starlette(routes=[*page_routes(), document_route()])

    async def by_path(scope: Scope, receive: Receive, send: Send) -> None:
        # Starlette's own routes don't match every path that a client can write: a line break, for one.
        path = scope.get("path", "")
        is_action = path.startswith("/v1/") and path != DOCUMENT_PATH
        await (rest_v1 if is_action else others)(scope, receive, send)

    return AccessLog(by_path)

"""The company's logo, for those who are signed in to it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lundi.core.database import Database
from lundi.core.errors import Unauthenticated
from lundi.core.work import Work, read
from lundi.domains.accounts.account_actions import logo_of
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.accounts.schemas import Logo
from lundi.entrypoints.shared.headers import headers_of
from lundi.entrypoints.shared.session import secret_in, signed_in

# Somebody's own file: whatever it holds, a browser does nothing with it but show it.
_HEADERS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    "vary": "Cookie",
}


def logo_route(database: Database) -> Route:
    async def show_logo(request: Request) -> Response:
        headers = headers_of(request.scope)

        async def look(work: Work) -> Logo | None:
            await signed_in(work, secret_in(headers))
            return await logo_of(work)

        try:
            logo = await read(database, NOBODY, look)
        except Unauthenticated:
            return Response(status_code=401, headers=_HEADERS)
        if logo is None:
            return Response(status_code=404, headers=_HEADERS)
        tagged = {**_HEADERS, "etag": f'"{logo.updated_at}"'}
        if headers.get("if-none-match") == tagged["etag"]:
            return Response(status_code=304, headers=tagged)
        return Response(logo.image, media_type=logo.media_type, headers=tagged)

    return Route("/logo", show_logo)

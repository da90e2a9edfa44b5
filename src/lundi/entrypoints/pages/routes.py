"""The pages that a browser opens."""

import re
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from lundi.entrypoints.pages.assets import Assets
from lundi.entrypoints.pages.headers import PageHeaders
from lundi.entrypoints.pages.photos import draw_photo

BUILT = Path(__file__).parent / "static"
LARGEST_ID = 2**63 - 1
APP_PATHS = (
    "/",
    "/setup",
    "/sign-in",
    "/forgot",
    "/boards/{rest:path}",
    "/projects/{rest:path}",
    "/inbox",
    "/recycle-bin",
    "/admin",
    "/admin/{rest:path}",
    "/profile",
    "/profile/{rest:path}",
    "/help",
    "/invitation/{secret}",
    "/reset/{secret}",
)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_PHOTO = re.compile(r"([1-9][0-9]{0,18})\.png")


def page_routes(built: Path = BUILT) -> list[BaseRoute]:
    """`built` is the folder that frontend/ is built into; it may still be missing."""

    async def show_developers(request: Request) -> Response:
        return _page(built / "developers.html")

    async def show_developers_v2(request: Request) -> Response:
        return _page(built / "developers-v2.html")

    async def show_app(request: Request) -> Response:
        return _page(built / "index.html")

    async def show_nothing(request: Request) -> Response:
        # The app says so in its own words, with a way on.
        return _page(built / "index.html", status=404)

    async def show_icon(request: Request) -> Response:
        return _page(built / "favicon.svg")

    guarded = [Middleware(PageHeaders)]
    return [
        Route("/developers", show_developers, middleware=guarded),
        Route("/developers/v2", show_developers_v2, middleware=guarded),
        Route("/favicon.svg", show_icon, middleware=guarded),
        Route("/favicon.ico", show_icon, middleware=guarded),
        Route("/photos/{name}", show_photo, middleware=guarded),
        Mount("/assets", Assets(built / "assets"), name="assets", middleware=guarded),
        # The app itself knows which page stands at which of its addresses.
        *(Route(path, show_app, middleware=guarded) for path in APP_PATHS),
        Route("/{rest:path}", show_nothing, methods=METHODS, middleware=guarded),
    ]


async def show_photo(request: Request) -> Response:
    """Drawn from the id alone, so it tells nobody whether there is such a user."""
    name = _PHOTO.fullmatch(request.path_params["name"])
    if not name or int(name[1]) > LARGEST_ID:
        raise HTTPException(404)
    return Response(
        draw_photo(int(name[1])),
        media_type="image/png",
        headers={"cache-control": "public, max-age=86400"},
    )


def _page(path: Path, status: int = 200) -> Response:
    if not path.is_file():
        return PlainTextResponse(
            "This page is not built yet: `make serve` in Lundi's folder builds it.\n",
            status_code=503,
        )
    return FileResponse(path, status_code=status, headers={"cache-control": "no-cache"})

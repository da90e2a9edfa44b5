"""The pages that a browser opens."""

from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route


def page_routes() -> list[BaseRoute]:
    return [Route("/", lambda request: RedirectResponse("/developers"))]

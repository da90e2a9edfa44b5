"""Whether a request was made by a page of this server itself, and not by another site in the reader's name."""

from lundi.core.errors import Forbidden
from lundi.entrypoints.shared.headers import Headers


def check_origin(headers: Headers, site: str) -> None:
    """Raises Forbidden. Browsers tell the origin with every request that could change something."""
    origin = headers.get("origin")
    if origin is None:
        if headers.get("sec-fetch-site") == "same-origin":
            return
    elif origin == site:
        return
    raise Forbidden(
        "This can only be done from a page of Lundi itself. Reload the page, and try again."
    )

"""The address that a client reached this server by, for the links in its answer."""

import re

from starlette.types import Scope

from lundi.entrypoints.shared.headers import Headers

_HOST = re.compile(r"[A-Za-z0-9.\-_]{1,253}(:\d{1,5})?|\[[0-9a-fA-F:.]{2,45}\](:\d{1,5})?")


def site_of(scope: Scope, headers: Headers) -> str:
    """`https://host`. A Host header that isn't one is not repeated."""
    host = headers.get("host", "")
    if not _HOST.fullmatch(host):
        name, port = scope.get("server") or ("localhost", None)
        host = f"{name}:{port}" if port else name
    return f"{scope['scheme']}://{host}"

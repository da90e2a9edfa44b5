"""What a browser is told about somebody's file, so that it does nothing with it but show or save it."""

from urllib.parse import quote

from lundi.domains.files.schemas import SHOWN, Asset

_UNKNOWN = "application/octet-stream"
# The PDF viewers of browsers don't work in a sandbox; they run nothing of ours.
_PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
_ALL_OTHERS = "default-src 'none'; sandbox; frame-ancestors 'none'"


def headers_for(
    asset: Asset, media_type: str | None = None, *, is_public: bool = False
) -> dict[str, str]:
    """`media_type`: of another form of it than its own, which is shown. `is_public`: pages of others may show it too."""
    own = SHOWN.get(asset.extension)
    kind = media_type or own or _UNKNOWN
    is_shown = media_type is not None or own is not None
    return {
        "content-type": kind,
        "content-disposition": _disposition(asset.name, is_shown),
        "content-security-policy": _PDF if kind == SHOWN["pdf"] else _ALL_OTHERS,
        "cross-origin-resource-policy": "cross-origin" if is_public else "same-origin",
        **GUARDS,
    }


GUARDS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


def _disposition(name: str, is_shown: bool) -> str:
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    kind = "inline" if is_shown else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, '')}"

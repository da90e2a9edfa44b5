"""Uploaded files: to those who see them, by their session or token, and to those who have a signed link."""

import re
import time
from urllib.parse import parse_qs

import msgspec
import structlog
from starlette.types import Receive, Scope, Send

from lundi.core.blobs import Blobs
from lundi.core.database import Database
from lundi.core.errors import NotFound, Refusal, Unauthenticated
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work, read
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.files.access import asset_by_link, asset_to_read
from lundi.domains.files.schemas import Asset, small_blob
from lundi.entrypoints.files.headers import GUARDS, headers_for
from lundi.entrypoints.files.ranges import Unsatisfiable, range_of
from lundi.entrypoints.shared.authentication import actor_of, owner_of, token_in
from lundi.entrypoints.shared.errors import WrongMethod, status_of
from lundi.entrypoints.shared.headers import Headers, headers_of
from lundi.entrypoints.shared.links import PROTECTED, PUBLIC, RESOURCES, SMALL, signed_text
from lundi.entrypoints.shared.session import secret_in, signed_in

_PATH = re.compile(
    rf"(?:{PROTECTED}|{PUBLIC})(\d{{1,18}})/{RESOURCES}/(\d{{1,18}})(/{SMALL})?/[^/]+", re.DOTALL
)
_SMALL_TYPE = "image/webp"
# A blob never changes; who may see it can, so it is asked for again, in short.
_CACHED = "private, no-cache"

_log = structlog.get_logger()


class _Asked(msgspec.Struct, frozen=True):
    account_id: int
    asset_id: int
    is_small: bool
    is_public: bool


class Files:
    """The ASGI application under PROTECTED and PUBLIC."""

    def __init__(self, database: Database, blobs: Blobs, vault: Vault) -> None:
        self._database = database
        self._blobs = blobs
        self._vault = vault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = headers_of(scope)
        try:
            asked = _asked(scope)
            scope.setdefault("state", {})["action"] = "picture" if asked.is_small else "file"
            asset = await self._found(asked, scope, headers)
        except Refusal as refusal:
            await _refuse(send, status_of(refusal), str(refusal))
            return
        await self._send(asset, asked, scope, headers, send)

    async def _found(self, asked: _Asked, scope: Scope, headers: Headers) -> Asset:
        async def look(work: Work) -> Asset:
            if asked.is_public:
                self._check_signature(asked, scope)
                work.enter(Actor(asked.account_id, None, "company"))
                asset = await asset_by_link(work, asked.asset_id)
            else:
                await _enter(work, headers)
                if work.account_id != asked.account_id:
                    raise _nothing()
                asset = await asset_to_read(work, asked.asset_id)
            scope.setdefault("state", {})["account"] = work.account_id
            if asked.is_small and not asset.is_image:
                raise _nothing()
            return asset

        return await read(self._database, NOBODY, look)

    def _check_signature(self, asked: _Asked, scope: Scope) -> None:
        given = parse_qs(scope["query_string"].decode("latin-1"))
        expires, signature = (given.get(name, [""])[-1] for name in ("expires", "signature"))
        if not (expires.isascii() and expires.isdigit() and len(expires) < 19):
            raise _nothing()
        text = signed_text(asked.account_id, asked.asset_id, int(expires))
        if not self._vault.has_signed(text, signature) or int(expires) < time.time():
            raise _nothing()

    async def _send(
        self, asset: Asset, asked: _Asked, scope: Scope, headers: Headers, send: Send
    ) -> None:
        if asked.is_small:
            await self._send_small(asset, scope, headers, send)
            return
        given = {**headers_for(asset, is_public=asked.is_public), **_caching(asset, "")}
        if headers.get("if-none-match") == given["etag"]:
            await _start(send, 304, given)
            await send({"type": "http.response.body", "body": b""})
            return
        given["accept-ranges"] = "bytes"
        wanted = headers.get("range")
        if headers.get("if-range", given["etag"]) != given["etag"]:
            wanted = None
        try:
            part = range_of(wanted, asset.size)
        except Unsatisfiable:
            await _refuse(send, 416, "There is nothing at that place.", asset.size)
            return
        start, end = part or (0, asset.size)
        if part is not None:
            given["content-range"] = f"bytes {start}-{end - 1}/{asset.size}"
        given["content-length"] = str(end - start)
        status = 200 if part is None else 206
        await self._stream(asset.blob, (start, end), status, given, scope, send)

    async def _send_small(self, asset: Asset, scope: Scope, headers: Headers, send: Send) -> None:
        given = {**headers_for(asset, _SMALL_TYPE), **_caching(asset, "-small")}
        if headers.get("if-none-match") == given["etag"]:
            await _start(send, 304, given)
            await send({"type": "http.response.body", "body": b""})
            return
        await self._stream(small_blob(asset.blob), None, 200, given, scope, send)

    async def _stream(
        self,
        blob: str,
        part: tuple[int, int] | None,
        status: int,
        given: dict[str, str],
        scope: Scope,
        send: Send,
    ) -> None:
        """Reads a piece only when the one before it is on its way. A file that is gone is a fault of this server's."""
        is_head = scope["method"] == "HEAD"
        stream = self._blobs.get(blob, part)
        try:
            piece = b"" if is_head else await anext(stream, b"")
        except FileNotFoundError:
            _log.error("file is gone", blob=blob)
            await _refuse(send, 404, "This file is gone from where files are kept.")
            return
        await _start(send, status, given)
        while piece:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            piece = await anext(stream, b"")
        await send({"type": "http.response.body", "body": b""})


async def _enter(work: Work, headers: Headers) -> None:
    """By the token in the Authorization header, else by the session."""
    token = token_in({}, {}, headers)
    if token is None:
        await signed_in(work, secret_in(headers))
        return
    owner = await owner_of(work, token)
    if owner is None:
        raise Unauthenticated("This needs a valid API token, or that you sign in.")
    # Reading a file leaves nothing in the history.
    work.enter(actor_of(owner, headers, ""))


def _asked(scope: Scope) -> _Asked:
    if scope["method"] not in ("GET", "HEAD"):
        raise WrongMethod("Here only GET can be used.", ("GET", "HEAD"))
    path = scope["path"]
    found = _PATH.fullmatch(path)
    is_public = path.startswith(PUBLIC)
    if not found or (is_public and found[3]):
        raise _nothing()
    return _Asked(int(found[1]), int(found[2]), found[3] is not None, is_public)


def _nothing() -> NotFound:
    return NotFound("There is no such file, or this link to it is no longer valid.")


def _caching(asset: Asset, form: str) -> dict[str, str]:
    return {
        "cache-control": _CACHED,
        "etag": f'"{asset.id}{form}"',
        "vary": "Cookie, Authorization",
    }


async def _refuse(send: Send, status: int, sentence: str, size: int | None = None) -> None:
    body = f"{sentence}\n".encode()
    headers = {
        "content-type": "text/plain; charset=utf-8",
        "content-length": str(len(body)),
        "cache-control": "no-store",
        **GUARDS,
    }
    if size is not None:
        headers["content-range"] = f"bytes */{size}"
    await _start(send, status, headers)
    await send({"type": "http.response.body", "body": body})


async def _start(send: Send, status: int, headers: dict[str, str]) -> None:
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": encoded})

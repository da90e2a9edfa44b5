"""Uploaded files, kept as blobs under keys: in a folder, or in a bucket of any store that speaks S3."""

import asyncio
import os
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from lundi.core.errors import FULL, Refusal, StorageFull

if TYPE_CHECKING:
    from obstore.store import LocalStore, S3Store

PIECE = 256 * 1024
"""Bytes that are read at once."""
_TRIAL = f"trial-{os.getpid()}"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where they are. `url`: `s3://bucket/prefix`, or the path of a folder."""

    url: str
    endpoint: str | None = None
    region: str | None = None
    access_key: str | None = None
    secret_key: str | None = None

    @property
    def folder(self) -> Path | None:
        return None if self.url.startswith("s3://") else Path(self.url)

    def check(self) -> None:
        """Raises Refusal where it can't be one."""
        if self.folder is None and not urlsplit(self.url).netloc:
            raise Refusal("LUNDI_FILES is a folder, or s3://bucket with or without a prefix.")
        if (self.access_key is None) != (self.secret_key is None):
            raise Refusal("LUNDI_S3_ACCESS_KEY and LUNDI_S3_SECRET_KEY are given both or neither.")
        if self.endpoint is not None and urlsplit(self.endpoint).scheme not in ("http", "https"):
            raise Refusal("LUNDI_S3_ENDPOINT is an http:// or https:// address.")


class Blobs:
    """All its methods may be called in the event loop, but not within a transaction that writes."""

    def __init__(self, place: Place) -> None:
        self._place = place

    async def put(self, key: str, content: bytes | IO[bytes]) -> None:
        """Whole or not at all. A folder's file is on the disk when this returns. Raises StorageFull."""
        with needing_room():
            await self._store.put_async(key, content)
            if self._place.folder is not None:
                await asyncio.to_thread(_sync, self._place.folder / key)

    async def get(self, key: str, part: tuple[int, int] | None = None) -> AsyncGenerator[bytes]:
        """All of it, or the bytes from the first to before the second of `part`. Raises FileNotFoundError with the first piece."""
        if part is not None and part[0] >= part[1]:
            return
        found = await self._store.get_async(key, options={"range": part} if part else None)
        async for piece in found.stream(min_chunk_size=PIECE):
            yield bytes(piece)

    async def size(self, key: str) -> int | None:
        """In bytes; None where there is none."""
        try:
            return (await self._store.head_async(key))["size"]
        except FileNotFoundError:
            return None

    async def remove(self, keys: Iterable[str]) -> None:
        """What isn't there is no error."""
        for key in keys:
            try:
                await self._store.delete_async(key)
            except FileNotFoundError:
                """It never came to be, or a run before this one was stopped."""

    async def check_writable(self) -> None:
        """Raises what stands against keeping a file now."""
        folder = self._place.folder
        if folder is None:
            await self.put(_TRIAL, b"")
            await self.remove([_TRIAL])
        else:
            await asyncio.to_thread(_try_to_write, folder)

    @cached_property
    def _store(self) -> "LocalStore | S3Store":
        # Loaded when it is first needed: a server without files needn't hold its 6 MB.
        from obstore import store  # noqa: PLC0415

        place = self._place
        if place.folder is not None:
            return store.LocalStore(place.folder, mkdir=True)
        address = urlsplit(place.url)
        given = {
            "endpoint": place.endpoint,
            "access_key_id": place.access_key,
            "secret_access_key": place.secret_key,
        }
        return store.S3Store(
            address.netloc,
            prefix=address.path.strip("/") or None,
            region=place.region or "us-east-1",
            client_options={"allow_http": True},
            **{name: value for name, value in given.items() if value is not None},  # type: ignore[arg-type]
        )


@contextmanager
def needing_room() -> Iterator[None]:
    """Raises StorageFull where a file doesn't fit any more."""
    try:
        yield
    except Exception as error:
        # The store has its own words around the system's.
        number = error.errno if isinstance(error, OSError) else None
        if number in FULL or any(os.strerror(one) in str(error) for one in FULL):
            raise StorageFull from error
        raise


@contextmanager
def refusing() -> Iterator[None]:
    """What a store says against what is asked of it becomes a Refusal, for who can only tell it."""
    from obstore.exceptions import BaseError  # noqa: PLC0415

    try:
        yield
    except BaseError as error:
        told = str(error).partition("\n")[0]
        raise Refusal(f"The store of files can't be used: {told}") from None


def _try_to_write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder) as trial:
        trial.write(b"trial")
        trial.flush()


def _sync(path: Path) -> None:
    """The file itself, and its name in its folder."""
    for one in (path, path.parent):
        handle = os.open(one, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

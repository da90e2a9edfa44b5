"""Bodies that bring files: what comes goes to disk as it comes, however large it is."""

import asyncio
from collections.abc import AsyncGenerator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import msgspec
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.types import Receive

from lundi.core.blobs import needing_room
from lundi.core.errors import Invalid
from lundi.domains.files.schemas import Kept
from lundi.entrypoints.shared.body import LARGEST_BODY, MOST_DRAINED, MOST_FIELDS, read_body
from lundi.entrypoints.shared.errors import TooLarge

MOST_FILES = 20
_IN_MEMORY = 1024 * 1024


class Upload(msgspec.Struct):
    """A file that came with a request. `kept` once its bytes are where files are kept."""

    file: IO[bytes]
    name: str
    size: int
    kept: Kept | None = None


class Body:
    """A request's body, which is read at most once."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._was_read = False

    async def whole(self) -> bytes:
        """Of one that is no file. Raises TooLarge."""
        self._was_read = True
        return await read_body(self._receive)

    async def file(self, name: str, largest: int) -> Upload:
        """A body that is one file. Raises TooLarge."""
        self._was_read = True
        file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (who asked closes it)
        size = 0
        try:
            async for piece in _pieces(self._receive, largest, largest):
                size += len(piece)
                with needing_room():
                    if size < _IN_MEMORY:
                        file.write(piece)
                    else:
                        await asyncio.to_thread(file.write, piece)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return Upload(file, name, size)

    async def hear_out(self) -> None:
        """Where nobody wanted to read it."""
        if not self._was_read:
            await hear_out(self._receive)


async def read_form(
    receive: Receive, content_type: str, largest: int
) -> list[tuple[str, str | Upload]]:
    """The parts of a multipart form by their names. Raises TooLarge, and Invalid where it is none."""
    parser = MultiPartParser(
        Headers({"content-type": content_type}),
        _pieces(receive, largest + LARGEST_BODY, largest),
        max_files=MOST_FILES,
        max_fields=MOST_FIELDS,
        max_part_size=LARGEST_BODY,
    )
    try:
        with needing_room():
            form = await parser.parse()
    except (MultiPartException, KeyError, ValueError, UnicodeError, LookupError) as error:
        _close(parser)
        reason = getattr(error, "message", "it can't be read")
        raise Invalid(f"The body is not multipart/form-data: {reason}") from None
    except BaseException:
        _close(parser)
        raise
    parts = [(name, _part(part)) for name, part in form.multi_items()]
    for _, part in parts:
        if isinstance(part, Upload) and part.size > largest:
            _close(parser)
            raise _too_large(largest)
    return parts


def _close(parser: MultiPartParser) -> None:
    # By itself it does so only for errors of its own.
    for file in parser._files_to_close_on_error:
        file.close()


def _part(part: Any) -> str | Upload:
    if isinstance(part, UploadFile):
        return Upload(part.file, part.filename or "", part.size or 0)
    return str(part)


async def _pieces(receive: Receive, most: int, largest: int) -> AsyncGenerator[bytes]:
    """`most` bytes, of which a file may be `largest`. Raises TooLarge, and Invalid where the client goes away in between."""
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Invalid("The upload was broken off.")
        piece = message.get("body", b"")
        size += len(piece)
        if size > most:
            await hear_out(receive, bool(message.get("more_body")))
            raise _too_large(largest)
        if piece:
            yield piece
        if not message.get("more_body"):
            return


async def hear_out(receive: Receive, more: bool = True) -> None:
    """A client that is still sending reads its answer only after that; within reason."""
    heard = 0
    while more and heard < MOST_DRAINED:
        message = await receive()
        heard += len(message.get("body", b""))
        more = message["type"] != "http.disconnect" and bool(message.get("more_body"))


def _too_large(largest: int) -> TooLarge:
    return TooLarge(f"A file may have at most {largest // 1_000_000:,} MB.")

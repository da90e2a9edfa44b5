"""What a backup holds: records, each a line of JSON that says what it is, and the bytes that follow it."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, TypeAlias

import msgspec

from lundi.core.sealing import Damaged, SealedWriter
from lundi.transfer.tables import Shape, row_in_file

PART = 1_000_000
"""How many bytes of rows are gathered in a record."""
# A little smaller with a higher level, and a lot slower.
_LEVEL = 3


class Company(msgspec.Struct, frozen=True):
    """An account."""

    id: int
    slug: str
    name: str


class Manifest(msgspec.Struct, frozen=True, tag="manifest"):
    """The first record. `last_ids`: of each kind of thing the last id that the server had given."""

    accounts: list[Company]
    last_ids: dict[str, int]
    tables: dict[str, Shape]
    with_files: bool
    size: int = 0


class Rows(msgspec.Struct, frozen=True, tag="rows"):
    """Some rows of an account's table: lines of JSON, compressed with zlib."""

    account_id: int
    table: str
    count: int
    size: int


class File(msgspec.Struct, frozen=True, tag="file"):
    """The bytes of an uploaded file, or of its small picture."""

    account_id: int
    key: str
    size: int


class End(msgspec.Struct, frozen=True, tag="end"):
    """The last record: what there was. `bytes`: of all files."""

    rows: int
    files: int
    bytes: int
    size: int = 0


Record: TypeAlias = Manifest | Rows | File | End
_record = msgspec.json.Decoder(Record)
_json = msgspec.json.Encoder()


class Body:
    """The bytes of one record; what isn't read of it is passed over."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = size

    def read(self, most: int = -1) -> bytes:
        wanted = self._left if most < 0 else min(most, self._left)
        content = self._stream.read(wanted)
        if len(content) < wanted:
            raise Damaged
        self._left -= wanted
        return content

    def pass_over(self) -> None:
        while self.read(PART):
            """The next ones."""


class RecordWriter:
    """Counts what it writes, for the last record."""

    def __init__(self, out: SealedWriter) -> None:
        self._out = out
        self._rows = self._files = self._bytes = 0

    def manifest(self, manifest: Manifest) -> None:
        self._put(manifest)

    def rows(self, account_id: int, table: str, rows: list[bytes]) -> None:
        """Each encoded as a line."""
        body = zlib.compress(b"".join(rows), _LEVEL)
        self._put(Rows(account_id, table, len(rows), len(body)))
        self._out.write(body)
        self._rows += len(rows)

    def file(self, file: File) -> None:
        """Its bytes are to follow, as pieces."""
        self._put(file)
        self._files += 1
        self._bytes += file.size

    def piece(self, piece: bytes) -> None:
        self._out.write(piece)

    def end(self) -> End:
        end = End(self._rows, self._files, self._bytes)
        self._put(end)
        return end

    def _put(self, record: Record) -> None:
        self._out.write(_json.encode(record) + b"\n")


def read_records(stream: BinaryIO) -> Iterator[tuple[Record, Body]]:
    """All of them, to the end of the stream, which is there where the last one says it is."""
    record = None
    while not isinstance(record, End):
        record = _record.decode(stream.readline())
        body = Body(stream, record.size)
        yield record, body
        body.pass_over()
    if stream.read(1):
        raise Damaged


def encoded(row: list[Any]) -> bytes:
    return _json.encode(row) + b"\n"


class RowReader:
    """Decodes rows as the tables of a manifest have them."""

    def __init__(self, manifest: Manifest) -> None:
        self._decoders = {
            name: msgspec.json.Decoder(row_in_file(shape))
            for name, shape in manifest.tables.items()
        }

    def rows(self, record: Rows, body: Body) -> list[tuple[Any, ...]]:
        try:
            rows: list[tuple[Any, ...]] = self._decoders[record.table].decode_lines(
                zlib.decompress(body.read())
            )
        except (zlib.error, KeyError):
            raise Damaged from None
        if len(rows) != record.count:
            raise Damaged
        return rows

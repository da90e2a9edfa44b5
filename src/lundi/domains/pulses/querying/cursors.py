"""Cursors: what is left of a list of ids. Few go along in the cursor itself, many are kept in the database for an hour."""

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence

import msgspec

from lundi.core import clock
from lundi.core.errors import Invalid
from lundi.core.paging import NotACursor, as_cursor, bytes_of_cursor

LIFETIME = 60 * clock.MINUTE
MOST_CARRIED = 1000
_KEPT, _CARRIED = b"k", b"c"
_LONGEST = 20_000


class CursorExpired(Invalid):
    """What it leads to is kept no longer."""


class Carried(msgspec.Struct, frozen=True):
    """The ids that are left, in their order."""

    made_at: int
    ids: tuple[int, ...]


class Kept(msgspec.Struct, frozen=True):
    """Which list of ids, and how many of them were given already."""

    made_at: int
    snapshot_id: int
    skip: int


def write_cursor(cursor: Carried | Kept) -> str:
    if isinstance(cursor, Carried):
        body = _CARRIED + struct.pack(">Q", cursor.made_at) + zlib.compress(pack(cursor.ids))
    else:
        body = _KEPT + struct.pack(">QQQ", cursor.made_at, cursor.snapshot_id, cursor.skip)
    return as_cursor(body)


def read_cursor(text: str, now: int) -> Carried | Kept:
    """Raises Invalid for what is none, CursorExpired for one that is over."""
    try:
        if len(text) > _LONGEST:
            raise ValueError(text[:10])
        cursor = _read(bytes_of_cursor(text))
    except (ValueError, struct.error, zlib.error):
        raise NotACursor from None
    if not 0 <= now - cursor.made_at < LIFETIME:
        raise CursorExpired("The cursor is over: they last for 60 minutes. Begin again.")
    return cursor


def pack(ids: Sequence[int]) -> bytes:
    """Eight bytes each, so that a part can be read out of the middle."""
    packed = array("q", ids)
    if sys.byteorder == "little":
        packed.byteswap()
    return packed.tobytes()


def unpack(body: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(body) // 8}Q", body)


def _read(body: bytes) -> Carried | Kept:
    if body[:1] == _KEPT:
        return Kept(*struct.unpack(">QQQ", body[1:]))
    if body[:1] != _CARRIED:
        raise ValueError(body[:1])
    (made_at,) = struct.unpack(">Q", body[1:9])
    inflating = zlib.decompressobj()
    ids = unpack(inflating.decompress(body[9:], 8 * MOST_CARRIED))
    if any(one >= 2**63 for one in ids):
        raise ValueError(ids)
    return Carried(made_at, ids)

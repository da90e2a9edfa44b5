"""The picture of a user who has given none: a pattern that is always the same for one id."""

import hashlib
import struct
import zlib

CELLS = 5
CELL = 28
MARGIN = 10
SIZE = CELLS * CELL + 2 * MARGIN
_COLOURS = ("0073ea", "00a359", "e07c00", "a25ddc", "d0324b", "0f8a8f", "7f5347", "bb3354")


def draw_photo(user_id: int) -> bytes:
    """A PNG of SIZE x SIZE pixels in two colours."""
    bits = int.from_bytes(hashlib.blake2b(b"%d" % user_id, digest_size=8).digest(), "big")
    colour = bytes.fromhex(_COLOURS[bits % len(_COLOURS)])
    paper = bytes(255 - (255 - part) // 7 for part in colour)
    size = struct.pack(">IIBBBBB", SIZE, SIZE, 1, 3, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", size)
        + _chunk(b"PLTE", paper + colour)
        + _chunk(b"IDAT", zlib.compress(b"".join(_rows(bits >> 3)), 9))
        + _chunk(b"IEND", b"")
    )


def _rows(bits: int) -> list[bytes]:
    """One bit a pixel, each row after a byte for its filter: none. The right half mirrors the left."""
    empty = _row("")
    rows = [empty] * MARGIN
    half = (CELLS + 1) // 2
    for line in range(CELLS):
        left = f"{bits >> line * half & 2**half - 1:0{half}b}"
        cells = left + left[-2::-1]
        rows += [_row("".join(cell * CELL for cell in cells))] * CELL
    return [*rows, *([empty] * MARGIN)]


def _row(pixels: str) -> bytes:
    line = ("0" * MARGIN + pixels).ljust(-SIZE % 8 + SIZE, "0")
    return b"\0" + int(line, 2).to_bytes(len(line) // 8, "big")


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

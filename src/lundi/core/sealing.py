"""A stream under a passphrase, in pieces that are encrypted one by one, each bound to its place, to the last one and to an open head.

So nothing of it can be changed, cut off, put in another order or added without being noticed, and it is read and written
without ever being held as a whole.
"""

import hmac
import io
import os
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from lundi.core.errors import Refusal

PIECE = 256 * 1024
_TAG_BYTES = 16
_KEY_BYTES = 32


class Damaged(Exception):
    """Some of it is not as it was written, or is missing."""


class Lock(msgspec.Struct, frozen=True):
    """Written openly. `check` comes of the right passphrase together with the key, and says nothing about that."""

    salt: bytes
    check: bytes


def new_lock(passphrase: str) -> tuple[Lock, bytes]:
    """With the key, which is another one for each stream. Takes half a second of a processor and 128 MB, on purpose."""
    salt = os.urandom(16)
    key, check = _derived(passphrase, salt)
    return Lock(salt, check), key


def unlock(lock: Lock, passphrase: str) -> bytes:
    """The key. Takes as long as `new_lock`. Raises Refusal for another passphrase."""
    key, check = _derived(passphrase, lock.salt)
    if not hmac.compare_digest(check, lock.check):
        raise Refusal("This is not the passphrase that the file was made with.")
    return key


class SealedWriter:
    """`head`: what has to be the same when it is read."""

    def __init__(self, out: BinaryIO, key: bytes, head: bytes) -> None:
        self._out = out
        self._cipher = AESGCM(key)
        self._head = head
        self._waiting = bytearray()
        self._numbers = count()

    def write(self, content: bytes) -> None:
        self._waiting += content
        # The last one is only known at the end.
        while len(self._waiting) > PIECE:
            self._put(self._waiting[:PIECE], is_last=False)
            del self._waiting[:PIECE]

    def end(self) -> None:
        self._put(self._waiting, is_last=True)

    def _put(self, piece: bytearray, *, is_last: bool) -> None:
        nonce = _nonce(next(self._numbers), is_last=is_last)
        self._out.write(self._cipher.encrypt(nonce, bytes(piece), self._head))


class SealedReader(io.RawIOBase):
    """Raises Damaged in place of what doesn't fit. Who reads it to its end knows that it is whole."""

    def __init__(self, sealed: BinaryIO, key: bytes, head: bytes) -> None:
        super().__init__()
        self._pieces = _pieces(sealed, AESGCM(key), head)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._rest = self._rest or next(self._pieces, b"")
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def _pieces(sealed: BinaryIO, cipher: AESGCM, head: bytes) -> Iterator[bytes]:
    piece = sealed.read(PIECE + _TAG_BYTES)
    for number in count():
        following = sealed.read(PIECE + _TAG_BYTES)
        try:
            content = cipher.decrypt(_nonce(number, is_last=not following), piece, head)
        except InvalidTag:
            raise Damaged from None
        yield content
        if not following:
            return
        piece = following


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _derived(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    scrypt = Scrypt(salt=salt, length=2 * _KEY_BYTES, n=2**17, r=8, p=1)
    made = scrypt.derive(passphrase.encode(errors="surrogateescape"))
    return made[:_KEY_BYTES], made[_KEY_BYTES:]

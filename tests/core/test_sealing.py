"""A stream under a passphrase comes back as it was, or not at all."""

import io

import pytest

from lundi.core.errors import Refusal
from lundi.core.sealing import PIECE, Damaged, SealedReader, SealedWriter, new_lock, unlock

KEY = bytes(32)
HEAD = b"head"
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7)


def sealed(content: bytes, portion: int = 100_000) -> bytes:
    out = io.BytesIO()
    writer = SealedWriter(out, KEY, HEAD)
    for at in range(0, len(content), portion):
        writer.write(content[at : at + portion])
    writer.end()
    return out.getvalue()


def opened(content: bytes, head: bytes = HEAD) -> bytes:
    return io.BufferedReader(SealedReader(io.BytesIO(content), KEY, head)).read()


@pytest.mark.parametrize("size", SIZES)
def test_it_comes_back_as_it_was(size: int) -> None:
    content = (bytes(range(251)) * (size // 251 + 1))[:size]
    for portion in (1000, PIECE, 10 * PIECE):
        assert opened(sealed(content, portion)) == content


@pytest.mark.parametrize("size", SIZES)
def test_no_end_is_taken_for_another(size: int) -> None:
    whole = sealed(bytes(size))
    for end in {0, 1, 16, PIECE, PIECE + 16, 2 * (PIECE + 16), len(whole) - 1}:
        if 0 <= end < len(whole):
            with pytest.raises(Damaged):
                opened(whole[:end])
    for more in (b"x", whole, bytes(PIECE + 16)):
        with pytest.raises(Damaged):
            opened(whole + more)


def test_another_head_does_not_open_it() -> None:
    with pytest.raises(Damaged):
        opened(sealed(b"content"), b"another head")


def test_the_right_passphrase_gives_the_key_and_no_other_does() -> None:
    lock, key = new_lock("correct horse")
    assert unlock(lock, "correct horse") == key
    assert key not in (lock.check, lock.salt)
    with pytest.raises(Refusal, match="passphrase"):
        unlock(lock, "correct horse ")
    other_lock, other_key = new_lock("correct horse")
    assert (other_lock.salt, other_key) != (lock.salt, key)

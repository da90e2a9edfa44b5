"""The file of a backup: an open head of two lines, then records as `records.py` writes them, sealed as a stream."""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

import msgspec

from lundi import __version__
from lundi.core.errors import Refusal
from lundi.core.opening import REVISIONS
from lundi.core.sealing import Damaged, Lock, SealedReader, SealedWriter, new_lock, unlock
from lundi.domains.accounts.passwords import LONGEST, SHORTEST

FORMAT = 1
LONGEST_HEAD = 4096


class Head(msgspec.Struct, frozen=True):
    """The first line, as JSON; the second is its SHA-256. `schema`: of the database that it was made of."""

    lundi_backup: int
    schema: str
    lundi: str
    made_at: str
    lock: Lock


class _AnyHead(msgspec.Struct):
    lundi_backup: int


class BackupFile:
    """One that is there. `ask` gives the passphrase. Raises Refusal where it isn't one, or has another passphrase."""

    def __init__(self, path: Path, ask: Callable[[], str]) -> None:
        self.path = path
        self.head = read_head(path)
        self._key = unlock(self.head.lock, ask())

    @contextmanager
    def opened(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """The content, and the file itself, which tells how far it was read. Raises Refusal for what is damaged."""
        try:
            with self.path.open("rb") as file:
                lines = file.readline(LONGEST_HEAD), file.readline(LONGEST_HEAD)
                reader = SealedReader(file, self._key, b"".join(lines))
                yield io.BufferedReader(reader), file
        except (Damaged, msgspec.DecodeError):
            raise Refusal(f"{self.path} is damaged or not whole: nothing was restored.") from None


def read_head(path: Path) -> Head:
    """Raises Refusal for what is no backup, and for one that a newer Lundi made."""
    try:
        with path.open("rb") as file:
            line, checksum = file.readline(LONGEST_HEAD), file.readline(LONGEST_HEAD)
    except OSError as error:
        raise Refusal(f"{path} can't be read: {error.strerror or error}.") from None
    if checksum != _checksum(line):
        raise Refusal(f"{path} is no backup of Lundi, or is damaged at its beginning.")
    try:
        if msgspec.json.decode(line, type=_AnyHead).lundi_backup <= FORMAT:
            head = msgspec.json.decode(line, type=Head)
            if head.schema in REVISIONS:
                return head
    except msgspec.DecodeError:
        raise Refusal(f"{path} is no backup of Lundi.") from None
    raise Refusal(f"{path} was made by a newer Lundi: install that version to restore it.")


@contextmanager
def new_backup_file(path: Path, passphrase: str) -> Iterator[SealedWriter]:
    """Under its name once it is whole and on the disk, for its owner alone to read."""
    check_passphrase(passphrase)
    _check_name(path)
    lock, key = new_lock(passphrase)
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    line = msgspec.json.encode(Head(FORMAT, REVISIONS[-1], __version__, made_at, lock)) + b"\n"
    head = line + _checksum(line)
    try:
        with _whole_or_not(path) as out:
            out.write(head)
            writer = SealedWriter(out, key, head)
            yield writer
            writer.end()
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise Refusal(f"The backup can't be made: {error.strerror or error}{where}.") from None


def check_passphrase(passphrase: str) -> None:
    """Of a new backup."""
    if not SHORTEST <= len(passphrase) <= LONGEST:
        raise Refusal(f"A passphrase has {SHORTEST} to {LONGEST:,} characters.")


@contextmanager
def _whole_or_not(path: Path) -> Iterator[BinaryIO]:
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}-")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _check_name(path: Path) -> None:
    """An older backup gives way; nothing else does."""
    if not path.exists():
        return
    try:
        read_head(path)
    except Refusal:
        raise Refusal(f"{path} is there, and is no backup: choose another name.") from None


def _checksum(line: bytes) -> bytes:
    return hashlib.sha256(line).hexdigest().encode() + b"\n"

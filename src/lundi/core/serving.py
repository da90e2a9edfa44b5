"""Who may serve a SQLite database: one process alone. On PostgreSQL `seat.py` says who."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lundi.core.changes import Changes
from lundi.core.errors import Refusal

FILE = "serving.lock"
# Seconds. Who was killed a moment ago still holds its lock for a moment.
TO_TAKE = 2.0
BETWEEN_TRIES = 0.1


@contextmanager
def alone_in(folder: Path, changes: Changes) -> Iterator[None]:
    """The one server of the SQLite database there. Raises Refusal where there is one already."""
    try:
        lock = os.open(folder / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Refusal(f"The data folder {folder} can't be used: {error.strerror}.") from None
    try:
        _take_file(lock, folder)
        changes.all_are_heard = True
        yield
    finally:
        os.close(lock)


def _take_file(lock: int, folder: Path) -> None:
    until = time.monotonic() + TO_TAKE
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Refusal(
                    f"Another Lundi serves {folder} already: SQLite is for one server; several need PostgreSQL and Redis."
                ) from None
            time.sleep(BETWEEN_TRIES)

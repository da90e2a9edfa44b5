"""A part of a file, where a client asks for one."""

import re

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Unsatisfiable(Exception):
    """There is nothing at that place of the file."""


def range_of(header: str | None, size: int) -> tuple[int, int] | None:
    """From and to before which byte; None for the whole file. What isn't understood asks for the whole file."""
    found = _RANGE.fullmatch(header or "")
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        if int(last) == 0 or size == 0:
            raise Unsatisfiable
        return max(0, size - int(last)), size
    start = int(first)
    end = min(int(last) + 1, size) if last else size
    if last and int(last) < start:
        return None
    if start >= size:
        raise Unsatisfiable
    return start, end

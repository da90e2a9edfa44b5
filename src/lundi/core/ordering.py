"""Positions that never run out: putting one row between two others writes that row alone.

A position is a text key (Figma's fractional indexing) compared byte by byte; its length grows with the logarithm of how
often a gap was halved. Clients of REST v1 expect a number, which `as_number` gives in steps of 65,536.
"""

from functools import lru_cache

from fractional_indexing import generate_key_between, generate_n_keys_between

STEP = 65_536.0
# What a float can hold of the part behind the point.
_PLACES = 9
_WHOLE = 62**_PLACES
_DIGITS = {
    digit: value
    for value, digit in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}


def between(before: str | None, after: str | None) -> str:
    """A key above `before` and below `after`; None stands for the open end."""
    return str(generate_key_between(before, after))


def several_between(before: str | None, after: str | None, count: int) -> list[str]:
    """That many keys in rising order, all above `before` and below `after`."""
    return list(generate_n_keys_between(before, after, count))


@lru_cache(100_000)
def as_number(key: str) -> float:
    """The key as a number that rises with it (two keys closer than a float can tell come out equal)."""
    head = key[0]
    is_negative = head < "a"
    length = ord("Z") - ord(head) + 1 if is_negative else ord(head) - ord("a") + 1
    # Keys of one length go on where those of the next shorter one end.
    shorter = (62**length - 62) // 61
    whole = _number(key[1 : length + 1]) + (-shorter - 62**length if is_negative else shorter)
    if len(key) == length + 1:
        return float(whole + 1) * STEP
    fraction = _number(key[length + 1 :][:_PLACES].ljust(_PLACES, "0"))
    # One division of whole numbers rounds once, so the order stays.
    return float(((whole + 1) * _WHOLE + fraction) / _WHOLE) * STEP


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * 62 + _DIGITS[digit]
    return number

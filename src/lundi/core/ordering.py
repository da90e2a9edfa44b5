"""Positions that never run out: putting one row between two others writes that row alone.

A position is a text key (Figma's fractional indexing) compared byte by byte; its length grows with the logarithm of how
often a gap was halved. Clients of REST v1 expect a number, which `as_number` gives in steps of 65,536.
"""

from fractional_indexing import generate_key_between, generate_n_keys_between

STEP = 65_536.0
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def between(before: str | None, after: str | None) -> str:
    """A key above `before` and below `after`; None stands for the open end."""
    return str(generate_key_between(before, after))


def several_between(before: str | None, after: str | None, count: int) -> list[str]:
    """That many keys in rising order, all above `before` and below `after`."""
    return list(generate_n_keys_between(before, after, count))


def as_number(key: str) -> float:
    """The key as a number that rises with it (two keys closer than a float can tell come out equal)."""
    head = key[0]
    negative = head < "a"
    length = ord("Z") - ord(head) + 2 if negative else ord(head) - ord("a") + 2
    whole = 0
    for digit in key[1:length]:
        whole = whole * 62 + _DIGITS.index(digit)
    if negative:
        whole -= 62 ** (length - 1)
    fraction = 0.0
    for place, digit in enumerate(key[length : length + 9], start=1):
        fraction += _DIGITS.index(digit) / 62**place
    return (whole + 1 + fraction) * STEP

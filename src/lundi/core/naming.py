"""Readable ids made from titles."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

LONGEST = 60


@lru_cache(10_000)
def snake_case(title: str, otherwise: str) -> str:
    """`Overall Status!` -> `overall_status`; `otherwise` where the title has no letter or digit of ASCII."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "_".join(words)[:LONGEST].strip("_") or otherwise


def unused(name: str, taken: Collection[str], separator: str = "") -> str:
    """The name itself, or the first of name1, name2, ... that isn't taken."""
    if name not in taken:
        return name
    number = 1
    while f"{name}{separator}{number}" in taken:
        number += 1
    return f"{name}{separator}{number}"

"""Rows that are asked for over and over and seldom change, such as whom a token stands for: read once, until their tables change."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import msgspec

from lundi.core.changes import Changes
from lundi.core.statements import Compiled

MOST = 5000
"""How many of them; those that were asked for last."""
MOST_ROWS = 500
_Key: TypeAlias = tuple[Compiled, Callable[..., Any], Sequence[Any]]


class _Kept(msgspec.Struct, frozen=True):
    moment: int
    rows: list[Any]


class KeptRows:
    """They are frozen, and whoever asks gets a list of their own."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._kept: dict[_Key, _Kept] = {}

    def find(self, account_id: int, key: _Key) -> list[Any] | None:
        kept = self._kept.pop(key, None)
        if kept is None or not self._changes.is_as_at(kept.moment, account_id, key[0].reads):
            return None
        # A dict is in the order in which it was filled.
        self._kept[key] = kept
        return kept.rows.copy()

    def keep(self, moment: int, key: _Key, rows: list[Any]) -> None:
        if not self._changes.all_are_heard or len(rows) > MOST_ROWS:
            return
        self._kept[key] = _Kept(moment, rows.copy())
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

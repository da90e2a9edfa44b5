"""Sorts of happenings: by kind, and some kinds by what exactly they did.

A sort is a kind alone, `PulseCreated`; a change with the part that it is told by, `BoardChanged name`; a move with where it
went, `PulseMoved within` or `PulseMoved across` boards.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from lundi.core.json_sql import json_part
from lundi.core.work import events
from lundi.domains.boards.events import BoardChanged, ColumnChanged, GroupChanged
from lundi.domains.feeds.activity import Happening
from lundi.domains.pulses.events import PulseMoved

PARTS = {
    BoardChanged.__name__: ("name", "description", "communication", "item_nickname"),
    ColumnChanged.__name__: ("title", "description", "width", "settings"),
    GroupChanged.__name__: ("title", "color"),
}
MOVE = PulseMoved.__name__
WITHIN, ACROSS = "within", "across"


def sort_of(happening: Happening) -> str:
    kind, data = happening.kind, happening.data
    if kind == MOVE:
        old, new = data.get("old"), data.get("new")
        return f"{MOVE} {WITHIN if old and new and old[0] == new[0] else ACROSS}"
    if kind not in PARTS:
        return kind
    changed = data.get("new", ())
    told = next((part for part in PARTS[kind] if part in changed), PARTS[kind][0])
    return f"{kind} {told}"


def _part(side: str, below: str) -> Any:
    return json_part(events.c.data, _text(side), below)


def _is_changed(part: str) -> Any:
    """What is null on one side is not on the other."""
    return sa.or_(_part("old", part).is_not(None), _part("new", part).is_not(None))


def _text(text: str) -> Any:
    return sa.literal_column(f"'{text}'", sa.Text())


def _whens() -> Iterator[tuple[Any, Any]]:
    yield (
        sa.and_(events.c.kind == _text(MOVE), _part("old", "0") == _part("new", "0")),
        _text(f"{MOVE} {WITHIN}"),
    )
    yield events.c.kind == _text(MOVE), _text(f"{MOVE} {ACROSS}")
    for kind, parts in PARTS.items():
        for part in parts:
            told = _text(f"{kind} {part}")
            yield sa.and_(events.c.kind == _text(kind), _is_changed(part)), told
        yield events.c.kind == _text(kind), _text(f"{kind} {parts[0]}")


SORT = sa.case(*_whens(), else_=events.c.kind)
"""In SQL, that of the row of `events`."""

"""Finding pulses by words, on all boards that the actor sees."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from lundi.core.json_sql import folded, json_part, like
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.boards.search import Within, check_limit, in_time, on_boards, words_of
from lundi.domains.boards.tables import boards, columns, groups
from lundi.domains.pulses.access import IN_GROUP, ON_BOARD, PULSE_COLUMNS
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses

# Where the words of a value stand, by the type of its column.
_TEXTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "text": ((),),
    "long_text": (("text",),),
    "email": (("email",), ("text",)),
    "link": (("url",), ("text",)),
    "phone": (("phone",),),
    "location": (("address",),),
}


async def search_pulses(
    work: Work, query: str, limit: int, within: Within | None = None, *, in_values: bool = False
) -> list[Pulse]:
    """Active ones with each of the words in their name, or, with `in_values`, in a column of texts; the last changed first.

    `in_values` is for who can wait: it looks into every column of every pulse.
    """
    check_limit(limit)
    place = within or Within()
    statement = (
        sa.select(*PULSE_COLUMNS)
        .join(boards, ON_BOARD)
        .join(groups, IN_GROUP)
        .where(
            pulses.c.account_id == parameter("account_id"),
            pulses.c.state == ACTIVE,
            groups.c.state == ACTIVE,
            boards.c.state == ACTIVE,
            *(_has(word, in_values) for word in words_of(query)),
            *on_boards(place),
            *in_time(pulses, place),
            board_is_visible(),
        )
        .order_by(pulses.c.updated_at.desc(), pulses.c.id.desc())
        .limit(sa.literal(limit))
    )
    return await work.all_once(statement, Pulse)


def _has(word: str, in_values: bool) -> Any:
    named = _reads(pulses.c.name, word)
    if not in_values:
        return named
    texts: Sequence[Any] = [
        sa.and_(
            columns.c.type == sa.literal(kind),
            sa.or_(
                *(
                    _reads(json_part(pulses.c["values"], columns.c.id, *path), word)
                    for path in paths
                )
            ),
        )
        for kind, paths in _TEXTS.items()
    ]
    there = (
        sa.exists()
        .where(
            columns.c.account_id == parameter("account_id"),
            columns.c.board_id == pulses.c.board_id,
            columns.c.state == ACTIVE,
            sa.or_(*texts),
        )
        .correlate(pulses)
    )
    return sa.or_(named, there)


def _reads(text: Any, word: str) -> Any:
    return folded(text).like(like(word), escape="\\")

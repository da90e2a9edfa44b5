"""What copies read: a board as a whole, some of its pulses, and what happened on it."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.json_sql import json_value
from lundi.core.schema import json_text, one_of, parameter
from lundi.core.work import events
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.boards.tables import groups
from lundi.domains.pulses.access import IN_GROUP
from lundi.domains.pulses.queries import ORDER_OF_BOARD
from lundi.domains.pulses.querying.columnar.needs import NAME
from lundi.domains.pulses.tables import pulses

_ON_BOARD = (
    pulses.c.account_id == parameter("account_id"),
    pulses.c.board_id == parameter("board_id"),
    pulses.c.state == ACTIVE,
    groups.c.state == ACTIVE,
)
ROWS = (
    sa.select(
        pulses.c.id,
        pulses.c.group_id,
        groups.c.position,
        pulses.c.position,
        pulses.c.name,
        pulses.c.created_at,
        pulses.c.updated_at,
        json_text(pulses.c["values"]),
    )
    .join(groups, IN_GROUP)
    .where(*_ON_BOARD, one_of(pulses.c.id, "pulse_ids"))
)
# From the last event that is known on: who doesn't see that one reads what is older.
SINCE = (
    sa.select(events.c.id, events.c.pulse_id, events.c.kind)
    .where(
        events.c.account_id == parameter("account_id"),
        events.c.board_id == parameter("board_id"),
        events.c.id >= parameter("after_id"),
    )
    .order_by(events.c.id)
    .limit(parameter("take"))
)
LAST_OF_BOARD = sa.select(sa.func.max(events.c.id)).where(
    events.c.account_id == parameter("account_id"),
    events.c.board_id == parameter("board_id"),
    events.c.id <= parameter("up_to_id"),
)
# How many there ever were.
LAST_NUMBER = sa.select(sa.func.max(pulses.c.number)).where(
    pulses.c.account_id == parameter("account_id"), pulses.c.board_id == parameter("board_id")
)


class Row(msgspec.Struct, frozen=True):
    """Of an active pulse in an active group, as it is now."""

    id: int
    group_id: str
    group_position: str
    position: str
    name: str
    created_at: int
    updated_at: int
    values_text: str


def whole_board(sources: Sequence[str]) -> Any:
    """In its order: what each copy has, and these."""
    own = (pulses.c.group_id, groups.c.position, pulses.c.position)
    times = (pulses.c.created_at, pulses.c.updated_at)
    return _read(*own, *times, *map(_source, sources)).order_by(*ORDER_OF_BOARD)


def columns_alone(sources: Sequence[str]) -> Any:
    return _read(*map(_source, sources))


def _read(*columns: Any) -> Any:
    labelled = [column.label(f"c{place}") for place, column in enumerate(columns)]
    return sa.select(pulses.c.id, *labelled).join(groups, IN_GROUP).where(*_ON_BOARD)


def _source(source: str) -> Any:
    return pulses.c.name if source == NAME else json_value(pulses.c["values"], sa.literal(source))

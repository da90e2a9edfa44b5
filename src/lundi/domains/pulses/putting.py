"""Writing one value: the statement and what is recorded of it."""

import msgspec
import sqlalchemy as sa

from lundi.core.schema import json_with, json_without, parameter
from lundi.core.work import Work, as_json
from lundi.domains.column_types.column_type import Stored
from lundi.domains.pulses.events import ValueChanged
from lundi.domains.pulses.tables import pulses

_THE_PULSE = sa.and_(
    pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id")
)
_SET = (
    sa.update(pulses)
    .where(_THE_PULSE)
    .values(
        values=json_with(
            pulses.c["values"], parameter("column_id", sa.Text), parameter("value", sa.Text)
        ),
        updated_at=parameter("now"),
    )
)
_CLEAR = (
    sa.update(pulses)
    .where(_THE_PULSE)
    .values(
        values=json_without(pulses.c["values"], parameter("column_id", sa.Text)),
        updated_at=parameter("now"),
    )
)


class Place(msgspec.Struct, frozen=True):
    board_id: int
    pulse_id: int
    column_id: str


async def put_value(work: Work, place: Place, old: Stored | None, new: Stored | None) -> None:
    """Of a cell that may be edited; None takes the value away."""
    pulse_id, column_id = place.pulse_id, place.column_id
    if new is None:
        await work.run(_CLEAR, pulse_id=pulse_id, column_id=column_id)
    else:
        await work.run(_SET, pulse_id=pulse_id, column_id=column_id, value=as_json(new))
    work.record(
        ValueChanged(
            board_id=place.board_id, pulse_id=pulse_id, column_id=column_id, old=old, new=new
        )
    )

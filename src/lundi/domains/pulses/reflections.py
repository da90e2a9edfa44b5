"""Links both ways: what one column links to links back by a column of its own board."""

from typing import Any

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import Column
from lundi.domains.column_types.board_relation import reflection_of
from lundi.domains.column_types.column_type import Stored
from lundi.domains.pulses.putting import Place, put_value
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses

_OTHERS = (
    sa.select(pulses.c.id, pulses.c["values"])
    .where(
        pulses.c.account_id == parameter("account_id"),
        one_of(pulses.c.id, "pulse_ids"),
        pulses.c.board_id == parameter("board_id"),
    )
    .order_by(pulses.c.id)
    .with_for_update()
)


async def reflect(work: Work, pulse: Pulse, column: Column, value: Stored | None) -> None:
    """After the column got that value: those newly linked to link back, those no longer linked to don't."""
    other = reflection_of(column.settings)
    if other is None:
        return
    board_id, column_id = other
    after = set(_ids(value))
    changed = after ^ set(_ids(pulse.values.get(column.id)))
    if not changed:
        return
    rows = await work.all(_OTHERS, _id_and_values, board_id=board_id, pulse_ids=id_list(changed))
    for other_id, values in rows:
        old = values.get(column_id)
        left = [one for one in _ids(old) if one != pulse.id]
        ids = [*left, pulse.id] if other_id in after else left
        new = {"item_ids": ids} if ids else None
        await put_value(work, Place(board_id, other_id, column_id), old, new)


def _ids(value: Stored | None) -> list[int]:
    return [] if value is None else list(value["item_ids"])


def _id_and_values(pulse_id: int, values: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return pulse_id, values

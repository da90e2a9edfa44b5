"""Taking back what happened to pulses."""

from typing import Any

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_edit, column_of, group_to_edit
from lundi.domains.boards.schemas import ARCHIVED, DELETED
from lundi.domains.history.schemas import Recorded
from lundi.domains.history.standing import check_stands, former, left
from lundi.domains.pulses import actions
from lundi.domains.pulses.access import pulse_on_board_to_edit, pulse_to_edit, pulse_to_restore
from lundi.domains.pulses.move_actions import move_to, set_values
from lundi.domains.pulses.placing import place_back
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses
from lundi.domains.pulses.value_actions import store_value
from lundi.domains.tags.actions import link_tags, tags_for_board

_LOCK = (
    sa.select(pulses.c.id)
    .where(pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id"))
    .with_for_update()
)


async def set_back(work: Work, one: Recorded) -> None:
    pulse_id = await _locked(work, one)
    board = await board_to_edit(work, one.board_id or 0)
    column = await column_of(work, board, one.data["column_id"])
    pulse = await pulse_on_board_to_edit(work, board, pulse_id)
    is_as_left = pulse.values.get(column.id) == one.data["new"]
    check_stands(is_as_left, f"'{column.title}' of pulse {pulse.id} was changed since")
    value = one.data["old"]
    if column.type == "tags":
        carried = (value or {}).get("tag_ids", [])
        # The board may be of another kind now.
        tag_ids = await tags_for_board(work, board, carried) if carried else []
        await link_tags(work, pulse.id, column.id, tag_ids)
        value = {**value, "tag_ids": tag_ids} if tag_ids else None
    await store_value(work, pulse, column, value)


async def rename_back(work: Work, one: Recorded) -> None:
    pulse = await pulse_to_edit(work, await _locked(work, one))
    check_stands(pulse.name == one.data["new"], f"pulse {pulse.id} was renamed since")
    await actions.rename_pulse(work, pulse.id, one.data["old"])


async def move_back(work: Work, one: Recorded) -> None:
    """To its place, with the values that it had on that board."""
    pulse = await pulse_to_edit(work, await _locked(work, one))
    place = [pulse.board_id, pulse.group_id, pulse.position]
    check_stands(place == [*one.data["new"], former(one, "to")], f"pulse {pulse.id} moved since")
    board_id, group_id = one.data["old"]
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    values = None
    if board.id != pulse.board_id:
        values, carried = former(one, "values")
        check_stands(pulse.values == carried, f"values of pulse {pulse.id} were changed since")
        await set_values(work, pulse, values)
    position = await place_back(work, pulse, group, former(one, "from"))
    await move_to(work, pulse, group, position, values)


async def uncreate(work: Work, one: Recorded) -> None:
    """Deletes it, unless something was done with it."""
    pulse = await pulse_to_edit(work, await _locked(work, one))
    place = left(one, "PulseMoved", "new", [one.board_id, one.data["group_id"]])
    check_stands([pulse.board_id, pulse.group_id] == place, f"pulse {pulse.id} moved since")
    name = left(one, "PulseRenamed", "new", one.data["name"])
    check_stands(pulse.name == name, f"pulse {pulse.id} was renamed since")
    check_stands(pulse.values == _values(one), f"values of pulse {pulse.id} were changed since")
    check_stands(not pulse.updates_count, f"pulse {pulse.id} has updates")
    await actions.delete_pulse(work, pulse.id)


async def unduplicate(work: Work, one: Recorded) -> None:
    pulse = await pulse_to_edit(work, await _locked(work, one))
    check_stands(pulse.updated_at == one.at, f"pulse {pulse.id} was changed since")
    await actions.delete_pulse(work, pulse.id)


async def unarchive(work: Work, one: Recorded) -> None:
    await _restore(work, one, ARCHIVED)


async def undelete(work: Work, one: Recorded) -> None:
    pulse = await _restore(work, one, DELETED)
    if former(one, "state") == ARCHIVED:
        await actions.archive_pulse(work, pulse.id)


async def put_away_again(work: Work, one: Recorded) -> None:
    pulse = await pulse_to_edit(work, await _locked(work, one))
    put_away = actions.delete_pulse if former(one, "state") == DELETED else actions.archive_pulse
    await put_away(work, pulse.id)


async def _restore(work: Work, one: Recorded, state: str) -> Pulse:
    pulse = await pulse_to_restore(work, await _locked(work, one))
    check_stands(pulse.state == state, f"pulse {pulse.id} is {pulse.state} now")
    check_stands(pulse.board_id == one.board_id, f"pulse {pulse.id} moved since")
    return await actions.restore_pulse(work, pulse.id)


async def _locked(work: Work, one: Recorded) -> int:
    """Nobody changes it between the look at it and the way back."""
    await work.lock(_LOCK, pulse_id=one.pulse_id)
    return one.pulse_id or 0


def _values(one: Recorded) -> dict[str, Any]:
    """Those that it was made with."""
    set_along = {
        other.data["column_id"]: other.data["new"]
        for other in one.along
        if other.kind == "ValueChanged"
    }
    return {column_id: value for column_id, value in set_along.items() if value is not None}

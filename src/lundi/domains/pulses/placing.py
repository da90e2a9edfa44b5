"""Putting pulses of a board after one another."""

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.ordering import between, several_between
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.access import board_to_work_on, group_to_edit
from lundi.domains.boards.schemas import ACTIVE, Group
from lundi.domains.pulses.access import (
    pulse_on_board_to_discuss,
    pulse_on_board_to_edit,
    pulse_to_edit,
    pulse_to_read,
)
from lundi.domains.pulses.actions import lock_group
from lundi.domains.pulses.move_actions import move_to
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses

_IN_GROUP = sa.and_(
    pulses.c.account_id == parameter("account_id"),
    pulses.c.board_id == parameter("board_id"),
    pulses.c.group_id == parameter("group_id", sa.Text),
)
_OTHERS = sa.and_(_IN_GROUP, ~one_of(pulses.c.id, "pulse_ids"))
_PLACE_OF = sa.select(pulses.c.position).where(
    _IN_GROUP, pulses.c.id == parameter("pulse_id"), pulses.c.state == ACTIVE
)
# Archived and deleted pulses keep their places, so they count.
_TOP_OF_OTHERS = sa.select(sa.func.min(pulses.c.position)).where(_OTHERS)
_LAST = (
    sa.select(pulses.c.id)
    .where(_IN_GROUP, pulses.c.id != parameter("pulse_id"), pulses.c.state == ACTIVE)
    .order_by(pulses.c.position.desc(), pulses.c.id.desc())
    .limit(sa.literal_column("1"))
)
_PREVIOUS = _LAST.where(pulses.c.position < parameter("position", sa.Text))
_TAKEN = (
    sa.select(pulses.c.id)
    .where(_OTHERS, pulses.c.position == parameter("position", sa.Text))
    .limit(sa.literal_column("1"))
)
_NEXT_OF_OTHERS = _TOP_OF_OTHERS.where(pulses.c.position > parameter("position", sa.Text))


async def place_pulses(
    work: Work, board_id: int, pulse_ids: list[int], group_id: str, after_id: int | None
) -> list[Pulse]:
    """Right after an active pulse of that group, in the order given: all of them or none. On top where `after_id` is None."""
    board = await board_to_work_on(work, board_id)
    group = await group_to_edit(work, board, group_id)
    found = [
        await pulse_on_board_to_edit(work, board, pulse_id) for pulse_id in dict.fromkeys(pulse_ids)
    ]
    for pulse, place in zip(found, await _places_after(work, group, found, after_id), strict=True):
        await move_to(work, pulse, group, place)
    return [await pulse_to_read(work, pulse.id) for pulse in found]


async def _places_after(
    work: Work, group: Group, moved: list[Pulse], after_id: int | None
) -> list[str]:
    """Free positions between that pulse and the next one that stays."""
    ids = [pulse.id for pulse in moved]
    given = {"board_id": group.board_id, "group_id": group.id, "pulse_ids": id_list(ids)}
    await lock_group(work, group)
    if after_id is None:
        top = await work.one(_TOP_OF_OTHERS, _or_none, **given)
        return several_between(None, top, len(ids))
    if after_id in ids:
        raise Invalid(f"Pulse {after_id} is moved itself, so nothing can be placed after it.")
    place = await work.first(_PLACE_OF, str, pulse_id=after_id, **given)
    if place is None:
        raise Invalid(f"There is no active pulse {after_id} in group '{group.id}' to place after.")
    following = await work.one(_NEXT_OF_OTHERS, _or_none, position=place, **given)
    return several_between(place, following, len(ids))


def _or_none(value: str | None) -> str | None:
    return value


async def place_beside(
    work: Work,
    pulse_id: int,
    neighbour_id: int | None,
    *,
    is_after: bool,
    group_id: str | None = None,
) -> Pulse:
    """Right after or before another active pulse of its board, in whichever group that is; without one, at the end or on top
    of the group.
    """
    pulse = await pulse_to_edit(work, pulse_id)
    after_id: int | None = None
    group = group_id or pulse.group_id
    if neighbour_id is not None:
        board = await board_to_work_on(work, pulse.board_id)
        neighbour = await pulse_on_board_to_discuss(work, board, neighbour_id)
        group = neighbour.group_id
        after_id = neighbour.id if is_after else await _before(work, pulse, group, neighbour)
    elif is_after:
        after_id = await _last_of(work, pulse, group)
    (placed,) = await place_pulses(work, pulse.board_id, [pulse.id], group, after_id)
    return placed


async def _last_of(work: Work, moved: Pulse, group_id: str) -> int | None:
    return await work.first(
        _LAST, int, board_id=moved.board_id, group_id=group_id, pulse_id=moved.id
    )


async def _before(work: Work, moved: Pulse, group_id: str, neighbour: Pulse) -> int | None:
    return await work.first(
        _PREVIOUS,
        int,
        board_id=moved.board_id,
        group_id=group_id,
        pulse_id=moved.id,
        position=neighbour.position,
    )


async def place_back(work: Work, pulse: Pulse, group: Group, position: str) -> str:
    """Where it stood once, or right after what stands there now."""
    await lock_group(work, group)
    given = {"board_id": group.board_id, "group_id": group.id, "pulse_ids": id_list([pulse.id])}
    if await work.first(_TAKEN, int, position=position, **given) is None:
        return position
    following = await work.one(_NEXT_OF_OTHERS, _or_none, position=position, **given)
    return between(position, following)

"""What happened on a board and to a pulse, newest first."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, events, id_list
from lundi.domains.boards.access import board_is_visible, board_to_read
from lundi.domains.boards.queries import visible_boards
from lundi.domains.boards.tables import boards
from lundi.domains.pulses.access import ON_BOARD, pulse_to_read
from lundi.domains.pulses.tables import pulses

PAGE = 100
_END = 2**63 - 1
_PLACES = ("old", "new", "from_board_id", "from_group_id")

EVENT_COLUMNS = (
    events.c.id,
    events.c.kind,
    events.c.happened_at,
    events.c.actor_id,
    events.c.board_id,
    events.c.pulse_id,
    events.c.data,
    events.c.change_id,
    events.c.undoes,
    events.c.via,
)
_EVENTS = (
    sa.select(*EVENT_COLUMNS)
    .where(events.c.account_id == parameter("account_id"), events.c.id < parameter("before"))
    .order_by(events.c.id.desc())
    .limit(parameter("take"))
)
_ON_BOARD = _EVENTS.where(events.c.board_id == parameter("board_id"))
ON_VISIBLE_BOARD = sa.exists().where(
    boards.c.account_id == parameter("account_id"),
    boards.c.id == events.c.board_id,
    board_is_visible(),
)
# It may come from a board that the reader doesn't see: what happened there is not told.
_TO_PULSE = _EVENTS.where(events.c.pulse_id == parameter("pulse_id"), ON_VISIBLE_BOARD)
# It may have gone to one: how it is called there is not told.
_NAMES = (
    sa.select(pulses.c.id, pulses.c.name)
    .join(boards, ON_BOARD)
    .where(
        pulses.c.account_id == parameter("account_id"),
        one_of(pulses.c.id, "pulse_ids"),
        board_is_visible(),
    )
)


class Happening(msgspec.Struct, frozen=True):
    """An event as it was kept: `kind` is its class's name, `data` its details. `at` in microseconds.

    `change_id`: of all that was done with it, None where it is from before that was kept. `undoes`: the event that it took
    back. `via`: as core.work.Via.
    """

    id: int
    kind: str
    at: int
    actor_id: int | None
    board_id: int | None
    pulse_id: int | None
    data: dict[str, Any]
    change_id: int | None
    undoes: int | None
    via: dict[str, str] | None


async def activity_on_board(work: Work, board_id: int, before: int | None) -> list[Happening]:
    """A page of what happened before that event."""
    board = await board_to_read(work, board_id)
    found = await work.all(_ON_BOARD, Happening, board_id=board.id, before=_end(before), take=PAGE)
    return await without_unseen(work, found)


async def activity_of_pulse(work: Work, pulse_id: int, before: int | None) -> list[Happening]:
    """A page of what happened to it before that event, on boards that the actor sees."""
    pulse = await pulse_to_read(work, pulse_id)
    found = await work.all(_TO_PULSE, Happening, pulse_id=pulse.id, before=_end(before), take=PAGE)
    return await without_unseen(work, found)


async def names_of_pulses(work: Work, found: list[Happening]) -> dict[int, str]:
    """As they are called now, those that the actor sees or saw before they were deleted."""
    ids = {happening.pulse_id for happening in found if happening.pulse_id is not None}
    return dict(await work.all(_NAMES, _pair, pulse_ids=id_list(ids)))


async def without_unseen(work: Work, found: list[Happening]) -> list[Happening]:
    """Where something came from, or went, is left out where the actor doesn't see that board."""
    named = {board_id for one in found for board_id in _boards_in(one.data)}
    unseen = named - await visible_boards(work, named)
    return [
        msgspec.structs.replace(
            one, data={name: told for name, told in one.data.items() if name not in _PLACES}
        )
        if unseen.intersection(_boards_in(one.data))
        else one
        for one in found
    ]


def _boards_in(data: dict[str, Any]) -> set[int]:
    """As PulseMoved and GroupMoved tell of them; a value that was changed has the same names and is no place."""
    if "column_id" in data:
        return set()
    places = [data.get("old"), data.get("new"), [data.get("from_board_id")]]
    return {place[0] for place in places if isinstance(place, list) and isinstance(place[0], int)}


def _end(before: int | None) -> int:
    return _END if before is None else before


def _pair(pulse_id: int, name: str) -> tuple[int, str]:
    return pulse_id, name

"""What happened, for who wants to look back."""

from typing import Any

import msgspec

from lundi.core.work import Work
from lundi.domains.feeds import activity
from lundi.entrypoints.app_api.operation import get


class Happening(msgspec.Struct):
    """`kind` is the event's name as in docs/events.md, and `data` its details. `at` in microseconds."""

    id: int
    kind: str
    at: int
    actor_id: int | None
    pulse_id: int | None
    pulse_name: str | None
    data: dict[str, Any]


@get("/boards/{board_id}/activity")
async def get_board_activity(
    work: Work, board_id: int, before: int | None = None
) -> list[Happening]:
    """What happened on a board, newest first, 100 at once; `before` is the id of the last one has."""
    return await _shown(work, await activity.activity_on_board(work, board_id, before))


@get("/pulses/{pulse_id}/activity")
async def get_pulse_activity(
    work: Work, pulse_id: int, before: int | None = None
) -> list[Happening]:
    """What happened to a pulse, newest first, 100 at once; `before` is the id of the last one has."""
    return await _shown(work, await activity.activity_of_pulse(work, pulse_id, before))


async def _shown(work: Work, found: list[activity.Happening]) -> list[Happening]:
    names = await activity.names_of_pulses(work, found)
    return [
        Happening(
            id=one.id,
            kind=one.kind,
            at=one.at,
            actor_id=one.actor_id,
            pulse_id=one.pulse_id,
            pulse_name=names.get(one.pulse_id or 0),
            data=one.data,
        )
        for one in found
    ]

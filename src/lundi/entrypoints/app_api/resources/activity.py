"""What happened, for who wants to look back, and to take it back."""

from typing import Any, Literal

import msgspec

from lundi.core.work import Work
from lundi.domains.feeds import activity
from lundi.domains.history.access import may_undo, owned_boards
from lundi.domains.history.actions import can_be_undone, undo_event
from lundi.entrypoints.app_api.operation import get, post
from lundi.entrypoints.app_api.shapes import Done


class Via(msgspec.Struct):
    """A token of the actor's own, the company's, or the web app. `client`: how the program calls itself."""

    token: Literal["personal", "company", "session"]
    client: str | None = None
    version: str | None = None


class Happening(msgspec.Struct):
    """`kind` is the event's name as in docs/events.md, and `data` its details. `at` in microseconds.

    `via`: by what it was done, where that is known. `undoes`: the event that it took back. `can_undo`: one may take it back,
    where it is still as it was left.
    """

    id: int
    kind: str
    at: int
    actor_id: int | None
    pulse_id: int | None
    pulse_name: str | None
    data: dict[str, Any]
    via: Via | None
    undoes: int | None
    can_undo: bool


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


@post("/activity/{event_id}/undo")
async def undo(work: Work, event_id: int) -> Done:
    """Take back what happened, where it is still as it was left."""
    await undo_event(work, event_id)
    return Done()


async def _shown(work: Work, found: list[activity.Happening]) -> list[Happening]:
    names = await activity.names_of_pulses(work, found)
    owned = await owned_boards(work, {one.board_id for one in found if one.board_id})
    return [
        Happening(
            id=one.id,
            kind=one.kind,
            at=one.at,
            actor_id=one.actor_id,
            pulse_id=one.pulse_id,
            pulse_name=names.get(one.pulse_id or 0),
            data=one.data,
            via=None if one.via is None else msgspec.convert(one.via, Via),
            undoes=one.undoes,
            can_undo=one.change_id is not None
            and can_be_undone(one.kind)
            and may_undo(work, one.actor_id, one.board_id in owned),
        )
        for one in found
    ]

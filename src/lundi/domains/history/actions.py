"""Taking back what happened: by the same actions that do the reverse by hand, so it is recorded and can be taken back too."""

from collections.abc import Iterable

import msgspec

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.work import Work
from lundi.domains.history.access import change_to_undo, event_to_undo
from lundi.domains.history.reversals import CREATIONS, REVERSALS
from lundi.domains.history.schemas import Recorded

# Nothing is left of them once what they came with is taken back, or nothing that anybody sees.
_ASIDE = ("TagCreated", "PulseLeft", "GroupLeft")
_GOES_WITH = {"BoardSubscribed": "BoardKindChanged"}


async def undo_change(work: Work, change_id: int) -> int:
    """All that one request changed, or nothing; gives of how many things. Conflict where any isn't as it was left."""
    steps = _steps(await change_to_undo(work, change_id))
    await _undo(work, steps)
    return len(steps)


async def undo_event(work: Work, event_id: int) -> None:
    """One event; of what it made, all that was done to that in the same request."""
    event, found = await event_to_undo(work, event_id)
    if event.kind == "PulseLeft":
        event = next(
            one for one in found if one.kind == "PulseMoved" and one.pulse_id == event.pulse_id
        )
    made = [one for one in _steps(found) if one.id == event.id]
    await _undo(work, made or [event])


def can_be_undone(kind: str) -> bool:
    return kind in REVERSALS or kind == "PulseLeft"


def _steps(found: list[Recorded]) -> list[Recorded]:
    """Without what goes with another of them: what was made and changed at once is taken back at once."""
    kinds = {one.kind for one in found}
    made = {one.thing: one.id for one in found if one.kind in CREATIONS}
    steps = []
    for one in found:
        if one.kind in _ASIDE or _GOES_WITH.get(one.kind) in kinds:
            continue
        maker = made.get(one.thing)
        if maker is None:
            steps.append(one)
        elif maker == one.id:
            along = tuple(
                other for other in found if other.thing == one.thing and other.id != one.id
            )
            steps.append(msgspec.structs.replace(one, along=along))
    return steps


async def _undo(work: Work, steps: Iterable[Recorded]) -> None:
    inwards = list(reversed(list(steps)))
    for one in inwards:
        if one.kind not in REVERSALS:
            raise Conflict(f"This can't be taken back: {_words(one.kind)}.")
    if not inwards:
        raise Conflict("There is nothing in it that could be taken back.")
    for one in inwards:
        work.undoes = one.id
        try:
            await REVERSALS[one.kind](work, one)
        except (NotFound, Invalid) as missing:
            raise Conflict(f"This can't be taken back any more. {missing}") from missing
    work.undoes = None


def _words(kind: str) -> str:
    """`PulseSubscribed` as pulse subscribed."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()

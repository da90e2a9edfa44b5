"""The only door to what can be taken back: who did it may, and who owns the board it happened on."""

import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, events, id_list
from lundi.domains.accounts.access import may_write
from lundi.domains.accounts.schemas import WRITING_ROLES
from lundi.domains.boards.access import BOARD_COLUMNS, board_is_visible, owns
from lundi.domains.boards.schemas import Board
from lundi.domains.boards.tables import boards
from lundi.domains.history.schemas import Recorded

MOST_EVENTS = 1000

_COLUMNS = (
    events.c.id,
    events.c.change_id,
    events.c.kind,
    events.c.happened_at,
    events.c.actor_id,
    events.c.board_id,
    events.c.pulse_id,
    events.c.data,
    events.c.before,
)
_CHANGE_OF = sa.select(events.c.change_id).where(
    events.c.account_id == parameter("account_id"),
    events.c.id == parameter("event_id"),
    events.c.change_id.is_not(None),
)
_OF_CHANGE = (
    sa.select(*_COLUMNS)
    .where(
        events.c.account_id == parameter("account_id"),
        events.c.change_id == parameter("change_id"),
    )
    .order_by(events.c.id)
    .limit(parameter("take"))
)
# Deleted ones too: that a board was deleted can be taken back.
_BOARDS = sa.select(*BOARD_COLUMNS).where(
    boards.c.account_id == parameter("account_id"),
    one_of(boards.c.id, "board_ids"),
    board_is_visible(),
)


async def change_to_undo(work: Work, change_id: int) -> list[Recorded]:
    """All that one request changed, the oldest first."""
    found = await _of_change(work, change_id)
    await _check_may(work, found)
    return found


async def event_to_undo(work: Work, event_id: int) -> tuple[Recorded, list[Recorded]]:
    """It, and all that its Work did."""
    change_id = await work.first(_CHANGE_OF, int, event_id=event_id)
    if change_id is None:
        raise _nothing()
    found = await _of_change(work, change_id)
    event = next(one for one in found if one.id == event_id)
    await _check_may(work, [event])
    return event, found


async def owned_boards(work: Work, board_ids: set[int]) -> set[int]:
    """Those of them where the actor may take back what others did."""
    return {board.id for board in await _boards(work, board_ids) if owns(work, board)}


def may_undo(work: Work, actor_id: int | None, board_is_owned: bool) -> bool:
    """What that actor did, on a board that is seen."""
    if work.actor.role not in WRITING_ROLES:
        return False
    return board_is_owned or (actor_id is not None and actor_id == work.actor.user_id)


async def _of_change(work: Work, change_id: int) -> list[Recorded]:
    found = await work.all(_OF_CHANGE, Recorded, change_id=change_id, take=MOST_EVENTS + 1)
    if not found:
        raise _nothing()
    if len(found) > MOST_EVENTS:
        raise Conflict(f"More than {MOST_EVENTS:,} things happened at once: too much to take back.")
    return found


async def _check_may(work: Work, found: list[Recorded]) -> None:
    seen = {
        board.id: owns(work, board)
        for board in await _boards(work, {one.board_id for one in found if one.board_id})
    }
    own = work.actor.user_id
    for one in found:
        is_own = own is not None and one.actor_id == own
        if one.board_id not in seen and not (one.board_id is None and is_own):
            raise _nothing()
    may_write(work)
    for one in found:
        if not may_undo(work, one.actor_id, seen.get(one.board_id or 0, False)):
            raise Forbidden("Only who did it, or an owner of the board, may take it back.")


async def _boards(work: Work, board_ids: set[int]) -> list[Board]:
    if not board_ids:
        return []
    return await work.all(_BOARDS, Board, board_ids=id_list(board_ids))


def _nothing() -> NotFound:
    return NotFound("There is nothing of that id that could be taken back.")

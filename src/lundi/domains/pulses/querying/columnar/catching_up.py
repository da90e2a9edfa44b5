"""Bringing a copy up to what a Work reads: by what happened on its board since."""

from typing import TYPE_CHECKING

import msgspec

from lundi.core.work import Work, id_list
from lundi.domains.boards import events as boards
from lundi.domains.pulses.querying.columnar.statements import ROWS, SINCE, Row

if TYPE_CHECKING:
    from lundi.domains.pulses.querying.columnar.board_copy import BoardCopy

MOST_CHANGES = 5000
"""Events; behind more of them a board is read anew."""
OF_NO_PULSE = frozenset(
    {
        *(
            kind.__name__
            for kind in (
                boards.BoardChanged,
                boards.BoardMoved,
                boards.BoardPermissionsChanged,
                boards.BoardSubscribed,
                boards.BoardTeamSubscribed,
                boards.BoardTeamUnsubscribed,
                boards.BoardUnsubscribed,
                boards.ColumnChanged,
                boards.ColumnCreated,
                boards.ColumnDeleted,
                boards.ColumnPlaced,
                boards.ColumnRestored,
                boards.GroupChanged,
                boards.GroupCreated,
            )
        ),
        # Of domains that know pulses.
        *("TagCreated", "ViewChanged", "ViewCreated", "ViewDeleted"),
        *("DeliveryReplayed", "WebhookCreated", "WebhookDeleted"),
    }
)
"""Kinds of events that leave all pulses, their values and their order as they are."""


class Outdated(Exception):
    """More has changed than single pulses."""


class _Change(msgspec.Struct, frozen=True):
    id: int
    pulse_id: int | None
    kind: str


async def catch_up(work: Work, copy: "BoardCopy") -> bool:
    """False where the Work reads what is older than the copy. Raises Outdated."""
    async with copy.lock:
        changes = await _changes(work, copy)
        if copy.applied and (not changes or changes[0].id != copy.applied):
            return False
        if not changes or changes[-1].id == copy.applied:
            return True
        settled = changes[-1].id
        await work.settle(settled)
        # Those with lower ids that were still to come.
        changes = [one for one in await _changes(work, copy) if one.id > copy.applied]
        await _apply(work, copy, changes)
        copy.applied = settled
    return True


async def _apply(work: Work, copy: "BoardCopy", changes: list[_Change]) -> None:
    if len(changes) > MOST_CHANGES or copy.is_worn:
        raise Outdated
    if any(one.pulse_id is None and one.kind not in OF_NO_PULSE for one in changes):
        raise Outdated
    named = {one.pulse_id for one in changes if one.pulse_id is not None}
    if named:
        rows = await work.all(ROWS, Row, board_id=copy.board_id, pulse_ids=id_list(named))
        copy.patch(rows, named)


async def _changes(work: Work, copy: "BoardCopy") -> list[_Change]:
    return await work.all(
        SINCE, _Change, board_id=copy.board_id, after_id=copy.applied, take=MOST_CHANGES + 2
    )

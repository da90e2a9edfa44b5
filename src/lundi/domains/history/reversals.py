"""What happens -> how it is taken back."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from lundi.core.work import Work
from lundi.domains.history import (
    board_reversals,
    column_reversals,
    group_reversals,
    pulse_reversals,
    update_reversals,
)
from lundi.domains.history.schemas import Recorded

Reversal: TypeAlias = Callable[[Work, Recorded], Awaitable[None]]

CREATIONS = ("PulseCreated", "PulseDuplicated", "GroupCreated", "GroupDuplicated", "ColumnCreated")
REVERSALS: dict[str, Reversal] = {
    "BoardArchived": board_reversals.unarchive,
    "BoardChanged": board_reversals.change_back,
    "BoardDeleted": board_reversals.undelete,
    "BoardKindChanged": board_reversals.change_kind_back,
    "BoardMoved": board_reversals.move_back,
    "BoardRestored": board_reversals.put_away_again,
    "ColumnChanged": column_reversals.change_back,
    "ColumnCreated": column_reversals.uncreate,
    "ColumnDeleted": column_reversals.undelete,
    "ColumnPlaced": column_reversals.place_back,
    "ColumnRestored": column_reversals.delete_again,
    "GroupArchived": group_reversals.unarchive,
    "GroupChanged": group_reversals.change_back,
    "GroupCreated": group_reversals.uncreate,
    "GroupDeleted": group_reversals.undelete,
    "GroupDuplicated": group_reversals.unduplicate,
    "GroupPlaced": group_reversals.place_back,
    "GroupRestored": group_reversals.put_away_again,
    "PulseArchived": pulse_reversals.unarchive,
    "PulseCreated": pulse_reversals.uncreate,
    "PulseDeleted": pulse_reversals.undelete,
    "PulseDuplicated": pulse_reversals.unduplicate,
    "PulseMoved": pulse_reversals.move_back,
    "PulseRenamed": pulse_reversals.rename_back,
    "PulseRestored": pulse_reversals.put_away_again,
    "ReplyPosted": update_reversals.unpost,
    "UpdateDeleted": update_reversals.undelete,
    "UpdateEdited": update_reversals.edit_back,
    "UpdatePinned": update_reversals.unpin,
    "UpdatePosted": update_reversals.unpost,
    "UpdateRestored": update_reversals.delete_again,
    "UpdateUnpinned": update_reversals.pin_again,
    "ValueChanged": pulse_reversals.set_back,
}

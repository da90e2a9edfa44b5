"""Pulses as the product knows them. Times in microseconds."""

from functools import cached_property
from typing import Any, cast

import msgspec

from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types.column_type import Facts

ARCHIVED_ABOVE, DELETED_ABOVE = "archived_above", "deleted_above"
"""States of a subitem that was active when its parent, or that one's group, was put away; it comes back with it."""


class Pulse(msgspec.Struct, frozen=True, dict=True):
    """`state` is `archived` too where only its group, board or parent is. `parent_id`: of a subitem, the pulse it is under.

    `number`: which of its board's pulses it was, the first being 1.
    """

    id: int
    board_id: int
    group_id: str
    parent_id: int | None
    position: str
    name: str
    number: int
    values_text: str
    state: str
    creator_id: int | None
    updates_count: int
    last_update_at: int | None
    created_at: int
    updated_at: int

    @cached_property
    def values(self) -> dict[str, Any]:
        """Column id -> stored value."""
        return cast(dict[str, Any], msgspec.json.decode(self.values_text))

    @property
    def facts(self) -> Facts:
        """For the column types that show what the pulse itself knows."""
        return Facts(
            pulse_id=self.id,
            created_at=self.created_at,
            updated_at=self.updated_at,
            creator_id=self.creator_id,
            number=self.number,
        )


class Cell(msgspec.Struct, frozen=True):
    """Where a pulse and a column of its board meet."""

    board: Board
    column: Column
    pulse: Pulse

"""Pulses as the product knows them. Times in microseconds."""

from typing import Any

import msgspec

from lundi.domains.boards.schemas import Board, Column


class Pulse(msgspec.Struct, frozen=True):
    """`state` is `archived` too where only its group or board is. `values`: column id -> stored value."""

    id: int
    board_id: int
    group_id: str
    position: str
    name: str
    values: dict[str, Any]
    state: str
    creator_id: int | None
    updates_count: int
    last_update_at: int | None
    created_at: int
    updated_at: int


class Cell(msgspec.Struct, frozen=True):
    """Where a pulse and a column of its board meet."""

    board: Board
    column: Column
    pulse: Pulse

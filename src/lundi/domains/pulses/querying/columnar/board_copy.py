"""A board in memory: its active pulses in their order, and the columns that queries have looked at."""

import asyncio
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from lundi.domains.column_types.conditions import Look
from lundi.domains.pulses.querying.columnar.column import Column, Flags, Numbers
from lundi.domains.pulses.querying.columnar.needs import (
    NAME,
    NUMBER_FACTS,
    Need,
    NotInMemory,
    as_number,
)
from lundi.domains.pulses.querying.columnar.statements import Row

Slots = npt.NDArray[np.int32]
Ids = npt.NDArray[np.int64]
GARBAGE = 50_000
"""Values that a column may hold beyond those of its pulses before all is read anew."""


class BoardCopy:
    """Each pulse has a slot, which it keeps; `order` has the slots of those that are there, as they stand on the board.

    `applied`: the last event of the board that is in it, as are all before. Whoever brings it up to date holds `lock`.
    `needs`: for which of them it was read; `left_out` those of them that only SQL can answer.
    """

    def __init__(self, account_id: int, board_id: int, applied: int) -> None:
        self.account_id = account_id
        self.board_id = board_id
        self.applied = applied
        self.lock = asyncio.Lock()
        self.ids: Ids = np.zeros(0, np.int64)
        self.order: Slots = np.zeros(0, np.int32)
        self.groups = Column(is_json=False)
        self.columns: dict[str, Column] = {}
        self.needs: set[Need] = set()
        self.left_out: set[Need] = set()
        self._facts: dict[str, Ids] = {}
        self._positions: npt.NDArray[np.bytes_] = np.zeros(0, "S1")
        self._group_positions: dict[int, str] = {}
        self._is_there: Flags = np.zeros(0, np.bool_)
        self._sorted: Slots = np.zeros(0, np.int32)
        self._late: dict[int, int] = {}
        self._size = 0

    def fill(
        self,
        ids: "array[int]",
        group_codes: "array[int]",
        group_positions: dict[int, str],
        positions: Sequence[npt.NDArray[np.bytes_]],
        times: "tuple[array[int], array[int]]",
    ) -> None:
        """All at once, in the order of the board."""
        self._size = len(ids)
        self.ids = np.array(ids, np.int64)
        self.order = np.arange(len(ids), dtype=np.int32)
        self.groups.codes = np.array(group_codes, np.int32)
        self._group_positions = group_positions
        self._positions = np.concatenate([self._positions, *positions])
        created, updated = times
        self._facts = {
            "created_at": np.array(created, np.int64),
            "updated_at": np.array(updated, np.int64),
        }
        self._is_there = np.ones(len(ids), np.bool_)
        self._sorted = np.argsort(self.ids).astype(np.int32)

    @property
    def size(self) -> int:
        """In bytes, about."""
        arrays: tuple[npt.NDArray[Any], ...] = (
            self.ids,
            self.order,
            self._positions,
            self._is_there,
            self._sorted,
        )
        own = sum(one.nbytes for one in arrays) + sum(one.nbytes for one in self._facts.values())
        return own + sum(one.size for one in self._all_columns()) + 100 * len(self._late)

    @property
    def is_worn(self) -> bool:
        """So much was changed that it is better read anew."""
        most = 2 * len(self.ids) + GARBAGE
        return any(column.distinct > most for column in self._all_columns())

    def has(self, needs: Iterable[Need]) -> bool:
        return all(
            need.source in self.columns
            and (need.order is None or self.columns[need.source].has_keys(need.order))
            for need in needs
        )

    def column(self, look: Look, column_id: str) -> Column:
        """What stands at `look` is in it. Raises NotInMemory."""
        if look.fact == "group_id":
            return self.groups
        if look.fact in NUMBER_FACTS:
            raise NotInMemory
        return self.columns[NAME if look.fact else column_id]

    def fact(self, name: str, slots: Slots) -> Ids:
        """One of NUMBER_FACTS."""
        return (self.ids if name == "id" else self._facts[name])[slots]

    def numbers(self, look: Look, column_id: str, slots: Slots) -> Numbers:
        """NaN where there is none."""
        if look.fact in NUMBER_FACTS:
            return self.fact(look.fact, slots).astype(np.float64)
        column = self.column(look, column_id)
        return column.keys(as_number(look))[column.codes[slots]]

    def slots_of(self, ids: Ids) -> Slots:
        """-1 for what it doesn't have."""
        own = self.ids[self._sorted]
        places = np.minimum(np.searchsorted(own, ids), max(len(own) - 1, 0))
        found = np.where(own[places] == ids, self._sorted[places], -1) if len(own) else ids * 0 - 1
        for place in np.flatnonzero(found < 0):
            found[place] = self._late.get(int(ids[place]), -1)
        return found.astype(np.int32)

    def add(self, source: str, column: Column, ids: "array[int]", codes: "array[int]") -> None:
        """A column that was read by itself: what changed since is still to come, by the events after its own `applied`."""
        slots = self.slots_of(np.array(ids, np.int64))
        column.codes = np.zeros(len(self.ids), np.int32)
        column.codes[slots[slots >= 0]] = np.array(codes, np.int32)[slots >= 0]
        self.columns[source] = column

    def patch(self, rows: Iterable[Row], named: Set[int]) -> None:
        """Those `named` are now as in `rows`; what isn't there is not on the board any more."""
        there = {row.id: row for row in rows}
        moved: list[int] = []
        stays = True
        for pulse_id in named:
            row, slot = there.get(pulse_id), self._slot(pulse_id)
            if row is not None:
                slot = self._new_slot(pulse_id) if slot is None else slot
                if self._place(slot, row):
                    moved.append(slot)
                self._put(slot, row)
            elif slot is not None and self._is_there[slot]:
                self._is_there[slot] = stays = False
        if moved or not stays:
            self._reorder(moved)

    def _slot(self, pulse_id: int) -> int | None:
        place = bisect_left(self._sorted, pulse_id, key=self._id_at)
        if place < len(self._sorted) and self._id_at(self._sorted[place]) == pulse_id:
            return int(self._sorted[place])
        return self._late.get(pulse_id)

    def _id_at(self, slot: Any) -> int:
        return int(self.ids[slot])

    def _new_slot(self, pulse_id: int) -> int:
        slot = self._size
        if slot == len(self.ids):
            self._grow(slot + slot // 8 + 1000)
        self._size += 1
        self.ids[slot] = pulse_id
        self._late[pulse_id] = slot
        return slot

    def _grow(self, to: int) -> None:
        self.ids = _grown(self.ids, to)
        self._positions = _grown(self._positions, to)
        self._is_there = _grown(self._is_there, to)
        self._facts = {name: _grown(fact, to) for name, fact in self._facts.items()}
        for column in self._all_columns():
            column.codes = _grown(column.codes, to)

    def _place(self, slot: int, row: Row) -> bool:
        """Whether it stands somewhere else now."""
        code, position = self.groups.code_of(row.group_id), row.position.encode()
        stood = bool(self._is_there[slot]), self.groups.codes[slot], self._positions[slot]
        self._group_positions[code] = row.group_position
        if len(position) > self._positions.itemsize:
            self._positions = self._positions.astype(f"S{2 * len(position)}")
        self.groups.codes[slot], self._positions[slot] = code, position
        if stood == (True, code, position):
            return False
        self._is_there[slot] = False
        return True

    def _put(self, slot: int, row: Row) -> None:
        self._facts["created_at"][slot] = row.created_at
        self._facts["updated_at"][slot] = row.updated_at
        values = msgspec.json.decode(row.values_text, type=dict[str, msgspec.Raw])
        for source, column in self.columns.items():
            if source == NAME:
                column.codes[slot] = column.code_of(row.name)
            else:
                raw = values.get(source)
                column.codes[slot] = 0 if raw is None else column.code_of(bytes(raw).decode())

    def _reorder(self, moved: list[int]) -> None:
        self.order = self.order[self._is_there[self.order]]
        moved.sort(key=self._where)
        places = [bisect_left(self.order, self._where(one), key=self._where) for one in moved]
        self.order = np.insert(self.order, places, moved).astype(np.int32)
        self._is_there[moved] = True

    def _where(self, slot: Any) -> tuple[bytes, bytes, bytes, int]:
        """What ORDER_OF_BOARD sorts by."""
        code = int(self.groups.codes[slot])
        group = self._group_positions[code].encode(), self.groups.value(code).raw.encode()
        return (*group, bytes(self._positions[slot]), int(self.ids[slot]))

    def _all_columns(self) -> Iterable[Column]:
        return (self.groups, *self.columns.values())


def _grown(old: Any, to: int) -> Any:
    new = np.zeros(to, old.dtype)
    new[: len(old)] = old
    return new

"""Reading a board into memory, in pages, with turns of the event loop in between."""

import asyncio
import time
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from lundi.core.database import Database
from lundi.core.work import Actor, Work, last_event_id, read, snapshot
from lundi.domains.pulses.querying.columnar.board_copy import BoardCopy
from lundi.domains.pulses.querying.columnar.column import Column
from lundi.domains.pulses.querying.columnar.needs import NAME, Need, NotInMemory, TooLarge
from lundi.domains.pulses.querying.columnar.statements import (
    LAST_OF_BOARD,
    columns_alone,
    whole_board,
)


class Turns:
    """Of the event loop: as long as others took theirs, within these bounds, is read at a time."""

    SHORTEST, LONGEST = 0.005, 0.05

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._length = self.SHORTEST

    async def take(self) -> None:
        ends = time.perf_counter()
        if ends - self._began < self._length:
            return
        await asyncio.sleep(0)
        self._began = time.perf_counter()
        self._length = min(max(self._began - ends, self.SHORTEST), self.LONGEST)


class Reading:
    """Columns that are being read, value by value."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.sources = tuple(sources)
        self.ids = array("q")
        self.codes = [array("i") for _ in self.sources]
        self.columns = [Column(is_json=source != NAME) for source in self.sources]

    def take(self, ids: Sequence[int], values: Sequence[Sequence[Any]]) -> None:
        self.ids.extend(ids)
        for codes, column, own in zip(self.codes, self.columns, values, strict=True):
            codes.extend(map(column.code_of, own))

    @property
    def size(self) -> int:
        own = sum(column.size for column in self.columns)
        return own + len(self.ids) * (60 + 4 * len(self.columns))


async def build(
    database: Database, account_id: int, board_id: int, needs: set[Need], most: int
) -> BoardCopy:
    """As it is when it begins to read. Raises TooLarge where it would take more than `most` bytes."""
    actor = Actor(account_id, None, "company")
    settled = await read(database, actor, last_event_id)
    reading = Reading(sorted({need.source for need in needs}))
    positions: list[Any] = []
    turns = Turns()
    groups, group_positions = Column(is_json=False), dict[int, str]()
    group_codes, created, updated = array("i"), array("q"), array("q")
    async with snapshot(database, actor) as work:
        applied = await _last_of_board(work, board_id, settled)
        async for page in work.pages(whole_board(reading.sources), _row, board_id=board_id):
            ids, in_groups, at, own, born, changed, *values = zip(*page, strict=True)
            reading.take(ids, values)
            codes = list(map(groups.code_of, in_groups))
            group_codes.extend(codes)
            group_positions.update(zip(codes, at, strict=True))
            positions.append(np.array([one.encode() for one in own]))
            created.extend(born)
            updated.extend(changed)
            _check(reading, most)
            await turns.take()
    copy = BoardCopy(account_id, board_id, applied)
    copy.groups = groups
    await asyncio.to_thread(
        copy.fill, reading.ids, group_codes, group_positions, positions, (created, updated)
    )
    _add(copy, reading)
    await prepare(copy, needs)
    return copy


async def add_columns(database: Database, copy: BoardCopy, needs: set[Need], most: int) -> None:
    """What its new columns missed is still to be applied afterwards. Raises TooLarge."""
    actor = Actor(copy.account_id, None, "company")
    settled = await read(database, actor, last_event_id)
    reading = Reading(sorted({need.source for need in needs} - copy.columns.keys()))
    if reading.sources:
        turns = Turns()
        async with snapshot(database, actor) as work:
            applied = await _last_of_board(work, copy.board_id, settled)
            statement = columns_alone(reading.sources)
            async for page in work.pages(statement, _row, board_id=copy.board_id):
                ids, *values = zip(*page, strict=True)
                reading.take(ids, values)
                _check(reading, most)
                await turns.take()
        async with copy.lock:
            _add(copy, reading)
            copy.applied = min(copy.applied, applied)
    await prepare(copy, needs)


async def prepare(copy: BoardCopy, needs: set[Need]) -> None:
    """What it is compared and sorted by, as far as it can be."""
    copy.needs |= needs
    for need in needs:
        if need.order is not None:
            try:
                await copy.columns[need.source].prepare(need.order, Turns().take)
            except NotInMemory:
                copy.left_out.add(need)


def _add(copy: BoardCopy, reading: Reading) -> None:
    for source, column, codes in zip(reading.sources, reading.columns, reading.codes, strict=True):
        copy.add(source, column, reading.ids, codes)


async def _last_of_board(work: Work, board_id: int, settled: int) -> int:
    return await work.one(
        LAST_OF_BOARD, lambda last: last or 0, board_id=board_id, up_to_id=settled
    )


def _check(reading: Reading, most: int) -> None:
    if reading.size > most:
        raise TooLarge


def _row(*row: Any) -> tuple[Any, ...]:
    return row

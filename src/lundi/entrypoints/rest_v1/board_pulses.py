"""A board's pulses in their envelope, and pages of them that are encoded once for as long as they stay the same."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from lundi.core.ordering import as_number
from lundi.core.work import Work
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types.column_type import People
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.rest_v1.cells import (
    Cell,
    CellColumn,
    cell_makers,
    cells_of,
    named_users,
    people_for,
)
from lundi.entrypoints.rest_v1.encoded import Encoded, encoded
from lundi.entrypoints.rest_v1.formats import pulse_url, when

LARGEST_KEPT = 50
"""Pulses; the pages that are kept take some 30 MB at most."""


class BarePulse(msgspec.Struct):
    url: str
    id: int
    name: str
    updates_count: int
    board_id: int
    created_at: str
    updated_at: str


class BoardMeta(msgspec.Struct):
    position: float
    group_id: str


class BoardPulse(msgspec.Struct):
    pulse: BarePulse
    board_meta: BoardMeta
    column_values: list[Cell]


async def board_pulse_answers(work: Work, found: Sequence[Pulse]) -> list[BoardPulse]:
    """Three statements for any number of them."""
    columns = await columns_of_boards(work, {pulse.board_id for pulse in found})
    shown = {board_id: _cell_columns(of_board) for board_id, of_board in columns.items()}
    people = await people_for(work, named_users(found, shown))
    return _shown(work.site, found, shown, people)


async def board_pulse_answer(work: Work, pulse: Pulse) -> BoardPulse:
    (answer,) = await board_pulse_answers(work, [pulse])
    return answer


async def board_page(work: Work, board: Board, found: Sequence[Pulse]) -> Encoded[list[BoardPulse]]:
    columns = _cell_columns((await columns_of_boards(work, {board.id}))[board.id])
    make = _kept if len(found) <= LARGEST_KEPT else _Page
    page = make(board.id, tuple(found), columns)
    return page.answer(work.site, await people_for(work, page.named))


class _Page:
    """The pulses of a page, and its last answer.

    `_kept` finds it by the rows themselves as they were just read, and its answer is made anew when anything else that stands in it
    is another. So nobody has to tell it what changed, and what it answers can't be out of date.
    """

    def __init__(
        self, board_id: int, found: tuple[Pulse, ...], columns: tuple[CellColumn, ...]
    ) -> None:
        self._found = found
        self._columns = {board_id: columns}
        self._made_for: tuple[str, People] | None = None
        self.named = named_users(found, self._columns)

    def answer(self, site: str, people: People) -> Encoded[list[BoardPulse]]:
        if self._made_for != (site, people):
            self._answer = encoded(_shown(site, self._found, self._columns, people))
            self._made_for = (site, people)
        return self._answer


_kept = lru_cache(200)(_Page)


def _cell_columns(columns: Sequence[Column]) -> tuple[CellColumn, ...]:
    return tuple(CellColumn(column.id, column.title, column.type) for column in columns)


def _shown(
    site: str,
    found: Sequence[Pulse],
    columns: Mapping[int, tuple[CellColumn, ...]],
    people: People,
) -> list[BoardPulse]:
    makers = {board_id: cell_makers(of_board, people) for board_id, of_board in columns.items()}
    return [
        BoardPulse(
            pulse=BarePulse(
                url=pulse_url(site, pulse),
                id=pulse.id,
                name=pulse.name,
                updates_count=pulse.updates_count,
                board_id=pulse.board_id,
                created_at=when(pulse.created_at),
                updated_at=when(pulse.updated_at),
            ),
            board_meta=BoardMeta(position=as_number(pulse.position), group_id=pulse.group_id),
            column_values=cells_of(pulse, makers[pulse.board_id]),
        )
        for pulse in found
    ]

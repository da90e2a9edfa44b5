"""What cells show that keep nothing themselves, or only ids: links, mirrors, formulas, progress and subitems.

Everything is looked up for all cells at once, and links are followed only to what the actor sees.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.core.known import Known
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import DELETED, Column
from lundi.domains.column_types import progress, status
from lundi.domains.column_types.formulas.evaluation import Formula, Given, read_formula, shown
from lundi.domains.column_types.formulas.parts import part_of
from lundi.domains.column_types.mirror import displayed_columns, relation_columns
from lundi.domains.pulses.cells import ReadCell, read_cells
from lundi.domains.pulses.queries import subitems_of, visible_pulses
from lundi.domains.pulses.schemas import Pulse

DEEPEST = 4
"""How many mirrors and formulas may stand behind one another; what lies deeper shows as nothing."""
NOT_A_FORMULA = "Illegal formula"
_Display: TypeAlias = Callable[[Known, list[ReadCell], int], Awaitable[list[str]]]
_Place: TypeAlias = tuple[int, str]


class Mirrored(msgspec.Struct, frozen=True):
    """A linked pulse and one of its cells."""

    pulse: Pulse
    cell: ReadCell


async def displays(known: Known, cells: Sequence[ReadCell], depth: int = 0) -> list[str]:
    """The texts of the cells, in their order."""
    of_type: defaultdict[str, list[int]] = defaultdict(list)
    found = ["" for _ in cells]
    for at, cell in enumerate(cells):
        if cell.column.type in _DISPLAYS:
            of_type[cell.column.type].append(at)
        else:
            found[at] = cell.text or ""
    for name, places in of_type.items():
        if depth < DEEPEST:
            texts = await _DISPLAYS[name](known, [cells[at] for at in places], depth + 1)
            for at, text in zip(places, texts, strict=True):
                found[at] = text
    return found


async def linked_pulses(known: Known, cells: Sequence[ReadCell]) -> list[list[Pulse]]:
    """Of cells that link to pulses: those that the actor sees."""
    linked = [_linked_ids(cell.pulse, cell.column.id) for cell in cells]
    return await _seen(known, linked)


async def pulses_linked_in(
    known: Known, pulses: Sequence[Pulse], column_id: str
) -> list[list[Pulse]]:
    """Of the pulses' cells in a column that is known to link to pulses: those that the actor sees."""
    return await _seen(known, [_linked_ids(pulse, column_id) for pulse in pulses])


async def subitems_of_pulses(known: Known, pulses: Sequence[Pulse]) -> list[list[Pulse]]:
    ids = (pulse.id for pulse in pulses if pulse.parent_id is None)
    found = await known.look_up("subitems", ids, subitems_of)
    return [found.get(pulse.id) or [] for pulse in pulses]


async def mirrored(known: Known, cells: Sequence[ReadCell]) -> list[list[Mirrored]]:
    """Of mirrors: what the linked pulses have in the columns that the settings name."""
    linked = await _seen(
        known,
        [
            [i for one in relation_columns(c.column.settings) for i in _linked_ids(c.pulse, one)]
            for c in cells
        ],
    )
    wanted: set[_Place] = set()
    for cell, pulses in zip(cells, linked, strict=True):
        named = displayed_columns(cell.column.settings)
        wanted |= {(p.board_id, column_id) for p in pulses for column_id in named(p.board_id)}
    there = await _cells_of(known, [pulse for own in linked for pulse in own], wanted)
    found = []
    for cell, pulses in zip(cells, linked, strict=True):
        named = displayed_columns(cell.column.settings)
        places = [(pulse, (pulse.id, one)) for pulse in pulses for one in named(pulse.board_id)]
        found.append([Mirrored(pulse, there[at]) for pulse, at in places if at in there])
    return found


async def _names_of_linked(known: Known, cells: list[ReadCell], depth: int) -> list[str]:
    return [names(pulses) for pulses in await linked_pulses(known, cells)]


async def _names_of_subitems(known: Known, cells: list[ReadCell], depth: int) -> list[str]:
    return [names(own) for own in await subitems_of_pulses(known, [cell.pulse for cell in cells])]


def names(pulses: Iterable[Pulse]) -> str:
    return ", ".join(pulse.name for pulse in pulses)


async def _texts_of_mirrors(known: Known, cells: list[ReadCell], depth: int) -> list[str]:
    found = await mirrored(known, cells)
    texts = iter(await displays(known, [one.cell for own in found for one in own], depth))
    return [", ".join(text for _ in own if (text := next(texts))) for own in found]


async def _percents(known: Known, cells: list[ReadCell], depth: int) -> list[str]:
    columns = await known.look_up("columns", {c.pulse.board_id for c in cells}, columns_of_boards)
    found = []
    for cell in cells:
        own = [c for c in columns[cell.pulse.board_id] or () if c.type == status.TYPE.name]
        done = {c.id for c in own if status.is_done(cell.pulse.values.get(c.id), c.settings)}
        shares = cell.column.settings.get("columns") or {c.id: 1 for c in own}
        found.append(f"{progress.percent(done, shares)}%")
    return found


async def _results(known: Known, cells: list[ReadCell], depth: int) -> list[str]:
    columns = await known.look_up("columns", {c.pulse.board_id for c in cells}, columns_of_boards)
    asked: list[tuple[ReadCell, Formula | None, dict[str, Column]]] = []
    wanted: set[_Place] = set()
    for cell in cells:
        board_id = cell.pulse.board_id
        formula = _formula(cell.column.settings.get("formula") or "")
        named = _named(formula, columns[board_id] or [])
        wanted |= {(board_id, column.id) for column in named.values()}
        asked.append((cell, formula, named))
    there = await _cells_of(known, [cell.pulse for cell in cells], wanted)
    places = list(there)
    texts = await displays(known, [there[at] for at in places], depth)
    text_at = dict(zip(places, texts, strict=True))
    return [_result(*one, text_at) for one in asked]


def _result(
    cell: ReadCell,
    formula: Formula | None,
    named: dict[str, Column],
    text_at: dict[_Place, str],
) -> str:
    if formula is None:
        return NOT_A_FORMULA if cell.column.settings.get("formula") else ""
    values = {}
    for name, column in named.items():
        text = cell.pulse.name if column.type == "name" else text_at.get((cell.pulse.id, column.id))
        values[name] = part_of(text or "", name.partition("#")[2])
    return shown(formula, Given(values, cell.around))


def _formula(source: str) -> Formula | None:
    try:
        return read_formula(source) if source.strip() else None
    except Invalid:
        return None


def _named(formula: Formula | None, columns: Sequence[Column]) -> dict[str, Column]:
    """By the names in the formula: a column's id, or else its title."""
    by_title = {column.title.casefold(): column for column in reversed(columns)}
    by_id = {column.id: column for column in columns}
    found = {}
    for name in formula.columns if formula else ():
        of_column = name.partition("#")[0].strip()
        column = by_id.get(of_column) or by_title.get(of_column.casefold())
        if column is not None:
            found[name] = column
    return found


async def _cells_of(
    known: Known, pulses: Sequence[Pulse], wanted: set[_Place]
) -> dict[_Place, ReadCell]:
    """By pulse and column; `wanted`: boards and columns."""
    alone = list({pulse.id: pulse for pulse in pulses}.values())
    board_ids = {pulse.board_id for pulse in alone}
    columns = await known.look_up("columns", board_ids, columns_of_boards)
    chosen = {
        board_id: [c for c in columns[board_id] or () if (board_id, c.id) in wanted]
        for board_id in board_ids
    }
    rows = await read_cells(known, alone, chosen)
    return {(cell.pulse.id, cell.column.id): cell for row in rows for cell in row}


async def _seen(known: Known, linked: list[list[int]]) -> list[list[Pulse]]:
    ids = {one for own in linked for one in own}
    found = await known.look_up("items", ids, visible_pulses)
    return [[p for one in own if (p := found[one]) and p.state != DELETED] for own in linked]


def _linked_ids(pulse: Pulse, column_id: str) -> list[int]:
    stored = pulse.values.get(column_id)
    return list(stored["item_ids"]) if isinstance(stored, dict) and "item_ids" in stored else []


_DISPLAYS: dict[str, _Display] = {
    "board_relation": _names_of_linked,
    "dependency": _names_of_linked,
    "formula": _results,
    "mirror": _texts_of_mirrors,
    "progress": _percents,
    "subtasks": _names_of_subitems,
}
COMPUTED = frozenset(_DISPLAYS)
"""The types whose text is found here."""

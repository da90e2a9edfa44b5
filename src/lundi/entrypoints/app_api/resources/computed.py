"""What cells show that keep nothing themselves: formulas, mirrors, links by name, progress, subitems."""

from typing import Annotated

import msgspec

from lundi.core.known import Known
from lundi.core.work import Work
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.pulses.cells import read_cells
from lundi.domains.pulses.computing import COMPUTED, displays
from lundi.domains.pulses.queries import visible_pulses
from lundi.entrypoints.app_api.operation import post
from lundi.entrypoints.app_api.shapes import Id


class CellsToCompute(msgspec.Struct):
    pulse_ids: Annotated[list[Id], msgspec.Meta(max_length=500)]


@post("/computed")
async def compute_cells(work: Work, given: CellsToCompute) -> dict[str, dict[str, str]]:
    """By pulse and column their texts; pulses that one doesn't see are left out."""
    pulses = list((await visible_pulses(work, set(given.pulse_ids))).values())
    columns = await columns_of_boards(work, {pulse.board_id for pulse in pulses})
    chosen = {
        board_id: [column for column in own if column.type in COMPUTED]
        for board_id, own in columns.items()
    }
    known = Known(work)
    cells = [cell for row in await read_cells(known, pulses, chosen) for cell in row]
    found: dict[str, dict[str, str]] = {str(pulse.id): {} for pulse in pulses}
    for cell, text in zip(cells, await displays(known, cells), strict=True):
        found[str(cell.pulse.id)][cell.column.id] = text
    return found

"""What copies answer: ids and sums. None where there is no copy, and SQL answers."""

from collections.abc import Sequence
from typing import Any

from lundi.core.work import Work
from lundi.domains.boards.schemas import Board
from lundi.domains.pulses.querying.columnar.copies import COPIES, USED, Copies
from lundi.domains.pulses.querying.columnar.needs import NotInMemory, needs_of, needs_of_made
from lundi.domains.pulses.querying.plans import Made, Plan, Where


async def ids_in_memory(
    work: Work,
    board: Board,
    plan: Plan,
    ids: Sequence[int] | None = None,
    group_id: str | None = None,
) -> Sequence[int] | None:
    """Of the active pulses that it finds, in its order, else in the board's."""
    copies = work.memory.get(Copies)
    if copies is None:
        return None
    try:
        copy = await copies.copy_of(work, board, needs_of(plan))
        if copy is None:
            return None
        from lundi.domains.pulses.querying.columnar.finding import find  # noqa: PLC0415

        found = find(copy, plan, ids, group_id)
    except NotInMemory:
        return None
    COPIES.add(USED)
    return found


async def page_in_memory(work: Work, board: Board, skip: int, take: int) -> list[int] | None:
    """The ids of the active pulses from there on, in the board's order."""
    copies = work.memory.get(Copies)
    copy = None if copies is None else await copies.copy_of(work, board, set())
    if copy is None:
        return None
    COPIES.add(USED)
    return [int(one) for one in copy.ids[copy.order[skip : skip + take]]]


async def sums_in_memory(
    work: Work,
    board: Board,
    where: Where,
    ids: Sequence[int] | None,
    keys: Sequence[Made],
    measures: Sequence[tuple[str, Made | None]],
    most: int,
) -> list[tuple[Any, ...]] | None:
    """Of each group the lowest id, its keys and its measures; the smallest keys first, at most `most`."""
    copies = work.memory.get(Copies)
    if copies is None:
        return None
    made = [*keys, *(one for _, one in measures if one is not None)]
    try:
        copy = await copies.copy_of(work, board, needs_of(Plan(where)) | needs_of_made(made))
        if copy is None:
            return None
        from lundi.domains.pulses.querying.columnar import finding, summing  # noqa: PLC0415

        slots = finding.slots_found(copy, where, ids)
        found = summing.summed(copy, slots, keys, measures, most)
    except NotInMemory:
        return None
    COPIES.add(USED)
    return found

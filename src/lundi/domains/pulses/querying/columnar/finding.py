"""Which pulses of a copy fit a plan, and in which order."""

import math
from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lundi.domains.column_types import conditions as c
from lundi.domains.pulses.querying.columnar.board_copy import BoardCopy, Slots
from lundi.domains.pulses.querying.columnar.column import Flags, Numbers
from lundi.domains.pulses.querying.columnar.needs import NUMBER_FACTS, chain, is_of_numbers
from lundi.domains.pulses.querying.columnar.reading import fits
from lundi.domains.pulses.querying.plans import Every, On, Plan, Some, Sorted, Where

_SIGN = np.uint64(63)
_LAST = np.uint64(2**64 - 1)


def find(
    copy: BoardCopy,
    plan: Plan,
    ids: Sequence[int] | None = None,
    group_id: str | None = None,
) -> "array[int]":
    """Ids, in the order of the plan, else of the board. Raises NotInMemory."""
    slots = slots_found(copy, plan.where, ids, group_id)
    keys = [key for by in plan.order for key in _keys(copy, by, slots)]
    if keys:
        slots = slots[_places(keys)]
    found = array("q")
    found.frombytes(copy.ids[slots].tobytes())
    return found


def slots_found(
    copy: BoardCopy,
    where: Where,
    ids: Sequence[int] | None = None,
    group_id: str | None = None,
) -> Slots:
    """In the order of the board. Raises NotInMemory."""
    slots = copy.order
    if group_id is not None:
        slots = slots[copy.groups.codes[slots] == copy.groups.code_of(group_id)]
    if ids is not None:
        slots = slots[np.isin(copy.ids[slots], np.array(ids, np.int64))]
    return _narrowed(copy, where, slots)


def _narrowed(copy: BoardCopy, where: Where, slots: Slots) -> Slots:
    if isinstance(where, Every):
        for one in where.of:
            slots = _narrowed(copy, one, slots)
        return slots
    return slots[_flags(copy, where, slots)]


def _flags(copy: BoardCopy, where: Where, slots: Slots) -> Flags:
    if isinstance(where, On):
        return _fitting(copy, where.condition, where.column_id, slots)
    together = np.logical_and if isinstance(where, Every) else np.logical_or
    found = np.full(len(slots), isinstance(where, Every))
    for one in where.of:
        together(found, _flags(copy, one, slots), out=found)
    return found


def _fitting(copy: BoardCopy, asked: c.Condition, column_id: str, slots: Slots) -> Flags:
    match asked:
        case c.Always(answer):
            found = np.full(len(slots), answer)
        case c.Not(of):
            found = np.logical_not(_fitting(copy, of, column_id, slots))
        case c.All(of):
            found = _flags(copy, Every(tuple(On(one, column_id) for one in of)), slots)
        case c.Either(of):
            found = _flags(copy, Some(tuple(On(one, column_id) for one in of)), slots)
        case c.Counts():
            wanted = np.array([one for one in asked.numbers if not math.isnan(one)], np.float64)
            found = np.isin(copy.numbers(asked.look, column_id, slots), wanted)
        case c.Spans() if is_of_numbers(asked):
            found = _between(asked, copy.numbers(asked.look, column_id, slots))
        case _:
            column = copy.column(getattr(asked, "look", c.VALUE), column_id)
            found = column.table(fits(asked))[column.codes[slots]]
    return found


def _between(asked: c.Spans, numbers: Numbers) -> Flags:
    found = ~np.isnan(numbers)
    if asked.low is not None:
        low = float(asked.low)
        found &= numbers > low if asked.without_low else numbers >= low
    if asked.high is not None:
        high = float(asked.high)
        found &= numbers < high if asked.without_high else numbers <= high
    return found


def _keys(copy: BoardCopy, by: Sorted, slots: Slots) -> list[Numbers]:
    """NaN is sorted last, whatever the direction."""
    keys = [_key(copy, order, by.column_id, slots) for order in chain(by.order)]
    return [-key for key in keys] if by.descending else keys


def _places(keys: list[Numbers]) -> npt.NDArray[np.intp]:
    """Which comes where: by the first of the keys, then the next; what is the same everywhere stays as it stands.

    Sixteen bits at a time, the lowest first, as numpy sorts those by counting: ten times as fast as comparing.
    """
    places = np.arange(len(keys[0]))
    for key in reversed(keys):
        bits = (key + 0.0).view(np.uint64)
        bits = np.where(bits >> _SIGN, ~bits, bits | (np.uint64(1) << _SIGN))
        bits[np.isnan(key)] = _LAST
        for shift in (0, 16, 32, 48):
            part = (bits >> np.uint64(shift)).astype(np.uint16)[places]
            if len(part) and part.min() != part.max():
                places = places[np.argsort(part, kind="stable")]
    return places


def _key(copy: BoardCopy, order: c.Order, column_id: str, slots: Slots) -> Numbers:
    if order.look.fact in NUMBER_FACTS:
        return copy.numbers(order.look, column_id, slots)
    column = copy.column(order.look, column_id)
    return column.keys(order)[column.codes[slots]]

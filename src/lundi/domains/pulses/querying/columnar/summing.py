"""Counts, sums and the like over what a plan finds in a copy, by groups."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lundi.core.clock import DAY
from lundi.domains.pulses.querying.columnar.board_copy import BoardCopy, Slots
from lundi.domains.pulses.querying.columnar.column import MOST_LOOKED_AT, Flags, Numbers
from lundi.domains.pulses.querying.columnar.needs import NUMBER_FACTS, NotInMemory
from lundi.domains.pulses.querying.columnar.reading import made_of, stepped
from lundi.domains.pulses.querying.plans import Made

Places = npt.NDArray[np.int64]
_FEW = 1_000_000
_FIRST_DAY = datetime.date(1970, 1, 1)


class Keyed:
    """`places`: of each pulse, where its value is among those that are different, sorted; behind them all where it has none."""

    def __init__(self, places: Places, values: list[Any]) -> None:
        self.places = places
        self.values = values

    @property
    def is_there(self) -> Flags:
        return self.places < len(self.values)


def summed(
    copy: BoardCopy,
    slots: Slots,
    keys: Sequence[Made],
    measures: Sequence[tuple[str, Made | None]],
    most: int,
) -> list[tuple[Any, ...]]:
    """Of each group the lowest id, its keys and its measures; the smallest keys first, at most `most`. Raises NotInMemory."""
    keyed = [_keyed(copy, key, slots) for key in keys]
    groups, combined = _grouped(keyed, len(slots))
    if len(combined) > most:
        within = groups < most
        slots, groups, combined = slots[within], groups[within], combined[:most]
    count = len(combined)
    told = [_least(copy.ids[slots], groups, count)]
    told += [
        [one.values[place] if place < len(one.values) else None for place in places]
        for one, places in zip(keyed, _apart(keyed, combined), strict=True)
    ]
    told += [_measured(copy, name, of, slots, groups, count) for name, of in measures]
    return list(zip(*told, strict=True))


def _grouped(keyed: Sequence[Keyed], length: int) -> tuple[Places, Places]:
    """Of each pulse the number of its group, and of each group its keys in one number. Without keys there is one group."""
    if not keyed:
        return np.zeros(length, np.int64), np.zeros(1, np.int64)
    combined, size = np.zeros(length, np.int64), 1
    for one in keyed:
        size *= len(one.values) + 1
        if size >= 2**62:
            raise NotInMemory
        combined = combined * (len(one.values) + 1) + one.places
    if size > _FEW:
        found, groups = np.unique(combined, return_inverse=True)
        return groups.astype(np.int64), found
    found = np.flatnonzero(np.bincount(combined, minlength=1))
    numbers = np.zeros(size, np.int64)
    numbers[found] = np.arange(len(found))
    return numbers[combined], found


def _apart(keyed: Sequence[Keyed], combined: Places) -> list[list[int]]:
    parts = []
    for one in reversed(keyed):
        combined, place = np.divmod(combined, len(one.values) + 1)
        parts.append(place.tolist())
    return parts[::-1]


def _keyed(copy: BoardCopy, made: Made, slots: Slots) -> Keyed:
    fact = made.look.fact
    if fact in NUMBER_FACTS and made.steps[:1] == ("day_of",):
        days, at = np.unique(copy.fact(fact, slots) // DAY, return_inverse=True)
        texts = [(_FIRST_DAY + datetime.timedelta(days=int(day))).isoformat() for day in days]
        return _sorted([stepped(made.steps[1:], text) for text in texts], at)
    if _is_plain_number(made):
        found, places = np.unique(
            copy.numbers(made.look, made.column_id, slots), return_inverse=True
        )
        values = found[~np.isnan(found)].tolist()
        return Keyed(np.minimum(places, len(values)).astype(np.int64), values)
    if fact in NUMBER_FACTS:
        found, at = np.unique(copy.fact(fact, slots), return_inverse=True)
        if len(found) > MOST_LOOKED_AT:
            raise NotInMemory
        return _sorted([stepped(made.steps, str(one)) for one in found], at)
    column = copy.column(made.look, made.column_id)
    return _sorted([made_of(made, value) for value in column.values()], column.codes[slots])


def _sorted(values: list[Any], at: npt.NDArray[Any]) -> Keyed:
    """`at`: which of them each pulse has."""
    different = sorted({value for value in values if value is not None})
    places = {value: place for place, value in enumerate(different)}
    table = np.array([places.get(value, len(different)) for value in values], np.int64)
    return Keyed(table[at], different)


def _measured(
    copy: BoardCopy, name: str, of: Made | None, slots: Slots, groups: Places, count: int
) -> list[Any]:
    if of is None:
        return list(_counts(groups, count))
    if name == "COUNT_DISTINCT" or (name == "COUNT" and not _is_plain_number(of)):
        keyed = _keyed(copy, of, slots)
        size, is_there = len(keyed.values) + 1, keyed.is_there
        groups, places = groups[is_there], keyed.places[is_there]
        if name == "COUNT_DISTINCT":
            groups = np.unique(groups * size + places) // size
        return list(_counts(groups, count))
    numbers = _numbers(copy, of, slots)
    if name == "SUM":
        return list(_sums(numbers, groups, count))
    is_there = ~np.isnan(numbers)
    return _MEASURES[name](numbers[is_there], groups[is_there], count)


def _is_plain_number(made: Made) -> bool:
    return made.is_number and not made.steps


def _numbers(copy: BoardCopy, made: Made, slots: Slots) -> Numbers:
    if _is_plain_number(made):
        return copy.numbers(made.look, made.column_id, slots)
    keyed = _keyed(copy, made, slots)
    return np.array([*keyed.values, np.nan], np.float64)[keyed.places]


def _counts(groups: Places, count: int) -> Places:
    return np.bincount(groups, minlength=count)


def _sums(numbers: Numbers, groups: Places, count: int) -> Numbers:
    """As if each were rounded once, at its end: of every number first the part whose sums are exact, and then the rest.

    Here NaN, which is nothing, is among them.
    """
    numbers = np.where(np.isnan(numbers), 0.0, numbers)
    most = float(np.max(np.abs(numbers), initial=0.0)) * max(len(numbers), 1)
    rounding = 3.0 * 2.0 ** int(np.frexp(most)[1])
    exact = numbers + rounding
    exact -= rounding
    numbers -= exact
    found = np.bincount(groups, exact, count) + np.bincount(groups, numbers, count)
    return found.astype(np.float64)


def _averages(numbers: Numbers, groups: Places, count: int) -> list[float | None]:
    counts = _counts(groups, count)
    return _or_none(_sums(numbers, groups, count) / np.maximum(counts, 1), counts)


def _medians(numbers: Numbers, groups: Places, count: int) -> list[float | None]:
    counts = _counts(groups, count)
    numbers = np.append(numbers[np.lexsort((numbers, groups))], 0.0)
    starts = np.cumsum(counts) - counts
    lower, upper = starts + np.maximum(counts - 1, 0) // 2, starts + counts // 2
    return _or_none((numbers[lower] + numbers[upper]) / 2, counts)


def _least(numbers: npt.NDArray[Any], groups: Places, count: int) -> list[Any]:
    return _outermost(np.minimum, numbers, groups, count)


def _outermost(which: np.ufunc, numbers: npt.NDArray[Any], groups: Places, count: int) -> list[Any]:
    if not len(numbers):
        return [None] * count
    # None of them is further out than the one to begin with.
    farthest = numbers.max() if which is np.minimum else numbers.min()
    found = np.full(count, farthest)
    which.at(found, groups, numbers)
    return _or_none(found, _counts(groups, count))


def _or_none(values: npt.NDArray[Any], counts: Places) -> list[Any]:
    pairs = zip(values.tolist(), counts.tolist(), strict=True)
    return [value if own else None for value, own in pairs]


_MEASURES: dict[str, Callable[[Numbers, Places, int], list[Any]]] = {
    "COUNT": lambda numbers, groups, count: _counts(groups, count).tolist(),
    "AVERAGE": _averages,
    "MEDIAN": _medians,
    "MIN": _least,
    "MAX": lambda numbers, groups, count: _outermost(np.maximum, numbers, groups, count),
}

"""One column in memory: each different value once, and for each pulse which one it has."""

from array import array
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from lundi.core.folding import folded
from lundi.domains.column_types.conditions import Order
from lundi.domains.pulses.querying.columnar.needs import NotInMemory
from lundi.domains.pulses.querying.columnar.reading import NOTHING, Value, key_of, text_at

Codes = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
MOST_KNOWN = 20_000
"""Values beyond that many get a code each time they come: who looks for equal ones compares the values."""
MOST_LOOKED_AT = 50_000
"""Values that a query may look at one by one, in the event loop."""
AT_A_TIME = 2000


class Column:
    """`codes`: of each slot of its copy; 0 is nothing at all.

    The values are kept one after another in one piece: objects of their own would take five times as much.
    """

    def __init__(self, *, is_json: bool = True) -> None:
        self.codes: Codes = np.zeros(0, np.int32)
        self._is_json = is_json
        self._texts = bytearray()
        self._ends = array("q", [0])
        self._known: dict[str, int] = {}
        self._keys: dict[Order, Numbers] = {}

    @property
    def distinct(self) -> int:
        """How many codes there are."""
        return len(self._ends)

    @property
    def size(self) -> int:
        """In bytes, about."""
        keys = sum(one.nbytes for one in self._keys.values())
        kept = len(self._texts) + 8 * len(self._ends) + 150 * len(self._known)
        return self.codes.nbytes + kept + keys

    def code_of(self, raw: str | None) -> int:
        """Of a value as the database writes it."""
        if raw is None or raw == "null":
            return 0
        code = self._known.get(raw)
        if code is None:
            code = len(self._ends)
            self._texts += raw.encode()
            self._ends.append(len(self._texts))
            if len(self._known) < MOST_KNOWN:
                self._known[raw] = code
        return code

    def value(self, code: int) -> Value:
        if code == 0:
            return NOTHING
        raw = self._texts[self._ends[code - 1] : self._ends[code]]
        text = raw.decode()
        return Value(msgspec.json.decode(raw) if self._is_json else text, text)

    def values(self) -> list[Value]:
        """By code. Raises NotInMemory where they are too many to be looked at one by one."""
        if self.distinct > MOST_LOOKED_AT:
            raise NotInMemory
        return [self.value(code) for code in range(self.distinct)]

    def table(self, fits: Callable[[Value], bool]) -> Flags:
        """By code, whether it fits. Raises NotInMemory."""
        return np.fromiter(map(fits, self.values()), np.bool_, self.distinct)

    def has_keys(self, order: Order) -> bool:
        """`keys` gives them without looking at too many."""
        known = len(self._keys.get(order, ()))
        missing = (
            self.distinct - known if _stays(order) or known == self.distinct else self.distinct
        )
        return missing <= MOST_KNOWN

    def keys(self, order: Order) -> Numbers:
        """By code, what it is sorted or compared by; NaN is nothing. Raises NotInMemory."""
        known = self._keys.get(order)
        if known is None or len(known) < self.distinct:
            if not self.has_keys(order):
                raise NotInMemory
            known = self._keys[order] = self._more_keys(order, self.distinct)
        return known

    async def prepare(self, order: Order, turn: Callable[[], Any]) -> None:
        """`keys`, with turns of the event loop in between. Raises NotInMemory."""
        if _stays(order):
            while not self.has_keys(order):
                known = len(self._keys.get(order, ()))
                self._keys[order] = self._more_keys(order, known + AT_A_TIME)
                await turn()
        elif not self.has_keys(order):
            self._keys[order] = await self._ranks_in_turns(order, turn)

    def _more_keys(self, order: Order, up_to: int) -> Numbers:
        if not _stays(order):
            return _ranked([self._small(order, code) for code in range(self.distinct)])
        known = self._keys.get(order, np.zeros(0))
        codes = range(len(known), min(up_to, self.distinct))
        more = np.fromiter((key_of(order, self.value(code)) for code in codes), np.float64)
        return np.concatenate([known, more])

    async def _ranks_in_turns(self, order: Order, turn: Callable[[], Any]) -> Numbers:
        texts: list[str | None] = []
        while len(texts) < self.distinct:
            codes = range(len(texts), min(len(texts) + AT_A_TIME, self.distinct))
            texts += [self._small(order, code) for code in codes]
            await turn()
        return _ranked(texts)

    def _small(self, order: Order, code: int) -> str | None:
        text = text_at(order.look, self.value(code))
        return None if text is None else folded(text)


def _stays(order: Order) -> bool:
    """The key of a value doesn't change when others come."""
    return order.is_number or order.ranks is not None


def _ranked(texts: list[str | None]) -> Numbers:
    """The place of each among all that are different, byte by byte."""
    places: dict[str | None, float] = {
        text: place for place, text in enumerate(sorted({one for one in texts if one is not None}))
    }
    return np.array([places.get(one, np.nan) for one in texts], np.float64)

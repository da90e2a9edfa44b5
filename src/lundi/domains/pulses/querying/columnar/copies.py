"""The copies of boards in this process: made when a big board is queried, and dropped when memory is wanted for others."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from contextvars import Context
from typing import TYPE_CHECKING, TypeAlias

import structlog

from lundi.core.database import Database
from lundi.core.memory import bytes_left
from lundi.core.metrics import Counter, Gauge
from lundi.core.work import Actor, Work, read
from lundi.domains.boards.schemas import Board
from lundi.domains.pulses.querying.columnar.catching_up import Outdated, catch_up
from lundi.domains.pulses.querying.columnar.needs import Need, NotInMemory, TooLarge
from lundi.domains.pulses.querying.columnar.statements import LAST_NUMBER

if TYPE_CHECKING:
    from lundi.domains.pulses.querying.columnar.board_copy import BoardCopy

SMALLEST = 5000
"""Pulses; SQL is as fast on a smaller board."""
LEAST_LEFT = 100 * 2**20
"""Bytes that stay free for all else."""
SECONDS_BETWEEN_LOOKS, SECONDS_PASSED_OVER, SECONDS_TOO_LARGE = 10, 60, 600
BUILT, USED, DROPPED = "built", "used", "dropped"
COPIES = Counter(
    "lundi_board_copies_total",
    "Copies of big boards in memory: built, used for a query, and dropped.",
    ("what",),
    known=[(BUILT,), (USED,), (DROPPED,)],
)
_BYTES = Gauge("lundi_board_copies_bytes", "What those that are there take, about.")
_Key: TypeAlias = tuple[int, int]
_log = structlog.get_logger()


class Copies:
    """At most `most` bytes of them; 0 for none. `smallest`: how many pulses a board has to have had."""

    def __init__(self, database: Database, most: int, smallest: int = SMALLEST) -> None:
        self._database = database
        self._most = most
        self._smallest = smallest
        self._there: OrderedDict[_Key, BoardCopy] = OrderedDict()
        self._wanted: dict[_Key, set[Need]] = {}
        self._passed_over: dict[_Key, float] = {}
        self._building: asyncio.Task[None] | None = None
        self._looks_at = 0.0

    async def copy_of(self, work: Work, board: Board, needs: set[Need]) -> "BoardCopy | None":
        """Of a board that was found already, with all that the Work sees of it. None where it isn't there, or not yet.

        Raises NotInMemory.
        """
        # What happens to subitems is in part told of their parents alone.
        if not self._most or board.parent_board_id is not None:
            return None
        self._look_at_memory()
        key = (work.account_id, board.id)
        copy = self._there.get(key)
        if copy is None:
            if time.monotonic() >= self._passed_over.get(key, 0):
                self._want(key, needs)
            return None
        if not copy.left_out.isdisjoint(needs):
            raise NotInMemory
        try:
            is_current = copy.has(needs) and await catch_up(work, copy)
        except Outdated:
            self._drop(key, copy)
            self._want(key, needs | copy.needs)
            return None
        if not copy.has(needs):
            self._want(key, needs)
            return None
        if is_current and key in self._there:
            self._there.move_to_end(key)
        return copy if is_current else None

    async def close(self) -> None:
        if self._building is not None:
            self._building.cancel()
            with suppress(asyncio.CancelledError):
                await self._building

    async def ready(self) -> None:
        """All that was asked for is there."""
        while self._building is not None:
            await self._building

    async def _is_big(self, key: _Key) -> bool:
        async def last_number(work: Work) -> int:
            return await work.one(LAST_NUMBER, lambda number: number or 0, board_id=key[1])

        nobody = Actor(key[0], None, "company")
        return await read(self._database, nobody, last_number) >= self._smallest

    def _pass_over(self, key: _Key, seconds: float) -> None:
        now = time.monotonic()
        if len(self._passed_over) > 10_000:
            self._passed_over = {one: at for one, at in self._passed_over.items() if at > now}
        self._passed_over[key] = now + seconds

    def _want(self, key: _Key, needs: Iterable[Need]) -> None:
        self._wanted.setdefault(key, set()).update(needs)
        if self._building is None:
            self._building = asyncio.create_task(self._build_all(), context=Context())

    async def _build_all(self) -> None:
        try:
            while self._wanted:
                key = next(iter(self._wanted))
                await self._attempt(key, self._wanted.pop(key))
        finally:
            self._building = None

    async def _attempt(self, key: _Key, needs: set[Need]) -> None:
        try:
            if key in self._there or await self._is_big(key):
                await self._build(key, needs)
            else:
                self._pass_over(key, SECONDS_PASSED_OVER)
        except TooLarge:
            self._forget(key)
            self._pass_over(key, SECONDS_TOO_LARGE)
        except Exception:
            self._pass_over(key, SECONDS_PASSED_OVER)
            _log.exception("copy of a board failed", board_id=key[1])

    async def _build(self, key: _Key, needs: set[Need]) -> None:
        """Raises TooLarge."""
        # What counts with numbers is loaded when it is first needed: 20 MB.
        from lundi.domains.pulses.querying.columnar import building  # noqa: PLC0415

        copy = self._there.get(key)
        if copy is None:
            copy = await building.build(self._database, *key, needs, self._most)
            self._there[key] = copy
            COPIES.add(BUILT)
        elif not copy.has(needs):
            await building.add_columns(self._database, copy, needs, self._most - copy.size)
        while self._bytes() > self._most:
            oldest = next(iter(self._there))
            if oldest == key:
                raise TooLarge
            self._forget(oldest)
        _BYTES.set(self._bytes())

    def _bytes(self) -> int:
        return sum(copy.size for copy in self._there.values())

    def _forget(self, key: _Key) -> None:
        copy = self._there.get(key)
        if copy is not None:
            self._drop(key, copy)

    def _drop(self, key: _Key, copy: "BoardCopy") -> None:
        if self._there.get(key) is copy:
            del self._there[key]
            COPIES.add(DROPPED)
            _BYTES.set(self._bytes())

    def _look_at_memory(self) -> None:
        """The one that was used least goes, as long as there is too little for others."""
        now = time.monotonic()
        if not self._there or now < self._looks_at:
            return
        self._looks_at = now + SECONDS_BETWEEN_LOOKS
        left = bytes_left()
        if left is not None and left < LEAST_LEFT:
            oldest = next(iter(self._there))
            self._forget(oldest)
            self._pass_over(oldest, SECONDS_PASSED_OVER)

"""What was put away and can come back."""

from typing import Literal

import msgspec

from lundi.core.work import Work
from lundi.domains.pulses.recycle_bin import recycled
from lundi.entrypoints.app_api.operation import get


class Recycled(msgspec.Struct):
    """`at` in microseconds: when it was put away; of a group, when its board was last changed. `by` where it is known."""

    kind: Literal["pulse", "group", "board"]
    id: str
    name: str
    board_id: int
    board_name: str
    state: Literal["archived", "deleted"]
    at: int
    by: int | None


class RecycleBin(msgspec.Struct):
    items: list[Recycled]


@get("/recycle-bin")
async def get_recycle_bin(work: Work, before: int | None = None) -> RecycleBin:
    """What one may restore, newest first, up to 200 at once; `before` is the `at` of the last one has."""
    found = await recycled(work, before)
    return RecycleBin([msgspec.convert(item, Recycled, from_attributes=True) for item in found])

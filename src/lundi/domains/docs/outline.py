"""How the blocks of a doc stand in each other, and where there is room for more. What stands in a block comes right after it."""

from collections.abc import Iterable, Sequence

import msgspec

from lundi.core.errors import Invalid, NotFound
from lundi.core.ordering import several_between
from lundi.domains.docs.schemas import CELL, LAYOUT, NOTICE_BOX, TABLE

DEEPEST = 10
_HOLDING = (CELL, NOTICE_BOX)


def check_nesting(kind: str, above: Sequence[str]) -> None:
    """`above`: the types of what a block of that type is to stand in, the innermost last."""
    upper = above[-1] if above else ""
    if (kind == CELL) != (upper in (TABLE, LAYOUT)):
        raise Invalid("Cells stand in tables and layouts, and all other blocks elsewhere.")
    if upper and upper not in (TABLE, LAYOUT, *_HOLDING):
        raise Invalid(f"A block of type {upper} holds no other blocks.")
    if len(above) > DEEPEST:
        raise _too_deep()


class Standing(msgspec.Struct, frozen=True):
    """Of a block, as much as is needed here."""

    id: int
    parent_id: int | None
    position: str
    type: str


class Room(msgspec.Struct, frozen=True):
    """Between two positions, in `parent_id`."""

    parent_id: int | None
    below: str | None
    above: str | None

    def positions(self, count: int) -> list[str]:
        return several_between(self.below, self.above, count)


class Outline:
    """The blocks of one doc in their order, as long as nobody else changes them."""

    def __init__(self, blocks: Sequence[Standing]) -> None:
        self._blocks = blocks
        self._places = {block.id: at for at, block in enumerate(blocks)}

    def __len__(self) -> int:
        return len(self._blocks)

    def whole(self, block_ids: Iterable[int]) -> list[int]:
        """Those blocks and all that stand in them, each once, in their order."""
        found = set(block_ids)
        for block in self._blocks:
            if block.parent_id in found:
                found.add(block.id)
        return [block.id for block in self._blocks if block.id in found]

    def room_after(self, block_id: int, parent_id: int | None) -> Room:
        """Below a block and all that stand in it, beside it. `parent_id`, where it is given, is where that is."""
        block = self._block(block_id)
        if parent_id is not None and parent_id != block.parent_id:
            raise Invalid(f"Block {block_id} is not in block {parent_id}.")
        if block.type == CELL:
            raise Invalid(f"Block {block_id} is a cell: blocks are put into cells, not after them.")
        return self._room(block.parent_id, self._last_of(block_id))

    def room_in(self, parent_id: int | None, *, at_top: bool) -> Room:
        """First or last of a block, or of the doc."""
        if parent_id is None:
            return self._room(None, -1 if at_top else len(self._blocks) - 1)
        parent = self._block(parent_id)
        if parent.type in (TABLE, LAYOUT):
            raise Invalid(f"Block {parent_id} is a {parent.type}: blocks are put into its cells.")
        if parent.type not in _HOLDING:
            raise Invalid(f"Block {parent_id} is a {parent.type}, which holds no other blocks.")
        self._check_depth(parent)
        return self._room(
            parent_id, self._places[parent_id] if at_top else self._last_of(parent_id)
        )

    def _room(self, parent_id: int | None, at: int) -> Room:
        below = self._blocks[at].position if at >= 0 else None
        above = self._blocks[at + 1].position if at + 1 < len(self._blocks) else None
        return Room(parent_id, below, above)

    def _block(self, block_id: int) -> Standing:
        at = self._places.get(block_id)
        if at is None:
            raise NotFound(f"There is no block {block_id} in this doc.", block_id=block_id)
        return self._blocks[at]

    def _last_of(self, block_id: int) -> int:
        family, at = {block_id}, self._places[block_id]
        while at + 1 < len(self._blocks) and self._blocks[at + 1].parent_id in family:
            at += 1
            family.add(self._blocks[at].id)
        return at

    def _check_depth(self, block: Standing) -> None:
        depth, upper = 1, block.parent_id
        while upper is not None:
            depth, upper = depth + 1, self._block(upper).parent_id
        if depth >= DEEPEST:
            raise _too_deep()


def _too_deep() -> Invalid:
    return Invalid(f"Blocks stand at most {DEEPEST} deep in each other.")

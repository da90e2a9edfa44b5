"""A doc as an editor leaves it, written whole: blocks that stayed as they were keep their rows, with who wrote them and when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.ordering import several_between
from lundi.core.work import Event, Work
from lundi.domains.docs.access import doc_to_edit
from lundi.domains.docs.block_actions import check_count
from lundi.domains.docs.block_rows import Row, delete_rows, insert_rows, row_of, touch_doc
from lundi.domains.docs.content import check_cells, checked_content, with_cells
from lundi.domains.docs.events import DescriptionChanged, DocEdited
from lundi.domains.docs.outline import check_nesting
from lundi.domains.docs.queries import all_blocks
from lundi.domains.docs.schemas import CELL, LAYOUT, TABLE, Block, Doc, Written


async def save_doc(work: Work, doc_id: int, blocks: Sequence[Written], revision: int) -> list[int]:
    """Blocks that aren't named go. Gives the ids of the new ones in their order. Conflict for an old revision."""
    doc = await doc_to_edit(work, doc_id)
    if doc.revision != revision:
        raise Conflict("This doc was changed by somebody else since you opened it.")
    before = {block.id: block for block in await all_blocks(work, doc)}
    rows = await _Rows(work, doc, before).of(blocks)
    new = [row for row in rows if _differs(row, before.get(row["id"]))]
    same = {row["id"] for row in rows} - {row["id"] for row in new}
    old = [block_id for block_id in before if block_id not in same]
    if new or old:
        await delete_rows(work, old)
        await insert_rows(work, new)
        await touch_doc(work, doc)
        work.record(_edited(doc))
    return [row["id"] for row in rows if row["id"] not in before]


class _Rows:
    """Of what is written, made with what was there before."""

    def __init__(self, work: Work, doc: Doc, before: dict[int, Block]) -> None:
        self._work = work
        self._doc = doc
        self._before = before
        self._rows: list[Row] = []
        self._inner: defaultdict[int | None, list[Block]] = defaultdict(list)
        for block in before.values():
            self._inner[block.parent_id].append(block)

    async def of(self, blocks: Sequence[Written]) -> list[Row]:
        """In their order; what stands in a block comes right after it."""
        await self._add(blocks, None, ())
        check_count(len(self._rows))
        if len({row["id"] for row in self._rows}) < len(self._rows):
            raise Invalid("A block is named twice.")
        self._place()
        return self._rows

    async def _add(
        self, blocks: Sequence[Written], parent_id: int | None, above: tuple[str, ...]
    ) -> list[int]:
        return [
            self._keep(one, parent_id, above)
            if one.content is None
            else await self._write(one, parent_id, above)
            for one in blocks
        ]

    def _keep(self, one: Written, parent_id: int | None, above: tuple[str, ...]) -> int:
        block = self._block(one.id)
        check_nesting(block.type, above)
        self._put(block.id, block.type, block.content, parent_id)
        for inner in self._in(block):
            self._put(inner.id, inner.type, inner.content, inner.parent_id)
        return block.id

    async def _write(self, one: Written, parent_id: int | None, above: tuple[str, ...]) -> int:
        check_nesting(one.type, above)
        block_id = await self._work.new_id("block") if one.id is None else self._block(one.id).id
        content = {} if one.type == CELL else checked_content(one.type, one.content)
        row = self._put(block_id, one.type, content, parent_id)
        inner = await self._add(one.inner, block_id, (*above, one.type))
        if one.type in (TABLE, LAYOUT):
            check_cells(one)
            row["content"] = with_cells(one, content, inner)
        return block_id

    def _put(
        self, block_id: int, kind: str, content: dict[str, object], parent_id: int | None
    ) -> Row:
        row = row_of(
            self._work,
            self._doc.id,
            block_id,
            kind=kind,
            content=content,
            parent_id=parent_id,
            of=self._before.get(block_id),
        )
        self._rows.append(row)
        return row

    def _block(self, block_id: int | None) -> Block:
        block = self._before.get(block_id or 0)
        if block is None:
            raise NotFound(f"There is no block {block_id} in this doc.", block_id=block_id or 0)
        return block

    def _in(self, block: Block) -> Iterator[Block]:
        """All that stand in it, in their order."""
        for one in self._inner[block.id]:
            yield one
            yield from self._in(one)

    def _place(self) -> None:
        """Where the order stayed, so do the positions; else all are new."""
        placed = [
            self._before[row["id"]].position for row in self._rows if row["id"] in self._before
        ]
        stays = all(one < other for one, other in pairwise(placed))
        waiting: list[Row] = []
        below: str | None = None
        for row in self._rows:
            block = self._before.get(row["id"]) if stays else None
            if block is None:
                waiting.append(row)
                continue
            _put_between(waiting, below, block.position)
            row["position"] = below = block.position
            waiting = []
        _put_between(waiting, below, None)


def _put_between(rows: list[Row], below: str | None, above: str | None) -> None:
    for row, position in zip(rows, several_between(below, above, len(rows)), strict=True):
        row["position"] = position


def _differs(row: Row, block: Block | None) -> bool:
    return block is None or any(
        row[name] != getattr(block, name) for name in ("parent_id", "position", "type", "content")
    )


def _edited(doc: Doc) -> Event:
    kind = DescriptionChanged if doc.is_description else DocEdited
    return kind(board_id=doc.board_id, pulse_id=doc.pulse_id, doc_id=doc.id)

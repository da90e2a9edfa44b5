"""Adding, changing and deleting the blocks of docs."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from lundi.core.errors import Invalid, NotFound
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.docs.access import block_to_edit, doc_to_edit
from lundi.domains.docs.block_rows import Row, delete_rows, insert_rows, row_of, touch_doc
from lundi.domains.docs.content import checked_content, new_block, with_cells
from lundi.domains.docs.events import DocBlockChanged, DocBlocksAdded, DocBlocksDeleted
from lundi.domains.docs.markdown_reader import blocks_of_markdown
from lundi.domains.docs.outline import Room
from lundi.domains.docs.queries import blocks_by_id, outline_of
from lundi.domains.docs.schemas import CELL, LAYOUT, TABLE, Block, Doc, NewBlock
from lundi.domains.docs.tables import doc_blocks

MOST_BLOCKS = 5_000
MOST_DELETED = 500

_CHANGE = (
    sa.update(doc_blocks)
    .where(
        doc_blocks.c.account_id == parameter("account_id"), doc_blocks.c.id == parameter("block_id")
    )
    .values(content=parameter("content", Json), updated_at=parameter("now"))
)


async def add_block(
    work: Work,
    doc_id: int,
    *,
    kind: str,
    content: Any,
    after_id: int | None = None,
    parent_id: int | None = None,
) -> Block:
    """After another block, or else on top of its parent or of the doc. A table comes with its cells."""
    doc = await doc_to_edit(work, doc_id)
    outline = await outline_of(work, doc)
    if after_id is None:
        room = outline.room_in(parent_id, at_top=True)
    else:
        room = outline.room_after(after_id, parent_id)
    (added,) = await _add(work, doc, room, [new_block(kind, content)], len(outline))
    return added


async def add_blocks(
    work: Work,
    doc_id: int,
    blocks: Sequence[NewBlock],
    *,
    after_id: int | None = None,
    parent_id: int | None = None,
) -> list[Block]:
    """In their order after another block, or at the end of their parent or of the doc; gives those that stand in no other of them."""
    doc = await doc_to_edit(work, doc_id)
    outline = await outline_of(work, doc)
    if after_id is None:
        room = outline.room_in(parent_id, at_top=False)
    else:
        room = outline.room_after(after_id, parent_id)
    return await _add(work, doc, room, blocks, len(outline))


async def add_markdown(
    work: Work, doc_id: int, markdown: str, after_id: int | None = None
) -> list[Block]:
    await doc_to_edit(work, doc_id)
    blocks = blocks_of_markdown(markdown)
    return await add_blocks(work, doc_id, blocks, after_id=after_id) if blocks else []


async def change_block(work: Work, block_id: int, content: Any) -> Block:
    """It keeps its type; a table and a layout keep their cells."""
    doc, block = await block_to_edit(work, block_id)
    checked = checked_content(block.type, content)
    if block.type in (TABLE, LAYOUT):
        checked["cells"] = block.content["cells"]
    await work.run(_CHANGE, block_id=block.id, content=as_json(checked))
    await touch_doc(work, doc)
    work.record(
        DocBlockChanged(
            board_id=doc.board_id, pulse_id=doc.pulse_id, doc_id=doc.id, block_id=block.id
        )
    )
    (changed,) = await blocks_by_id(work, [block.id])
    return changed


async def delete_blocks(work: Work, block_ids: Sequence[int]) -> None:
    """With all that stand in them: all of them or, where one isn't there, none. They may be of several docs."""
    if len(block_ids) > MOST_DELETED:
        raise Invalid(f"At most {MOST_DELETED} blocks can be deleted at once.")
    found = {block.id: block for block in await blocks_by_id(work, list(block_ids))}
    by_doc: dict[int, list[int]] = {}
    for block_id in block_ids:
        block = found.get(block_id)
        if block is None:
            raise NotFound(f"There is no block {block_id}.", block_id=block_id)
        by_doc.setdefault(block.doc_id, []).append(block_id)
    for own in by_doc.values():
        await _delete(work, own, found)


def check_count(count: int) -> None:
    if count > MOST_BLOCKS:
        raise Invalid(f"A doc has at most {MOST_BLOCKS:,} blocks; with these it would have more.")


async def _delete(work: Work, block_ids: list[int], found: dict[int, Block]) -> None:
    doc, _ = await block_to_edit(work, block_ids[0])
    whole = (await outline_of(work, doc)).whole(block_ids)
    for block_id in block_ids:
        block = found[block_id]
        if block.type == CELL and block.parent_id not in block_ids:
            raise Invalid(f"Block {block_id} is a cell: it goes with its table or layout.")
    await delete_rows(work, whole)
    await touch_doc(work, doc)
    work.record(
        DocBlocksDeleted(
            board_id=doc.board_id, pulse_id=doc.pulse_id, doc_id=doc.id, block_ids=whole
        )
    )


async def _add(
    work: Work, doc: Doc, room: Room, blocks: Sequence[NewBlock], present: int
) -> list[Block]:
    count = sum(block.size for block in blocks)
    check_count(present + count)
    rows = [row for block in blocks for row in await _rows(work, doc, block, room.parent_id)]
    for row, position in zip(rows, room.positions(count), strict=True):
        row["position"] = position
    await insert_rows(work, rows)
    await touch_doc(work, doc)
    ids = [row["id"] for row in rows]
    work.record(
        DocBlocksAdded(board_id=doc.board_id, pulse_id=doc.pulse_id, doc_id=doc.id, block_ids=ids)
    )
    outer = [row["id"] for row in rows if row["parent_id"] == room.parent_id]
    return await blocks_by_id(work, outer)


async def _rows(work: Work, doc: Doc, block: NewBlock, parent_id: int | None) -> list[Row]:
    """The block's, and after it those of all that are in it."""
    block_id = await work.new_id("block")
    inner = [await _rows(work, doc, one, block_id) for one in block.inner]
    content = block.content
    if block.columns:
        content = with_cells(block, content, [own[0]["id"] for own in inner])
    first = row_of(work, doc.id, block_id, kind=block.type, content=content, parent_id=parent_id)
    return [first, *(row for own in inner for row in own)]

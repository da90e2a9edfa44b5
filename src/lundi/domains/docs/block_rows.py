"""The rows that blocks are kept as: any number of them is written by one statement."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import sqlalchemy as sa

from lundi.core.json_sql import json_element, json_rows
from lundi.core.schema import from_json_text, one_of, parameter
from lundi.core.work import Work, as_json, id_list
from lundi.domains.docs.schemas import Block, Content, Doc
from lundi.domains.docs.tables import doc_blocks, docs

Row: TypeAlias = dict[str, Any]

_ROWS = json_rows(parameter("rows", sa.Text)).alias("element")


def _number(field: str) -> sa.ColumnElement[int]:
    return sa.cast(json_element(field), sa.BigInteger)


_INSERT = sa.insert(doc_blocks).from_select(
    [
        *("account_id", "id", "doc_id", "parent_id", "position", "type", "content"),
        *("creator_id", "created_at", "updated_at"),
    ],
    sa.select(
        parameter("account_id"),
        _number("id"),
        _number("doc_id"),
        _number("parent_id"),
        json_element("position"),
        json_element("type"),
        from_json_text(json_element("content")),
        _number("creator_id"),
        _number("created_at"),
        parameter("now"),
    ).select_from(_ROWS),
)
_DELETE = sa.delete(doc_blocks).where(
    doc_blocks.c.account_id == parameter("account_id"), one_of(doc_blocks.c.id, "block_ids")
)
_TOUCH = (
    sa.update(docs)
    .where(docs.c.account_id == parameter("account_id"), docs.c.id == parameter("doc_id"))
    .values(updated_at=parameter("now"), revision=docs.c.revision + 1)
)


def row_of(
    work: Work,
    doc_id: int,
    block_id: int,
    *,
    kind: str,
    content: Content,
    parent_id: int | None,
    position: str = "",
    of: Block | None = None,
) -> Row:
    """`of`: the block that it is another state of, if it isn't new."""
    return {
        "id": block_id,
        "doc_id": doc_id,
        "parent_id": parent_id,
        "position": position,
        "type": kind,
        "content": content,
        "creator_id": of.creator_id if of else work.acting_id,
        "created_at": of.created_at if of else work.now,
    }


async def copied_rows(work: Work, blocks: Sequence[Block], doc_ids: Mapping[int, int]) -> list[Row]:
    """`doc_ids`: those of the originals, and of their copies."""
    ids = await work.new_ids("block", len(blocks))
    new_ids = {block.id: new_id for block, new_id in zip(blocks, ids, strict=True)}
    return [
        row_of(
            work,
            doc_ids[block.doc_id],
            new_ids[block.id],
            kind=block.type,
            content=_with_new_ids(block, new_ids),
            parent_id=new_ids.get(block.parent_id or 0),
            position=block.position,
        )
        for block in blocks
    ]


async def insert_rows(work: Work, rows: list[Row]) -> None:
    await work.run(_INSERT, rows=as_json(rows))


async def delete_rows(work: Work, block_ids: list[int]) -> None:
    await work.run(_DELETE, block_ids=id_list(block_ids))


async def touch_doc(work: Work, doc: Doc) -> None:
    """Its blocks were changed."""
    await work.run(_TOUCH, doc_id=doc.id)


def _with_new_ids(block: Block, new_ids: Mapping[int, int]) -> Content:
    """The rows of a table are lists of cells, a layout is one such list."""

    def renewed(cells: list[Any]) -> list[Any]:
        return [
            renewed(one)
            if isinstance(one, list)
            else {"blockId": str(new_ids[int(one["blockId"])])}
            for one in cells
        ]

    content = block.content
    return {**content, "cells": renewed(content["cells"])} if "cells" in content else content

"""Reading docs and their blocks: one statement for any number of docs."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.json_sql import json_part
from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, events, id_list
from lundi.domains.docs.access import BLOCK_COLUMNS, VISIBLE_DOCS, WORKSPACE_ID
from lundi.domains.docs.outline import Outline, Standing
from lundi.domains.docs.schemas import Block, Doc
from lundi.domains.docs.tables import doc_blocks, doc_subscribers, docs

BY_USE = "used_at"

_DOC_ID = sa.literal_column("'doc_id'", sa.Text)
_ON_DOC = sa.and_(
    doc_blocks.c.account_id == parameter("account_id"), doc_blocks.c.doc_id == parameter("doc_id")
)
_IN_ORDER = (doc_blocks.c.position, doc_blocks.c.id)
_BLOCKS = sa.select(*BLOCK_COLUMNS).where(_ON_DOC).order_by(*_IN_ORDER)
_BLOCKS_BY_ID = (
    sa.select(*BLOCK_COLUMNS)
    .where(doc_blocks.c.account_id == parameter("account_id"), one_of(doc_blocks.c.id, "block_ids"))
    .order_by(*_IN_ORDER)
)
_BLOCKS_OF_DOCS = (
    sa.select(*BLOCK_COLUMNS)
    .where(
        doc_blocks.c.account_id == parameter("account_id"), one_of(doc_blocks.c.doc_id, "doc_ids")
    )
    .order_by(doc_blocks.c.doc_id, *_IN_ORDER)
)
_IN_WORKSPACES = VISIBLE_DOCS.where(docs.c.pulse_id.is_(None)).order_by(docs.c.id)
_OWNERS = (
    sa.select(doc_subscribers.c.user_id)
    .where(
        doc_subscribers.c.account_id == parameter("account_id"),
        doc_subscribers.c.doc_id == parameter("doc_id"),
        doc_subscribers.c.as_owner == sa.true(),
    )
    .order_by(doc_subscribers.c.user_id)
)
_NAMED = sa.select(events.c.id, sa.cast(json_part(events.c.data, _DOC_ID), sa.BigInteger)).where(
    events.c.account_id == parameter("account_id"), one_of(events.c.id, "event_ids")
)
_DESCRIPTIONS = VISIBLE_DOCS.where(one_of(docs.c.pulse_id, "pulse_ids"), docs.c.column_id.is_(None))
_OUTLINE = (
    sa.select(doc_blocks.c.id, doc_blocks.c.parent_id, doc_blocks.c.position, doc_blocks.c.type)
    .where(_ON_DOC)
    .order_by(*_IN_ORDER)
)


# A description is found with its item.
_IS_LOOKED_FOR = sa.or_(docs.c.pulse_id.is_(None), docs.c.column_id.is_not(None))


@cache
def _window_of_each() -> Any:
    numbered = (
        sa.select(
            *BLOCK_COLUMNS,
            sa.func.row_number()
            .over(partition_by=doc_blocks.c.doc_id, order_by=_IN_ORDER)
            .label("place"),
        )
        .where(
            doc_blocks.c.account_id == parameter("account_id"),
            one_of(doc_blocks.c.doc_id, "doc_ids"),
        )
        .subquery("numbered")
    )
    return (
        sa.select(*(numbered.c[column.name] for column in BLOCK_COLUMNS))
        .where(
            numbered.c.place > parameter("skip"),
            numbered.c.place <= parameter("skip") + parameter("take"),
        )
        .order_by(numbered.c.place)
    )


@cache
def _found(by_id: bool, in_workspaces: bool, in_main: bool, by_use: bool) -> Any:
    statement = VISIBLE_DOCS
    if by_id:
        statement = statement.where(one_of(docs.c.id, "doc_ids"))
    else:
        statement = statement.where(_IS_LOOKED_FOR)
    places: list[Any] = []
    if in_workspaces:
        places.append(one_of(WORKSPACE_ID, "workspace_ids"))
    if in_main:
        places.append(WORKSPACE_ID.is_(None))
    if places:
        statement = statement.where(sa.or_(*places))
    if by_use:
        return paged(statement.order_by(docs.c.updated_at.desc(), docs.c.id.desc()))
    return paged(statement.order_by(docs.c.id.desc()))


async def find_docs(
    work: Work,
    window: Window,
    *,
    doc_ids: list[int] | None = None,
    workspace_ids: set[int | None] | None = None,
    by_use: bool = False,
) -> list[Doc]:
    """Those that the actor sees, the newest or the last changed first; descriptions by their ids alone.

    `workspace_ids` as boards keep them.
    """
    named = {one for one in workspace_ids or () if one is not None}
    in_main = workspace_ids is not None and None in workspace_ids
    return await work.all(
        _found(doc_ids is not None, bool(named), in_main, by_use),
        Doc,
        doc_ids=id_list(doc_ids or ()),
        workspace_ids=id_list(named),
        **window.parameters,
    )


async def docs_in_workspaces(work: Work) -> list[Doc]:
    """All that the actor sees but those of pulses, the oldest first."""
    return await work.all(_IN_WORKSPACES, Doc)


async def owners_of(work: Work, doc: Doc) -> list[int]:
    return await work.all(_OWNERS, int, doc_id=doc.id)


async def docs_by_id(work: Work, doc_ids: set[int]) -> dict[int, Doc]:
    """Those of them that the actor sees."""
    if not doc_ids:
        return {}
    found = await find_docs(work, Window(take=len(doc_ids)), doc_ids=list(doc_ids))
    return {doc.id: doc for doc in found}


async def docs_of_events(work: Work, event_ids: Iterable[int]) -> dict[int, int]:
    """By the events' ids, the docs that they are of, where the actor sees those."""
    named = dict(await work.all(_NAMED, _pair, event_ids=id_list(event_ids)))
    seen = await docs_by_id(work, set(named.values()))
    return {event_id: doc_id for event_id, doc_id in named.items() if doc_id in seen}


def _pair(event_id: int, doc_id: int) -> tuple[int, int]:
    return event_id, doc_id


async def blocks_of_docs(work: Work, doc_ids: set[int], window: Window) -> dict[int, list[Block]]:
    """Of each of the docs, which were found already, that many."""
    found: dict[int, list[Block]] = {one: [] for one in doc_ids}
    ids = id_list(doc_ids)
    rows = await work.all(_window_of_each(), Block, doc_ids=ids, **window.parameters)
    for block in rows:
        found[block.doc_id].append(block)
    return found


async def descriptions_of(work: Work, pulse_ids: Iterable[int]) -> dict[int, Doc]:
    """By the pulses' ids, of those that have one and that the actor sees."""
    found = await work.all(_DESCRIPTIONS, Doc, pulse_ids=id_list(pulse_ids))
    return {doc.pulse_id: doc for doc in found if doc.pulse_id is not None}


async def every_block_of(work: Work, doc_ids: Iterable[int]) -> list[Block]:
    """Of docs that were found already, those of each in their order."""
    return await work.all(_BLOCKS_OF_DOCS, Block, doc_ids=id_list(doc_ids))


async def all_blocks(work: Work, doc: Doc) -> list[Block]:
    return await work.all(_BLOCKS, Block, doc_id=doc.id)


async def blocks_by_id(work: Work, block_ids: list[int]) -> list[Block]:
    """Of docs that were found already, in their order there."""
    return await work.all(_BLOCKS_BY_ID, Block, block_ids=id_list(block_ids))


async def outline_of(work: Work, doc: Doc) -> Outline:
    return Outline(await work.all(_OUTLINE, Standing, doc_id=doc.id))

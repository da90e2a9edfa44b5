"""The only door to docs: one of an item is seen by who sees the item's board, another by its kind, as boards are."""

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import DELETED
from lundi.domains.boards.tables import boards, groups
from lundi.domains.docs.schemas import Block, Doc
from lundi.domains.docs.tables import doc_blocks, doc_subscribers, docs
from lundi.domains.pulses.access import IN_GROUP, ON_BOARD, STATE, pulse_to_edit
from lundi.domains.pulses.tables import pulses
from lundi.domains.workspaces.access import subscribes_to_workspace
from lundi.domains.workspaces.schemas import CLOSED
from lundi.domains.workspaces.tables import workspaces

_OF_PULSE = docs.c.pulse_id.is_not(None)
_SUBSCRIBES = (
    sa.exists()
    .where(
        doc_subscribers.c.account_id == parameter("account_id"),
        doc_subscribers.c.doc_id == docs.c.id,
        doc_subscribers.c.user_id == parameter("viewer_id"),
    )
    .correlate_except(doc_subscribers)
)


def doc_is_visible() -> ColumnElement[bool]:
    """Of a row of docs joined with the pulse, board and group it is on, if any."""
    sees_main = parameter("sees_main", sa.Boolean) == sa.true()
    is_open = sa.or_(workspaces.c.kind != CLOSED, subscribes_to_workspace())
    return sa.or_(
        sa.and_(_OF_PULSE, board_is_visible(), STATE != DELETED),
        sa.and_(
            docs.c.pulse_id.is_(None),
            sa.or_(
                sa.and_(docs.c.kind == "public", sees_main, _is_in_workspace(is_open)),
                sa.and_(sa.or_(docs.c.kind == "share", sees_main), _is_in_workspace(), _SUBSCRIBES),
            ),
        ),
    )


def _is_in_workspace(*rules: ColumnElement[bool]) -> ColumnElement[bool]:
    """That is not deleted. The Main workspace, which never is, fits all rules."""
    return sa.or_(
        docs.c.workspace_id.is_(None),
        sa.exists()
        .where(
            workspaces.c.account_id == parameter("account_id"),
            workspaces.c.id == docs.c.workspace_id,
            workspaces.c.state != DELETED,
            *rules,
        )
        .correlate_except(workspaces),
    )


WORKSPACE_ID = sa.case((_OF_PULSE, boards.c.workspace_id), else_=docs.c.workspace_id)
DOC_COLUMNS = (
    docs.c.id,
    docs.c.name,
    sa.func.coalesce(boards.c.kind, docs.c.kind),
    WORKSPACE_ID.label("workspace_id"),
    sa.case((_OF_PULSE, boards.c.folder_id), else_=docs.c.folder_id),
    docs.c.pulse_id,
    docs.c.column_id,
    pulses.c.board_id,
    STATE,
    docs.c.creator_id,
    docs.c.created_at,
    docs.c.updated_at,
    docs.c.revision,
    sa.or_(
        _OF_PULSE,
        sa.func.coalesce(docs.c.creator_id, -1) == parameter("viewer_id"),
        _SUBSCRIBES.where(doc_subscribers.c.as_owner == sa.true()),
    ).label("owned"),
)
VISIBLE_DOCS = (
    sa.select(*DOC_COLUMNS)
    .outerjoin(
        pulses, sa.and_(pulses.c.account_id == docs.c.account_id, pulses.c.id == docs.c.pulse_id)
    )
    .outerjoin(boards, ON_BOARD)
    .outerjoin(groups, IN_GROUP)
    .where(docs.c.account_id == parameter("account_id"), doc_is_visible())
)
_DOC = VISIBLE_DOCS.where(docs.c.id == parameter("doc_id"))
# Locked: two at once must not put blocks into the same place.
_DOC_TO_EDIT = _DOC.with_for_update(of=docs)
BLOCK_COLUMNS = (
    doc_blocks.c.id,
    doc_blocks.c.doc_id,
    doc_blocks.c.parent_id,
    doc_blocks.c.position,
    doc_blocks.c.type,
    doc_blocks.c.content,
    doc_blocks.c.creator_id,
    doc_blocks.c.created_at,
    doc_blocks.c.updated_at,
)
_BLOCK = sa.select(*BLOCK_COLUMNS).where(
    doc_blocks.c.account_id == parameter("account_id"), doc_blocks.c.id == parameter("block_id")
)


async def doc_to_read(work: Work, doc_id: int) -> Doc:
    """Also of an archived item."""
    doc = await work.first(_DOC, Doc, doc_id=doc_id)
    if doc is None:
        raise NotFound(f"There is no doc {doc_id}.", doc_id=doc_id)
    return doc


async def doc_to_edit(work: Work, doc_id: int) -> Doc:
    """Until the end of the transaction: who comes second waits. One of an item, by who may change the item."""
    doc = await work.first(_DOC_TO_EDIT, Doc, doc_id=doc_id)
    if doc is None:
        raise NotFound(f"There is no doc {doc_id}.", doc_id=doc_id)
    await _check_editable(work, doc)
    return doc


async def doc_is_editable(work: Work, doc: Doc) -> bool:
    """Whether `doc_to_edit` gives one that was found already."""
    try:
        await _check_editable(work, doc)
    except (Conflict, Forbidden):
        return False
    return True


async def _check_editable(work: Work, doc: Doc) -> None:
    may_write(work)
    if doc.pulse_id is not None:
        await pulse_to_edit(work, doc.pulse_id)


async def doc_to_own(work: Work, doc_id: int) -> Doc:
    """For what only its owners may do; one of an item is owned by all who may change the item."""
    doc = await doc_to_edit(work, doc_id)
    if not (doc.owned or work.actor.is_company):
        raise Forbidden(f"Only an owner of doc {doc_id} may do this.")
    return doc


async def block_to_edit(work: Work, block_id: int) -> tuple[Doc, Block]:
    block = await work.first(_BLOCK, Block, block_id=block_id)
    if block is None:
        raise _no_block(block_id)
    try:
        return await doc_to_edit(work, block.doc_id), block
    except NotFound:
        raise _no_block(block_id) from None


def _no_block(block_id: int) -> NotFound:
    return NotFound(f"There is no block {block_id}.", block_id=block_id)

"""Emptying the recycle bin: here, in the last of the domains, because all of them have something that hangs on a pulse."""

import msgspec
import sqlalchemy as sa

from lundi.core.clock import DAY
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import DELETED
from lundi.domains.conversation.tables import likes, notes, updates
from lundi.domains.docs.tables import doc_blocks, doc_subscribers, docs
from lundi.domains.feeds.tables import read_marks
from lundi.domains.files.sweeping import LOOSEN_OF_PULSES, REMOVE_OF_PULSES
from lundi.domains.pulses.events import PulsePurged
from lundi.domains.pulses.recycle_bin import KEPT_DAYS
from lundi.domains.pulses.schemas import DELETED_ABOVE
from lundi.domains.pulses.tables import pulse_subscribers, pulses
from lundi.domains.tags.tables import tag_links

MOST_AT_ONCE = 100

_OVERDUE = (
    sa.select(pulses.c.id, pulses.c.board_id)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.updated_at < parameter("before"),
        sa.or_(pulses.c.state == DELETED, pulses.c.state == DELETED_ABOVE),
    )
    .order_by(pulses.c.updated_at, pulses.c.id)
    .limit(parameter("take"))
    .with_for_update()
)
_UNDER = sa.select(pulses.c.id, pulses.c.board_id).where(
    pulses.c.account_id == parameter("account_id"), one_of(pulses.c.parent_id, "pulse_ids")
)
_UPDATES = sa.select(updates.c.id).where(
    updates.c.account_id == parameter("account_id"), one_of(updates.c.pulse_id, "pulse_ids")
)
_REMOVE_READ_MARKS = sa.delete(read_marks).where(
    read_marks.c.account_id == parameter("account_id"), one_of(read_marks.c.update_id, "update_ids")
)
_REMOVE_LIKES = sa.delete(likes).where(
    likes.c.account_id == parameter("account_id"), one_of(likes.c.update_id, "update_ids")
)
_REMOVE_UPDATES = sa.delete(updates).where(
    updates.c.account_id == parameter("account_id"), one_of(updates.c.pulse_id, "pulse_ids")
)
_REMOVE_NOTES = sa.delete(notes).where(
    notes.c.account_id == parameter("account_id"), one_of(notes.c.pulse_id, "pulse_ids")
)
_REMOVE_TAG_LINKS = sa.delete(tag_links).where(
    tag_links.c.account_id == parameter("account_id"), one_of(tag_links.c.pulse_id, "pulse_ids")
)
_REMOVE_SUBSCRIBERS = sa.delete(pulse_subscribers).where(
    pulse_subscribers.c.account_id == parameter("account_id"),
    one_of(pulse_subscribers.c.pulse_id, "pulse_ids"),
)
_DOCS = sa.select(docs.c.id).where(
    docs.c.account_id == parameter("account_id"), one_of(docs.c.pulse_id, "pulse_ids")
)
_REMOVE_DOC_BLOCKS = sa.delete(doc_blocks).where(
    doc_blocks.c.account_id == parameter("account_id"), one_of(doc_blocks.c.doc_id, "doc_ids")
)
_REMOVE_DOC_SUBSCRIBERS = sa.delete(doc_subscribers).where(
    doc_subscribers.c.account_id == parameter("account_id"),
    one_of(doc_subscribers.c.doc_id, "doc_ids"),
)
_REMOVE_DOCS = sa.delete(docs).where(
    docs.c.account_id == parameter("account_id"), one_of(docs.c.pulse_id, "pulse_ids")
)
_REMOVE_PULSES = sa.delete(pulses).where(
    pulses.c.account_id == parameter("account_id"), one_of(pulses.c.id, "pulse_ids")
)
# What refers to another table goes before it.
IN_ORDER = (
    _REMOVE_READ_MARKS,
    _REMOVE_LIKES,
    LOOSEN_OF_PULSES,
    REMOVE_OF_PULSES,
    _REMOVE_UPDATES,
    _REMOVE_NOTES,
    _REMOVE_TAG_LINKS,
    _REMOVE_SUBSCRIBERS,
    _REMOVE_DOC_BLOCKS,
    _REMOVE_DOC_SUBSCRIBERS,
    _REMOVE_DOCS,
    _REMOVE_PULSES,
)


class _Overdue(msgspec.Struct, frozen=True):
    id: int
    board_id: int


async def purge(work: Work) -> int:
    """Removes for good the pulses of the account that were deleted more than 30 days ago; gives how many.

    At most MOST_AT_ONCE with what is under them, so that others can write in between: when it gives that many, ask again.
    """
    before = work.now - KEPT_DAYS * DAY
    overdue = await work.all(_OVERDUE, _Overdue, before=before, take=MOST_AT_ONCE)
    if not overdue:
        return 0
    parents = id_list(pulse.id for pulse in overdue)
    under = await work.all(_UNDER, _Overdue, pulse_ids=parents)
    overdue = list({pulse.id: pulse for pulse in (*overdue, *under)}.values())
    pulse_ids = id_list(pulse.id for pulse in overdue)
    update_ids = id_list(await work.all(_UPDATES, int, pulse_ids=pulse_ids))
    doc_ids = id_list(await work.all(_DOCS, int, pulse_ids=pulse_ids))
    for statement in IN_ORDER:
        await work.run(statement, pulse_ids=pulse_ids, update_ids=update_ids, doc_ids=doc_ids)
    for pulse in overdue:
        work.record(PulsePurged(board_id=pulse.board_id, pulse_id=pulse.id))
    return len(overdue)

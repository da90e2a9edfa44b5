"""Reading marks things as read."""

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.conversation.access import VISIBLE_UPDATES, update_to_read
from lundi.domains.conversation.tables import updates
from lundi.domains.feeds.inbox import FOLLOWED_UPDATES, UNREAD, reader_of
from lundi.domains.feeds.tables import read_marks
from lundi.domains.pulses.access import pulse_to_read

AT_ONCE = 500
MOST_MARKED = 10_000

_MARKED = sa.select(read_marks.c.update_id).where(
    read_marks.c.account_id == parameter("account_id"),
    read_marks.c.user_id == parameter("viewer_id"),
    read_marks.c.update_id == parameter("update_id"),
)
_MARK = sa.insert(read_marks).values(
    account_id=parameter("account_id"),
    user_id=parameter("viewer_id"),
    update_id=parameter("update_id"),
    read_at=parameter("now"),
)
_IS_MARKED = sa.exists().where(
    read_marks.c.account_id == parameter("account_id"),
    read_marks.c.user_id == parameter("viewer_id"),
    read_marks.c.update_id == updates.c.id,
)
_TO_MARK = (
    updates.c.account_id,
    sa.cast(parameter("viewer_id"), sa.BigInteger),
    updates.c.id,
    sa.cast(parameter("now"), sa.BigInteger),
)
_KEYS = ("account_id", "user_id", "update_id", "read_at")
_SEEN = VISIBLE_UPDATES.where(updates.c.author_id != parameter("viewer_id"), ~_IS_MARKED)
_REPLIES = sa.select(updates.c.id).where(
    updates.c.account_id == parameter("account_id"), one_of(updates.c.parent_id, "update_ids")
)
_MARK_UPDATES = sa.insert(read_marks).from_select(
    _KEYS, _SEEN.where(one_of(updates.c.id, "update_ids")).with_only_columns(*_TO_MARK)
)
_MARK_PULSE = sa.insert(read_marks).from_select(
    _KEYS, _SEEN.where(updates.c.pulse_id == parameter("pulse_id")).with_only_columns(*_TO_MARK)
)
_MARK_INBOX = sa.insert(read_marks).from_select(
    _KEYS,
    FOLLOWED_UPDATES.where(UNREAD).with_only_columns(*_TO_MARK).limit(parameter("take")),
)


async def mark_read(work: Work, update_ids: list[int]) -> None:
    """For the actor, who is a user: viewers and guests have read marks too."""
    for update_id in update_ids:
        update = await update_to_read(work, update_id)
        if await work.first(_MARKED, int, update_id=update.id) is None:
            await work.run(_MARK, update_id=update.id)


async def mark_threads_read(work: Work, update_ids: list[int]) -> None:
    """Updates with their replies, for the actor; what the actor doesn't see is passed over."""
    replies = await work.all(_REPLIES, int, update_ids=id_list(update_ids))
    await work.run(_MARK_UPDATES, update_ids=id_list([*update_ids, *replies]))


async def mark_pulse_seen(work: Work, pulse_id: int) -> None:
    """All that others wrote about a pulse, for the actor."""
    pulse = await pulse_to_read(work, pulse_id)
    await work.run(_MARK_PULSE, pulse_id=pulse.id)


async def mark_inbox_read(work: Work) -> None:
    """All that `inbox.count_unread` counts for the actor, up to MOST_MARKED."""
    for _ in range(0, MOST_MARKED, AT_ONCE):
        if await work.run(_MARK_INBOX, take=AT_ONCE, **reader_of(work)) < AT_ONCE:
            return

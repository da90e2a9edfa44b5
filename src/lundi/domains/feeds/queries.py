"""A user's newsfeed, and what of it they haven't read. Always cut to what the asker sees."""

from collections import defaultdict

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.access import subscribes
from lundi.domains.conversation.queries import NEWEST_FIRST, UPDATES_IN_LISTS, threads
from lundi.domains.conversation.schemas import Thread, Update
from lundi.domains.conversation.tables import updates
from lundi.domains.feeds.tables import read_marks
from lundi.domains.pulses.tables import pulse_subscribers, pulses

_FOLLOWS_PULSE = sa.exists().where(
    pulse_subscribers.c.account_id == parameter("account_id"),
    pulse_subscribers.c.pulse_id == pulses.c.id,
    pulse_subscribers.c.user_id == parameter("reader_id"),
)
_HAS_READ = sa.exists().where(
    read_marks.c.account_id == parameter("account_id"),
    read_marks.c.user_id == parameter("reader_id"),
    read_marks.c.update_id == updates.c.id,
)
# On a board or a pulse that the reader subscribes to.
FOLLOWED = sa.or_(subscribes(parameter("reader_id")), _FOLLOWS_PULSE)
_NEWSFEED = UPDATES_IN_LISTS.where(FOLLOWED)
_UNREAD = _NEWSFEED.where(updates.c.author_id != parameter("reader_id"), ~_HAS_READ)
_READERS = (
    sa.select(read_marks.c.update_id, read_marks.c.user_id)
    .where(
        read_marks.c.account_id == parameter("account_id"),
        one_of(read_marks.c.update_id, "update_ids"),
    )
    .order_by(read_marks.c.read_at, read_marks.c.user_id)
)
_NEWSFEED_PAGE = paged(_NEWSFEED.order_by(*NEWEST_FIRST))
_UNREAD_PAGE = paged(_UNREAD.order_by(*NEWEST_FIRST))


async def newsfeed(work: Work, reader_id: int, window: Window) -> list[Thread]:
    """Updates on the boards and pulses that the reader subscribes to, their own too."""
    found = await work.all(_NEWSFEED_PAGE, Update, reader_id=reader_id, **window.parameters)
    return await threads(work, found)


async def unread(work: Work, reader_id: int, window: Window) -> list[Thread]:
    """Of the newsfeed, what others wrote and the reader hasn't read. Asking reads nothing."""
    found = await work.all(_UNREAD_PAGE, Update, reader_id=reader_id, **window.parameters)
    return await threads(work, found)


async def readers_of(work: Work, found: list[Thread]) -> dict[int, list[int]]:
    """Who has read what others wrote there, replies too: one statement for any number of threads."""
    everything = [one.update for thread in found for one in (thread, *thread.replies)]
    authors = {update.id: update.author_id for update in everything}
    readers: defaultdict[int, list[int]] = defaultdict(list)
    for update_id, user_id in await work.all(_READERS, _pair, update_ids=id_list(authors)):
        if user_id != authors[update_id]:
            readers[update_id].append(user_id)
    return readers


def _pair(update_id: int, user_id: int) -> tuple[int, int]:
    return update_id, user_id

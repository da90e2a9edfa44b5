"""A user's newsfeed, and what of it they haven't read. Always cut to what the asker sees."""

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import parameter
from lundi.core.work import Work
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
_NEWSFEED = UPDATES_IN_LISTS.where(sa.or_(subscribes(parameter("reader_id")), _FOLLOWS_PULSE))
_UNREAD = _NEWSFEED.where(updates.c.author_id != parameter("reader_id"), ~_HAS_READ)
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

"""What is new on the boards and pulses that one follows."""

import msgspec

from lundi.core.work import Work
from lundi.domains.feeds import inbox
from lundi.domains.feeds.actions import mark_inbox_read, mark_threads_read
from lundi.entrypoints.app_api.operation import get, post
from lundi.entrypoints.app_api.resources.conversation import Update, show_updates
from lundi.entrypoints.app_api.shapes import Done, Ids


class InboxItem(msgspec.Struct):
    """A thread. Unread is one in which others wrote something that one has not read."""

    update: Update
    pulse_id: int
    pulse_name: str
    board_id: int
    board_name: str
    is_unread: bool
    mentions_me: bool


class UnreadCount(msgspec.Struct):
    """Threads, counted up to 100."""

    count: int
    mentions: int


class UpdatesRead(msgspec.Struct):
    update_ids: Ids


@get("/inbox")
async def get_inbox(work: Work, before: int | None = None, unread: bool = False) -> list[InboxItem]:
    """The threads one follows, the last written in first, 50 at once; `before` is the id of the last update one has."""
    found = await inbox.inbox(work, before, only_unread=unread)
    updates = await show_updates(work, [line.thread for line in found])
    return [
        InboxItem(
            update=update,
            pulse_id=line.thread.update.pulse_id,
            pulse_name=line.pulse_name,
            board_id=line.thread.update.board_id,
            board_name=line.board_name,
            is_unread=line.is_unread,
            mentions_me=line.mentions_reader,
        )
        for line, update in zip(found, updates, strict=True)
    ]


@get("/inbox/unread-count")
async def count_unread(work: Work) -> UnreadCount:
    """How many threads are unread, and how many of them mention one."""
    unread = await inbox.count_unread(work)
    return UnreadCount(unread.count, unread.mentions)


@post("/inbox/read")
async def mark_read(work: Work, given: UpdatesRead) -> Done:
    """Mark updates with their replies as read."""
    await mark_threads_read(work, given.update_ids)
    return Done()


@post("/inbox/read-all")
async def mark_all_read(work: Work) -> Done:
    """Mark all of one's inbox as read."""
    await mark_inbox_read(work)
    return Done()

"""What is new on the boards and pulses that one follows."""

import msgspec

from lundi.core.work import Work
from lundi.domains.feeds import inbox
from lundi.domains.feeds.actions import mark_inbox_read, mark_threads_read
from lundi.domains.feeds.notifications import mark_notifications_read, own_notifications
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


class Notification(msgspec.Struct):
    """What somebody, or a program of theirs, told one. `by_id` is a user's; times in microseconds."""

    id: int
    text: str
    by_id: int | None
    board_id: int
    pulse_id: int | None
    created_at: int
    is_read: bool


class NotificationsRead(msgspec.Struct):
    ids: Ids


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


@get("/inbox/notifications")
async def get_notifications(work: Work) -> list[Notification]:
    """What one was told in the last days, the newest first, 50 at most."""
    return [
        Notification(
            id=one.id,
            text=one.text,
            by_id=one.creator_id,
            board_id=one.board_id,
            pulse_id=one.pulse_id,
            created_at=one.created_at,
            is_read=one.read_at is not None,
        )
        for one in await own_notifications(work)
    ]


@post("/inbox/notifications/read")
async def mark_notifications(work: Work, given: NotificationsRead) -> Done:
    """Mark notifications as read."""
    await mark_notifications_read(work, given.ids)
    return Done()


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

"""What is said about a pulse."""

import msgspec

from lundi.core.paging import Window
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.conversation import actions
from lundi.domains.conversation.access import update_to_read
from lundi.domains.conversation.queries import updates_of_pulse
from lundi.domains.conversation.schemas import Thread
from lundi.domains.feeds.actions import mark_pulse_seen
from lundi.domains.feeds.queries import readers_of
from lundi.domains.files.queries import assets_of_updates
from lundi.domains.pulses.access import pulse_to_read
from lundi.entrypoints.app_api.operation import delete, get, post
from lundi.entrypoints.app_api.resources.files import File, show_file
from lundi.entrypoints.app_api.resources.users import ShownUser, show_user
from lundi.entrypoints.app_api.shapes import Done, LongText

NEWEST = Window(take=200)


class Update(msgspec.Struct):
    """`body` is sanitised HTML. `seen_by`: who has read it besides its author. Replies have none of their own."""

    id: int
    author: ShownUser
    body: str
    created_at: int
    liked_by: list[int]
    seen_by: list[int]
    files: list[File]
    replies: list["Update"]


class NewText(msgspec.Struct):
    html: LongText


@get("/pulses/{pulse_id}/updates")
async def get_updates(work: Work, pulse_id: int) -> list[Update]:
    """A pulse's updates, newest first, with their replies."""
    pulse = await pulse_to_read(work, pulse_id)
    found = await updates_of_pulse(work, pulse, NEWEST)
    return await show_updates(work, found)


@post("/pulses/{pulse_id}/updates")
async def post_update(work: Work, pulse_id: int, given: NewText) -> Update:
    """Write an update."""
    await pulse_to_read(work, pulse_id)
    author_id = await act_as(work, None)
    return await _shown(work, await actions.post_update(work, pulse_id, author_id, given.html))


@post("/pulses/{pulse_id}/seen")
async def see_updates(work: Work, pulse_id: int) -> Done:
    """Mark all that was written about a pulse as read."""
    await mark_pulse_seen(work, pulse_id)
    return Done()


@post("/updates/{update_id}/replies")
async def reply(work: Work, update_id: int, given: NewText) -> Update:
    """Answer an update; the whole thread is answered."""
    await update_to_read(work, update_id)
    author_id = await act_as(work, None)
    thread = await actions.reply_to_update(work, update_id, author_id, given.html)
    return await _shown(work, thread)


@post("/updates/{update_id}/like")
async def like(work: Work, update_id: int) -> Done:
    """Like an update."""
    await update_to_read(work, update_id)
    await actions.like_update(work, update_id, await act_as(work, None))
    return Done()


@delete("/updates/{update_id}/like")
async def unlike(work: Work, update_id: int) -> Done:
    """Take one's like back."""
    await update_to_read(work, update_id)
    await actions.unlike_update(work, update_id, await act_as(work, None))
    return Done()


@delete("/updates/{update_id}")
async def delete_update(work: Work, update_id: int) -> Done:
    """Delete an update with its replies."""
    await actions.delete_update(work, update_id)
    return Done()


async def _shown(work: Work, thread: Thread) -> Update:
    (update,) = await show_updates(work, [thread])
    return update


async def show_updates(work: Work, threads: list[Thread]) -> list[Update]:
    """With who has read them, and their files."""
    readers = await readers_of(work, threads)
    said = [one.update.id for thread in threads for one in (thread, *thread.replies)]
    attached = await assets_of_updates(work, said)
    files = {key: [show_file(work, one) for one in own] for key, own in attached.items()}
    return [_show(thread, readers, files) for thread in threads]


def _show(thread: Thread, readers: dict[int, list[int]], files: dict[int, list[File]]) -> Update:
    return Update(
        id=thread.update.id,
        author=show_user(thread.author),
        body=thread.update.body,
        created_at=thread.update.created_at,
        liked_by=thread.liked_by,
        seen_by=readers.get(thread.update.id, []),
        files=files[thread.update.id],
        replies=[_show(reply, readers, files) for reply in thread.replies],
    )

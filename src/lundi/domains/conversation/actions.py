"""Posting, answering, liking and deleting updates."""

import sqlalchemy as sa

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.paging import Window
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import ACTIVE, DELETED
from lundi.domains.conversation.access import (
    update_to_answer,
    update_to_delete,
    update_to_edit,
    update_to_read,
    update_to_restore,
)
from lundi.domains.conversation.events import (
    ReplyPosted,
    UpdateDeleted,
    UpdateEdited,
    UpdateLiked,
    UpdatePinned,
    UpdatePosted,
    UpdateRestored,
    UpdateUnliked,
    UpdateUnpinned,
)
from lundi.domains.conversation.html import sanitised
from lundi.domains.conversation.mentions import tell_mentioned
from lundi.domains.conversation.queries import thread_of, updates_of_pulse
from lundi.domains.conversation.schemas import Thread, Update
from lundi.domains.conversation.tables import likes, updates
from lundi.domains.pulses.access import pulse_to_discuss
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses

_ADD = sa.insert(updates).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    pulse_id=parameter("pulse_id"),
    parent_id=parameter("parent_id"),
    author_id=parameter("author_id"),
    body=parameter("body", sa.Text),
    announcement=parameter("announcement", sa.Boolean),
    state=ACTIVE,
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_SET_STATE_OF_THREAD = (
    sa.update(updates)
    .where(
        updates.c.account_id == parameter("account_id"),
        sa.or_(
            updates.c.id == parameter("update_id"), updates.c.parent_id == parameter("update_id")
        ),
    )
    .values(state=parameter("state", sa.Text), updated_at=parameter("now"))
)
_BRING_BACK = (
    sa.update(updates)
    .where(
        updates.c.account_id == parameter("account_id"),
        one_of(updates.c.id, "update_ids"),
        updates.c.pulse_id == parameter("pulse_id"),
        updates.c.state == DELETED,
    )
    .values(state=ACTIVE, updated_at=parameter("now"))
)
_OF_PULSE = sa.and_(
    updates.c.account_id == parameter("account_id"),
    updates.c.pulse_id == parameter("pulse_id"),
    updates.c.parent_id.is_(None),
    updates.c.state == ACTIVE,
)
_COUNT_ONE_MORE = (
    sa.update(pulses)
    .where(pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id"))
    .values(
        updates_count=pulses.c.updates_count + 1,
        last_update_at=parameter("now"),
        updated_at=parameter("now"),
    )
)
_COUNT_AGAIN = (
    sa.update(pulses)
    .where(pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id"))
    .values(
        updates_count=sa.select(sa.func.count()).where(_OF_PULSE).scalar_subquery(),
        last_update_at=sa.select(sa.func.max(updates.c.created_at))
        .where(_OF_PULSE)
        .scalar_subquery(),
        updated_at=parameter("now"),
    )
)
# A reply and the deletion of its thread at once: one of them is first.
_LOCK = (
    sa.select(updates.c.id)
    .where(
        updates.c.account_id == parameter("account_id"),
        updates.c.id == parameter("update_id"),
        updates.c.state == ACTIVE,
    )
    .with_for_update()
)
_LIKED = sa.select(likes.c.user_id).where(
    likes.c.account_id == parameter("account_id"),
    likes.c.update_id == parameter("update_id"),
    likes.c.user_id == parameter("user_id"),
)
_LIKE = sa.insert(likes).values(
    account_id=parameter("account_id"),
    update_id=parameter("update_id"),
    user_id=parameter("user_id"),
    created_at=parameter("now"),
    reaction=parameter("reaction", sa.Text),
)
_UNLIKE = sa.delete(likes).where(
    likes.c.account_id == parameter("account_id"),
    likes.c.update_id == parameter("update_id"),
    likes.c.user_id == parameter("user_id"),
)


_EDIT = (
    sa.update(updates)
    .where(updates.c.account_id == parameter("account_id"), updates.c.id == parameter("update_id"))
    .values(
        body=parameter("body", sa.Text), edited_at=parameter("now"), updated_at=parameter("now")
    )
)
_PIN = (
    sa.update(updates)
    .where(updates.c.account_id == parameter("account_id"), updates.c.id == parameter("update_id"))
    .values(pinned_at=parameter("pinned_at"))
)
LIKE = "Like"
MOST_CLEARED = 10_000
LONGEST_REACTION = 40


async def post_update(
    work: Work, pulse_id: int, author_id: int, html: str, *, announcement: bool = False
) -> Thread:
    """`html` is sanitised; Invalid where nothing is left of it. Who is mentioned follows the pulse from then on."""
    pulse = await pulse_to_discuss(work, pulse_id)
    body = _body(html)
    update_id = await _add(work, pulse.id, None, author_id, body, announcement)
    await work.run(_COUNT_ONE_MORE, pulse_id=pulse.id)
    work.record(
        UpdatePosted(
            board_id=pulse.board_id,
            pulse_id=pulse.id,
            update_id=update_id,
            announcement=announcement,
            mentioned=await tell_mentioned(work, pulse, body),
        )
    )
    return await thread_of(work, update_id)


async def reply_to_update(work: Work, update_id: int, author_id: int, html: str) -> Thread:
    """Gives the whole thread. A reply to a reply answers the same update."""
    update = await update_to_answer(work, update_id)
    parent_id = update.parent_id or update.id
    body = _body(html)
    if await work.first(_LOCK, int, update_id=parent_id) is None:
        raise NotFound(f"There is no update {update_id}.", update_id=update_id)
    reply_id = await _add(work, update.pulse_id, parent_id, author_id, body, False)
    pulse = await pulse_to_discuss(work, update.pulse_id)
    work.record(
        ReplyPosted(
            board_id=update.board_id,
            pulse_id=update.pulse_id,
            update_id=reply_id,
            parent_id=parent_id,
            mentioned=await tell_mentioned(work, pulse, body),
        )
    )
    return await thread_of(work, parent_id)


async def delete_update(work: Work, update_id: int) -> Thread:
    """With its replies; gives it as it was."""
    update = await update_to_delete(work, update_id)
    if await work.first(_LOCK, int, update_id=update.id) is None:
        raise NotFound(f"There is no update {update_id}.", update_id=update_id)
    thread = await thread_of(work, update.id)
    await work.run(_SET_STATE_OF_THREAD, update_id=update.id, state=DELETED)
    await work.run(_COUNT_AGAIN, pulse_id=update.pulse_id)
    gone = [update.id, *(reply.update.id for reply in thread.replies)]
    work.record(
        UpdateDeleted(
            board_id=update.board_id,
            pulse_id=update.pulse_id,
            update_id=update.id,
            before={"update_ids": gone},
        )
    )
    return thread


async def restore_update(work: Work, pulse_id: int, update_ids: list[int]) -> None:
    """What one deletion took away: an update with its replies, or a reply. Conflict where it is back already."""
    pulse = await pulse_to_discuss(work, pulse_id)
    update_id = await update_to_restore(work, pulse, update_ids[0])
    if not await work.run(_BRING_BACK, pulse_id=pulse.id, update_ids=id_list(update_ids)):
        raise Conflict(f"Update {update_id} is not deleted.")
    await work.run(_COUNT_AGAIN, pulse_id=pulse.id)
    work.record(UpdateRestored(board_id=pulse.board_id, pulse_id=pulse.id, update_id=update_id))


async def like_update(work: Work, update_id: int, user_id: int, reaction: str = LIKE) -> None:
    """Liking twice is liking once."""
    update = await update_to_answer(work, update_id)
    if await work.first(_LIKED, int, update_id=update.id, user_id=user_id) is None:
        await work.run(_LIKE, update_id=update.id, user_id=user_id, reaction=_checked(reaction))
        work.record(
            UpdateLiked(board_id=update.board_id, pulse_id=update.pulse_id, update_id=update.id)
        )


async def unlike_update(work: Work, update_id: int, user_id: int) -> None:
    update = await update_to_answer(work, update_id)
    if await work.run(_UNLIKE, update_id=update.id, user_id=user_id):
        work.record(
            UpdateUnliked(board_id=update.board_id, pulse_id=update.pulse_id, update_id=update.id)
        )


async def _add(
    work: Work, pulse_id: int, parent_id: int | None, author_id: int, body: str, announcement: bool
) -> int:
    update_id = await work.new_id("update")
    await work.run(
        _ADD,
        id=update_id,
        pulse_id=pulse_id,
        parent_id=parent_id,
        author_id=author_id,
        body=body,
        announcement=announcement,
    )
    return update_id


def _body(html: str) -> str:
    body = sanitised(html)
    if not body.strip():
        raise Invalid("The update's text is empty once what browsers may not show is taken out.")
    return body


async def edit_update(work: Work, update_id: int, html: str) -> Update:
    """A reply too. `html` is sanitised; Invalid where nothing is left of it."""
    update = await update_to_edit(work, update_id)
    body = _body(html)
    await work.run(_EDIT, update_id=update.id, body=body)
    work.record(
        UpdateEdited(
            board_id=update.board_id,
            pulse_id=update.pulse_id,
            update_id=update.id,
            old=update.body,
            new=body,
        )
    )
    return await update_to_read(work, update.id)


async def pin_update(work: Work, update_id: int, *, is_pinned: bool) -> Update:
    """Above the others of its pulse, or among them again; only an update itself, no reply."""
    update = await update_to_answer(work, update_id)
    if update.parent_id is not None:
        raise Invalid(f"Update {update_id} is a reply, and only updates themselves are pinned.")
    if is_pinned == (update.pinned_at is not None):
        return update
    await work.run(_PIN, update_id=update.id, pinned_at=work.now if is_pinned else None)
    kind = UpdatePinned if is_pinned else UpdateUnpinned
    work.record(kind(board_id=update.board_id, pulse_id=update.pulse_id, update_id=update.id))
    return await update_to_read(work, update.id)


async def clear_updates(work: Work, pulse_id: int) -> Pulse:
    """Deletes all updates of a pulse, with their replies: for who may delete each of them."""
    pulse = await pulse_to_discuss(work, pulse_id)
    for thread in await updates_of_pulse(work, pulse, Window(take=MOST_CLEARED)):
        await delete_update(work, thread.update.id)
    return pulse


def _checked(reaction: str) -> str:
    if not 1 <= len(reaction) <= LONGEST_REACTION or not reaction.isprintable():
        raise Invalid(f"A reaction is a word of at most {LONGEST_REACTION} characters.")
    return reaction

"""Reading updates with their replies and likes, and notes."""

from collections import defaultdict
from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.boards.tables import boards, groups
from lundi.domains.conversation.access import (
    NOTE_COLUMNS,
    VISIBLE_UPDATES,
    update_to_read,
)
from lundi.domains.conversation.schemas import Note, Thread, Update
from lundi.domains.conversation.tables import likes, notes, updates
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses

NEWEST_FIRST = (updates.c.created_at.desc(), updates.c.id.desc())
# Lists show what is active from end to end.
UPDATES_IN_LISTS = VISIBLE_UPDATES.where(
    updates.c.parent_id.is_(None),
    pulses.c.state == ACTIVE,
    groups.c.state == ACTIVE,
    boards.c.state == ACTIVE,
)
_OF_PULSE = paged(
    VISIBLE_UPDATES.where(
        updates.c.parent_id.is_(None), updates.c.pulse_id == parameter("pulse_id")
    ).order_by(*NEWEST_FIRST)
)
_BY_AUTHOR = paged(
    UPDATES_IN_LISTS.where(updates.c.author_id == parameter("author_id")).order_by(*NEWEST_FIRST)
)
_REPLIES = VISIBLE_UPDATES.where(one_of(updates.c.parent_id, "update_ids")).order_by(updates.c.id)
_LIKES = (
    sa.select(likes.c.update_id, likes.c.user_id)
    .where(likes.c.account_id == parameter("account_id"), one_of(likes.c.update_id, "update_ids"))
    .order_by(likes.c.created_at, likes.c.user_id)
)
_NOTES = paged(
    sa.select(*NOTE_COLUMNS)
    .where(
        notes.c.account_id == parameter("account_id"),
        notes.c.pulse_id == parameter("pulse_id"),
        notes.c.state == ACTIVE,
    )
    .order_by(notes.c.id)
)
_BOUNDS = {
    "since": updates.c.created_at >= parameter("since"),
    "until": updates.c.created_at < parameter("until"),
    "updated_since": updates.c.updated_at >= parameter("updated_since"),
    "updated_until": updates.c.updated_at < parameter("updated_until"),
}


@cache
def _everywhere(bounds: tuple[str, ...]) -> Any:
    statement = UPDATES_IN_LISTS.where(*(_BOUNDS[name] for name in bounds))
    return paged(statement.order_by(*NEWEST_FIRST))


async def list_updates(work: Work, window: Window, bounds: dict[str, int | None]) -> list[Thread]:
    """Newest first. `bounds`: since, until, updated_since, updated_until in microseconds; the ends are left out."""
    given = {name: bound for name, bound in bounds.items() if bound is not None}
    found = await work.all(_everywhere(tuple(given)), Update, **given, **window.parameters)
    return await threads(work, found)


async def updates_of_pulse(work: Work, pulse: Pulse, window: Window) -> list[Thread]:
    found = await work.all(_OF_PULSE, Update, pulse_id=pulse.id, **window.parameters)
    return await threads(work, found)


async def updates_by(work: Work, author_id: int, window: Window) -> list[Thread]:
    """Those that the actor sees."""
    found = await work.all(_BY_AUTHOR, Update, author_id=author_id, **window.parameters)
    return await threads(work, found)


async def thread_of(work: Work, update_id: int) -> Thread:
    (thread,) = await threads(work, [await update_to_read(work, update_id)])
    return thread


async def threads(work: Work, found: list[Update]) -> list[Thread]:
    """With replies, likes and authors: three statements for any number of updates."""
    if not found:
        return []
    replies = await work.all(_REPLIES, Update, update_ids=id_list(update.id for update in found))
    everything = [*found, *replies]
    liked_by: defaultdict[int, list[int]] = defaultdict(list)
    for update_id, user_id in await work.all(
        _LIKES, _pair, update_ids=id_list(update.id for update in everything)
    ):
        liked_by[update_id].append(user_id)
    authors = await users_by_id(work, {update.author_id for update in everything})
    replies_to: defaultdict[int | None, list[Thread]] = defaultdict(list)
    for reply in replies:
        replies_to[reply.parent_id].append(
            Thread(reply, authors[reply.author_id], liked_by[reply.id], [])
        )
    return [
        Thread(update, authors[update.author_id], liked_by[update.id], replies_to[update.id])
        for update in found
    ]


async def notes_of_pulse(work: Work, pulse: Pulse, window: Window) -> list[Note]:
    return await work.all(_NOTES, Note, pulse_id=pulse.id, **window.parameters)


def _pair(update_id: int, user_id: int) -> tuple[int, int]:
    return update_id, user_id

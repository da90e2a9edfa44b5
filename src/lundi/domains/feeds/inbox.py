"""What a user's boards and pulses were told of, a line a thread, the one that was last written in on top."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.clock import DAY
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.boards.tables import boards, groups
from lundi.domains.conversation.access import VISIBLE_UPDATES, update_to_read
from lundi.domains.conversation.html import mentioned_in
from lundi.domains.conversation.queries import NEWEST_FIRST, threads
from lundi.domains.conversation.schemas import Thread, Update
from lundi.domains.conversation.tables import updates
from lundi.domains.feeds.queries import FOLLOWED
from lundi.domains.feeds.tables import read_marks
from lundi.domains.pulses.tables import pulses

UNREAD_DAYS = 90
"""What is older counts as read here: so nobody's inbox has to look through years."""
PAGE = 50
MOST_COUNTED = 100
_MOST_LOOKED_AT = 500
_END_OF_TIME = 2**63 - 1

_THREAD_ID = sa.func.coalesce(updates.c.parent_id, updates.c.id)
_newer = updates.alias("newer")
_other = updates.alias("other")
_IS_LAST_OF_THREAD = ~sa.exists().where(
    _newer.c.account_id == parameter("account_id"),
    _newer.c.parent_id == _THREAD_ID,
    _newer.c.state == ACTIVE,
    sa.or_(
        _newer.c.created_at > updates.c.created_at,
        sa.and_(_newer.c.created_at == updates.c.created_at, _newer.c.id > updates.c.id),
    ),
)


def _is_unread(update: sa.FromClause) -> sa.ColumnElement[bool]:
    """By another than the reader, in the last days, and not marked as read. `update`: the table, or an alias of it."""
    return sa.and_(
        update.c.author_id != parameter("reader_id"),
        update.c.created_at >= parameter("unread_since"),
        ~sa.exists().where(
            read_marks.c.account_id == parameter("account_id"),
            read_marks.c.user_id == parameter("reader_id"),
            read_marks.c.update_id == update.c.id,
        ),
    )


UNREAD = _is_unread(updates)
_THREAD_IS_UNREAD = sa.exists().where(
    _other.c.account_id == parameter("account_id"),
    sa.or_(_other.c.id == _THREAD_ID, _other.c.parent_id == _THREAD_ID),
    _other.c.state == ACTIVE,
    _is_unread(_other),
)
# Replies too: each stands for its thread.
FOLLOWED_UPDATES = VISIBLE_UPDATES.where(
    pulses.c.state == ACTIVE, groups.c.state == ACTIVE, boards.c.state == ACTIVE, FOLLOWED
)
_LINES = (
    FOLLOWED_UPDATES.with_only_columns(
        _THREAD_ID.label("thread_id"),
        pulses.c.name.label("pulse_name"),
        boards.c.name.label("board_name"),
        _THREAD_IS_UNREAD.label("is_unread"),
    )
    .where(
        updates.c.created_at <= parameter("before"),
        sa.or_(updates.c.created_at < parameter("before"), updates.c.id < parameter("before_id")),
        _IS_LAST_OF_THREAD,
    )
    .order_by(*NEWEST_FIRST)
    .limit(parameter("take"))
)
_UNREAD_LINES = _LINES.where(updates.c.created_at >= parameter("unread_since"), _THREAD_IS_UNREAD)
_FIRST_OF_THREADS = VISIBLE_UPDATES.where(one_of(updates.c.id, "update_ids"))
_LAST_OF_THREAD = (
    sa.select(updates.c.created_at, updates.c.id)
    .where(
        updates.c.account_id == parameter("account_id"),
        sa.or_(
            updates.c.id == parameter("thread_id"), updates.c.parent_id == parameter("thread_id")
        ),
        updates.c.state == ACTIVE,
    )
    .order_by(*NEWEST_FIRST)
    .limit(sa.literal_column("1"))
)
# The text only where it may mention the reader.
_MENTIONING = sa.case(
    (updates.c.body.contains(parameter("mark", sa.Text)), updates.c.body), else_=""
)
_UNREAD = (
    FOLLOWED_UPDATES.with_only_columns(_THREAD_ID.label("thread_id"), _MENTIONING)
    .where(UNREAD)
    .order_by(*NEWEST_FIRST)
    .limit(parameter("take"))
)


class Line(msgspec.Struct, frozen=True):
    thread: Thread
    pulse_name: str
    board_name: str
    is_unread: bool
    mentions_reader: bool


class Unread(msgspec.Struct, frozen=True):
    """How many threads, at most MOST_COUNTED each; `mentions`: those of them that mention the reader."""

    count: int
    mentions: int


class _Last(msgspec.Struct, frozen=True):
    thread_id: int
    pulse_name: str
    board_name: str
    is_unread: bool


async def inbox(work: Work, before_id: int | None, *, only_unread: bool) -> list[Line]:
    """Of the actor. From where the thread of that update stands on; the newest without one."""
    before, last_id = await _place_of(work, before_id)
    found = await work.all(
        _UNREAD_LINES if only_unread else _LINES,
        _Last,
        before=before,
        before_id=last_id,
        take=PAGE,
        **reader_of(work),
    )
    ids = id_list(last.thread_id for last in found)
    firsts = await work.all(_FIRST_OF_THREADS, Update, update_ids=ids)
    by_id = {thread.update.id: thread for thread in await threads(work, firsts)}
    # A thread may be deleted between the two statements.
    return [_line(work, last, by_id[last.thread_id]) for last in found if last.thread_id in by_id]


async def count_unread(work: Work) -> Unread:
    """Of the actor."""
    mark = f'data-id="{work.actor.user_id}"'
    found = await work.all(_UNREAD, _pair, mark=mark, take=_MOST_LOOKED_AT, **reader_of(work))
    unread = {thread_id for thread_id, _ in found}
    mentions = {thread_id for thread_id, body in found if work.actor.user_id in mentioned_in(body)}
    return Unread(min(len(unread), MOST_COUNTED), min(len(mentions), MOST_COUNTED))


def reader_of(work: Work) -> dict[str, int]:
    """What statements about what the actor has not read want to know."""
    return {
        "reader_id": work.actor.user_id or 0,
        "unread_since": work.now - UNREAD_DAYS * DAY,
    }


async def _place_of(work: Work, update_id: int | None) -> tuple[int, int]:
    """When the thread was last written in, and by which update."""
    if update_id is None:
        return _END_OF_TIME, 0
    update = await update_to_read(work, update_id)
    return await work.one(_LAST_OF_THREAD, _pair, thread_id=update.parent_id or update.id)


def _line(work: Work, last: _Last, thread: Thread) -> Line:
    texts = [thread.update.body, *(reply.update.body for reply in thread.replies)]
    mentions_reader = any(work.actor.user_id in mentioned_in(text) for text in texts)
    return Line(thread, last.pulse_name, last.board_name, last.is_unread, mentions_reader)


def _pair(first: Any, second: Any) -> tuple[Any, Any]:
    return first, second

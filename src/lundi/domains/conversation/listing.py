"""Updates of many pulses or boards at once: one statement each, whatever their number."""

from collections import defaultdict
from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import DELETED
from lundi.domains.boards.tables import boards
from lundi.domains.conversation.access import UPDATE_COLUMNS, VISIBLE_UPDATES
from lundi.domains.conversation.queries import NEWEST_FIRST, UPDATES_IN_LISTS
from lundi.domains.conversation.schemas import Like, Update
from lundi.domains.conversation.tables import likes, updates
from lundi.domains.pulses.tables import pulses

_TOP_FIRST = (updates.c.pinned_at.is_(None), *NEWEST_FIRST)
_OWN = VISIBLE_UPDATES.where(updates.c.parent_id.is_(None))
_BY_ID = VISIBLE_UPDATES.where(one_of(updates.c.id, "update_ids"))
_REPLIES_TO = VISIBLE_UPDATES.where(one_of(updates.c.parent_id, "update_ids")).order_by(
    updates.c.id
)
_REPLIES_ON = VISIBLE_UPDATES.where(
    updates.c.parent_id.is_not(None), one_of(pulses.c.board_id, "board_ids")
)
_LIKES = (
    sa.select(likes.c.update_id, likes.c.user_id, likes.c.reaction, likes.c.created_at)
    .where(likes.c.account_id == parameter("account_id"), one_of(likes.c.update_id, "update_ids"))
    .order_by(likes.c.created_at, likes.c.user_id)
)


@cache
def _of_each(owner: str, by_id: bool, since: bool, until: bool) -> Any:
    """A window of the updates of each pulse or board."""
    column = {"pulse": updates.c.pulse_id, "board": boards.c.id}[owner]
    statement = (_OWN if owner == "pulse" else UPDATES_IN_LISTS).where(one_of(column, "owner_ids"))
    if by_id:
        statement = statement.where(one_of(updates.c.id, "update_ids"))
    if since:
        statement = statement.where(updates.c.created_at >= parameter("since"))
    if until:
        statement = statement.where(updates.c.created_at < parameter("until"))
    order = _TOP_FIRST if owner == "pulse" else NEWEST_FIRST
    place = sa.func.row_number().over(partition_by=column, order_by=order).label("place")
    numbered = statement.add_columns(place).subquery("numbered")
    names = [column.name for column in UPDATE_COLUMNS]
    return (
        sa.select(*(numbered.c[name] for name in names))
        .where(
            numbered.c.place > parameter("skip"),
            numbered.c.place <= parameter("skip") + parameter("take"),
        )
        .order_by(numbered.c.place)
    )


async def updates_of_pulses(
    work: Work, pulse_ids: set[int], window: Window, update_ids: list[int] | None = None
) -> dict[int, list[Update]]:
    """Of each of the pulses that many, pinned ones first, then the newest."""
    found: dict[int, list[Update]] = {one: [] for one in pulse_ids}
    rows = await work.all(
        _of_each("pulse", update_ids is not None, False, False),
        Update,
        owner_ids=id_list(pulse_ids),
        update_ids=id_list(update_ids or ()),
        **window.parameters,
    )
    for update in rows:
        found[update.pulse_id].append(update)
    return found


async def updates_of_boards(
    work: Work,
    board_ids: set[int],
    window: Window,
    *,
    update_ids: list[int] | None = None,
    since: int | None = None,
    until: int | None = None,
) -> dict[int, list[Update]]:
    """Of each of the boards that many, the newest first."""
    found: dict[int, list[Update]] = {one: [] for one in board_ids}
    rows = await work.all(
        _of_each("board", update_ids is not None, since is not None, until is not None),
        Update,
        owner_ids=id_list(board_ids),
        update_ids=id_list(update_ids or ()),
        since=since,
        until=until,
        **window.parameters,
    )
    for update in rows:
        found[update.board_id].append(update)
    return found


@cache
def _everywhere(since: bool, until: bool) -> Any:
    statement = UPDATES_IN_LISTS
    if since:
        statement = statement.where(updates.c.created_at >= parameter("since"))
    if until:
        statement = statement.where(updates.c.created_at < parameter("until"))
    return paged(statement.order_by(*NEWEST_FIRST))


async def latest_updates(
    work: Work, window: Window, since: int | None = None, until: int | None = None
) -> list[Update]:
    """Of all that the actor sees, the newest first."""
    statement = _everywhere(since is not None, until is not None)
    return await work.all(statement, Update, since=since, until=until, **window.parameters)


async def updates_by_id(work: Work, update_ids: set[int]) -> dict[int, Update]:
    """Those of them that the actor sees, replies too."""
    if not update_ids:
        return {}
    found = await work.all(_BY_ID, Update, update_ids=id_list(update_ids))
    return {update.id: update for update in found if update.pulse_state != DELETED}


async def replies_to(work: Work, update_ids: set[int]) -> dict[int, list[Update]]:
    """To updates that were found already, the oldest first."""
    found: dict[int, list[Update]] = {one: [] for one in update_ids}
    for reply in await work.all(_REPLIES_TO, Update, update_ids=id_list(update_ids)):
        found[reply.parent_id or 0].append(reply)
    return found


@cache
def _replies_on(since: bool, until: bool) -> Any:
    statement = _REPLIES_ON
    if since:
        statement = statement.where(updates.c.created_at >= parameter("since"))
    if until:
        statement = statement.where(updates.c.created_at < parameter("until"))
    return paged(statement.order_by(*NEWEST_FIRST))


async def replies_on_boards(
    work: Work,
    board_ids: list[int],
    window: Window,
    since: int | None = None,
    until: int | None = None,
) -> list[Update]:
    """The newest first."""
    return await work.all(
        _replies_on(since is not None, until is not None),
        Update,
        board_ids=id_list(board_ids),
        since=since,
        until=until,
        **window.parameters,
    )


async def likes_of(work: Work, update_ids: set[int]) -> dict[int, list[Like]]:
    """Of updates that were found already."""
    found: defaultdict[int, list[Like]] = defaultdict(list)
    for like in await work.all(_LIKES, Like, update_ids=id_list(update_ids)):
        found[like.update_id].append(like)
    return {update_id: found[update_id] for update_id in update_ids}

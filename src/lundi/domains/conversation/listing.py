"""Updates of many pulses or boards at once: one statement each, whatever their number."""

from collections import defaultdict
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.paging import Place, Window, paged, write_place
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import DELETED
from lundi.domains.boards.tables import boards
from lundi.domains.conversation.access import UPDATE_COLUMNS, VISIBLE_UPDATES
from lundi.domains.conversation.queries import NEWEST_FIRST, UPDATES_IN_LISTS
from lundi.domains.conversation.schemas import Like, Update
from lundi.domains.conversation.tables import likes, updates
from lundi.domains.pulses.tables import pulses

_ON_BOARD = pulses.alias("on_board")
_TOP_FIRST = (updates.c.pinned_at.is_(None), *NEWEST_FIRST)
_OWN = VISIBLE_UPDATES.where(updates.c.parent_id.is_(None))
_BY_ID = VISIBLE_UPDATES.where(one_of(updates.c.id, "update_ids"))
_REPLIES_TO = VISIBLE_UPDATES.where(one_of(updates.c.parent_id, "update_ids")).order_by(
    updates.c.id
)
_REPLIES_ON = VISIBLE_UPDATES.where(
    updates.c.parent_id.is_not(None), one_of(pulses.c.board_id, "board_ids")
)
# Of a board by way of its pulses: SQLite would read all updates of the account.
_OWNED: dict[str, Any] = {
    "pulse": one_of(updates.c.pulse_id, "owner_ids"),
    "board": updates.c.pulse_id.in_(
        sa.select(_ON_BOARD.c.id).where(
            _ON_BOARD.c.account_id == parameter("account_id"),
            one_of(_ON_BOARD.c.board_id, "owner_ids"),
        )
    ),
}
_FILTERS: dict[str, Any] = {
    "update_ids": one_of(updates.c.id, "update_ids"),
    "since": updates.c.created_at >= parameter("since"),
    "until": updates.c.created_at < parameter("until"),
    "before": sa.or_(
        updates.c.created_at < parameter("before_at"),
        sa.and_(
            updates.c.created_at == parameter("before_at"), updates.c.id < parameter("before_id")
        ),
    ),
}
_LIKES = (
    sa.select(likes.c.update_id, likes.c.user_id, likes.c.reaction, likes.c.created_at)
    .where(likes.c.account_id == parameter("account_id"), one_of(likes.c.update_id, "update_ids"))
    .order_by(likes.c.created_at, likes.c.user_id)
)


class Page(msgspec.Struct, frozen=True):
    updates: list[Update]
    cursor: str | None = None


@cache
def _of_each(owner: str, filters: tuple[str, ...], *, pinned_first: bool = False) -> Any:
    """A window of the updates of each pulse or board."""
    column = {"pulse": updates.c.pulse_id, "board": boards.c.id}[owner]
    statement = (_OWN if owner == "pulse" else UPDATES_IN_LISTS).where(
        _OWNED[owner], *(_FILTERS[name] for name in filters)
    )
    order = _TOP_FIRST if pinned_first else NEWEST_FIRST
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
    given = {} if update_ids is None else {"update_ids": id_list(update_ids)}
    rows = await work.all(
        _of_each("pulse", tuple(given), pinned_first=True),
        Update,
        owner_ids=id_list(pulse_ids),
        **given,
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
    wanted: dict[str, Any] = {
        "update_ids": None if update_ids is None else id_list(update_ids),
        "since": since,
        "until": until,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    rows = await work.all(
        _of_each("board", tuple(given)),
        Update,
        owner_ids=id_list(board_ids),
        **given,
        **window.parameters,
    )
    for update in rows:
        found[update.board_id].append(update)
    return found


async def pages_of_updates(
    work: Work, owner: str, owner_ids: set[int], take: int, after: Place | None = None
) -> dict[int, Page]:
    """Of each of the pulses or boards (`owner`), the newest first: pins come and go, so they don't count here."""
    given = {}
    if after is not None:
        given = dict(zip(("before_at", "before_id"), after.keys, strict=True))
    rows = await work.all(
        _of_each(owner, ("before",) if given else ()),
        Update,
        owner_ids=id_list(owner_ids),
        **given,
        # One more tells whether there is another page.
        **Window(take=take + 1).parameters,
    )
    found: dict[int, list[Update]] = {one: [] for one in owner_ids}
    for update in rows:
        found[update.pulse_id if owner == "pulse" else update.board_id].append(update)
    return {one: _page(f"{owner} {one}", own, take) for one, own in found.items()}


def _page(owner: str, found: list[Update], take: int) -> Page:
    page = found[:take]
    if len(found) <= take:
        return Page(page)
    return Page(page, write_place(Place(owner, (page[-1].created_at, page[-1].id))))


@cache
def _everywhere(since: bool, until: bool) -> Any:
    statement = UPDATES_IN_LISTS
    if since:
        statement = statement.where(_FILTERS["since"])
    if until:
        statement = statement.where(_FILTERS["until"])
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
        statement = statement.where(_FILTERS["since"])
    if until:
        statement = statement.where(_FILTERS["until"])
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

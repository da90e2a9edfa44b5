"""Pages of what a query finds. The first page takes down the ids of all there is, so no later one repeats or misses any."""

import secrets
from collections.abc import Sequence
from datetime import UTC, tzinfo

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.paging import Window
from lundi.core.schema import one_of_these, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.schemas import ACTIVE, Board
from lundi.domains.boards.tables import boards, groups
from lundi.domains.pulses.access import IN_GROUP, ON_BOARD
from lundi.domains.pulses.queries import (
    ORDER_OF_BOARD,
    pulses_of_board,
    pulses_on_boards,
    visible_pulses,
)
from lundi.domains.pulses.querying.columnar.asking import ids_in_memory, page_in_memory
from lundi.domains.pulses.querying.cursors import (
    LIFETIME,
    MOST_CARRIED,
    Carried,
    CursorExpired,
    Kept,
    pack,
    read_cursor,
    unpack,
    write_cursor,
)
from lundi.domains.pulses.querying.description import Query
from lundi.domains.pulses.querying.planning import plan, plan_exact
from lundi.domains.pulses.querying.plans import Plan
from lundi.domains.pulses.querying.sql import ordering, where
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import page_snapshots, pulses

LARGEST_PAGE = 500

_KEEP = sa.insert(page_snapshots).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    user_id=parameter("viewer_id"),
    ids=parameter("ids", sa.LargeBinary),
    created_at=parameter("now"),
)
_PART = sa.select(
    sa.func.substr(
        page_snapshots.c.ids,
        parameter("start", sa.Integer),
        parameter("length", sa.Integer),
        type_=sa.LargeBinary,
    )
).where(
    page_snapshots.c.account_id == parameter("account_id"),
    page_snapshots.c.id == parameter("id"),
    page_snapshots.c.user_id == parameter("viewer_id"),
)
_FORGET = sa.delete(page_snapshots).where(
    page_snapshots.c.account_id == parameter("account_id"),
    page_snapshots.c.created_at < parameter("before"),
)


class Snapshot(msgspec.Struct, frozen=True):
    """Ids to be kept by `keep_snapshot`, in a transaction that may write, before the cursor is given away."""

    id: int
    ids: Sequence[int]


class Page(msgspec.Struct, frozen=True):
    pulses: list[Pulse]
    cursor: str | None = None
    snapshot: Snapshot | None = None


async def first_page(
    work: Work, board: Board, query: Query, limit: int, group_id: str | None = None
) -> Page:
    """Of a board that was found already, or of one of its groups, in the query's order, else in the board's."""
    return await _first(work, await find_ids(work, board, query, group_id), limit)


async def first_exact_page(
    work: Work, board: Board, columns: Sequence[tuple[str, list[str]]], limit: int
) -> Page:
    """Of the pulses that in each of the columns read as one of the texts."""
    return await _first(work, await find_exact_ids(work, board, columns), limit)


async def find_ids(
    work: Work, board: Board, query: Query, group_id: str | None = None, zone: tzinfo = UTC
) -> Sequence[int]:
    """Of all active pulses that it finds on a board that was found already, in order. Days are those of the zone."""
    made = await plan(work, board, query, zone)
    return await _ids(work, board, made, query.ids, group_id)


async def find_exact_ids(
    work: Work, board: Board, columns: Sequence[tuple[str, list[str]]]
) -> Sequence[int]:
    """Of all active pulses that in each of the columns read as one of the texts, in the board's order."""
    return await _ids(work, board, await plan_exact(work, board, columns))


async def page_of_board(
    work: Work, board: Board, window: Window, order_by: str | None = None
) -> list[Pulse]:
    """As `pulses_of_board`, however deep, and however big the board: PostgreSQL sorts all of its first group for any page."""
    if order_by is None:
        ids = await page_in_memory(work, board, window.skip, window.take)
        found = await pulses_on_boards(work, {board.id}, set(ids or ()))
        there = {pulse.id: pulse for pulse in found}
        # One may have gone meanwhile, and a page that isn't full would be taken for the last.
        if ids is not None and len(there) == len(ids):
            return [there[one] for one in ids]
    return await pulses_of_board(work, board, window, order_by)


async def next_page(work: Work, cursor: str, limit: int) -> Page:
    """Raises Invalid for what is no cursor, CursorExpired for one that is over."""
    _check(limit)
    known = read_cursor(cursor, work.now)
    if isinstance(known, Carried):
        found, used = await _filled(work, known.ids, limit)
        left = known.ids[used:]
        return Page(found, write_cursor(Carried(known.made_at, left)) if left else None)
    return await _next_of_kept(work, known, limit)


async def keep_snapshot(work: Work, snapshot: Snapshot) -> None:
    await work.run(_KEEP, id=snapshot.id, ids=pack(snapshot.ids))


async def forget_old_snapshots(work: Work) -> None:
    await work.run(_FORGET, before=work.now - LIFETIME)


async def _ids(
    work: Work,
    board: Board,
    made: Plan,
    ids: Sequence[int] | None = None,
    group_id: str | None = None,
) -> Sequence[int]:
    found = await ids_in_memory(work, board, made, ids, group_id)
    if found is not None:
        return found
    statement = (
        sa.select(pulses.c.id)
        .join(boards, ON_BOARD)
        .join(groups, IN_GROUP)
        .where(
            pulses.c.account_id == parameter("account_id"),
            pulses.c.board_id == parameter("board_id"),
            pulses.c.state == ACTIVE,
            groups.c.state == ACTIVE,
            where(made.where),
        )
        .order_by(*(key for by in made.order for key in ordering(by)), *ORDER_OF_BOARD)
    )
    if ids is not None:
        statement = statement.where(one_of_these(pulses.c.id, as_json(ids)))
    if group_id is not None:
        statement = statement.where(pulses.c.group_id == sa.literal(group_id))
    return await work.all_once(statement, int, board_id=board.id)


async def _first(work: Work, ids: Sequence[int], limit: int) -> Page:
    _check(limit)
    found, used = await _filled(work, ids, limit)
    left = ids[used:]
    if not left:
        return Page(found)
    if len(left) <= MOST_CARRIED:
        return Page(found, write_cursor(Carried(work.now, tuple(left))))
    # Any number will do that nobody has: whose it is stands beside it.
    snapshot = Snapshot(secrets.randbits(62), left)
    return Page(found, write_cursor(Kept(work.now, snapshot.id, 0)), snapshot)


async def _filled(work: Work, ids: Sequence[int], limit: int) -> tuple[list[Pulse], int]:
    """As many as fit of those that are still there, and how many ids that took."""
    found: list[Pulse] = []
    used = 0
    while len(found) < limit and used < len(ids):
        portion = ids[used : used + limit - len(found)]
        used += len(portion)
        there = await visible_pulses(work, set(portion))
        found += [there[one] for one in portion if one in there and there[one].state == ACTIVE]
    return found, used


async def _next_of_kept(work: Work, known: Kept, limit: int) -> Page:
    found: list[Pulse] = []
    skip = known.skip
    while True:
        # One more tells whether there is another page.
        wanted = limit - len(found)
        part = await work.first(
            _PART, bytes, id=known.snapshot_id, start=8 * skip + 1, length=8 * (wanted + 1)
        )
        if part is None:
            raise CursorExpired("The cursor is over: they last for 60 minutes. Begin again.")
        ids = unpack(part)
        more, used = await _filled(work, ids[:wanted], wanted)
        found += more
        skip += used
        if len(ids) <= wanted:
            return Page(found)
        if len(found) >= limit:
            return Page(found, write_cursor(Kept(known.made_at, known.snapshot_id, skip)))


def _check(limit: int) -> None:
    if not 1 <= limit <= LARGEST_PAGE:
        raise Invalid(f"limit is {limit}; it is at least 1 and at most {LARGEST_PAGE}.")

"""Reading pulses and their subscribers."""

from collections import defaultdict
from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, events, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.tables import users
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import ACTIVE, DELETED, Board
from lundi.domains.boards.tables import boards, groups
from lundi.domains.pulses.access import IN_GROUP, ON_BOARD, PULSE_COLUMNS
from lundi.domains.pulses.events import ValueChanged
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulse_subscribers, pulses

ORDERS = ("created_at", "created_at_desc", "updated_at", "updated_at_desc")

_SUBSCRIBER_OF = sa.and_(
    pulse_subscribers.c.account_id == users.c.account_id,
    pulse_subscribers.c.user_id == users.c.id,
)
_SUBSCRIBERS = (
    sa.select(pulse_subscribers.c.pulse_id, *USER_COLUMNS)
    .join(users, _SUBSCRIBER_OF)
    .where(
        pulse_subscribers.c.account_id == parameter("account_id"),
        one_of(pulse_subscribers.c.pulse_id, "pulse_ids"),
    )
    .order_by(pulse_subscribers.c.created_at, users.c.id)
)
_SUBSCRIBERS_OF_ONE = (
    sa.select(*USER_COLUMNS)
    .join(pulse_subscribers, _SUBSCRIBER_OF)
    .where(
        users.c.account_id == parameter("account_id"),
        pulse_subscribers.c.pulse_id == parameter("pulse_id"),
    )
    .order_by(pulse_subscribers.c.created_at, users.c.id)
)
_SUBSCRIBERS_PAGE = paged(_SUBSCRIBERS_OF_ONE)
_ACTIVE_PULSES = (
    sa.select(*PULSE_COLUMNS)
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.parent_id.is_(None),
        pulses.c.state == ACTIVE,
        groups.c.state == ACTIVE,
        boards.c.state == ACTIVE,
        board_is_visible(),
    )
)
_ON_BOARDS_BY_ID = (
    sa.select(*PULSE_COLUMNS)
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        one_of(pulses.c.id, "pulse_ids"),
        one_of(pulses.c.board_id, "board_ids"),
        pulses.c.state == ACTIVE,
        groups.c.state == ACTIVE,
    )
)
_VISIBLE = (
    sa.select(*PULSE_COLUMNS)
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        one_of(pulses.c.id, "pulse_ids"),
        board_is_visible(),
    )
)
_SUBITEMS = (
    sa.select(*PULSE_COLUMNS)
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        one_of(pulses.c.parent_id, "parent_ids"),
        pulses.c.state == ACTIVE,
    )
    .order_by(pulses.c.parent_id, pulses.c.position, pulses.c.id)
)
_CHANGES = (
    sa.select(events.c.pulse_id, events.c.data, events.c.happened_at)
    .where(
        events.c.account_id == parameter("account_id"),
        one_of(events.c.pulse_id, "pulse_ids"),
        events.c.kind == ValueChanged.__name__,
    )
    .order_by(events.c.id)
)
# What changes a pulse is recorded at the very moment that the pulse keeps.
_UPDATERS = sa.select(
    pulses.c.id,
    sa.select(events.c.actor_id)
    .where(
        events.c.account_id == parameter("account_id"),
        events.c.pulse_id == pulses.c.id,
        events.c.happened_at == pulses.c.updated_at,
    )
    .order_by(events.c.id.desc())
    .limit(sa.literal_column("1"))
    .scalar_subquery(),
).where(pulses.c.account_id == parameter("account_id"), one_of(pulses.c.id, "pulse_ids"))
_COUNTS = (
    sa.select(pulses.c.board_id, sa.func.count())
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        one_of(pulses.c.board_id, "board_ids"),
        pulses.c.state == ACTIVE,
        groups.c.state == ACTIVE,
    )
    .group_by(pulses.c.board_id)
)
_COUNTS_OF_SUBITEMS = (
    sa.select(pulses.c.parent_id, sa.func.count())
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == parameter("board_id"),
        pulses.c.state == ACTIVE,
        groups.c.state == ACTIVE,
    )
    .group_by(pulses.c.parent_id)
)
_one_of_them = pulses.alias("one_of_them")
_COUNTS_BESIDE = (
    sa.select(
        pulses.c.parent_id,
        sa.func.count(sa.case((sa.and_(pulses.c.state == ACTIVE, groups.c.state == ACTIVE), 1))),
    )
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.parent_id.in_(
            sa.select(_one_of_them.c.parent_id).where(
                _one_of_them.c.account_id == parameter("account_id"),
                one_of(_one_of_them.c.id, "pulse_ids"),
                one_of(_one_of_them.c.board_id, "board_ids"),
                _one_of_them.c.parent_id.is_not(None),
            )
        ),
    )
    .group_by(pulses.c.parent_id)
)
ORDER_OF_BOARD = (groups.c.position, groups.c.id, pulses.c.position, pulses.c.id)


@cache
def _everywhere(since: bool, until: bool, latest_first: bool) -> Any:
    statement = _ACTIVE_PULSES
    if since:
        statement = statement.where(pulses.c.created_at >= parameter("since"))
    if until:
        statement = statement.where(pulses.c.created_at < parameter("until"))
    order = (pulses.c.created_at.desc(), pulses.c.id.desc()) if latest_first else (pulses.c.id,)
    return paged(statement.order_by(*order))


@cache
def _on_board(order_by: str | None) -> Any:
    # The archived state of the board itself doesn't hide its pulses from who asks for that very board.
    statement = (
        sa.select(*PULSE_COLUMNS)
        .join(boards, ON_BOARD)
        .join(groups, IN_GROUP)
        .where(
            pulses.c.account_id == parameter("account_id"),
            pulses.c.board_id == parameter("board_id"),
            pulses.c.state == ACTIVE,
            groups.c.state == ACTIVE,
        )
    )
    if order_by is None:
        return paged(statement.order_by(*ORDER_OF_BOARD))
    column = pulses.c[order_by.removesuffix("_desc")]
    if order_by.endswith("_desc"):
        return paged(statement.order_by(column.desc(), pulses.c.id.desc()))
    return paged(statement.order_by(column, pulses.c.id))


async def list_pulses(
    work: Work, window: Window, *, since: int | None, until: int | None, latest_first: bool
) -> list[Pulse]:
    """All active pulses that the actor sees, created from `since` up to, not including, `until` (microseconds)."""
    statement = _everywhere(since is not None, until is not None, latest_first)
    return await work.all(statement, Pulse, since=since, until=until, **window.parameters)


async def pulses_on_boards(work: Work, board_ids: set[int], pulse_ids: set[int]) -> list[Pulse]:
    """Those of them that are active on boards that the actor was found to see."""
    if not pulse_ids:
        return []
    return await work.all(
        _ON_BOARDS_BY_ID, Pulse, board_ids=id_list(board_ids), pulse_ids=id_list(pulse_ids)
    )


async def visible_pulses(work: Work, pulse_ids: set[int]) -> dict[int, Pulse]:
    """Those of them that the actor sees, archived ones too."""
    if not pulse_ids:
        return {}
    found = await work.all(_VISIBLE, Pulse, pulse_ids=id_list(pulse_ids))
    return {pulse.id: pulse for pulse in found if pulse.state != DELETED}


async def subitems_of(work: Work, parent_ids: set[int]) -> dict[int, list[Pulse]]:
    """The active ones of pulses that were found already, in their order: one statement for any number."""
    found: dict[int, list[Pulse]] = {parent_id: [] for parent_id in parent_ids}
    for pulse in await work.all(_SUBITEMS, Pulse, parent_ids=id_list(parent_ids)):
        found[pulse.parent_id or 0].append(pulse)
    return found


async def count_subitems(work: Work, board: Board) -> dict[int, int]:
    """By their parents the active ones on a board of subitems that was found already."""
    return dict(await work.all(_COUNTS_OF_SUBITEMS, _counted, board_id=board.id))


async def count_beside(work: Work, board_ids: set[int], pulse_ids: set[int]) -> dict[int, int]:
    """By the parents of those of them that are subitems, how many active ones there are; of boards that were found already."""
    found = await work.all(
        _COUNTS_BESIDE, _counted, board_ids=id_list(board_ids), pulse_ids=id_list(pulse_ids)
    )
    return dict(found)


async def items_by_id(
    work: Work,
    pulse_ids: list[int],
    window: Window,
    *,
    newest_first: bool = False,
    only_active: bool = False,
) -> list[Pulse]:
    """Those of them that the actor sees, by their ids, archived ones too unless `only_active`."""
    found = await visible_pulses(work, set(pulse_ids))
    there = [found[one] for one in sorted(found, reverse=newest_first)]
    chosen = [pulse for pulse in there if not only_active or pulse.state == ACTIVE]
    return chosen[window.skip : window.skip + window.take]


async def value_changes(work: Work, pulse_ids: set[int]) -> dict[int, dict[str, int]]:
    """By column id, when the value was last set (microseconds); of pulses that were found already."""
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for pulse_id, data, at in await work.all(_CHANGES, _change, pulse_ids=id_list(pulse_ids)):
        found[pulse_id][data["column_id"]] = at
    for event in work.recorded:
        if isinstance(event, ValueChanged) and event.pulse_id in pulse_ids:
            found[event.pulse_id][event.column_id] = work.now
    return dict(found)


async def updaters_of(work: Work, pulse_ids: set[int]) -> dict[int, int | None]:
    """Who changed them last, of pulses that were found already; None for the account itself, and where it isn't known."""
    found = dict(await work.all(_UPDATERS, _updater, pulse_ids=id_list(pulse_ids)))
    changed = {event.pulse_id for event in work.recorded if event.pulse_id in pulse_ids}
    return {**found, **{one: work.acting_id for one in changed if one is not None}}


async def count_pulses(work: Work, board_ids: set[int]) -> dict[int, int]:
    """The active ones, of boards that were found already."""
    return dict(await work.all(_COUNTS, _counted, board_ids=id_list(board_ids)))


async def pulses_of_board(
    work: Work, board: Board, window: Window, order_by: str | None = None
) -> list[Pulse]:
    """By group, then position, unless `order_by` is one of ORDERS."""
    return await work.all(_on_board(order_by), Pulse, board_id=board.id, **window.parameters)


async def subscribers_of_pulses(work: Work, found: list[Pulse]) -> dict[int, list[User]]:
    """One statement for any number of pulses."""
    subscribers: defaultdict[int, list[User]] = defaultdict(list)
    rows = await work.all(_SUBSCRIBERS, _pulse_and_user, pulse_ids=id_list(p.id for p in found))
    for pulse_id, user in rows:
        subscribers[pulse_id].append(user)
    return subscribers


async def subscribers_of_pulse(
    work: Work, pulse: Pulse, window: Window | None = None
) -> list[User]:
    """All of them without a window."""
    if window is None:
        return await work.all(_SUBSCRIBERS_OF_ONE, User, pulse_id=pulse.id)
    return await work.all(_SUBSCRIBERS_PAGE, User, pulse_id=pulse.id, **window.parameters)


def _pulse_and_user(pulse_id: int, *user: Any) -> tuple[int, User]:
    return pulse_id, User(*user)


def _counted(board_id: int, count: int) -> tuple[int, int]:
    return board_id, count


def _updater(pulse_id: int, actor_id: int | None) -> tuple[int, int | None]:
    return pulse_id, actor_id


def _change(pulse_id: int, data: dict[str, Any], at: int) -> tuple[int, dict[str, Any], int]:
    return pulse_id, data, at

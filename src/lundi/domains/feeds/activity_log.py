"""What happened on several boards at once, or what several users did, as logs of it are read."""

from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.json_sql import json_part
from lundi.core.paging import Place, Window, write_place
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, as_json, events, id_list
from lundi.domains.feeds.activity import (
    EVENT_COLUMNS,
    ON_VISIBLE_BOARD,
    Happening,
    without_unseen,
)
from lundi.domains.feeds.sorts import SORT
from lundi.domains.pulses.tables import pulses

_OF_ACCOUNT = events.c.account_id == parameter("account_id")
_OWNERS = {"board": events.c.board_id, "user": events.c.actor_id}
_IN_GROUPS = sa.or_(
    one_of(json_part(events.c.data, sa.literal_column("'group_id'")), "group_keys"),
    sa.exists()
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.id == events.c.pulse_id,
        one_of(pulses.c.group_id, "group_keys"),
    )
    .correlate(events),
)
_FILTERS: dict[str, Any] = {
    "since": events.c.happened_at >= parameter("since"),
    "until": events.c.happened_at < parameter("until"),
    "before_id": events.c.id < parameter("before_id"),
    "user_ids": one_of(events.c.actor_id, "user_ids"),
    "board_ids": one_of(events.c.board_id, "board_ids"),
    "pulse_ids": one_of(events.c.pulse_id, "pulse_ids"),
    "column_keys": one_of(
        json_part(events.c.data, sa.literal_column("'column_id'")), "column_keys"
    ),
    "group_keys": _IN_GROUPS,
    "sort_keys": one_of(SORT, "sort_keys"),
    "is_seen": ON_VISIBLE_BOARD,
}


class Page(msgspec.Struct, frozen=True):
    happenings: list[Happening]
    cursor: str | None = None


async def logs_of_boards(
    work: Work,
    board_ids: set[int],
    window: Window,
    *,
    since: int | None = None,
    until: int | None = None,
    user_ids: list[int] | None = None,
    pulse_ids: list[int] | None = None,
    column_ids: list[str] | None = None,
    group_ids: list[str] | None = None,
) -> dict[int, list[Happening]]:
    """Of each of the boards, which were found already, that many, the newest first. Of a group also what happened to pulses that are in it now."""
    wanted: dict[str, Any] = {
        "since": since,
        "until": until,
        "user_ids": user_ids and id_list(user_ids),
        "pulse_ids": pulse_ids and id_list(pulse_ids),
        "column_keys": column_ids and as_json(column_ids),
        "group_keys": group_ids and as_json(group_ids),
    }
    found: dict[int, list[Happening]] = {board_id: [] for board_id in board_ids}
    for happening in await _found(work, "board", board_ids, window, wanted):
        found[happening.board_id or 0].append(happening)
    return found


async def logs_of_users(
    work: Work,
    user_ids: set[int],
    take: int,
    *,
    after: Place | None = None,
    since: int | None = None,
    until: int | None = None,
    board_ids: list[int] | None = None,
    sorts: set[str] | None = None,
) -> dict[int, Page]:
    """What each of them did on boards that the actor sees, the newest first. `sorts`: some of `feeds.sorts`."""
    wanted: dict[str, Any] = {
        "is_seen": True,
        "before_id": after and after.keys[0],
        "since": since,
        "until": until,
        "board_ids": board_ids and id_list(board_ids),
        "sort_keys": None if sorts is None else as_json(sorted(sorts)),
    }
    # One more tells whether there is another page.
    rows = await _found(work, "user", user_ids, Window(take=take + 1), wanted)
    found: dict[int, list[Happening]] = {user_id: [] for user_id in user_ids}
    for happening in rows:
        found[happening.actor_id or 0].append(happening)
    return {user_id: _page(f"user {user_id}", own, take) for user_id, own in found.items()}


def _page(owner: str, found: list[Happening], take: int) -> Page:
    if len(found) <= take:
        return Page(found)
    return Page(found[:take], write_place(Place(owner, (found[take - 1].id,))))


async def _found(
    work: Work, owner: str, owner_ids: set[int], window: Window, wanted: dict[str, Any]
) -> list[Happening]:
    given = {name: value for name, value in wanted.items() if value is not None}
    statement = _of_one if len(owner_ids) == 1 else _of_each
    rows = await work.all(
        statement(owner, tuple(given)),
        Happening,
        owner_ids=id_list(owner_ids),
        owner_id=min(owner_ids, default=0),
        **given,
        **window.parameters,
    )
    return await without_unseen(work, rows)


@cache
def _of_one(owner: str, filters: tuple[str, ...]) -> Any:
    """Read in order, from the last one back."""
    return (
        sa.select(*EVENT_COLUMNS)
        .where(_OF_ACCOUNT, _OWNERS[owner] == parameter("owner_id"), *_those(filters))
        .order_by(events.c.id.desc())
        .limit(parameter("take"))
        .offset(parameter("skip"))
    )


@cache
def _of_each(owner: str, filters: tuple[str, ...]) -> Any:
    column = _OWNERS[owner]
    place = sa.func.row_number().over(partition_by=column, order_by=events.c.id.desc())
    numbered = (
        sa.select(*EVENT_COLUMNS, place.label("place"))
        .where(_OF_ACCOUNT, one_of(column, "owner_ids"), *_those(filters))
        .subquery("numbered")
    )
    return (
        sa.select(*(numbered.c[column.name] for column in EVENT_COLUMNS))
        .where(
            numbered.c.place > parameter("skip"),
            numbered.c.place <= parameter("skip") + parameter("take"),
        )
        .order_by(numbered.c.place)
    )


def _those(filters: tuple[str, ...]) -> list[Any]:
    return [_FILTERS[name] for name in filters]

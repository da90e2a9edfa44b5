"""What happened on several boards at once, as logs of it are read."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.json_sql import json_part
from lundi.core.paging import Window
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, as_json, events, id_list
from lundi.domains.feeds.activity import EVENT_COLUMNS, Happening, without_unseen
from lundi.domains.pulses.tables import pulses

_OF_ACCOUNT = events.c.account_id == parameter("account_id")
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
    "user_ids": one_of(events.c.actor_id, "user_ids"),
    "pulse_ids": one_of(events.c.pulse_id, "pulse_ids"),
    "column_keys": one_of(
        json_part(events.c.data, sa.literal_column("'column_id'")), "column_keys"
    ),
    "group_keys": _IN_GROUPS,
}


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
    given = {name: value for name, value in wanted.items() if value is not None}
    found: dict[int, list[Happening]] = {board_id: [] for board_id in board_ids}
    statement = _of_one if len(board_ids) == 1 else _of_each
    rows = await work.all(
        statement(tuple(given)),
        Happening,
        board_ids=id_list(board_ids),
        board_id=min(board_ids, default=0),
        **given,
        **window.parameters,
    )
    for happening in await without_unseen(work, rows):
        found[happening.board_id or 0].append(happening)
    return found


@cache
def _of_one(filters: tuple[str, ...]) -> Any:
    """Read in order, from the last one back."""
    return (
        sa.select(*EVENT_COLUMNS)
        .where(_OF_ACCOUNT, events.c.board_id == parameter("board_id"), *_those(filters))
        .order_by(events.c.id.desc())
        .limit(parameter("take"))
        .offset(parameter("skip"))
    )


@cache
def _of_each(filters: tuple[str, ...]) -> Any:
    place = sa.func.row_number().over(partition_by=events.c.board_id, order_by=events.c.id.desc())
    numbered = (
        sa.select(*EVENT_COLUMNS, place.label("place"))
        .where(_OF_ACCOUNT, one_of(events.c.board_id, "board_ids"), *_those(filters))
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

"""Copying what was said about pulses to copies of them."""

from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.json_sql import json_element, json_rows
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, as_json, id_list
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.conversation.tables import updates
from lundi.domains.pulses.tables import pulses

PORTION = 200
"""Pulses whose updates are copied at once."""

_ROWS = json_rows(parameter("rows", sa.Text)).alias("element")
_OF_PULSES = (
    sa.select(
        updates.c.id,
        updates.c.pulse_id,
        updates.c.parent_id,
        updates.c.author_id,
        updates.c.body,
        updates.c.created_at,
    )
    .where(
        updates.c.account_id == parameter("account_id"),
        one_of(updates.c.pulse_id, "pulse_ids"),
        updates.c.state == ACTIVE,
    )
    .order_by(updates.c.id)
)


def _number(field: str) -> sa.ColumnElement[int]:
    return sa.cast(json_element(field), sa.BigInteger)


_ADD = sa.insert(updates).from_select(
    [
        *("account_id", "id", "pulse_id", "parent_id", "author_id", "body", "announcement"),
        *("state", "created_at", "updated_at"),
    ],
    sa.select(
        parameter("account_id"),
        _number("id"),
        _number("pulse_id"),
        _number("parent_id"),
        _number("author_id"),
        json_element("body"),
        sa.false(),
        sa.literal_column(f"'{ACTIVE}'", sa.Text),
        _number("created_at"),
        _number("created_at"),
    ).select_from(_ROWS),
)
_OWN = sa.and_(
    updates.c.account_id == parameter("account_id"),
    updates.c.pulse_id == pulses.c.id,
    updates.c.parent_id.is_(None),
    updates.c.state == ACTIVE,
)
_COUNT = (
    sa.update(pulses)
    .where(pulses.c.account_id == parameter("account_id"), one_of(pulses.c.id, "pulse_ids"))
    .values(
        updates_count=sa.select(sa.func.count()).where(_OWN).scalar_subquery(),
        last_update_at=sa.select(sa.func.max(updates.c.created_at)).where(_OWN).scalar_subquery(),
    )
)


class _Said(msgspec.Struct, frozen=True):
    id: int
    pulse_id: int
    parent_id: int | None
    author_id: int
    body: str
    created_at: int


async def copy_updates(work: Work, pulse_ids: dict[int, int]) -> None:
    """With their replies, authors and times. `pulse_ids`: those of the originals, and of their copies, which were just made."""
    waiting = iter(pulse_ids)
    while originals := list(islice(waiting, PORTION)):
        said = await work.all(_OF_PULSES, _Said, pulse_ids=id_list(originals))
        if not said:
            continue
        ids = await work.new_ids("update", len(said))
        new_ids = {one.id: new_id for one, new_id in zip(said, ids, strict=True)}
        rows: list[dict[str, Any]] = [
            {
                "id": new_ids[one.id],
                "pulse_id": pulse_ids[one.pulse_id],
                "parent_id": None if one.parent_id is None else new_ids.get(one.parent_id),
                "author_id": one.author_id,
                "body": one.body,
                "created_at": one.created_at,
            }
            for one in said
            if one.parent_id is None or one.parent_id in new_ids
        ]
        await work.run(_ADD, rows=as_json(rows))
        await work.run(_COUNT, pulse_ids=id_list(pulse_ids[one] for one in originals))

"""Copies of pulses with their values: a few statements for each portion of them, however many they are."""

from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.json_sql import json_element, json_rows
from lundi.core.schema import from_json_text, one_of, parameter
from lundi.core.work import Work, as_json, id_list
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import ACTIVE, Board, Group
from lundi.domains.boards.subitem_boards import GROUP
from lundi.domains.pulses.actions import next_number
from lundi.domains.pulses.tables import pulses
from lundi.domains.tags.actions import tags_for_board
from lundi.domains.tags.tables import tag_links

PORTION = 500
"""Pulses that are copied at once."""
_LEFT_OUT = ("dependency", "subtasks", "file", "doc", "direct_doc")
"""Types whose values belong to one pulse alone."""

_ROWS = json_rows(parameter("rows", sa.Text)).alias("element")
_ORIGINALS = (
    sa.select(pulses.c.id, pulses.c.parent_id, pulses.c.position, pulses.c.name, pulses.c["values"])
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.state == ACTIVE,
        pulses.c.id > parameter("after_id"),
    )
    .order_by(pulses.c.id)
    .limit(parameter("take"))
)
_OF_GROUP = _ORIGINALS.where(
    pulses.c.board_id == parameter("board_id"),
    pulses.c.group_id == parameter("group_id", sa.Text),
)
_UNDER = _ORIGINALS.where(one_of(pulses.c.parent_id, "parent_ids"))


def _number(field: str) -> sa.ColumnElement[int]:
    return sa.cast(json_element(field), sa.BigInteger)


_ADD_PULSES = sa.insert(pulses).from_select(
    [
        *(
            "account_id",
            "id",
            "board_id",
            "group_id",
            "parent_id",
            "position",
            "name",
            "values",
            "state",
        ),
        "number",
        *("creator_id", "updates_count", "created_at", "updated_at"),
    ],
    sa.select(
        parameter("account_id"),
        _number("id"),
        parameter("board_id"),
        parameter("group_id", sa.Text),
        _number("parent_id"),
        json_element("position"),
        json_element("name"),
        from_json_text(json_element("values")),
        sa.literal_column(f"'{ACTIVE}'", sa.Text),
        next_number() + _number("at"),
        parameter("creator_id"),
        sa.literal_column("0"),
        parameter("now"),
        parameter("now"),
    ).select_from(_ROWS),
)
_LINK_TAGS = sa.insert(tag_links).from_select(
    ["account_id", "tag_id", "pulse_id", "column_id"],
    sa.select(
        parameter("account_id"), _number("tag_id"), _number("pulse_id"), json_element("column_id")
    ).select_from(_ROWS),
)


class _Original(msgspec.Struct, frozen=True):
    id: int
    parent_id: int | None
    position: str
    name: str
    values: dict[str, Any]


class _Into(msgspec.Struct, frozen=True):
    """Where copies go; `kept`: the columns whose values go along."""

    board: Board
    group_id: str
    creator_id: int | None
    kept: set[str]


async def copy_group(
    work: Work, group: Group, target: Board, group_id: str, creator_id: int | None
) -> dict[int, int]:
    """The active pulses of a group that was found already, without their subitems; by the originals' ids, those of the copies."""
    into = _Into(target, group_id, creator_id, await _kept(work, group.board_id))
    found = {"board_id": group.board_id, "group_id": group.id}
    return await _copy(work, into, _OF_GROUP, found, {})


async def copy_subitems(
    work: Work,
    parents: Mapping[int, int],
    subitems: Board,
    target: Board,
    creator_id: int | None,
) -> dict[int, int]:
    """From one board of subitems to another, or the same; `parents`: originals and their copies."""
    into = _Into(target, GROUP[0], creator_id, await _kept(work, subitems.id))
    return await _copy(work, into, _UNDER, {"parent_ids": id_list(parents)}, parents)


async def _kept(work: Work, board_id: int) -> set[str]:
    columns = (await columns_of_boards(work, {board_id}))[board_id]
    return {column.id for column in columns if column.type not in _LEFT_OUT}


async def _copy(
    work: Work,
    into: _Into,
    statement: Any,
    found: dict[str, Any],
    parents: Mapping[int, int],
) -> dict[int, int]:
    pulse_ids: dict[int, int] = {}
    after_id = 0
    while True:
        portion = await work.all(statement, _Original, after_id=after_id, take=PORTION, **found)
        if not portion:
            return pulse_ids
        after_id = portion[-1].id
        pulse_ids |= await _copy_portion(work, portion, into, parents)


async def _copy_portion(
    work: Work, portion: list[_Original], into: _Into, parents: Mapping[int, int]
) -> dict[int, int]:
    tags = await _tags_there(work, portion, into.board)
    rows: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    new_ids = await work.new_ids("pulse", len(portion))
    for original, new_id in zip(portion, new_ids, strict=True):
        values = {key: value for key, value in original.values.items() if key in into.kept}
        for column_id, value in values.items():
            if isinstance(value, dict) and "tag_ids" in value:
                there = [tags[tag_id] for tag_id in value["tag_ids"]]
                values[column_id] = {**value, "tag_ids": there}
                links += [
                    {"tag_id": one, "pulse_id": new_id, "column_id": column_id} for one in there
                ]
        rows.append(
            {
                "id": new_id,
                "parent_id": parents.get(original.parent_id or 0),
                "at": len(rows),
                "position": original.position,
                "name": original.name,
                "values": values,
            }
        )
    await work.run(
        _ADD_PULSES,
        rows=as_json(rows),
        board_id=into.board.id,
        group_id=into.group_id,
        creator_id=into.creator_id,
    )
    if links:
        await work.run(_LINK_TAGS, rows=as_json(links))
    return {original.id: row["id"] for original, row in zip(portion, rows, strict=True)}


async def _tags_there(work: Work, portion: list[_Original], target: Board) -> dict[int, int]:
    """Which tag of the target means the same as one of the original."""
    named = {
        tag_id
        for original in portion
        for value in original.values.values()
        if isinstance(value, dict)
        for tag_id in value.get("tag_ids", ())
    }
    ids = sorted(named)
    return dict(zip(ids, await tags_for_board(work, target, ids), strict=True)) if ids else {}

"""Copying groups and boards with their pulses: a few statements for each portion of them, however many they are."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.json_sql import json_element, json_rows
from lundi.core.schema import from_json_text, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards import actions, group_actions
from lundi.domains.boards.access import board_to_edit, board_to_read, group_to_edit, group_to_read
from lundi.domains.boards.events import BoardDuplicated, GroupDuplicated
from lundi.domains.boards.queries import all_groups, columns_of_boards, subscriptions_of
from lundi.domains.boards.schemas import ACTIVE, Board, Group
from lundi.domains.boards.tables import columns, groups
from lundi.domains.pulses.tables import pulses
from lundi.domains.tags.actions import tags_for_board
from lundi.domains.tags.tables import tag_links

PORTION = 500
"""Pulses that are copied at once."""
LONGEST_NAME = 255
_LEFT_OUT = ("dependency", "subtasks", "file", "doc")
"""Types whose values belong to one pulse alone."""

_ROWS = json_rows(parameter("rows", sa.Text)).alias("element")
_OF_GROUP = (
    sa.select(pulses.c.id, pulses.c.position, pulses.c.name, pulses.c["values"])
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.board_id == parameter("board_id"),
        pulses.c.group_id == parameter("group_id", sa.Text),
        pulses.c.state == ACTIVE,
        pulses.c.id > parameter("after_id"),
    )
    .order_by(pulses.c.id)
    .limit(parameter("take"))
)


def _number(field: str) -> sa.ColumnElement[int]:
    return sa.cast(json_element(field), sa.BigInteger)


_ADD_PULSES = sa.insert(pulses).from_select(
    [
        *("account_id", "id", "board_id", "group_id", "position", "name", "values", "state"),
        *("creator_id", "updates_count", "created_at", "updated_at"),
    ],
    sa.select(
        parameter("account_id"),
        _number("id"),
        parameter("board_id"),
        parameter("group_id", sa.Text),
        json_element("position"),
        json_element("name"),
        from_json_text(json_element("values")),
        sa.literal_column(f"'{ACTIVE}'", sa.Text),
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
_ADD_GROUP = sa.insert(groups).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    id=parameter("id", sa.Text),
    title=parameter("title", sa.Text),
    color=parameter("color", sa.Text),
    position=parameter("position", sa.Text),
    state=ACTIVE,
)
_REMOVE_GROUPS = sa.delete(groups).where(
    groups.c.account_id == parameter("account_id"), groups.c.board_id == parameter("board_id")
)
_REMOVE_COLUMNS = sa.delete(columns).where(
    columns.c.account_id == parameter("account_id"), columns.c.board_id == parameter("board_id")
)
_COPY_COLUMNS = sa.insert(columns).from_select(
    [
        *("account_id", "board_id", "id", "title", "type", "settings", "description", "width"),
        *("position", "state"),
    ],
    sa.select(
        columns.c.account_id,
        parameter("board_id"),
        columns.c.id,
        columns.c.title,
        columns.c.type,
        sa.type_coerce(columns.c.settings, sa.types.NullType()),
        columns.c.description,
        columns.c.width,
        columns.c.position,
        columns.c.state,
    ).where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("original_id"),
        columns.c.state == ACTIVE,
    ),
)


class CopiedGroup(msgspec.Struct, frozen=True):
    """`pulse_ids`: those of the originals, and of their copies."""

    group: Group
    pulse_ids: dict[int, int]


class CopiedBoard(msgspec.Struct, frozen=True):
    """As CopiedGroup."""

    board: Board
    pulse_ids: dict[int, int]


class _Original(msgspec.Struct, frozen=True):
    id: int
    position: str
    name: str
    values: dict[str, Any]


async def duplicate_group(
    work: Work,
    board_id: int,
    group_id: str,
    *,
    creator_id: int | None,
    title: str | None = None,
    wanted_id: str | None = None,
    at_top: bool = False,
) -> CopiedGroup:
    """Right after the original, or on top of the board, with copies of its active pulses and their values, without updates.

    Dependencies, subitems and files stay with the originals.
    """
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    wanted = wanted_id or group.id
    name = (title or f"Duplicate of {group.title}")[:LONGEST_NAME]
    copy = await group_actions.add_group(work, board, wanted, name, group.color)
    if not at_top:
        copy = await group_actions.place_group(work, board.id, copy.id, group.id)
    pulse_ids = await _copy_pulses(work, group, board, copy.id, creator_id)
    work.record(
        GroupDuplicated(board_id=board.id, group_id=copy.id, original_id=group.id, title=copy.title)
    )
    return CopiedGroup(await group_to_read(work, board, copy.id), pulse_ids)


async def duplicate_board(
    work: Work,
    board_id: int,
    *,
    creator_id: int,
    name: str | None = None,
    with_pulses: bool = False,
    keep_subscribers: bool = False,
    workspace_id: int | None = None,
    folder_id: int | None = None,
) -> CopiedBoard:
    """With the columns and groups of the original, by their ids. What copies of pulses leave out, `duplicate_group` says."""
    original = await board_to_read(work, board_id)
    board = await actions.create_board(
        work,
        creator_id=creator_id,
        name=(name or f"Duplicate of {original.name}")[:LONGEST_NAME],
        description=original.description,
        kind=original.kind,
        workspace_id=workspace_id,
        folder_id=folder_id,
    )
    await work.run(_REMOVE_COLUMNS, board_id=board.id)
    await work.run(_COPY_COLUMNS, board_id=board.id, original_id=original.id)
    await work.run(_REMOVE_GROUPS, board_id=board.id)
    pulse_ids: dict[int, int] = {}
    for group in await all_groups(work, original):
        if group.state != ACTIVE:
            continue
        await work.run(
            _ADD_GROUP,
            board_id=board.id,
            id=group.id,
            title=group.title,
            color=group.color,
            position=group.position,
        )
        if with_pulses:
            pulse_ids |= await _copy_pulses(work, group, board, group.id, work.actor.user_id)
    if keep_subscribers:
        for one in await subscriptions_of(work, original):
            if one.user_id != creator_id:
                await actions.subscribe_to_board(work, board.id, one.user_id, one.as_admin)
    work.record(BoardDuplicated(board_id=board.id, original_id=original.id))
    return CopiedBoard(await board_to_read(work, board.id), pulse_ids)


async def _copy_pulses(
    work: Work, group: Group, target: Board, group_id: str, creator_id: int | None
) -> dict[int, int]:
    pulse_ids: dict[int, int] = {}
    found = (await columns_of_boards(work, {group.board_id}))[group.board_id]
    kept = {column.id for column in found if column.type not in _LEFT_OUT}
    after_id = 0
    while True:
        portion = await work.all(
            _OF_GROUP,
            _Original,
            board_id=group.board_id,
            group_id=group.id,
            after_id=after_id,
            take=PORTION,
        )
        if not portion:
            return pulse_ids
        after_id = portion[-1].id
        pulse_ids |= await _copy_portion(work, portion, kept, target, group_id, creator_id)


async def _copy_portion(
    work: Work,
    portion: list[_Original],
    kept: set[str],
    target: Board,
    group_id: str,
    creator_id: int | None,
) -> dict[int, int]:
    tags = await _tags_there(work, portion, target)
    rows: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for original in portion:
        new_id = await work.new_id("pulse")
        values = {key: value for key, value in original.values.items() if key in kept}
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
                "position": original.position,
                "name": original.name,
                "values": values,
            }
        )
    await work.run(
        _ADD_PULSES,
        rows=as_json(rows),
        board_id=target.id,
        group_id=group_id,
        creator_id=creator_id,
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

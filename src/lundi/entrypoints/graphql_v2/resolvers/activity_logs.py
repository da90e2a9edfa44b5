"""What happened on boards, as API v2 names it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types.column_type import Around
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.feeds.activity import Happening, names_of_pulses
from lundi.domains.feeds.activity_log import logs_of_boards
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_ids, as_moment, window
from lundi.entrypoints.graphql_v2.resolvers.undo import log_id

_MOST = 1000
# Of old created_at is in units of a ten-millionth of a second.
_A_MICROSECOND = 10
_EVENTS = {
    "BoardArchived": "archive_board",
    "BoardCreated": "create_board",
    "BoardDeleted": "delete_board",
    "BoardDuplicated": "duplicate_board",
    "BoardKindChanged": "board_kind_changed",
    "BoardMoved": "board_workspace_id_changed",
    "BoardRestored": "restore_board",
    "BoardSubscribed": "subscribe",
    "BoardTeamSubscribed": "subscribe_team",
    "BoardTeamUnsubscribed": "unsubscribe_team",
    "BoardUnsubscribed": "unsubscribe",
    "ColumnCreated": "create_column",
    "ColumnDeleted": "delete_column",
    "ColumnPlaced": "move_column",
    "ColumnRestored": "restore_column",
    "DescriptionChanged": "update_description",
    "GroupArchived": "archive_group",
    "GroupCreated": "create_group",
    "GroupDeleted": "delete_group",
    "GroupDuplicated": "duplicate_group",
    "GroupLeft": "move_group_from_board",
    "GroupMoved": "move_group_into_board",
    "GroupPlaced": "change_group_position",
    "GroupRestored": "restore_group",
    "NoteChanged": "update_note",
    "NoteCreated": "create_note",
    "NoteDeleted": "delete_note",
    "PulseArchived": "archive_pulse",
    "PulseCreated": "create_pulse",
    "PulseDeleted": "delete_pulse",
    "PulseDuplicated": "duplicate_pulse",
    "PulseLeft": "move_pulse_from_board",
    "PulsePurged": "purge_pulse",
    "PulseRenamed": "update_name",
    "PulseRestored": "restore_pulse",
    "PulseSubscribed": "subscribe",
    "PulseUnsubscribed": "unsubscribe",
    "ReplyPosted": "create_reply",
    "TagCreated": "create_tag",
    "UpdateDeleted": "delete_update",
    "UpdateEdited": "edit_update",
    "UpdateLiked": "like_update",
    "UpdatePinned": "pin_update",
    "UpdatePosted": "create_update",
    "UpdateRestored": "restore_update",
    "UpdateUnliked": "unlike_update",
    "UpdateUnpinned": "unpin_update",
    "ValueChanged": "update_column_value",
}
_OF_PARTS = {"BoardChanged": "board", "ColumnChanged": "column", "GroupChanged": "group"}
_PARTS = {"title": "name"}


class Entry(msgspec.Struct, frozen=True):
    """What happened, with what is called how now."""

    happening: Happening
    pulse_name: str | None
    column: Column | None


async def activity_logs(
    ctx: Context,
    parents: Sequence[Board],
    column_ids: list[str | None] | None = None,
    group_ids: list[str | None] | None = None,
    item_ids: list[str] | None = None,
    user_ids: list[str] | None = None,
    limit: int | None = None,
    page: int | None = None,
    to: str | None = None,
    **since: str | None,
) -> list[list[Entry]]:
    """`since` is the argument `from`, which no parameter can be called."""
    found = await logs_of_boards(
        ctx.work,
        {board.id for board in parents},
        window(limit, page, most=_MOST),
        since=as_moment(since.get("from")),
        until=as_moment(to),
        user_ids=as_ids(user_ids, "user_ids"),
        pulse_ids=as_ids(item_ids, "item_ids"),
        column_ids=_texts(column_ids),
        group_ids=_texts(group_ids),
    )
    names = await names_of_pulses(ctx.work, [one for own in found.values() for one in own])
    columns = await ctx.look_up("columns", (board.id for board in parents), columns_of_boards)
    by_id = {
        (column.board_id, column.id): column
        for board in parents
        for column in columns[board.id] or ()
    }
    return [
        [
            Entry(
                one,
                names.get(one.pulse_id or 0),
                by_id.get((board.id, one.data.get("column_id", ""))),
            )
            for one in found[board.id]
        ]
        for board in parents
    ]


def _texts(given: list[str | None] | None) -> list[str] | None:
    return [one for one in given or () if one is not None] or None


def _event(ctx: Context, entry: Entry) -> str:
    kind, data = entry.happening.kind, entry.happening.data
    if kind == "PulseMoved":
        old, new = data.get("old"), data.get("new")
        is_within = old and new and old[0] == new[0]
        return "move_pulse_from_group" if is_within else "move_pulse_into_board"
    if kind in _OF_PARTS:
        part = next(iter(data.get("new", ())), "name")
        return f"update_{_OF_PARTS[kind]}_{_PARTS.get(part, part)}"
    return _EVENTS.get(kind, kind)


def _data(ctx: Context, entry: Entry) -> str:
    """What was recorded, and by what its things are called."""
    one = entry.happening
    told: dict[str, Any] = {"board_id": one.board_id}
    if one.pulse_id is not None:
        told |= {"pulse_id": one.pulse_id, "pulse_name": entry.pulse_name}
    told |= one.data
    if one.kind == "ValueChanged":
        told |= {
            "column_title": entry.column and entry.column.title,
            "column_type": entry.column and COLUMN_TYPES[entry.column.type].internal,
            "value": _value(entry.column, told.pop("new")),
            "previous_value": _value(entry.column, told.pop("old")),
        }
    if one.kind == "PulseMoved" and "old" in one.data:
        told |= {"source_group_id": one.data["old"][1], "dest_group_id": one.data["new"][1]}
    if one.undoes is not None:
        told["undo_of"] = log_id(one.undoes)
    if one.via is not None:
        told["via"] = one.via
    return msgspec.json.encode(told).decode()


def _value(column: Column | None, stored: Any) -> Any:
    """As the column's own `value`, where there still is one."""
    if column is None or stored is None:
        return stored
    return COLUMN_TYPES[column.type].value(stored, Around(settings=column.settings))


RESOLVERS: Resolvers = {("Board", "activity_logs"): activity_logs}
LOOKUPS: Lookups = {
    ("ActivityLogType", "account_id"): lambda ctx, entry: str(ctx.work.account_id),
    ("ActivityLogType", "created_at"): lambda ctx, entry: str(entry.happening.at * _A_MICROSECOND),
    ("ActivityLogType", "data"): _data,
    ("ActivityLogType", "entity"): lambda ctx, entry: (
        "board" if entry.happening.pulse_id is None else "pulse"
    ),
    ("ActivityLogType", "event"): _event,
    ("ActivityLogType", "id"): lambda ctx, entry: log_id(entry.happening.id),
    ("ActivityLogType", "user_id"): lambda ctx, entry: str(entry.happening.actor_id or 0),
}

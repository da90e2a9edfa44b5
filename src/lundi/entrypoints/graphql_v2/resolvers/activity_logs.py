"""What happened on boards, as API v2 names it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.core.paging import read_place
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types.column_type import Around
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.feeds.activity import Happening, names_of_pulses
from lundi.domains.feeds.activity_log import logs_of_boards, logs_of_users
from lundi.domains.feeds.sorts import ACROSS, MOVE, PARTS, WITHIN, sort_of
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Failure, Lookup, Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import (
    as_ids,
    as_moment,
    owners_of_page,
    page_size,
    window,
)
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
    f"{MOVE} {WITHIN}": "move_pulse_from_group",
    f"{MOVE} {ACROSS}": "move_pulse_into_board",
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


class Logs(msgspec.Struct, frozen=True):
    logs: list[Entry]
    cursor: str | None


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
    return await _entries(ctx, [found[board.id] for board in parents])


async def logs_by_user(
    ctx: Context,
    parents: Sequence[User],
    board_ids: list[str] | None = None,
    limit: int | None = None,
    event_types: list[str] | None = None,
    cursor: str | None = None,
    to: str | None = None,
    **since: str | None,
) -> list[Logs | Failure]:
    """`since` as in `activity_logs`."""
    ids = [user.id for user in parents]
    after = None if cursor is None else read_place(cursor, 1)
    own, failed = owners_of_page(after, "user", ids)
    found = await logs_of_users(
        ctx.work,
        own,
        page_size(limit, _MOST),
        after=after,
        since=as_moment(since.get("from")),
        until=as_moment(to),
        board_ids=as_ids(board_ids, "board_ids"),
        sorts=_sorts(event_types),
    )
    pages = list(found.items())
    entries = await _entries(ctx, [page.happenings for _, page in pages])
    logs = {
        user_id: Logs(shown, page.cursor)
        for (user_id, page), shown in zip(pages, entries, strict=True)
    }
    return [logs.get(one, failed) for one in ids]


async def _entries(ctx: Context, lists: list[list[Happening]]) -> list[list[Entry]]:
    everything = [one for own in lists for one in own]
    names = await names_of_pulses(ctx.work, everything)
    board_ids = {one.board_id for one in everything if one.board_id is not None}
    columns = await ctx.look_up("columns", board_ids, columns_of_boards)
    by_id = {
        (column.board_id, column.id): column
        for board_id in board_ids
        for column in columns[board_id] or ()
    }
    return [
        [
            Entry(
                one,
                names.get(one.pulse_id or 0),
                by_id.get((one.board_id or 0, one.data.get("column_id", ""))),
            )
            for one in own
        ]
        for own in lists
    ]


def _texts(given: list[str | None] | None) -> list[str] | None:
    return [one for one in given or () if one is not None] or None


def _sorts(event_types: list[str] | None) -> set[str] | None:
    """None where all are meant."""
    return (
        {sort for name in event_types for sort in _NAMED.get(name, {name})} if event_types else None
    )


def _named() -> dict[str, set[str]]:
    """The sorts of happenings that have one name."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for kind, parts in PARTS.items():
        for part in parts:
            named[f"update_{_OF_PARTS[kind]}_{_PARTS.get(part, part)}"].add(f"{kind} {part}")
    for sort, name in _EVENTS.items():
        named[name].add(sort)
    return named


_NAMED = _named()
_NAME_OF = {sort: name for name, sorts in _NAMED.items() for sort in sorts}


def _event(ctx: Context, entry: Entry) -> str:
    sort = sort_of(entry.happening)
    return _NAME_OF.get(sort, sort)


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


RESOLVERS: Resolvers = {
    ("Board", "activity_logs"): activity_logs,
    ("User", "activity_logs"): logs_by_user,
}
_FIELDS: dict[str, Lookup] = {
    "account_id": lambda ctx, entry: str(ctx.work.account_id),
    "created_at": lambda ctx, entry: str(entry.happening.at * _A_MICROSECOND),
    "data": _data,
    "entity": lambda ctx, entry: "board" if entry.happening.pulse_id is None else "pulse",
    "event": _event,
    "id": lambda ctx, entry: log_id(entry.happening.id),
    "user_id": lambda ctx, entry: str(entry.happening.actor_id or 0),
}
LOOKUPS: Lookups = {
    (name, field): lookup
    for name in ("ActivityLog", "ActivityLogType")
    for field, lookup in _FIELDS.items()
}

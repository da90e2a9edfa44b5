"""Which webhooks an event is for: one table."""

from collections.abc import Callable
from typing import Any, TypeAlias

from lundi.core.errors import Invalid
from lundi.core.work import Event, Work
from lundi.domains.boards.access import column_of, group_to_read
from lundi.domains.boards.events import ColumnCreated
from lundi.domains.boards.schemas import Board
from lundi.domains.conversation.events import (
    ReplyPosted,
    UpdateDeleted,
    UpdateEdited,
    UpdatePosted,
)
from lundi.domains.pulses.events import (
    PulseArchived,
    PulseCreated,
    PulseDeleted,
    PulseDuplicated,
    PulseMoved,
    PulseRenamed,
    PulseRestored,
    ValueChanged,
)

Config: TypeAlias = dict[str, Any] | None
_Fits: TypeAlias = Callable[[Config, Any], bool]

_ANY = "$any$"
_LONGEST_ID = 255


def _always(config: Config, event: Any) -> bool:
    return True


def _is_change(config: Config, event: ValueChanged) -> bool:
    return bool(event.old != event.new)


def _is_change_of_column(config: Config, event: ValueChanged) -> bool:
    return _is_change(config, event) and (config or {}).get("columnId") == event.column_id


def _is_change_to_status(config: Config, event: ValueChanged) -> bool:
    if not _is_change_of_column(config, event):
        return False
    wanted = ((config or {}).get("columnValue") or {}).get("index")
    return wanted is None or (event.new is not None and event.new.get("index") == wanted)


def _is_move(config: Config, event: PulseMoved) -> bool:
    return bool(event.old != event.new)


def _is_move_to_group(config: Config, event: PulseMoved) -> bool:
    return _is_move(config, event) and (config or {}).get("groupId") == event.new[1]


_MADE: dict[str, _Fits] = {"create_item": _always}
_SAID: dict[str, _Fits] = {"create_update": _always}
TRIGGERS: dict[type[Event], dict[str, _Fits]] = {
    PulseCreated: _MADE,
    PulseDuplicated: _MADE,
    PulseRenamed: {"change_name": lambda config, event: event.old != event.new},
    PulseArchived: {"item_archived": _always},
    PulseDeleted: {"item_deleted": _always},
    PulseRestored: {"item_restored": _always},
    PulseMoved: {
        "item_moved_to_any_group": _is_move,
        "item_moved_to_specific_group": _is_move_to_group,
    },
    ValueChanged: {
        "change_column_value": _is_change,
        "change_specific_column_value": _is_change_of_column,
        "change_status_column_value": _is_change_to_status,
    },
    ColumnCreated: {"create_column": _always},
    UpdatePosted: _SAID,
    ReplyPosted: _SAID,
    UpdateEdited: {"edit_update": _always},
    UpdateDeleted: {"delete_update": _always},
}
"""Event -> the webhook events it is one of, and whether that is so under a webhook's config."""


def is_for(webhook_event: str, config: Config, event: Event) -> bool:
    fits = TRIGGERS[type(event)].get(webhook_event)
    return fits is not None and fits(config, event)


async def check_config(work: Work, board: Board, event: str, given: Any) -> Config:
    """What a webhook needs to know besides its event, as it is kept. Raises Invalid, or NotFound for a column or group."""
    config = given or {}
    if not isinstance(config, dict):
        raise Invalid('config is an object of JSON, as {"columnId": "status"}.')
    if event in ("change_specific_column_value", "change_status_column_value"):
        column = await column_of(work, board, _id_in(config, "columnId", event))
        if event == "change_specific_column_value":
            return {"columnId": column.id}
        if column.type != "status":
            raise Invalid(f"Column '{column.id}' is of type {column.type}, not status.")
        return {"columnId": column.id, "columnValue": _status_value(config)}
    if event == "item_moved_to_specific_group":
        group = await group_to_read(work, board, _id_in(config, "groupId", event))
        return {"groupId": group.id}
    return None


def _id_in(config: dict[str, Any], name: str, event: str) -> str:
    given = config.get(name)
    if not isinstance(given, str) or not given or len(given) > _LONGEST_ID or "\0" in given:
        raise Invalid(f'A webhook of {event} needs a config, as {{"{name}": "..."}}.')
    return given


def _status_value(config: dict[str, Any]) -> dict[str, Any]:
    """The status that is waited for: by its index, or any."""
    given = config.get("columnValue")
    index = given.get("index") if isinstance(given, dict) else None
    if given and index is None and not (isinstance(given, dict) and given.get(_ANY)):
        raise Invalid('columnValue is the index of a status, as {"index": 1}, or {"$any$": true}.')
    if index is None:
        return {_ANY: True}
    if isinstance(index, bool) or not isinstance(index, int):
        raise Invalid("The index of a status is a whole number.")
    return {"index": index}

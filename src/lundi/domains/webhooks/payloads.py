"""What a webhook tells of an event, in the words that its receivers know."""

from collections.abc import Callable
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core import clock
from lundi.core.schema import one_of, parameter
from lundi.core.work import Event, Work, id_list
from lundi.domains.boards.events import ColumnCreated
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import ACTIVE, Column
from lundi.domains.boards.tables import groups
from lundi.domains.conversation.events import (
    ReplyPosted,
    UpdateDeleted,
    UpdateEdited,
    UpdatePosted,
)
from lundi.domains.conversation.html import as_text
from lundi.domains.conversation.tables import updates
from lundi.domains.pulses.access import IN_GROUP
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
from lundi.domains.pulses.tables import pulses
from lundi.domains.webhooks.values import delivered, internal_type

_APP = "monday"
_WITH_BODY = (UpdatePosted, ReplyPosted, UpdateEdited, UpdateDeleted)
_WITH_COLUMNS = (PulseCreated, PulseDuplicated, ValueChanged, ColumnCreated)

_other = groups.alias("other")
_PULSES = (
    sa.select(
        pulses.c.id,
        pulses.c.name,
        pulses.c["values"],
        groups.c.id,
        groups.c.title,
        groups.c.color,
        ~sa.exists().where(
            _other.c.account_id == parameter("account_id"),
            _other.c.board_id == groups.c.board_id,
            _other.c.position < groups.c.position,
            _other.c.state == ACTIVE,
        ),
    )
    .join(groups, IN_GROUP)
    .where(pulses.c.account_id == parameter("account_id"), one_of(pulses.c.id, "pulse_ids"))
)
_UPDATES = sa.select(updates.c.id, updates.c.parent_id, updates.c.body).where(
    updates.c.account_id == parameter("account_id"), one_of(updates.c.id, "update_ids")
)


class _Pulse(msgspec.Struct, frozen=True):
    id: int
    name: str
    values: dict[str, Any]
    group_id: str
    group_title: str
    group_color: str
    is_in_top_group: bool


class _Update(msgspec.Struct, frozen=True):
    id: int
    parent_id: int | None
    body: str


class Around(msgspec.Struct, frozen=True):
    """What stands around events at the end of their Work."""

    pulses: dict[int, _Pulse]
    columns: dict[int, list[Column]]
    updates: dict[int, _Update]


async def around(work: Work, heard: list[Event]) -> Around:
    """One statement for each kind of thing that the events are about."""
    pulse_ids = {event.pulse_id for event in heard if event.pulse_id is not None}
    board_ids = {event.board_id for event in heard if isinstance(event, _WITH_COLUMNS)}
    update_ids = {event.update_id for event in heard if isinstance(event, _WITH_BODY)}
    found_pulses, found_updates, columns = [], [], {}
    if pulse_ids:
        found_pulses = await work.all(_PULSES, _Pulse, pulse_ids=id_list(pulse_ids))
    if board_ids:
        columns = await columns_of_boards(work, {one for one in board_ids if one is not None})
    if update_ids:
        found_updates = await work.all(_UPDATES, _Update, update_ids=id_list(update_ids))
    return Around(
        pulses={pulse.id: pulse for pulse in found_pulses},
        columns=columns,
        updates={update.id: update for update in found_updates},
    )


def payload(work: Work, webhook_id: int, event: Event, given: Around) -> dict[str, Any]:
    """`{"event": {...}}`."""
    moment = datetime.fromtimestamp(work.now / clock.SECOND, UTC)
    pulse = given.pulses.get(event.pulse_id or 0)
    columns = {column.id: column for column in given.columns.get(event.board_id or 0, ())}
    kind, details = _FORMS[type(event)]
    told: dict[str, Any] = {
        "app": _APP,
        "type": kind,
        "triggerTime": f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z",
        "subscriptionId": webhook_id,
        "userId": work.acting_id,
        "originalTriggerUuid": None,
        "boardId": event.board_id,
        **({} if pulse is None else _of_pulse(pulse)),
        **details(event, _Scene(pulse, columns, given.updates, work.now)),
    }
    return {"event": {**told, "triggerUuid": token_hex(16)}}


def _of_pulse(pulse: _Pulse) -> dict[str, Any]:
    return {
        "groupId": pulse.group_id,
        "groupName": pulse.group_title,
        "groupColor": pulse.group_color,
        "isTopGroup": pulse.is_in_top_group,
        "pulseId": pulse.id,
        "pulseName": pulse.name,
    }


class _Scene(msgspec.Struct, frozen=True):
    """Of one event; `columns` of its board."""

    pulse: _Pulse | None
    columns: dict[str, Column]
    updates: dict[int, _Update]
    now: int


def _made(event: PulseCreated | PulseDuplicated, scene: _Scene) -> dict[str, Any]:
    values = {} if scene.pulse is None else scene.pulse.values
    return {
        "columnValues": {
            column_id: delivered(scene.columns[column_id], stored)
            for column_id, stored in values.items()
            if column_id in scene.columns
        }
    }


def _renamed(event: PulseRenamed, scene: _Scene) -> dict[str, Any]:
    return {"value": {"name": event.new}, "previousValue": {"name": event.old}}


def _put_away(event: Event, scene: _Scene) -> dict[str, Any]:
    name = "" if scene.pulse is None else scene.pulse.name
    return {"itemId": event.pulse_id, "itemName": name}


def _moved(event: PulseMoved, scene: _Scene) -> dict[str, Any]:
    told = {
        "sourceBoardId": event.old[0],
        "sourceGroupId": event.old[1],
        "destGroupId": event.new[1],
    }
    if scene.pulse is not None:
        told["destGroup"] = {
            "id": scene.pulse.group_id,
            "title": scene.pulse.group_title,
            "color": scene.pulse.group_color,
            "is_top_group": scene.pulse.is_in_top_group,
        }
    return told


def _changed(event: ValueChanged, scene: _Scene) -> dict[str, Any]:
    told: dict[str, Any] = {"columnId": event.column_id}
    column = scene.columns.get(event.column_id)
    if column is not None:
        told |= {
            "columnType": internal_type(column),
            "columnTitle": column.title,
            "value": delivered(column, event.new),
            "previousValue": delivered(column, event.old),
        }
    return {**told, "changedAt": scene.now / clock.SECOND}


def _column_made(event: ColumnCreated, scene: _Scene) -> dict[str, Any]:
    column = scene.columns.get(event.column_id)
    return {
        "columnId": event.column_id,
        "columnType": event.type if column is None else internal_type(column),
        "columnTitle": event.title,
    }


def _about_update(
    event: UpdatePosted | ReplyPosted | UpdateEdited | UpdateDeleted, scene: _Scene
) -> dict[str, Any]:
    """A reply is told by the id of its update and its own."""
    update = scene.updates.get(event.update_id)
    parent_id = None if update is None else update.parent_id
    return {
        "updateId": event.update_id if parent_id is None else parent_id,
        "replyId": None if parent_id is None else event.update_id,
    }


def _said(event: UpdatePosted | ReplyPosted, scene: _Scene) -> dict[str, Any]:
    update = scene.updates.get(event.update_id)
    body = "" if update is None else update.body
    return {**_about_update(event, scene), "body": body, "textBody": as_text(body)}


def _edited(event: UpdateEdited, scene: _Scene) -> dict[str, Any]:
    return {
        **_about_update(event, scene),
        "body": event.new,
        "textBody": as_text(event.new),
        "previousBody": event.old,
        "previousTextBody": as_text(event.old),
    }


_FORMS: dict[type[Event], tuple[str, Callable[[Any, _Scene], dict[str, Any]]]] = {
    PulseCreated: ("create_pulse", _made),
    PulseDuplicated: ("create_pulse", _made),
    PulseRenamed: ("update_name", _renamed),
    PulseArchived: ("archive_pulse", _put_away),
    PulseDeleted: ("delete_pulse", _put_away),
    PulseRestored: ("restore_pulse", _put_away),
    PulseMoved: ("move_pulse_into_group", _moved),
    ValueChanged: ("update_column_value", _changed),
    ColumnCreated: ("create_column", _column_made),
    UpdatePosted: ("create_update", _said),
    ReplyPosted: ("create_update", _said),
    UpdateEdited: ("edit_update", _edited),
    UpdateDeleted: ("delete_update", _about_update),
}
"""Event -> the type that receivers know it by, and what it tells besides what all do."""

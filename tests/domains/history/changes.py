"""What can happen on a stage and be taken back."""

from collections.abc import Awaitable, Callable
from typing import Any

from lundi.core.work import Work
from lundi.domains.boards import actions as boards
from lundi.domains.boards import column_actions, details, group_actions, place_actions
from lundi.domains.boards.typed_columns import create_typed_column, update_column
from lundi.domains.conversation import actions as conversation
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses import (
    duplicate_actions,
    group_state_actions,
    input_actions,
    kind_actions,
    value_actions,
)
from lundi.domains.pulses.move_actions import move_pulses
from lundi.domains.pulses.placing import place_pulses
from tests.domains.history.stage import Stage

Change = Callable[[Stage, Work], Awaitable[Any]]


async def _create_with_values(stage: Stage, work: Work) -> None:
    given = {"text": "new", "status": {"index": 2}}
    made = await input_actions.create_pulse_with(
        work, stage.board, creator_id=None, name="New", group_id="topics", given=given
    )
    await place_pulses(work, stage.board, [made.id], "topics", stage.first)


async def _create_group_of_pulses(stage: Stage, work: Work) -> None:
    group = await group_actions.create_group(work, stage.board, "Made", None)
    await group_actions.place_group(work, stage.board, group.id, "later")
    for name in ("a", "b"):
        await pulses.create_pulse(work, stage.board, creator_id=None, name=name, group_id=group.id)


async def _delete_archived(stage: Stage, work: Work) -> None:
    await pulses.archive_pulse(work, stage.first)
    await pulses.delete_pulse(work, stage.first)


async def _delete_archived_board(stage: Stage, work: Work) -> None:
    await boards.archive_board(work, stage.other)
    await boards.delete_board(work, stage.other)


async def _delete_all(stage: Stage, work: Work) -> None:
    for pulse_id in (stage.first, stage.second, stage.third):
        await pulses.delete_pulse(work, pulse_id)


CHANGES: dict[str, Change] = {
    "a text": lambda s, w: value_actions.set_text(w, s.board, "text", s.first, "others"),
    "a text, cleared": lambda s, w: value_actions.set_text(w, s.board, "text", s.first, None),
    "tags": lambda s, w: value_actions.set_tags(w, s.board, "tags", s.first, ["green", "red"]),
    "tags, cleared": lambda s, w: value_actions.set_tags(w, s.board, "tags", s.first, None),
    "tags, the first": lambda s, w: value_actions.set_tags(w, s.board, "tags", s.second, ["red"]),
    "a status": lambda s, w: value_actions.set_status(w, s.board, "status", s.first, index=2),
    "several values and the name": lambda s, w: input_actions.change_values(
        w,
        s.board,
        s.first,
        {"text": "x", "status": {"label": "Fine"}, "name": "1"},
        make_labels=True,
    ),
    "a name": lambda s, w: pulses.rename_pulse(w, s.first, "Uno"),
    "an archived pulse": lambda s, w: pulses.archive_pulse(w, s.first),
    "a deleted pulse": lambda s, w: pulses.delete_pulse(w, s.first),
    "an archived pulse, deleted": _delete_archived,
    "several deleted pulses": _delete_all,
    "a new pulse": lambda s, w: pulses.create_pulse(w, s.board, creator_id=None, name="New"),
    "a new pulse with values": _create_with_values,
    "a copy of a pulse": lambda s, w: duplicate_actions.duplicate_pulse(
        w, s.board, s.first, creator_id=None
    ),
    "a pulse in another group": lambda s, w: move_pulses(w, s.board, [s.second], "later"),
    "pulses in another order": lambda s, w: place_pulses(
        w, s.board, [s.third, s.first], "topics", s.second
    ),
    "pulses on another board": lambda s, w: move_pulses(
        w, s.board, [s.first, s.second], "topics", to_board_id=s.other, dropping=True
    ),
    "a group's title": lambda s, w: group_actions.change_group(w, s.board, "later", "Soon", None),
    "a group's color": lambda s, w: group_actions.change_group(
        w, s.board, "later", None, "#579bfc"
    ),
    "a group's place": lambda s, w: group_actions.place_group(w, s.board, "empty", None),
    "an archived group": lambda s, w: group_state_actions.archive_group(w, s.board, "topics"),
    "a deleted group": lambda s, w: group_state_actions.delete_group(w, s.board, "topics"),
    "an archived group, deleted": lambda s, w: group_state_actions.delete_group(
        w, s.board, "put_away"
    ),
    "a new group": lambda s, w: group_actions.create_group(w, s.board, "New", None),
    "a new group with pulses": _create_group_of_pulses,
    "a copy of a group": lambda s, w: duplicate_actions.duplicate_group(
        w, s.board, "topics", creator_id=None
    ),
    "a board's name": lambda s, w: boards.change_board(w, s.board, "Renamed", None),
    "a board's description": lambda s, w: boards.change_board(w, s.board, None, ""),
    "a board's communication": lambda s, w: details.set_communication(w, s.board, "text"),
    "what items are called": lambda s, w: details.set_item_nickname(
        w, s.board, {"preset_type": "task"}
    ),
    "a board's kind": lambda s, w: kind_actions.change_kind(w, s.board, "private"),
    "a board's folder": lambda s, w: place_actions.move_board(w, s.board, None, s.folder),
    "an archived board": lambda s, w: boards.archive_board(w, s.board),
    "a deleted board": lambda s, w: boards.delete_board(w, s.other),
    "an archived board, deleted": _delete_archived_board,
    "a column's title": lambda s, w: update_column(w, s.board, "text", title="Words"),
    "a column in many ways": lambda s, w: update_column(
        w, s.board, "text", description="Said", width=300, title="T"
    ),
    "a column's labels": lambda s, w: column_actions.change_column(
        w, s.board, "status", title=None, color=None, labels={"0": "Going", "7": "Never"}
    ),
    "a column's place": lambda s, w: column_actions.place_column(w, s.board, "status", "name"),
    "a deleted column": lambda s, w: column_actions.delete_column(w, s.board, "tags"),
    "a new column": lambda s, w: create_typed_column(
        w, s.board, title="New", type_name="rating", after_id="text"
    ),
    "a deleted update": lambda s, w: conversation.delete_update(w, s.update),
    "a deleted reply": lambda s, w: conversation.delete_update(w, s.reply),
    "an edited update": lambda s, w: conversation.edit_update(w, s.update, "Goodbye"),
    "a pinned update": lambda s, w: conversation.pin_update(w, s.update, is_pinned=True),
    "all updates": lambda s, w: conversation.clear_updates(w, s.second),
}

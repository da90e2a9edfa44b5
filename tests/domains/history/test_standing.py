"""What was changed since stays as it is."""

from typing import Any

import pytest

from lundi.core.errors import Conflict
from lundi.domains.boards import actions as boards
from lundi.domains.boards import column_actions, group_actions, place_actions
from lundi.domains.boards.typed_columns import create_typed_column, update_column
from lundi.domains.conversation import actions as conversation
from lundi.domains.history.actions import undo_change, undo_event
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses import group_state_actions, value_actions
from lundi.domains.pulses.move_actions import move_pulses
from lundi.domains.pulses.placing import place_pulses
from tests.domains.history.changes import CHANGES, Change
from tests.domains.history.stage import Stage


def member_of(stage: Stage) -> int:
    return stage.company.ids["member"]


LATER: dict[str, tuple[Change, Change]] = {
    "a value": (
        CHANGES["a text"],
        lambda s, w: value_actions.set_text(w, s.board, "text", s.first, "z"),
    ),
    "a name": (CHANGES["a name"], lambda s, w: pulses.rename_pulse(w, s.first, "Z")),
    "a place": (
        CHANGES["a pulse in another group"],
        lambda s, w: move_pulses(w, s.board, [s.second], "topics"),
    ),
    "an order": (
        CHANGES["pulses in another order"],
        lambda s, w: place_pulses(w, s.board, [s.first], "topics", None),
    ),
    "a pulse that came back": (
        CHANGES["an archived pulse"],
        lambda s, w: pulses.restore_pulse(w, s.first),
    ),
    "an archived pulse, deleted since": (
        CHANGES["an archived pulse"],
        lambda s, w: pulses.delete_pulse(w, s.first),
    ),
    "values of a pulse on another board": (
        CHANGES["pulses on another board"],
        lambda s, w: value_actions.set_text(w, s.other, "text", s.first, "z"),
    ),
    "a value of a deleted pulse": (
        CHANGES["a text"],
        lambda s, w: pulses.delete_pulse(w, s.first),
    ),
    "a value of a deleted column": (
        CHANGES["a text"],
        lambda s, w: column_actions.delete_column(w, s.board, "text"),
    ),
    "a value of a pulse that left": (
        CHANGES["a text"],
        lambda s, w: move_pulses(
            w, s.board, [s.first], "topics", to_board_id=s.other, dropping=True
        ),
    ),
    "a group it came from": (
        CHANGES["pulses in another order"],
        lambda s, w: group_state_actions.delete_group(w, s.board, "topics"),
    ),
    "a group's title": (
        CHANGES["a group's title"],
        lambda s, w: group_actions.change_group(w, s.board, "later", "Z", None),
    ),
    "a group's place": (
        CHANGES["a group's place"],
        lambda s, w: group_actions.place_group(w, s.board, "empty", "later"),
    ),
    "a new group that is used": (
        CHANGES["a new group"],
        lambda s, w: move_pulses(w, s.board, [s.first], "new"),
    ),
    "a copy of a group, worked on": (
        CHANGES["a copy of a group"],
        lambda s, w: pulses.create_pulse(w, s.board, creator_id=None, name="z", group_id="topics1"),
    ),
    "a board's name": (
        CHANGES["a board's name"],
        lambda s, w: boards.change_board(w, s.board, "Z", None),
    ),
    "a board's folder": (
        CHANGES["a board's folder"],
        lambda s, w: place_actions.move_board(w, s.board, None, None),
    ),
    "a board that came back": (
        CHANGES["an archived board"],
        lambda s, w: boards.restore_board(w, s.board),
    ),
    "anything of an archived board": (
        CHANGES["a text"],
        lambda s, w: boards.archive_board(w, s.board),
    ),
    "a column's title": (
        CHANGES["a column's title"],
        lambda s, w: update_column(w, s.board, "text", title="Z"),
    ),
    "a column's place": (
        CHANGES["a column's place"],
        lambda s, w: column_actions.place_column(w, s.board, "status", "tags"),
    ),
    "an edited update": (
        CHANGES["an edited update"],
        lambda s, w: conversation.edit_update(w, s.update, "Z"),
    ),
    "a pinned update": (
        CHANGES["a pinned update"],
        lambda s, w: conversation.pin_update(w, s.update, is_pinned=False),
    ),
}


@pytest.mark.parametrize(("change", "later"), LATER.values(), ids=list(LATER))
def test_what_was_changed_since_stays(stage: Stage, change: Change, later: Change) -> None:
    stage.do(lambda work: change(stage, work))
    (event,) = stage.last()
    stage.do(lambda work: later(stage, work), "member")
    now = stage.look()
    with pytest.raises(Conflict):
        stage.do(lambda work: undo_change(work, event.change_id))
    assert stage.look() == now


@pytest.mark.parametrize(
    "later",
    [
        lambda s, w, p: pulses.rename_pulse(w, p, "Z"),
        lambda s, w, p: value_actions.set_text(w, s.board, "text", p, "z"),
        lambda s, w, p: move_pulses(w, s.board, [p], "later"),
        lambda s, w, p: conversation.post_update(w, p, member_of(s), "Mine"),
    ],
)
@pytest.mark.parametrize("how", ["a new pulse with values", "a copy of a pulse"])
def test_a_pulse_that_is_worked_on_stays(stage: Stage, how: str, later: Any) -> None:
    stage.do(lambda work: CHANGES[how](stage, work))
    made = next(one for one in stage.last(10) if one.kind in ("PulseCreated", "PulseDuplicated"))
    pulse_id = max(row[2] for row in stage.look()["pulses"])
    stage.do(lambda work: later(stage, work, pulse_id))
    with pytest.raises(Conflict):
        stage.do(lambda work: undo_change(work, made.change_id))


def test_a_column_with_values_stays(stage: Stage) -> None:
    stage.do(
        lambda work: create_typed_column(
            work, stage.board, title="n", type_name="text", column_id="n"
        )
    )
    (event,) = stage.last()
    stage.do(lambda work: value_actions.set_text(work, stage.board, "n", stage.first, "z"))
    with pytest.raises(Conflict, match="has values"):
        stage.do(lambda work: undo_event(work, event.id))

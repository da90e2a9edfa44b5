"""What happened is taken back, and taking back is taken back in turn."""

from typing import Any

import pytest

from lundi.core.errors import Conflict
from lundi.domains.conversation import actions as conversation
from lundi.domains.history.actions import undo_change, undo_event
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses.move_actions import move_pulses
from lundi.domains.pulses.placing import place_pulses
from tests.domains.history.changes import CHANGES, Change
from tests.domains.history.stage import Stage


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_what_was_changed_is_taken_back_and_brought_back(stage: Stage, change: Change) -> None:
    before = stage.look()
    stage.do(lambda work: change(stage, work))
    after = stage.look()
    assert after != before
    stage.undo()
    assert _but_gone(stage.look()) == _but_gone(before)
    stage.undo()
    assert stage.look() == after
    stage.undo()
    assert _but_gone(stage.look()) == _but_gone(before)


def _but_gone(seen: dict[str, Any]) -> Any:
    """What was made is deleted, not gone: it is left out, with what is in it and the tags it carries."""
    gone = {(row[0], row[1]) for row in seen["groups"] if row[4] == "deleted"}
    left = {
        "groups": [row for row in seen["groups"] if row[4] != "deleted"],
        "columns": [row for row in seen["columns"] if row[6] != "deleted"],
        "pulses": [
            row for row in seen["pulses"] if row[4] != "deleted" and (row[0], row[1]) not in gone
        ],
    }
    shown = {row[2] for row in left["pulses"]}
    return {**seen, **left, "tags": [row for row in seen["tags"] if row[1] in shown]}


def test_an_update_is_taken_back(stage: Stage) -> None:
    stage.do(lambda work: conversation.post_update(work, stage.first, member_of(stage), "Oops"))
    stage.undo()
    assert [row[2] for row in stage.look()["updates"]][-1] == "deleted"


def test_an_update_that_was_answered_stays(stage: Stage) -> None:
    member = member_of(stage)
    posted = stage.do(lambda work: conversation.post_update(work, stage.first, member, "Hm"))
    (event,) = stage.last()
    stage.do(lambda work: conversation.reply_to_update(work, posted.update.id, member, "What?"))
    with pytest.raises(Conflict, match="was answered"):
        stage.do(lambda work: undo_event(work, event.id))


def member_of(stage: Stage) -> int:
    return stage.company.ids["member"]


def test_a_request_is_taken_back_as_a_whole_or_not_at_all(stage: Stage) -> None:
    stage.do(lambda work: CHANGES["several values and the name"](stage, work))
    (event,) = stage.last()
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Other"))
    now = stage.look()
    with pytest.raises(Conflict, match="was renamed since"):
        stage.do(lambda work: undo_change(work, event.change_id))
    assert stage.look() == now


def test_one_event_of_a_request_is_taken_back_alone(stage: Stage) -> None:
    stage.do(lambda work: CHANGES["several deleted pulses"](stage, work))
    event = stage.last(3)[1]
    stage.do(lambda work: undo_event(work, event.id))
    states = {row[2]: row[4] for row in stage.look()["pulses"]}
    assert states == {stage.first: "deleted", stage.second: "active", stage.third: "deleted"}
    (back,) = stage.last()
    assert (back.kind, back.undoes) == ("PulseRestored", event.id)


def test_a_pulse_comes_back_between_those_it_was_between(stage: Stage) -> None:
    stage.do(lambda work: move_pulses(work, stage.board, [stage.second], "later"))
    (event,) = stage.last()
    # Now somebody else stands right there.
    stage.do(lambda work: place_pulses(work, stage.board, [stage.third], "topics", stage.first))
    stage.do(lambda work: undo_event(work, event.id))
    order = [
        row[2] for row in stage.look()["pulses"] if row[1] == "topics" and row[0] == stage.board
    ]
    assert order[0] == stage.first
    assert sorted(order) == sorted([stage.first, stage.second, stage.third])
    stage.do(lambda work: place_pulses(work, stage.board, [stage.first], "topics", order[1]))

"""Who takes back what."""

import pytest

from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.domains.boards import actions as boards
from lundi.domains.history.actions import undo_change, undo_event
from lundi.domains.pulses import actions as pulses
from lundi.domains.pulses import kind_actions
from lundi.domains.workspaces import folder_actions
from tests.company import make_company
from tests.domains.history.stage import Stage


def test_who_did_it_and_owners_take_it_back(stage: Stage) -> None:
    rename = lambda work: pulses.rename_pulse(work, stage.first, "Uno")  # noqa: E731
    for by in ("other_member", "member"):
        stage.do(rename, "other_member")
        stage.undo(by)
        assert stage.look()["pulses"][0][3] == "One"


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("other_member", Forbidden), ("viewer", Forbidden), ("guest", NotFound), ("admin", Forbidden)],
)
def test_others_take_nothing_back(stage: Stage, who: str, refusal: type[Exception]) -> None:
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Uno"))
    with pytest.raises(refusal):
        stage.undo(who)


def test_the_company_takes_back_what_happened_on_main_boards(stage: Stage) -> None:
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Uno"))
    stage.undo("company")
    stage.do(lambda work: kind_actions.change_kind(work, stage.board, "private"))
    with pytest.raises(NotFound):
        stage.undo("company")


def test_only_an_owner_takes_back_what_only_owners_do(stage: Stage) -> None:
    """Also where one did it oneself, as an owner then."""
    other = stage.company.ids["other_member"]
    stage.do(lambda work: boards.subscribe_to_board(work, stage.board, other, as_admin=True))
    stage.do(lambda work: boards.archive_board(work, stage.board), "other_member")
    (event,) = stage.last()
    stage.do(lambda work: boards.restore_board(work, stage.board))
    stage.do(lambda work: boards.subscribe_to_board(work, stage.board, other, as_admin=False))
    stage.do(lambda work: boards.archive_board(work, stage.board))
    with pytest.raises(Forbidden):
        stage.do(lambda work: undo_event(work, event.id), "other_member")


def test_what_cannot_be_taken_back_says_so(stage: Stage) -> None:
    viewer = stage.company.ids["viewer"]
    stage.do(lambda work: pulses.subscribe_to_pulse(work, stage.first, viewer))
    with pytest.raises(Conflict, match="pulse subscribed"):
        stage.undo()


def test_what_is_no_event_is_not_there(stage: Stage) -> None:
    for undo in (undo_change, undo_event):
        with pytest.raises(NotFound):
            stage.do(lambda work, undo=undo: undo(work, 10**12))


def test_what_happened_to_the_account_is_not_told(stage: Stage) -> None:
    stage.do(lambda work: folder_actions.create_folder(work, owner_id=None, name="Mine"))
    with pytest.raises(NotFound):
        stage.undo("other_member")
    with pytest.raises(Conflict):
        stage.undo()


def test_nobody_takes_back_what_another_company_did(stage: Stage) -> None:
    stage.do(lambda work: pulses.rename_pulse(work, stage.first, "Uno"))
    (event,) = stage.last()
    others = make_company(stage.company.server)
    for by in ("admin", "company"):
        with pytest.raises(NotFound):
            others.write(by, lambda work: undo_event(work, event.id))
        with pytest.raises(NotFound):
            others.write(by, lambda work: undo_change(work, event.change_id))

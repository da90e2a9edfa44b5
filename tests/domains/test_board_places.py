"""Where boards are decides who sees them: in every list and at every door."""

from typing import Any

import pytest

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.work import events_after, last_event_id
from lundi.domains.accounts.access import user_to_name
from lundi.domains.boards.access import board_to_read, user_sees_board
from lundi.domains.boards.place_actions import move_board
from lundi.domains.boards.schemas import Board
from lundi.domains.workspaces.access import main_workspace
from lundi.domains.workspaces.actions import change_workspace, delete_workspace
from lundi.domains.workspaces.folder_actions import create_folder
from lundi.domains.workspaces.subscriber_actions import (
    add_teams_to_workspace,
    add_users_to_workspace,
)
from tests.company import Company, make_company
from tests.domains.sight import TOKENS, add_team, fill, make_team, make_workspace, who_sees

NOBODY_HAS = 10**12


@pytest.fixture
def own(company: Company) -> Company:
    """A company that no other test puts anything into."""
    return make_company(company.server)


def make_folder(company: Company, workspace_id: int | None) -> int:
    made = company.write(
        "member",
        lambda work: create_folder(work, owner_id=None, name="Folder", workspace_id=workspace_id),
    )
    return made.id


def move(
    company: Company,
    board_id: int,
    workspace_id: int | None,
    folder_id: int | None = None,
    by: str = "member",
) -> Board:
    return company.write(by, lambda work: move_board(work, board_id, workspace_id, folder_id))


def board_of(company: Company, board_id: int, by: str = "member") -> Board:
    return company.read(by, lambda work: board_to_read(work, board_id))


def test_a_main_board_in_an_open_workspace_is_seen_by_all_but_guests(own: Company) -> None:
    filled = fill(own, own.board_in(make_workspace(own, "open")))
    assert who_sees(own, filled) == set(TOKENS) - {"guest"}


def test_a_main_board_in_a_closed_workspace_is_hidden(own: Company) -> None:
    workspace_id = make_workspace(own)
    filled = fill(own, own.board_in(workspace_id))
    assert who_sees(own, filled) == {"member"}
    ids = [own.ids["viewer"]]
    own.write("member", lambda work: add_users_to_workspace(work, workspace_id, ids))
    assert who_sees(own, filled) == {"member", "viewer"}
    team = make_team(own, "other_member")
    own.write("member", lambda work: add_teams_to_workspace(work, workspace_id, [team.id]))
    assert who_sees(own, filled) == {"member", "viewer", "other_member"}
    path = f"boards/{filled['board']}/subscribers.json"
    assert own["member"].put(path, user_id=own.ids["admin"]).status_code == 200
    assert who_sees(own, filled) == {"member", "viewer", "other_member", "admin"}


def test_closing_a_workspace_hides_its_boards_and_opening_shows_them(own: Company) -> None:
    workspace_id = make_workspace(own, "open")
    filled = fill(own, own.board_in(workspace_id))
    own.write("member", lambda work: change_workspace(work, workspace_id, kind="closed"))
    assert who_sees(own, filled) == {"member"}
    own.write("member", lambda work: change_workspace(work, workspace_id, kind="template"))
    assert who_sees(own, filled) == set(TOKENS) - {"guest"}


@pytest.mark.parametrize("kind", ["share", "private"])
def test_other_boards_are_of_their_subscribers_in_any_workspace(own: Company, kind: str) -> None:
    workspace_id = make_workspace(own)
    filled = fill(own, own.board_in(workspace_id, kind=kind))
    ids = [own.ids["other_member"]]
    own.write("member", lambda work: add_users_to_workspace(work, workspace_id, ids))
    assert who_sees(own, filled) == {"member"}
    path = f"boards/{filled['board']}/subscribers.json"
    assert own["member"].put(path, user_id=own.ids["viewer"]).status_code == 200
    assert who_sees(own, filled) == {"member", "viewer"}


@pytest.mark.parametrize("kind", ["public", "share", "private"])
def test_a_board_in_a_deleted_workspace_is_gone(own: Company, kind: str) -> None:
    workspace_id = make_workspace(own, "open")
    filled = fill(own, own.board_in(workspace_id, kind=kind))
    assert "member" in who_sees(own, filled)
    own.write("member", lambda work: delete_workspace(work, workspace_id))
    assert who_sees(own, filled) == set()
    renamed = own["member"].put(f"pulses/{filled['pulse']}.json", name="New")
    assert renamed.status_code == 404
    with pytest.raises(NotFound):
        move(own, filled["board"], None)


def test_a_guest_knows_nobody_by_a_board_in_a_deleted_workspace(own: Company) -> None:
    workspace_id = make_workspace(own, "open")
    board_id = own.board_in(workspace_id, kind="share")
    own["member"].put(f"boards/{board_id}/subscribers.json", user_id=own.ids["guest"])

    def known() -> set[int]:
        return {user["id"] for user in own["guest"].get("users.json").json()}

    assert known() == {own.ids["guest"], own.ids["member"]}
    own.write("member", lambda work: delete_workspace(work, workspace_id))
    assert known() == {own.ids["guest"]}


# --- creating and moving ---------------------------------------------------------------------------------------------


def test_a_board_is_made_where_it_is_wanted(company: Company) -> None:
    workspace_id = make_workspace(company)
    folder_id = make_folder(company, workspace_id)
    board = board_of(company, company.board_in(workspace_id, folder_id))
    assert (board.workspace_id, board.folder_id) == (workspace_id, folder_id)
    by_folder = board_of(company, company.board_in(None, folder_id))
    assert (by_folder.workspace_id, by_folder.folder_id) == (workspace_id, folder_id)
    main = company.read("member", main_workspace)
    assert board_of(company, company.board_in(main.id)).workspace_id is None
    assert board_of(company, company.board()["id"]).workspace_id is None


@pytest.mark.parametrize("by", ["admin", "other_member", "company"])
def test_no_board_is_made_where_one_does_not_see(company: Company, by: str) -> None:
    workspace_id = make_workspace(company)
    folder_id = make_folder(company, workspace_id)
    with pytest.raises(NotFound):
        company.board_in(workspace_id, by=by)
    with pytest.raises(NotFound):
        company.board_in(None, folder_id, by=by)
    with pytest.raises(NotFound):
        company.board_in(NOBODY_HAS, by=by)


def test_a_folder_of_another_workspace_is_no_place_for_a_board(company: Company) -> None:
    workspace_id = make_workspace(company)
    other_folder_id = make_folder(company, None)
    with pytest.raises(Invalid):
        company.board_in(workspace_id, other_folder_id)


def test_a_board_moves_with_its_rights(own: Company) -> None:
    filled = fill(own, own.board()["id"])
    workspace_id = make_workspace(own)
    last = own.read("admin", last_event_id)
    assert move(own, filled["board"], workspace_id).workspace_id == workspace_id
    assert who_sees(own, filled) == {"member"}
    assert move(own, filled["board"], None).workspace_id is None
    assert who_sees(own, filled) == set(TOKENS) - {"guest"}
    move(own, filled["board"], None)
    found = own.read("admin", lambda work: events_after(work, last, 100))
    assert [(one.kind, one.board_id) for one in found] == [("BoardMoved", filled["board"])] * 2


def test_only_an_owner_moves_a_board_into_another_workspace(company: Company) -> None:
    board_id, workspace_id = company.board()["id"], make_workspace(company, "open")
    with pytest.raises(Forbidden):
        move(company, board_id, workspace_id, by="other_member")
    with pytest.raises(Forbidden):
        move(company, board_id, workspace_id, by="viewer")
    with pytest.raises(NotFound):
        move(company, board_id, workspace_id, by="guest")
    assert board_of(company, board_id).workspace_id is None
    folder_id = make_folder(company, None)
    assert move(company, board_id, None, folder_id, by="other_member").folder_id == folder_id
    assert move(company, board_id, workspace_id, by="company").workspace_id == workspace_id
    assert board_of(company, board_id).folder_id is None


def test_a_board_moves_nowhere_that_its_owner_does_not_see(company: Company) -> None:
    board_id, workspace_id = company.board()["id"], make_workspace(company, by="other_member")
    for by in ("member", "company"):
        with pytest.raises(NotFound):
            move(company, board_id, workspace_id, by=by)
    company["member"].delete(f"boards/{board_id}.json")
    with pytest.raises(Conflict):
        move(company, board_id, make_workspace(company, "open"))
    assert board_of(company, board_id).workspace_id is None


# --- whether another user sees a board -------------------------------------------------------------------------------


def test_another_users_sight_follows_the_same_rule(own: Company) -> None:
    """Who doesn't see a board can't be made to follow its pulses."""
    workspace_id = make_workspace(own)
    board_id = own.board_in(workspace_id)
    pulse_id = own.pulse(board_id)

    async def seeing(work: Any) -> set[str]:
        board = await board_to_read(work, board_id)
        users = {name: await user_to_name(work, user_id) for name, user_id in own.ids.items()}
        return {name for name, user in users.items() if await user_sees_board(work, board, user)}

    assert own.read("member", seeing) == {"member"}
    path = f"pulses/{pulse_id}/subscribers.json"
    assert own["member"].put(path, user_id=own.ids["admin"]).status_code == 400
    team = make_team(own, "admin")
    own.write("member", lambda work: add_teams_to_workspace(work, workspace_id, [team.id]))
    add_team(own, board_id, make_team(own, "viewer"))
    assert own.read("member", seeing) == {"member", "admin", "viewer"}
    assert own["member"].put(path, user_id=own.ids["admin"]).status_code == 200
    move(own, board_id, None)
    assert own.read("member", seeing) == {"member", "admin", "other_member", "viewer"}

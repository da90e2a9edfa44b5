"""Teams that subscribe to a board: what they let their members see and do."""

import pytest

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.work import events_after, last_event_id
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.queries import team_subscriptions_of
from lundi.domains.boards.team_actions import add_teams_to_board, remove_teams_from_board
from lundi.domains.pulses.kind_actions import change_kind
from lundi.domains.teams.actions import delete_team
from lundi.domains.teams.member_actions import add_team_members, remove_team_members
from lundi.domains.teams.schemas import Team
from tests.company import Company, make_company
from tests.domains.sight import add_team, fill, make_team, make_workspace, who_sees

NOBODY_HAS = 10**12


@pytest.fixture
def own(company: Company) -> Company:
    """A company that no other test puts anything into."""
    return make_company(company.server)


def remove_team(company: Company, board_id: int, team: Team, by: str = "member") -> None:
    company.write(by, lambda work: remove_teams_from_board(work, board_id, [team.id]))


@pytest.mark.parametrize("kind", ["share", "private"])
def test_a_team_gives_access_to_a_board_and_takes_it_away(own: Company, kind: str) -> None:
    filled = fill(own, own.board(kind=kind)["id"])
    team = make_team(own, "other_member")
    add_team(own, filled["board"], team)
    assert who_sees(own, filled) == {"member", "other_member"}
    ids = [own.ids["viewer"]]
    own.write("admin", lambda work: add_team_members(work, team.id, ids))
    assert who_sees(own, filled) == {"member", "other_member", "viewer"}
    own.write("admin", lambda work: remove_team_members(work, team.id, ids))
    assert who_sees(own, filled) == {"member", "other_member"}
    remove_team(own, filled["board"], team)
    assert who_sees(own, filled) == {"member"}
    add_team(own, filled["board"], team)
    own.write("admin", lambda work: delete_team(work, team.id))
    assert who_sees(own, filled) == {"member"}


def test_a_team_sees_its_main_board_in_a_closed_workspace(own: Company) -> None:
    filled = fill(own, own.board_in(make_workspace(own)))
    add_team(own, filled["board"], make_team(own, "admin"))
    assert who_sees(own, filled) == {"member", "admin"}


def test_a_team_for_guests_subscribes_to_shareable_boards_only(own: Company) -> None:
    team = make_team(own, "guest", "viewer", is_guest_team=True)
    for kind in ("public", "private"):
        with pytest.raises(Invalid):
            add_team(own, own.board(kind=kind)["id"], team)
    filled = fill(own, own.board(kind="share")["id"])
    add_team(own, filled["board"], team)
    assert who_sees(own, filled) == {"member", "viewer", "guest"}
    known = {user["id"] for user in own["guest"].get("users.json").json()}
    assert known == {own.ids[name] for name in ("guest", "member", "viewer")}
    with pytest.raises(Conflict, match="Guests"):
        own.write("member", lambda work: change_kind(work, filled["board"], "public"))


def test_what_a_team_subscribes_to_is_in_the_newsfeed(own: Company) -> None:
    filled = fill(own, own.board()["id"])
    path = f"users/{own.ids['other_member']}/newsfeed.json"
    assert own["other_member"].get(path).json() == []
    add_team(own, filled["board"], make_team(own, "other_member"))
    assert [row["id"] for row in own["other_member"].get(path).json()] == [filled["update"]]


def test_a_team_as_admin_owns_the_board(company: Company) -> None:
    board_id, team = company.board()["id"], make_team(company, "other_member", "viewer")
    path = f"boards/{board_id}.json"
    add_team(company, board_id, team)
    assert company["other_member"].delete(path).status_code == 403
    with pytest.raises(Forbidden):
        add_team(company, board_id, team, by="other_member", as_admin=True)
    add_team(company, board_id, team, as_admin=True)
    seen = company.read("other_member", lambda work: board_to_read(work, board_id))
    assert seen.owned
    assert company["viewer"].delete(path).status_code == 403
    assert company["other_member"].delete(path).status_code == 200


def test_only_owners_say_which_teams_own_a_board(company: Company) -> None:
    board_id, team = company.board()["id"], make_team(company, "viewer")
    add_team(company, board_id, team, by="admin")
    remove_team(company, board_id, team, by="other_member")
    add_team(company, board_id, team, as_admin=True)
    for action in (
        lambda: add_team(company, board_id, team, by="admin"),
        lambda: remove_team(company, board_id, team, by="admin"),
        lambda: remove_team(company, board_id, team, by="viewer"),
    ):
        with pytest.raises(Forbidden):
            action()
    add_team(company, board_id, team, by="company")
    remove_team(company, board_id, team, by="company")


def test_one_team_that_is_refused_refuses_all(company: Company) -> None:
    board_id, team = company.board()["id"], make_team(company, "viewer")
    last = company.read("admin", last_event_id)
    ids = [team.id, NOBODY_HAS]
    with pytest.raises(NotFound):
        company.write("member", lambda work: add_teams_to_board(work, board_id, ids))
    guests = make_team(company, "guest", is_guest_team=True)
    with pytest.raises(Invalid):
        company.write(
            "member", lambda work: add_teams_to_board(work, board_id, [team.id, guests.id])
        )
    add_team(company, board_id, team)
    other = make_team(company)
    with pytest.raises(NotFound, match="does not subscribe"):
        company.write(
            "member", lambda work: remove_teams_from_board(work, board_id, [team.id, other.id])
        )
    found = company.read("viewer", lambda work: team_subscriptions_of(work, {board_id}))
    assert [(one.team.id, one.as_admin) for one in found[board_id]] == [(team.id, False)]
    assert company.read("guest", lambda work: team_subscriptions_of(work, {board_id})) == {
        board_id: []
    }
    kinds = [one.kind for one in company.read("admin", lambda work: events_after(work, last, 100))]
    assert kinds == ["TeamCreated", "BoardTeamSubscribed", "TeamCreated"]

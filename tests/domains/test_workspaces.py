"""Workspaces: who sees them, who changes them, and what a closed or a deleted one hides."""

import pytest

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.paging import Window
from lundi.core.work import events_after, last_event_id
from lundi.domains.boards import places
from lundi.domains.teams.actions import create_team, delete_team
from lundi.domains.teams.member_actions import add_team_members, remove_team_members
from lundi.domains.teams.schemas import Team
from lundi.domains.workspaces import actions, queries, subscriber_actions
from lundi.domains.workspaces.access import main_workspace, workspace_to_read
from lundi.domains.workspaces.schemas import Workspace
from tests.company import Company, make_company

EVERYBODY = ("admin", "member", "other_member", "viewer", "guest", "company")
NOBODY_HAS = 10**12


@pytest.fixture
def own(company: Company) -> Company:
    """A company that no other test puts anything into."""
    return make_company(company.server)


@pytest.fixture
def last(own: Company) -> int:
    return own.read("admin", last_event_id)


def make_workspace(company: Company, kind: str = "open", by: str = "member") -> Workspace:
    creator_id = company.ids["member" if by == "company" else by]
    return company.write(
        by,
        lambda work: actions.create_workspace(
            work, creator_id=creator_id, name="Workspace", kind=kind, description="what for"
        ),
    )


def make_team(company: Company, *members: str, is_guest_team: bool = False) -> Team:
    ids = [company.ids[name] for name in members]
    return company.write(
        "admin",
        lambda work: create_team(work, "Team", member_ids=ids, is_guest_team=is_guest_team),
    )


def add_users(
    company: Company, workspace: Workspace, *names: str, by: str = "member", as_owner: bool = False
) -> None:
    ids = [company.ids[name] for name in names]
    company.write(
        by,
        lambda work: subscriber_actions.add_users_to_workspace(
            work, workspace.id, ids, as_owner=as_owner
        ),
    )


def remove_users(company: Company, workspace: Workspace, *names: str, by: str = "member") -> None:
    ids = [company.ids[name] for name in names]
    company.write(
        by,
        lambda work: subscriber_actions.remove_users_from_workspace(work, workspace.id, ids),
    )


def add_team(
    company: Company, workspace: Workspace, team: Team, by: str = "member", as_owner: bool = False
) -> None:
    company.write(
        by,
        lambda work: subscriber_actions.add_teams_to_workspace(
            work, workspace.id, [team.id], as_owner=as_owner
        ),
    )


def change(company: Company, workspace: Workspace, by: str = "member", **given: str) -> Workspace:
    return company.write(by, lambda work: actions.change_workspace(work, workspace.id, **given))


def delete(company: Company, workspace: Workspace, by: str = "member") -> Workspace:
    return company.write(by, lambda work: actions.delete_workspace(work, workspace.id))


def who_sees(company: Company, workspace: Workspace) -> set[str]:
    """The same by all doors."""
    seen = set()
    for name in EVERYBODY:
        listed = company.read(name, lambda work: places.list_workspaces(work, Window(500)))
        by_id = company.read(name, lambda work: places.workspaces_by_id(work, {workspace.id}))
        try:
            company.read(name, lambda work: places.workspace_to_show(work, workspace.id))
        except NotFound:
            assert workspace.id not in by_id
            assert workspace.id not in [one.id for one in listed]
        else:
            assert workspace.id in by_id
            assert workspace.id in [one.id for one in listed]
            seen.add(name)
    return seen


def owners_of(company: Company, workspace: Workspace) -> dict[int, bool]:
    found = company.read("admin", lambda work: queries.users_of_workspaces(work, {workspace.id}))
    return {one.user.id: one.as_owner for one in found[workspace.id]}


# --- the Main workspace ----------------------------------------------------------------------------------------------


def test_every_account_has_a_main_workspace(own: Company) -> None:
    main = own.read("viewer", main_workspace)
    assert (main.name, main.kind, main.state, main.is_default) == (
        "Main workspace",
        "open",
        "active",
        True,
    )
    assert main.kept_id is None
    assert who_sees(own, main) == set(EVERYBODY) - {"guest"}


def test_the_main_workspace_stays_and_stays_open(own: Company) -> None:
    main = own.read("admin", main_workspace)
    with pytest.raises(Conflict):
        delete(own, main, by="admin")
    with pytest.raises(Conflict):
        change(own, main, by="admin", kind="closed")
    assert change(own, main, by="admin", name="Everything").name == "Everything"
    with pytest.raises(Forbidden):
        change(own, main, by="member", name="Mine")


def test_a_guest_sees_the_main_workspace_through_a_board(own: Company) -> None:
    main = own.read("admin", main_workspace)
    board_id = own.board(kind="share")["id"]
    own["member"].put(f"boards/{board_id}/subscribers.json", user_id=own.ids["guest"])
    assert "guest" in who_sees(own, main)


# --- who sees one ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["open", "template"])
def test_an_open_workspace_is_seen_by_all_but_guests(own: Company, kind: str) -> None:
    assert who_sees(own, make_workspace(own, kind)) == set(EVERYBODY) - {"guest"}


def test_a_closed_workspace_is_seen_by_its_subscribers(own: Company) -> None:
    workspace = make_workspace(own, "closed")
    assert who_sees(own, workspace) == {"member"}
    add_users(own, workspace, "viewer")
    add_team(own, workspace, make_team(own, "other_member"))
    assert who_sees(own, workspace) == {"member", "viewer", "other_member"}
    remove_users(own, workspace, "viewer")
    assert who_sees(own, workspace) == {"member", "other_member"}


def test_a_guest_sees_where_they_subscribe_or_see_a_board(own: Company) -> None:
    subscribed, with_board = make_workspace(own), make_workspace(own, "closed")
    add_users(own, subscribed, "guest")
    assert "guest" in who_sees(own, subscribed)
    board_id = own.board_in(with_board.id, kind="share")
    assert "guest" not in who_sees(own, with_board)
    own["member"].put(f"boards/{board_id}/subscribers.json", user_id=own.ids["guest"])
    assert who_sees(own, with_board) == {"member", "guest"}
    with pytest.raises(NotFound):
        own.read("guest", lambda work: workspace_to_read(work, with_board.id))


def test_a_team_gives_access_and_takes_it_away(own: Company) -> None:
    workspace, team = make_workspace(own, "closed"), make_team(own, "viewer")
    add_team(own, workspace, team)
    assert who_sees(own, workspace) == {"member", "viewer"}
    ids = [own.ids["other_member"]]
    own.write("admin", lambda work: add_team_members(work, team.id, ids))
    assert "other_member" in who_sees(own, workspace)
    own.write("admin", lambda work: remove_team_members(work, team.id, ids))
    assert "other_member" not in who_sees(own, workspace)
    own.write("admin", lambda work: delete_team(work, team.id))
    assert who_sees(own, workspace) == {"member"}
    found = own.read("member", lambda work: queries.teams_of_workspaces(work, {workspace.id}))
    assert found == {workspace.id: []}


def test_lists_are_narrowed(own: Company) -> None:
    opened, closed = make_workspace(own), make_workspace(own, "closed", by="other_member")
    add_users(own, closed, "member", by="other_member")

    def ids(**given: object) -> list[int]:
        found = own.read(
            "member",
            lambda work: places.list_workspaces(work, Window(), **given),  # type: ignore[arg-type]
        )
        return [one.id for one in found if not one.is_default]

    assert ids() == [opened.id, closed.id]
    assert ids(kind="closed") == [closed.id]
    assert ids(latest_first=True) == [closed.id, opened.id]
    remove_users(own, opened, "member", by="admin")
    assert ids(only_joined=True) == [closed.id]
    add_team(own, opened, make_team(own, "member"), by="admin")
    assert ids(only_joined=True) == [opened.id, closed.id]


def test_workspaces_of_another_account_do_not_exist(company: Company, own: Company) -> None:
    workspace = make_workspace(own)
    assert who_sees(company, workspace) == set()
    with pytest.raises(NotFound):
        delete(company, workspace, by="admin")


# --- who makes and changes one ---------------------------------------------------------------------------------------


def test_who_makes_a_workspace_owns_it(own: Company, last: int) -> None:
    workspace = make_workspace(own, "closed")
    assert workspace.owned
    assert workspace.creator_id == own.ids["member"]
    assert workspace.description == "what for"
    assert owners_of(own, workspace) == {own.ids["member"]: True}
    (event,) = own.read("admin", lambda work: events_after(work, last, 10))
    assert event.kind == "WorkspaceCreated"


@pytest.mark.parametrize("by", ["viewer", "guest"])
def test_who_may_not_write_makes_no_workspace(company: Company, by: str) -> None:
    with pytest.raises(Forbidden):
        make_workspace(company, by=by)


def test_the_company_token_makes_open_workspaces_only(company: Company) -> None:
    assert make_workspace(company, by="company").kind == "open"
    with pytest.raises(Forbidden):
        make_workspace(company, "closed", by="company")


def test_a_workspace_is_of_a_known_kind_and_has_a_name(company: Company) -> None:
    with pytest.raises(Invalid):
        make_workspace(company, "secret")
    workspace = make_workspace(company)
    for given in ({"name": " "}, {"kind": "secret"}, {"description": "a\0b"}):
        with pytest.raises(Invalid):
            change(company, workspace, **given)
    assert change(company, workspace, description="").description is None


@pytest.mark.parametrize("by", ["member", "admin", "company"])
def test_owners_and_admins_change_an_open_workspace(company: Company, by: str) -> None:
    workspace = make_workspace(company)
    assert change(company, workspace, by=by, name=" New ").name == "New"
    add_users(company, workspace, "viewer", by=by)
    remove_users(company, workspace, "viewer", by=by)
    assert delete(company, workspace, by=by).id == workspace.id


@pytest.mark.parametrize("by", ["other_member", "viewer"])
def test_others_change_no_workspace(company: Company, by: str) -> None:
    workspace = make_workspace(company)
    add_users(company, workspace, by)
    team = make_team(company, by)
    before = owners_of(company, workspace)
    for action in (
        lambda: change(company, workspace, by=by, name="New"),
        lambda: delete(company, workspace, by=by),
        lambda: add_users(company, workspace, "admin", by=by),
        lambda: remove_users(company, workspace, "member", by=by),
        lambda: add_team(company, workspace, team, by=by),
    ):
        with pytest.raises(Forbidden):
            action()
    assert owners_of(company, workspace) == before


@pytest.mark.parametrize("by", ["admin", "other_member", "company"])
def test_who_does_not_see_a_closed_workspace_changes_nothing_of_it(
    company: Company, by: str
) -> None:
    workspace = make_workspace(company, "closed")
    for action in (
        lambda: change(company, workspace, by=by, kind="open"),
        lambda: delete(company, workspace, by=by),
        lambda: add_users(company, workspace, "admin", by=by),
    ):
        with pytest.raises(NotFound):
            action()


def test_a_team_that_owns_a_workspace_changes_it(company: Company) -> None:
    workspace = make_workspace(company, "closed")
    team = make_team(company, "other_member", "viewer")
    add_team(company, workspace, team)
    with pytest.raises(Forbidden):
        change(company, workspace, by="other_member", name="New")
    add_team(company, workspace, team, as_owner=True)
    assert change(company, workspace, by="other_member", name="New").owned
    with pytest.raises(Forbidden):
        change(company, workspace, by="viewer", name="Newer")
    company.write(
        "member",
        lambda work: subscriber_actions.remove_teams_from_workspace(work, workspace.id, [team.id]),
    )
    with pytest.raises(NotFound):
        change(company, workspace, by="other_member", name="Newer")


def test_who_closes_a_workspace_goes_on_seeing_it(company: Company) -> None:
    workspace = make_workspace(company)
    assert change(company, workspace, by="admin", kind="closed").owned
    assert who_sees(company, workspace) == {"member", "admin"}
    assert owners_of(company, workspace)[company.ids["admin"]]
    with pytest.raises(Forbidden, match="can't close"):
        change(company, make_workspace(company), by="company", kind="closed")
    opened = change(company, workspace, kind="open")
    assert who_sees(company, opened) == set(EVERYBODY) - {"guest"}


# --- its subscribers -------------------------------------------------------------------------------------------------


def test_a_closed_workspace_keeps_an_owner(company: Company) -> None:
    workspace = make_workspace(company, "closed")
    add_users(company, workspace, "other_member")
    with pytest.raises(Conflict):
        remove_users(company, workspace, "member")
    with pytest.raises(Conflict):
        add_users(company, workspace, "member", as_owner=False)
    assert owners_of(company, workspace) == {
        company.ids["member"]: True,
        company.ids["other_member"]: False,
    }
    add_users(company, workspace, "other_member", as_owner=True)
    remove_users(company, workspace, "member")
    assert who_sees(company, workspace) == {"other_member"}


def test_one_subscriber_that_is_refused_refuses_all(own: Company) -> None:
    workspace = make_workspace(own)
    before = owners_of(own, workspace)
    last = own.read("admin", last_event_id)
    with pytest.raises(Invalid, match="can't own"):
        add_users(own, workspace, "other_member", "viewer", as_owner=True)
    ids = [own.ids["viewer"], NOBODY_HAS]
    with pytest.raises(NotFound):
        own.write(
            "member",
            lambda work: subscriber_actions.add_users_to_workspace(work, workspace.id, ids),
        )
    with pytest.raises(NotFound, match="does not subscribe"):
        remove_users(own, workspace, "member", "viewer")
    team = make_team(own, "viewer")
    with pytest.raises(NotFound):
        own.write(
            "member",
            lambda work: subscriber_actions.add_teams_to_workspace(
                work, workspace.id, [team.id, NOBODY_HAS]
            ),
        )
    with pytest.raises(NotFound, match="does not subscribe"):
        own.write(
            "member",
            lambda work: subscriber_actions.remove_teams_from_workspace(
                work, workspace.id, [team.id]
            ),
        )
    assert owners_of(own, workspace) == before
    found = own.read("admin", lambda work: events_after(work, last, 100))
    assert [event.kind for event in found] == ["TeamCreated"]


def test_subscribers_of_many_workspaces_come_at_once(own: Company) -> None:
    first, second = make_workspace(own), make_workspace(own)
    team = make_team(own, "viewer")
    add_team(own, second, team, as_owner=True)
    ids = {first.id, second.id}
    users = own.read("viewer", lambda work: queries.users_of_workspaces(work, ids))
    assert {one: [sub.user.name for sub in subs] for one, subs in users.items()} == {
        first.id: ["Member"],
        second.id: ["Member"],
    }
    teams = own.read("viewer", lambda work: queries.teams_of_workspaces(work, ids))
    assert [(sub.team.id, sub.as_owner) for sub in teams[second.id]] == [(team.id, True)]
    assert teams[first.id] == []


def test_a_deleted_workspace_is_gone(own: Company, last: int) -> None:
    workspace = make_workspace(own)
    delete(own, workspace)
    assert who_sees(own, workspace) == set()
    with pytest.raises(NotFound):
        delete(own, workspace)
    found = own.read("admin", lambda work: events_after(work, last, 100))
    assert [event.kind for event in found] == ["WorkspaceCreated", "WorkspaceDeleted"]

"""Teams: who sees them, who changes them, and what becomes of each user in an action on several."""

import pytest

from lundi.core.errors import Forbidden, Invalid, NotFound
from lundi.core.work import Work, events_after, last_event_id
from lundi.domains.accounts.access import user_to_name
from lundi.domains.accounts.user_actions import disable_user
from lundi.domains.teams import actions, member_actions, queries
from lundi.domains.teams.access import team_to_read
from lundi.domains.teams.schemas import (
    EXCEEDS_BATCH_LIMIT,
    INVALID_INPUT,
    USER_NOT_FOUND,
    USER_NOT_MEMBER_OF_TEAM,
    VIEWERS_OR_GUESTS,
    Team,
    TeamChange,
)
from tests.company import Company, make_company

NOBODY_HAS = 10**12


@pytest.fixture
def own(company: Company) -> Company:
    """A company that no other test puts anything into."""
    return make_company(company.server)


def make_team(
    company: Company, *members: str, by: str = "member", is_guest_team: bool = False
) -> Team:
    ids = [company.ids[name] for name in members]
    return company.write(
        by,
        lambda work: actions.create_team(work, "Team", member_ids=ids, is_guest_team=is_guest_team),
    )


def members_of(company: Company, team: Team) -> dict[int, bool]:
    """Whether they own it, by their ids."""
    found = company.read("admin", lambda work: queries.members_of_teams(work, {team.id}))
    return {member.user.id: member.as_owner for member in found[team.id]}


def add(company: Company, team: Team, *user_ids: int, by: str = "member") -> TeamChange:
    return company.write(by, lambda work: member_actions.add_team_members(work, team.id, user_ids))


def remove(company: Company, team: Team, *user_ids: int, by: str = "member") -> TeamChange:
    return company.write(
        by, lambda work: member_actions.remove_team_members(work, team.id, user_ids)
    )


def assign(company: Company, team: Team, *user_ids: int, by: str = "member") -> TeamChange:
    return company.write(
        by, lambda work: member_actions.assign_team_owners(work, team.id, user_ids)
    )


def outcome(change: TeamChange) -> tuple[list[int], dict[int, str]]:
    return [user.id for user in change.changed], {one.user_id: one.code for one in change.failed}


def kinds_since(company: Company, event_id: int) -> list[str]:
    found = company.read("admin", lambda work: events_after(work, event_id, 100))
    return [event.kind for event in found]


def test_who_makes_a_team_is_in_it_only_if_named(company: Company) -> None:
    assert members_of(company, make_team(company, "other_member")) == {
        company.ids["other_member"]: False
    }
    own_team = make_team(company, "member", "viewer")
    assert own_team.owned
    assert members_of(company, own_team) == {
        company.ids["member"]: True,
        company.ids["viewer"]: False,
    }
    assert members_of(company, make_team(company, by="company")) == {}


@pytest.mark.parametrize("by", ["viewer", "guest"])
def test_who_may_not_write_makes_no_team(company: Company, by: str) -> None:
    with pytest.raises(Forbidden):
        make_team(company, by=by)


def test_a_team_with_one_that_does_not_fit_is_not_made(own: Company) -> None:
    with pytest.raises(Invalid, match="is a guest"):
        make_team(own, "member", "guest")
    with pytest.raises(NotFound):
        own.write("member", lambda work: actions.create_team(work, "Team", member_ids=[NOBODY_HAS]))
    with pytest.raises(Invalid, match="name"):
        own.write("member", lambda work: actions.create_team(work, "  "))
    assert own.read("admin", queries.all_teams) == []


def test_guests_see_the_teams_they_are_in(own: Company) -> None:
    plain = make_team(own, "member")
    for_guests = make_team(own, "member", "guest", is_guest_team=True)
    for by in ("admin", "member", "viewer", "company"):
        seen = own.read(by, queries.all_teams)
        assert [team.id for team in seen] == [plain.id, for_guests.id]
    assert [team.id for team in own.read("guest", queries.all_teams)] == [for_guests.id]
    with pytest.raises(NotFound):
        own.read("guest", lambda work: team_to_read(work, plain.id))
    ids = {plain.id, for_guests.id, NOBODY_HAS}
    assert set(own.read("guest", lambda work: queries.teams_by_id(work, ids))) == {for_guests.id}
    assert set(own.read("member", lambda work: queries.teams_by_id(work, ids))) == {
        plain.id,
        for_guests.id,
    }


def test_teams_of_users_are_cut_to_what_the_reader_sees(own: Company) -> None:
    plain = make_team(own, "member")
    for_guests = make_team(own, "member", "guest", is_guest_team=True)
    member, viewer = own.ids["member"], own.ids["viewer"]

    def teams_of(by: str) -> dict[int, list[int]]:
        found = own.read(by, lambda work: queries.teams_of_users(work, {member, viewer}))
        return {user_id: [team.id for team in teams] for user_id, teams in found.items()}

    assert teams_of("viewer") == {member: [plain.id, for_guests.id], viewer: []}
    assert teams_of("guest") == {member: [for_guests.id], viewer: []}
    (found, *_) = own.read("member", lambda work: queries.teams_of_users(work, {member}))[member]
    assert found.owned


def test_teams_of_another_account_do_not_exist(company: Company, own: Company) -> None:
    team = make_team(own, "member")
    with pytest.raises(NotFound):
        company.read("admin", lambda work: team_to_read(work, team.id))
    assert company.read("admin", lambda work: queries.teams_by_id(work, {team.id})) == {}


@pytest.mark.parametrize("by", ["member", "admin", "company"])
def test_owners_and_admins_change_a_team(company: Company, by: str) -> None:
    team = make_team(company, "member", "viewer")
    renamed = company.write(by, lambda work: actions.rename_team(work, team.id, " New "))
    assert renamed.name == "New"
    other = company.ids["other_member"]
    assert outcome(add(company, team, other, by=by)) == ([other], {})
    assert outcome(remove(company, team, company.ids["viewer"], by=by))[1] == {}
    assert company.write(by, lambda work: actions.delete_team(work, team.id)).id == team.id
    with pytest.raises(NotFound):
        company.read("admin", lambda work: team_to_read(work, team.id))


@pytest.mark.parametrize("by", ["other_member", "viewer"])
def test_others_change_no_team(company: Company, by: str) -> None:
    team = make_team(company, "member", "other_member", "viewer")
    before = members_of(company, team)
    other = company.ids["admin"]
    for action in (
        lambda work: actions.rename_team(work, team.id, "New"),
        lambda work: actions.delete_team(work, team.id),
        lambda work: member_actions.add_team_members(work, team.id, [other]),
        lambda work: member_actions.remove_team_members(work, team.id, [company.ids["member"]]),
        lambda work: member_actions.assign_team_owners(work, team.id, [company.ids["viewer"]]),
        lambda work: member_actions.remove_team_owners(work, team.id, [company.ids["member"]]),
    ):
        with pytest.raises(Forbidden):
            company.write(by, action)
    assert members_of(company, team) == before


def test_a_guest_changes_no_team_and_knows_of_none_but_their_own(company: Company) -> None:
    for_guests = make_team(company, "member", "guest", is_guest_team=True)
    plain = make_team(company, "member")
    with pytest.raises(Forbidden):
        company.write("guest", lambda work: actions.delete_team(work, for_guests.id))
    with pytest.raises(NotFound):
        company.write("guest", lambda work: actions.delete_team(work, plain.id))


def test_adding_answers_for_each_user(own: Company) -> None:
    team = make_team(own, "member")
    gone = own.ids["other_member"]

    async def disable(work: Work) -> None:
        await disable_user(work, await user_to_name(work, gone))

    own.write("admin", disable)
    admin, viewer, member = own.ids["admin"], own.ids["viewer"], own.ids["member"]
    change = add(own, team, admin, NOBODY_HAS, own.ids["guest"], viewer, gone, member, admin)
    assert outcome(change) == (
        [admin, viewer, member],
        {NOBODY_HAS: USER_NOT_FOUND, own.ids["guest"]: VIEWERS_OR_GUESTS, gone: INVALID_INPUT},
    )
    assert [failure.user is None for failure in change.failed] == [True, False, False]
    assert all(failure.message.endswith(".") for failure in change.failed)
    assert members_of(own, team) == {member: True, admin: False, viewer: False}


def test_who_was_not_affected_is_not_told_of(own: Company) -> None:
    team = make_team(own, "member")
    last = own.read("admin", last_event_id)
    add(own, team, own.ids["member"], NOBODY_HAS)
    assign(own, team, own.ids["member"])
    assert kinds_since(own, last) == []
    add(own, team, own.ids["admin"])
    assign(own, team, own.ids["admin"])
    assert kinds_since(own, last) == ["TeamMembersAdded", "TeamOwnersAssigned"]


def test_more_users_than_fit_into_one_action_fail(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member_actions, "MOST_AT_ONCE", 1)
    team = make_team(company, "member")
    admin, viewer = company.ids["admin"], company.ids["viewer"]
    assert outcome(add(company, team, admin, admin, viewer)) == (
        [admin],
        {viewer: EXCEEDS_BATCH_LIMIT},
    )


def test_owners_are_members_who_may_write(company: Company) -> None:
    team = make_team(company, "member", "other_member", "viewer", "guest", is_guest_team=True)
    ids = company.ids
    change = assign(
        company, team, ids["other_member"], ids["viewer"], ids["guest"], ids["admin"], NOBODY_HAS
    )
    assert outcome(change) == (
        [ids["other_member"]],
        {
            ids["viewer"]: VIEWERS_OR_GUESTS,
            ids["guest"]: VIEWERS_OR_GUESTS,
            ids["admin"]: USER_NOT_MEMBER_OF_TEAM,
            NOBODY_HAS: USER_NOT_FOUND,
        },
    )
    taken = company.write(
        "other_member",
        lambda work: member_actions.remove_team_owners(
            work, team.id, [ids["member"], ids["admin"]]
        ),
    )
    assert outcome(taken) == ([ids["member"]], {ids["admin"]: USER_NOT_MEMBER_OF_TEAM})
    assert members_of(company, team)[ids["member"]] is False
    with pytest.raises(Forbidden):
        add(company, team, ids["admin"], by="member")


def test_who_leaves_a_team_owns_it_no_more(company: Company) -> None:
    team = make_team(company, "member")
    left = remove(company, team, company.ids["member"])
    assert outcome(left) == ([company.ids["member"]], {})
    assert not left.team.owned
    assert members_of(company, team) == {}
    with pytest.raises(Forbidden):
        add(company, team, company.ids["member"])


def test_each_action_is_told_of(own: Company) -> None:
    last = own.read("admin", last_event_id)
    team = make_team(own, "member", "viewer")
    own.write("member", lambda work: actions.rename_team(work, team.id, "New"))
    ids = [own.ids["member"]]
    own.write("member", lambda work: member_actions.remove_team_owners(work, team.id, ids))
    own.write("admin", lambda work: member_actions.remove_team_members(work, team.id, ids))
    own.write("admin", lambda work: actions.delete_team(work, team.id))
    assert kinds_since(own, last) == [
        "TeamCreated",
        "TeamChanged",
        "TeamOwnersRemoved",
        "TeamMembersRemoved",
        "TeamDeleted",
    ]

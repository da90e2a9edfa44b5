"""Who may change a board and what is on it: by its permissions, whatever way in they come by."""

from collections.abc import Callable
from typing import Any, TypeAlias

import httpx
import pytest

from lundi.core.errors import Conflict, Forbidden
from lundi.domains.boards.actions import unsubscribe_from_board
from lundi.domains.boards.permission_actions import set_permissions
from lundi.domains.boards.schemas import PERMISSIONS
from lundi.domains.pulses.recycle_bin import recycled
from lundi.domains.teams.schemas import Team
from tests.app_client import signed_in
from tests.company import Company
from tests.domains.sight import make_team

ROLES = {
    "everyone": "editor",
    "collaborators": "contributor",
    "assignee": "assigned_contributor",
    "owners": "viewer",
}
SET = """mutation ($b: ID!, $r: BoardBasicRoleName) {
  set_board_permission(board_id: $b, basic_role_name: $r) {edit_permissions failed_actions}}"""
CHANGE = """mutation ($b: ID!, $i: ID!, $c: String!, $v: String, $make: Boolean) {
  change_simple_column_value(board_id: $b, item_id: $i, column_id: $c, value: $v, create_labels_if_missing: $make) {id}}"""
ASSIGN = """mutation ($b: ID!, $i: ID!, $c: String!, $v: JSON!) {
  change_column_value(board_id: $b, item_id: $i, column_id: $c, value: $v) {id}}"""
# `member` owns the board, `other_member` subscribes to it, `admin` does neither.
PEOPLE = ("member", "other_member", "admin", "company")


class Scene:
    """A board with a pulse of nobody's, one that is assigned to `other_member`, and one to a team that `admin` is in."""

    def __init__(self, company: Company, permissions: str) -> None:
        self.company = company
        self.board_id = int(company.board()["id"])
        self.people = company.column(self.board_id, "person", "People")
        self.text = company.column(self.board_id, "text", "Text")
        self.status = company.column(self.board_id, "status", "Status")
        path = f"boards/{self.board_id}/subscribers.json"
        assert company["member"].put(path, user_id=company.ids["other_member"]).is_success
        team: Team = make_team(company, "admin")
        self.pulses = {
            "free": company.pulse(self.board_id),
            "own": self.assigned(company.ids["other_member"], "person"),
            "of team": self.assigned(team.id, "team"),
        }
        answer = company["member"].data(SET, b=self.board_id, r=ROLES[permissions])
        assert answer["set_board_permission"] == {
            "edit_permissions": permissions,
            "failed_actions": [],
        }

    def assigned(self, one: int, kind: str) -> int:
        pulse_id = self.company.pulse(self.board_id)
        value = f'{{"personsAndTeams": [{{"id": {one}, "kind": "{kind}"}}]}}'
        given = {"b": self.board_id, "i": pulse_id, "c": self.people, "v": value}
        self.company["member"].data(ASSIGN, **given)
        return pulse_id


Doing: TypeAlias = Callable[[Scene, str, int], httpx.Response]


def _v2(text: str) -> Doing:
    """With <board> and <pulse> in it."""

    def send(scene: Scene, by: str, pulse_id: int) -> httpx.Response:
        filled = text.replace("<board>", str(scene.board_id)).replace("<pulse>", str(pulse_id))
        return scene.company[by].v2(f"mutation {{{filled}}}")

    return send


def _named(scene: Scene, by: str) -> dict[str, Any]:
    """The company token says who acts."""
    return {"user_id": scene.company.ids["other_member"]} if by == "company" else {}


TO_BOARDS: dict[str, Doing] = {
    "rename": _v2('update_board(board_id: <board>, board_attribute: name, new_value: "x")'),
    "add a group": lambda scene, by, _: scene.company[by].post(
        f"boards/{scene.board_id}/groups.json", title="x"
    ),
    "add a column": _v2('create_column(board_id: <board>, title: "x", column_type: date) {id}'),
    "add a pulse": lambda scene, by, _: scene.company[by].post(
        f"boards/{scene.board_id}/pulses.json", pulse={"name": "x"}, **_named(scene, by)
    ),
    "duplicate a pulse": _v2("duplicate_item(board_id: <board>, item_id: <pulse>) {id}"),
    "subscribe others": lambda scene, by, _: scene.company[by].put(
        f"boards/{scene.board_id}/subscribers.json", user_id=scene.company.ids["viewer"]
    ),
    "add a label": lambda scene, by, pulse_id: scene.company[by].v2(
        CHANGE, b=scene.board_id, i=pulse_id, c=scene.status, v=f"New {by}", make=True
    ),
}
TO_PULSES: dict[str, Doing] = {
    "rename": lambda scene, by, pulse_id: scene.company[by].put(
        f"pulses/{pulse_id}.json", name="x"
    ),
    "set a value by v1": lambda scene, by, pulse_id: scene.company[by].put(
        f"boards/{scene.board_id}/columns/{scene.text}/text.json", pulse_id=pulse_id, text="x"
    ),
    "set a value by v2": lambda scene, by, pulse_id: scene.company[by].v2(
        CHANGE, b=scene.board_id, i=pulse_id, c=scene.text, v="x"
    ),
    "move": _v2('move_item_to_group(item_id: <pulse>, group_id: "topics") {id}'),
    "note": lambda scene, by, pulse_id: scene.company[by].post(
        f"pulses/{pulse_id}/notes.json", title="x", content="x", **_named(scene, by)
    ),
    "archive": _v2("archive_item(item_id: <pulse>) {id}"),
    "delete": lambda scene, by, pulse_id: scene.company[by].delete(f"pulses/{pulse_id}.json"),
}


def may_change(permissions: str, by: str) -> bool:
    if by in ("member", "company") or permissions == "everyone":
        return True
    return permissions == "collaborators" and by == "other_member"


def is_refused(answer: httpx.Response) -> bool:
    if answer.status_code == 403:
        return True
    assert answer.is_success, answer.text
    errors = answer.json().get("errors") if isinstance(answer.json(), dict) else None
    assert not errors or errors[0]["extensions"]["code"] == "USER_UNAUTHORIZED", errors
    return bool(errors)


@pytest.mark.parametrize("permissions", PERMISSIONS)
@pytest.mark.parametrize("doing", TO_BOARDS)
def test_who_may_change_a_board(company: Company, permissions: str, doing: str) -> None:
    scene = Scene(company, permissions)
    for by in PEOPLE:
        pulse_id = scene.pulses["of team" if by == "admin" else "own"]
        answer = TO_BOARDS[doing](scene, by, pulse_id)
        assert is_refused(answer) != may_change(permissions, by), (by, answer.text)


@pytest.mark.parametrize("permissions", PERMISSIONS)
@pytest.mark.parametrize("doing", TO_PULSES)
def test_who_may_change_a_pulse(company: Company, permissions: str, doing: str) -> None:
    assigned = {("own", "other_member"), ("of team", "admin")}
    for by in PEOPLE:
        scene = Scene(company, permissions)
        for which, pulse_id in scene.pulses.items():
            allowed = may_change(permissions, by)
            if permissions == "assignee" and (which, by) in assigned:
                allowed = True
            answer = TO_PULSES[doing](scene, by, pulse_id)
            assert is_refused(answer) != allowed, (by, which, answer.text)


@pytest.mark.parametrize("permissions", PERMISSIONS)
def test_all_who_see_a_board_talk_about_its_pulses_and_follow_them(
    company: Company, permissions: str
) -> None:
    scene = Scene(company, permissions)
    admin, pulse_id = company["admin"], scene.pulses["free"]
    answer = admin.post("updates.json", pulse=pulse_id, update_text="x")
    assert answer.status_code == 201, answer.text
    said = answer.json()["id"]
    assert admin.post(f"updates/{said}/like.json").is_success
    reply = admin.v2(f'mutation {{create_update(parent_id: {said}, body: "x") {{id}}}}')
    assert "errors" not in reply.json()
    path = f"pulses/{pulse_id}/subscribers"
    assert admin.put(f"{path}.json", user_id=company.ids["admin"]).is_success
    assert admin.delete(f"{path}/{company.ids['admin']}.json").is_success
    assert admin.delete(f"updates/{said}.json").is_success


@pytest.mark.parametrize("permissions", PERMISSIONS)
def test_what_the_web_app_is_told(company: Company, permissions: str) -> None:
    scene = Scene(company, permissions)
    for name in ("member", "other_member", "admin", "viewer"):
        own = signed_in(company, name)
        told = own.get(f"boards/{scene.board_id}").json()
        writes = name != "viewer"
        may = writes and may_change(permissions, name)
        assert (told["permissions"], told["may_write"]) == (permissions, may)
        assert told["may_comment"] is writes
        assert (told["assignee"] is not None) is (writes and not may and permissions == "assignee")
        if told["assignee"]:
            assert told["assignee"]["user_id"] == company.ids[name]
        path = f"boards/{scene.board_id}/pulses/{scene.pulses['free']}/values/{scene.text}"
        assert own.put(path, type="value", value="x").status_code == (200 if may else 403)
        level = company[name].data(
            f"{{boards(ids: [{scene.board_id}]) {{access_level permissions}}}}"
        )
        expected = {"access_level": "edit" if may else "view", "permissions": permissions}
        assert level["boards"] == [expected]


def test_only_owners_say_who_may_change_a_board(company: Company) -> None:
    scene = Scene(company, "everyone")
    for by in ("other_member", "admin", "viewer"):
        answer = company[by].v2(SET, b=scene.board_id, r="viewer").json()
        assert answer["errors"][0]["extensions"]["code"] == "USER_UNAUTHORIZED"
        own = signed_in(company, by).put(f"boards/{scene.board_id}", permissions="owners")
        assert own.status_code == 403
    signed_in(company, "member").put(f"boards/{scene.board_id}", permissions="owners")
    told = company["member"].data(f"{{boards(ids: [{scene.board_id}]) {{permissions}}}}")
    assert told["boards"] == [{"permissions": "owners"}]
    answer = company["member"].v2(SET, b=scene.board_id).json()
    assert "basic_role_name is missing" in answer["errors"][0]["message"]
    company["member"].delete(f"boards/{scene.board_id}.json")
    with pytest.raises(Conflict):
        company.write("member", lambda work: set_permissions(work, scene.board_id, "everyone"))


def test_everybody_may_leave_a_board(company: Company) -> None:
    scene = Scene(company, "owners")
    user_id = company.ids["other_member"]
    company.write(
        "other_member", lambda work: unsubscribe_from_board(work, scene.board_id, user_id)
    )
    member_id = company.ids["member"]
    with pytest.raises(Forbidden, match="only by its owners"):
        company.write(
            "other_member", lambda work: unsubscribe_from_board(work, scene.board_id, member_id)
        )


def test_an_assignee_can_hand_an_item_on_and_is_then_out(company: Company) -> None:
    scene = Scene(company, "assignee")
    value = f'{{"personsAndTeams": [{{"id": {company.ids["admin"]}}}]}}'
    given = {"b": scene.board_id, "i": scene.pulses["own"], "c": scene.people, "v": value}
    company["other_member"].data(ASSIGN, **given)
    error = company["other_member"].v2(ASSIGN, **given).json()["errors"][0]
    assert error["extensions"]["code"] == "USER_UNAUTHORIZED"
    company["admin"].data(ASSIGN, **given)
    company["member"].delete(f"boards/{scene.board_id}/columns/{scene.people}.json")
    assert "errors" in company["admin"].v2(CHANGE, **{**given, "c": scene.text, "v": "x"}).json()


def test_the_recycle_bin_shows_what_one_may_restore(company: Company) -> None:
    scene = Scene(company, "owners")
    pulse_id = scene.pulses["own"]
    company["member"].delete(f"pulses/{pulse_id}.json")
    for by, is_shown in (("member", True), ("other_member", False)):
        found = company.read(by, recycled)
        assert (str(pulse_id) in {one.id for one in found}) is is_shown

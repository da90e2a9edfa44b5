"""The recycle bin and the activity log."""

from typing import Any

import pytest

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def kinds(answer: Any) -> list[str]:
    return [happening["kind"] for happening in answer.json()]


def test_the_bin_shows_who_put_what_away(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id, "Gone")
    people["other_member"].delete(f"pulses/{pulse_id}")
    items = people["member"].get("recycle-bin").json()["items"]
    (item,) = [one for one in items if one["id"] == str(pulse_id)]
    assert item.pop("at") > 0
    assert item == {
        "kind": "pulse",
        "id": str(pulse_id),
        "name": "Gone",
        "board_id": board_id,
        "board_name": "Board",
        "state": "deleted",
        "by": company.ids["other_member"],
    }
    people["member"].post(f"pulses/{pulse_id}/restore")
    items = people["member"].get("recycle-bin").json()["items"]
    assert str(pulse_id) not in [one["id"] for one in items]


@pytest.mark.parametrize(
    ("who", "status"), [("viewer", 403), ("guest", 403), ("nobody", 401), ("admin", 200)]
)
def test_who_may_restore_nothing_has_no_bin(people: People, who: str, status: int) -> None:
    assert people[who].get("recycle-bin").status_code == status


def test_the_bin_goes_on_before_a_time(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    for _ in range(3):
        people["member"].delete(f"pulses/{company.pulse(board_id)}")
    items = people["member"].get("recycle-bin").json()["items"]
    rest = people["member"].get("recycle-bin", before=items[0]["at"]).json()["items"]
    assert rest == items[1:]
    assert people["stranger"].get("recycle-bin").json() == {"items": []}


def test_a_board_remembers_what_happened(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id, "First")
    people["other_member"].put(f"pulses/{pulse_id}/name", name="Second")
    answer = people["viewer"].get(f"boards/{board_id}/activity")
    assert kinds(answer) == ["PulseRenamed", "PulseCreated", "BoardCreated"]
    renamed = answer.json()[0]
    assert (renamed["pulse_id"], renamed["pulse_name"]) == (pulse_id, "Second")
    assert renamed["actor_id"] == company.ids["other_member"]
    assert renamed["data"] == {"old": "First", "new": "Second"}
    older = people["viewer"].get(f"boards/{board_id}/activity", before=renamed["id"])
    assert kinds(older) == ["PulseCreated", "BoardCreated"]
    for who, status in (("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].get(f"boards/{board_id}/activity").status_code == status


def test_a_pulse_remembers_what_happened(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    pulse_id, other_id = company.pulse(board_id), company.pulse(board_id)
    people["member"].post(f"pulses/{other_id}/updates", html="<p>Elsewhere</p>")
    people["member"].post(f"pulses/{pulse_id}/updates", html="<p>Here</p>")
    answer = people["viewer"].get(f"pulses/{pulse_id}/activity")
    assert kinds(answer) == ["UpdatePosted", "PulseCreated"]
    for who, status in (("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].get(f"pulses/{pulse_id}/activity").status_code == status


def test_what_happened_on_a_hidden_board_stays_there(company: Company, people: People) -> None:
    hidden, main = company.board(kind="private")["id"], company.board()["id"]
    pulse_id = company.pulse(hidden, "Secret")
    people["member"].put(f"pulses/{pulse_id}/name", name="Known")
    move = {"pulse_ids": [pulse_id], "board_id": main, "group_id": "topics"}
    assert people["member"].post(f"boards/{hidden}/pulses/move", **move).status_code == 200
    assert "PulseRenamed" in kinds(people["member"].get(f"pulses/{pulse_id}/activity"))
    assert kinds(people["viewer"].get(f"pulses/{pulse_id}/activity")) == ["PulseMoved"]


def test_a_board_does_not_tell_how_a_pulse_is_called_elsewhere(
    company: Company, people: People
) -> None:
    hidden, main = company.board(kind="private")["id"], company.board()["id"]
    pulse_id = company.pulse(main, "Known")
    move = {"pulse_ids": [pulse_id], "board_id": hidden, "group_id": "topics"}
    assert people["member"].post(f"boards/{main}/pulses/move", **move).status_code == 200
    people["member"].put(f"pulses/{pulse_id}/name", name="Secret")
    seen = people["viewer"].get(f"boards/{main}/activity").json()
    assert {happening["pulse_name"] for happening in seen} == {None}
    assert "Secret" not in str(seen)


@pytest.mark.parametrize(("who", "is_told"), [("member", True), ("viewer", False)])
def test_where_a_pulse_came_from_is_told_to_who_sees_that_board(
    company: Company, people: People, who: str, is_told: bool
) -> None:
    private, public = company.board("private")["id"], company.board()["id"]
    pulse_id = company.pulse(private)
    given = {"pulse_ids": [pulse_id], "board_id": public, "group_id": "topics"}
    assert people["member"].post(f"boards/{private}/pulses/move", **given).status_code == 200
    for path in (f"boards/{public}/activity", f"pulses/{pulse_id}/activity"):
        (moved,) = [one for one in people[who].get(path).json() if one["kind"] == "PulseMoved"]
        assert (moved["data"] != {}) is is_told


def happened(people: People, who: str, board_id: int) -> list[dict[str, Any]]:
    return list(people[who].get(f"boards/{board_id}/activity").json())


def test_what_happened_is_taken_back(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id, "First")
    people["other_member"].put(f"pulses/{pulse_id}/name", name="Second")
    renamed = happened(people, "other_member", board_id)[0]
    assert people["other_member"].post(f"activity/{renamed['id']}/undo").json() == {"done": True}
    back = happened(people, "other_member", board_id)[0]
    assert (back["kind"], back["undoes"]) == ("PulseRenamed", renamed["id"])
    assert back["data"] == {"old": "Second", "new": "First"}
    again = people["other_member"].post(f"activity/{renamed['id']}/undo")
    assert again.status_code == 409
    assert "was renamed since" in again.json()["error"]


def test_a_board_says_by_what_something_was_done(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    company["company"].post(f"boards/{board_id}/groups.json", title="By the company")
    pulse_id = company.pulse(board_id)
    people["member"].put(f"pulses/{pulse_id}/name", name="By hand")
    vias = [one["via"] for one in happened(people, "viewer", board_id)]
    assert [one["token"] for one in vias] == ["session", "personal", "company", "personal"]
    assert [one["version"] for one in vias] == [None, "v1", "v1", "v1"]


@pytest.mark.parametrize(
    ("who", "may"),
    [("member", [True, True]), ("other_member", [True, False]), ("viewer", [False, False])],
)
def test_a_board_says_what_one_may_take_back(
    company: Company, people: People, who: str, may: list[bool]
) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    people["other_member"].put(f"pulses/{pulse_id}/name", name="New")
    renamed, created, board = happened(people, who, board_id)
    assert [renamed["can_undo"], created["can_undo"]] == may
    assert not board["can_undo"]


def test_what_is_needed_to_take_it_back_is_told_to_nobody(company: Company, people: People) -> None:
    hidden, main = company.board(kind="private")["id"], company.board()["id"]
    column_id = company.column(hidden, "text", "Words")
    pulse_id = company.pulse(hidden)
    path = f"boards/{hidden}/columns/{column_id}/text.json"
    company["member"].put(path, pulse_id=pulse_id, text="Secret")
    move = {"pulse_ids": [pulse_id], "board_id": main, "group_id": "topics", "dropping": True}
    assert people["member"].post(f"boards/{hidden}/pulses/move", **move).status_code == 200
    for who in ("member", "viewer"):
        assert "Secret" not in str(happened(people, who, main))
    moved = happened(people, "member", main)[0]
    assert people["member"].post(f"activity/{moved['id']}/undo").status_code == 200
    shown = company["member"].get(f"boards/{hidden}/pulses.json").json()
    assert "Secret" in str(shown)

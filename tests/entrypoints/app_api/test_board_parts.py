"""Groups, columns and subscribers in the web app."""

from typing import Any

import pytest

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def test_groups_are_made_at_either_end_and_placed(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    path = f"boards/{board_id}/groups"
    people["member"].post(path, title="Last", at_bottom=True)
    people["member"].post(path, title="First")
    assert _ids(people, board_id, "groups") == ["first", "topics", "last"]
    placed = people["member"].post(f"{path}/place", group_id="last", after_id="first")
    assert [group["id"] for group in placed.json()] == ["first", "last", "topics"]
    placed = people["member"].post(f"{path}/place", group_id="topics")
    assert [group["id"] for group in placed.json()] == ["topics", "first", "last"]


def test_columns_are_placed_after_one_another(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    for title in ("One", "Two"):
        company.column(board_id, "text", title)
    path = f"boards/{board_id}/columns/place"
    placed = people["member"].post(path, column_id="two")
    assert [column["id"] for column in placed.json()] == ["name", "two", "last_post", "one"]
    placed = people["member"].post(path, column_id="two", after_id="one")
    assert [column["id"] for column in placed.json()] == ["name", "last_post", "one", "two"]
    assert people["member"].post(path, column_id="two", after_id="none").status_code == 400


def test_what_was_put_away_comes_back(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    member = people["member"]
    member.delete(f"boards/{board_id}/groups/topics")
    member.delete(f"boards/{board_id}/columns/{column_id}")
    assert member.post(f"boards/{board_id}/groups/topics/restore").json()["id"] == "topics"
    columns = member.post(f"boards/{board_id}/columns/{column_id}/restore").json()
    assert column_id in [column["id"] for column in columns]


def test_a_part_may_be_called_like_a_word_of_the_address(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    member = people["member"]
    assert member.post(f"boards/{board_id}/groups", title="Place").json()["id"] == "place"
    renamed = member.put(f"boards/{board_id}/groups/place", title="Other")
    assert renamed.json()["title"] == "Other"
    assert member.delete(f"boards/{board_id}/groups/place").status_code == 200
    assert member.post(f"boards/{board_id}/groups/place/restore").status_code == 200


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("groups/place", {"group_id": "topics"}),
        ("groups/topics/restore", {}),
        ("columns/place", {"column_id": "last_post"}),
        ("columns/last_post/restore", {}),
    ],
)
def test_who_may_not_write_changes_no_part(
    company: Company, people: People, path: str, given: dict[str, Any]
) -> None:
    board_id = company.board()["id"]
    for who, status in (("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        answer = people[who].post(f"boards/{board_id}/{path}", **given)
        assert answer.status_code == status, who


def test_subscribers_of_a_board_come_and_go(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    viewer, other = company.ids["viewer"], company.ids["other_member"]
    path = f"boards/{board_id}/subscribers"
    assert people["other_member"].put(f"{path}/{viewer}", as_owner=False).status_code == 200
    assert people["other_member"].put(f"{path}/{other}", as_owner=True).status_code == 403
    assert people["member"].put(f"{path}/{other}", as_owner=True).status_code == 200
    shown = people["viewer"].get(f"boards/{board_id}").json()["subscribers"]
    assert {one["user_id"]: one["is_owner"] for one in shown} == {
        company.ids["member"]: True,
        viewer: False,
        other: True,
    }
    assert people["member"].delete(f"{path}/{viewer}").status_code == 200
    assert people["member"].delete(f"{path}/{viewer}").status_code == 404
    assert people["viewer"].delete(f"{path}/{other}").status_code == 403


def test_subscribers_of_a_pulse_come_and_go(company: Company, people: People) -> None:
    pulse_id = company.pulse(company.board()["id"])
    path = f"pulses/{pulse_id}/subscribers"
    viewer, member = company.ids["viewer"], company.ids["member"]
    for user_id in (viewer, member):
        assert people["other_member"].put(f"{path}/{user_id}").status_code == 200
    shown = people["viewer"].get(path).json()
    assert [user["id"] for user in shown] == [member, viewer]
    assert people["other_member"].delete(f"{path}/{viewer}").status_code == 200
    for who, status in (("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].put(f"{path}/{viewer}").status_code == status
        assert people[who].delete(f"{path}/{member}").status_code == status
    for who, status in (("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].get(path).status_code == status


def test_following_again_leaves_an_owner_of_a_pulse_one(company: Company, people: People) -> None:
    pulse_id = company.pulse(company.board()["id"])
    note = {"title": "Own", "content": "x", "owners_only": True}
    answer = company["member"].post(f"pulses/{pulse_id}/notes.json", **note)
    people["member"].put(f"pulses/{pulse_id}/subscribers/{company.ids['member']}")
    path = f"pulses/{pulse_id}/notes/{answer.json()['id']}.json"
    assert company["member"].put(path, title="Still").status_code == 200


def _ids(people: People, board_id: int, part: str) -> list[str]:
    return [one["id"] for one in people["viewer"].get(f"boards/{board_id}").json()[part]]

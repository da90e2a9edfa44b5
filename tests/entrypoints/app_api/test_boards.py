"""Boards in the web app: changed by who may, and shown to each as they chose."""

import pytest

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def test_a_board_is_renamed_described_and_restored(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    changed = people["other_member"].put(f"boards/{board_id}", name="New", description="Why")
    assert changed.json() == {
        "id": board_id,
        "name": "New",
        "kind": "public",
        "owned": False,
        "favorite": False,
        "workspace_id": None,
        "folder_id": None,
    }
    assert people["viewer"].get(f"boards/{board_id}").json()["description"] == "Why"
    assert people["member"].delete(f"boards/{board_id}").status_code == 200
    assert people["other_member"].post(f"boards/{board_id}/restore").status_code == 403
    assert people["member"].post(f"boards/{board_id}/restore").json()["owned"] is True


@pytest.mark.parametrize(
    ("who", "status"),
    [("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401), ("other_member", 200)],
)
def test_who_may_change_a_main_board(
    company: Company, people: People, who: str, status: int
) -> None:
    board_id = company.board()["id"]
    assert people[who].put(f"boards/{board_id}", name="New").status_code == status


def test_only_an_owner_changes_who_sees_a_board(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    assert people["other_member"].put(f"boards/{board_id}", kind="private").status_code == 403
    changed = people["member"].put(f"boards/{board_id}", kind="private")
    assert changed.json()["kind"] == "private"
    assert people["other_member"].get(f"boards/{board_id}").status_code == 404
    assert people["member"].put(f"boards/{board_id}", kind="public").status_code == 200
    assert people["other_member"].get(f"boards/{board_id}").status_code == 200
    assert people["member"].put(f"boards/{board_id}", kind="secret").status_code == 400


def test_who_hides_a_board_still_sees_it(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    me = company.ids["member"]
    assert people["member"].delete(f"boards/{board_id}/subscribers/{me}").status_code == 200
    assert people["member"].put(f"boards/{board_id}", kind="private").status_code == 200
    subscribers = people["member"].get(f"boards/{board_id}").json()["subscribers"]
    assert subscribers == [{"user_id": me, "is_owner": True}]


def test_a_board_that_guests_follow_stays_shareable(company: Company, people: People) -> None:
    board_id = company.board(kind="share")["id"]
    guest = company.ids["guest"]
    people["member"].put(f"boards/{board_id}/subscribers/{guest}", as_owner=False)
    refused = people["member"].put(f"boards/{board_id}", kind="private")
    assert refused.status_code == 409
    assert "guests" in refused.json()["error"].casefold()
    people["member"].delete(f"boards/{board_id}/subscribers/{guest}")
    assert people["member"].put(f"boards/{board_id}", kind="private").status_code == 200


def test_tags_go_with_their_board_among_the_main_ones(company: Company, people: People) -> None:
    board_id = company.board(kind="private")["id"]
    column_id = company.column(board_id, "tags", "Words")
    pulse_id = company.pulse(board_id)
    cell = f"boards/{board_id}/pulses/{pulse_id}/values/{column_id}"
    people["member"].put(cell, type="tags", names=["Hidden"])
    people["member"].put(f"boards/{board_id}", kind="public")
    tags = {
        tag["id"]: tag["name"] for tag in people["viewer"].get(f"boards/{board_id}/tags").json()
    }
    (row,) = people["viewer"].get(f"boards/{board_id}").json()["rows"]
    assert [tags[tag_id] for tag_id in row["values"][column_id]["tag_ids"]] == ["Hidden"]


def test_each_has_favorites_of_their_own(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    for _ in range(2):
        assert people["viewer"].put(f"boards/{board_id}/favorite").json() == {"done": True}
    assert people["viewer"].get(f"boards/{board_id}").json()["favorite"] is True
    assert _favorites(people["viewer"]) == {board_id}
    assert _favorites(people["member"]) == set()
    people["viewer"].delete(f"boards/{board_id}/favorite")
    assert _favorites(people["viewer"]) == set()


def test_each_sees_a_board_as_they_chose(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    assert people["viewer"].get(f"boards/{board_id}").json()["choices"] is None
    for choices in ({"hidden": ["a"]}, {"widths": {"name": 300.5}, "sort": None}):
        assert people["viewer"].put(f"boards/{board_id}/choices", choices=choices).is_success
        assert people["viewer"].get(f"boards/{board_id}").json()["choices"] == choices
    assert people["member"].get(f"boards/{board_id}").json()["choices"] is None
    people["viewer"].put(f"boards/{board_id}/favorite")
    assert people["viewer"].get(f"boards/{board_id}").json()["choices"] == choices


def test_what_is_chosen_has_its_limits(company: Company, people: People) -> None:
    path = f"boards/{company.board()['id']}/choices"
    assert people["member"].put(path, choices={"a": "b" * 16_376}).status_code == 200
    assert people["member"].put(path, choices={"a": "b" * 16_377}).status_code == 400
    assert people["member"].put(path, choices=[]).status_code == 400
    for levels in (17, 400, 5_000):
        text = '{"choices":' + '{"a":' * levels + "1" + "}" * levels + "}"
        headers = {"Content-Type": "application/json"}
        answer = people["member"].request("PUT", path, headers=headers, content=text)
        assert answer.status_code == 400, answer.text


@pytest.mark.parametrize("what", ["favorite", "choices"])
def test_nobody_chooses_about_a_board_they_do_not_see(
    company: Company, people: People, what: str
) -> None:
    board_id = company.board(kind="private")["id"]
    for who, status in (("other_member", 404), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        answer = people[who].put(f"boards/{board_id}/{what}", choices={})
        assert answer.status_code == status


def test_a_board_tells_what_its_reader_may_do(company: Company, people: People) -> None:
    board_id = company.board()["id"]
    told = {
        who: [
            people[who].get(f"boards/{board_id}").json()[may]
            for may in ("may_write", "may_archive")
        ]
        for who in ("member", "other_member", "viewer")
    }
    assert told == {"member": [True, True], "other_member": [True, False], "viewer": [False, False]}
    people["member"].delete(f"boards/{board_id}")
    archived = people["member"].get(f"boards/{board_id}").json()
    assert (archived["may_write"], archived["may_archive"]) == (False, False)


def _favorites(client: AppClient) -> set[int]:
    return {board["id"] for board in client.get("boards").json() if board["favorite"]}

"""Teams in the web app."""

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def test_a_team_is_made_renamed_and_deleted(company: Company, people: People) -> None:
    member_id = company.ids["member"]
    team = people["member"].post("teams", name="Crew", user_ids=[member_id]).json()
    assert team["members"] == [{"user_id": member_id, "is_owner": True}]
    path = f"teams/{team['id']}"
    assert people["other_member"].put(path, name="No").status_code == 403
    assert people["admin"].put(path, name="Staff").json()["name"] == "Staff"
    assert team["id"] in {one["id"] for one in people["viewer"].get("teams").json()}
    for who, status in (("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].delete(path).status_code == status
    assert people["member"].delete(path).status_code == 200
    assert people["member"].delete(path).status_code == 404


def test_only_who_may_write_makes_teams(people: People) -> None:
    for who, status in (("viewer", 403), ("guest", 403), ("nobody", 401)):
        assert people[who].post("teams", name="Crew").status_code == status


def test_members_come_and_go_and_own(company: Company, people: People) -> None:
    ids = company.ids
    team_id = people["member"].post("teams", name="Crew", user_ids=[ids["member"]]).json()["id"]
    path = f"teams/{team_id}/members/{ids['other_member']}"
    assert people["other_member"].put(path, is_owner=True).status_code == 403
    joined = people["member"].put(path, is_owner=False).json()
    assert joined["members"][1] == {"user_id": ids["other_member"], "is_owner": False}
    assert people["member"].put(path, is_owner=True).json()["members"][1]["is_owner"] is True
    assert (
        people["other_member"].put(path, is_owner=False).json()["members"][1]["is_owner"] is False
    )
    assert people["member"].delete(path).status_code == 200
    refused = people["member"].delete(path)
    assert (refused.status_code, "is not a member" in refused.text) == (400, True)
    for who in ("guest", "viewer"):
        owner = people["member"].put(f"teams/{team_id}/members/{ids[who]}", is_owner=True)
        assert owner.status_code == 400
    members = people["member"].get("teams").json()
    assert [ids["member"]] == [
        one["user_id"] for team in members if team["id"] == team_id for one in team["members"]
    ]


def test_a_team_subscribes_to_a_board(company: Company, people: People) -> None:
    board_id = company.board(kind="private")["id"]
    viewer_id = company.ids["viewer"]
    team_id = people["member"].post("teams", name="Crew", user_ids=[viewer_id]).json()["id"]
    path = f"boards/{board_id}/teams/{team_id}"
    assert people["member"].put(path, as_owner=False).status_code == 200
    shown = people["viewer"].get(f"boards/{board_id}").json()
    assert shown["teams"] == [{"team_id": team_id, "is_owner": False}]
    assert people["member"].delete(path).status_code == 200
    assert people["viewer"].get(f"boards/{board_id}").status_code == 404

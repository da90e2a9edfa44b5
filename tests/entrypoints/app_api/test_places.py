"""Workspaces and folders in the web app's side bar, and boards in them."""

from typing import Any

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def made(people: People, what: str, **given: Any) -> dict[str, Any]:
    answer = people["member"].post(what, name="New", **given)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def seen(people: People, who: str, what: str) -> dict[int, dict[str, Any]]:
    return {one["id"]: one for one in people[who].get(what).json()}


def test_a_workspace_is_made_renamed_and_deleted(people: People) -> None:
    workspace = made(people, "workspaces")
    assert (workspace["kind"], workspace["is_main"]) == ("open", False)
    path = f"workspaces/{workspace['id']}"
    may_change = {
        who: seen(people, who, "workspaces")[workspace["id"]]["may_change"]
        for who in ("member", "admin", "other_member", "viewer")
    }
    assert may_change == {"member": True, "admin": True, "other_member": False, "viewer": False}
    assert people["other_member"].put(path, name="No").status_code == 403
    assert people["member"].put(path, name="Sales").json()["name"] == "Sales"
    assert people["viewer"].delete(path).status_code == 403
    assert people["member"].delete(path).status_code == 200
    assert workspace["id"] not in seen(people, "member", "workspaces")


def test_a_closed_workspace_is_seen_by_its_subscribers(company: Company, people: People) -> None:
    workspace_id = made(people, "workspaces", kind="closed")["id"]
    viewer_id = company.ids["viewer"]
    path = f"workspaces/{workspace_id}/subscribers"
    assert workspace_id not in seen(people, "viewer", "workspaces")
    assert people["viewer"].get(path).status_code == 404
    assert people["viewer"].put(f"{path}/{viewer_id}").status_code in (400, 404)
    assert people["member"].put(f"{path}/{viewer_id}", as_owner=False).status_code == 200
    assert workspace_id in seen(people, "viewer", "workspaces")
    assert people["viewer"].get(path).json()["users"] == [
        {"user_id": company.ids["member"], "is_owner": True},
        {"user_id": viewer_id, "is_owner": False},
    ]
    assert people["viewer"].delete(f"{path}/{viewer_id}").status_code == 403
    assert people["member"].delete(f"{path}/{viewer_id}").status_code == 200
    assert people["viewer"].get(path).status_code == 404


def test_a_team_brings_its_members_into_a_workspace(company: Company, people: People) -> None:
    workspace_id = made(people, "workspaces", kind="closed")["id"]
    team_id = made(people, "teams", user_ids=[company.ids["viewer"]])["id"]
    path = f"workspaces/{workspace_id}/teams/{team_id}"
    assert people["member"].put(path, as_owner=False).status_code == 200
    assert workspace_id in seen(people, "viewer", "workspaces")
    assert people["viewer"].delete(path).status_code == 403
    assert people["member"].delete(path).status_code == 200
    assert workspace_id not in seen(people, "viewer", "workspaces")


def test_folders_are_made_nested_changed_and_deleted(people: People) -> None:
    workspace_id = made(people, "workspaces")["id"]
    outer = made(people, "folders", workspace_id=workspace_id)
    inner = made(people, "folders", parent_id=outer["id"])
    assert (inner["workspace_id"], inner["parent_id"]) == (workspace_id, outer["id"])
    path = f"folders/{inner['id']}"
    changed = people["other_member"].put(path, name="Deep", color="SUNSET").json()
    assert (changed["name"], changed["color"]) == ("Deep", "SUNSET")
    assert people["member"].put(path, color="").json()["color"] is None
    assert people["member"].put(path, color="MUD").status_code == 400
    for who, status in (("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)):
        assert people[who].put(path, name="No").status_code == status
        assert people[who].delete(path).status_code == status
        assert people[who].post(f"{path}/move").status_code == status
    moved = people["member"].post(f"{path}/move", workspace_id=workspace_id).json()
    assert moved["parent_id"] is None
    beside = people["member"].post(f"{path}/move", beside_id=outer["id"], is_after=False).json()
    assert beside["position"] < outer["position"]
    assert people["member"].delete(path).status_code == 200
    assert inner["id"] not in seen(people, "viewer", "folders")


def test_boards_are_made_in_places_and_moved(company: Company, people: People) -> None:
    workspace_id = made(people, "workspaces")["id"]
    folder_id = made(people, "folders", workspace_id=workspace_id)["id"]
    board = made(people, "boards", folder_id=folder_id)
    assert (board["workspace_id"], board["folder_id"]) == (workspace_id, folder_id)
    path = f"boards/{board['id']}/move"
    assert people["other_member"].post(path).status_code == 403
    moved = people["other_member"].post(path, workspace_id=workspace_id).json()
    assert (moved["workspace_id"], moved["folder_id"]) == (workspace_id, None)
    moved = people["member"].post(path).json()
    assert (moved["workspace_id"], moved["folder_id"]) == (None, None)
    listed = seen(people, "viewer", "boards")[board["id"]]
    assert (listed["workspace_id"], listed["folder_id"]) == (None, None)
    people["member"].post(path, folder_id=folder_id)
    people["member"].delete(f"workspaces/{workspace_id}")
    assert board["id"] not in seen(people, "member", "boards")


def test_a_guest_sees_where_their_boards_are(company: Company, people: People) -> None:
    workspace_id = made(people, "workspaces")["id"]
    folder_id = made(people, "folders", workspace_id=workspace_id)["id"]
    other_id = made(people, "folders", workspace_id=workspace_id)["id"]
    board_id = made(people, "boards", folder_id=folder_id, kind="share")["id"]
    people["member"].put(f"boards/{board_id}/subscribers/{company.ids['guest']}", as_owner=False)
    assert workspace_id in seen(people, "guest", "workspaces")
    folders = seen(people, "guest", "folders")
    assert folder_id in folders
    assert other_id not in folders

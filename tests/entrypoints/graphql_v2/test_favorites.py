"""Favorites in API v2; those of boards are the web app's too."""

from typing import Any

from tests.company import Company
from tests.domains.sight import make_workspace

CREATE = """mutation ($id: ID!, $type: GraphqlMondayObject!, $place: ObjectDynamicPositionInput) {
  create_favorite(input: {object: {id: $id, type: $type}, newPosition: $place}) {
    favorite {id accountId object {id type} folderId position createdAt updatedAt} folder {id name createdBy}}}"""
DELETE = """mutation ($id: ID!, $type: GraphqlMondayObject!) {
  delete_favorite(input: {object: {id: $id, type: $type}}) {success}}"""


def add(company: Company, by: str, kind: str, one: int | str, **given: Any) -> dict[str, Any]:
    answer = company[by].data(CREATE, id=str(one), type=kind, **given)
    return dict(answer["create_favorite"])


def favorites(company: Company, by: str) -> list[tuple[str, str]]:
    found = company[by].data("{favorites {position object {id type}}}")["favorites"]
    positions = [one["position"] for one in found]
    assert positions == sorted(positions)
    return [(one["object"]["type"], one["object"]["id"]) for one in found]


def code_of(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def test_boards_folders_and_workspaces_in_an_order_of_ones_own(company: Company) -> None:
    board, other = str(company.board()["id"]), str(company.board()["id"])
    place = str(make_workspace(company, "open"))
    folder = company["member"].data(
        'mutation ($w: ID) {create_folder(name: "F", workspace_id: $w) {id}}', w=place
    )["create_folder"]["id"]
    made = add(company, "member", "Board", board)
    assert made["favorite"]["object"] == {"id": board, "type": "Board"}
    assert made["favorite"]["accountId"] == str(company.account_id)
    assert made["folder"] is None
    assert add(company, "member", "Folder", folder)["folder"] == {
        "id": folder,
        "name": "F",
        "createdBy": str(company.ids["member"]),
    }
    before = {"nextObject": {"id": board, "type": "Board"}}
    add(company, "member", "Workspace", place, place=before)
    after = {"prevObject": {"id": board, "type": "Board"}}
    add(company, "member", "Board", other, place=after)
    expected = [("Workspace", place), ("Board", board), ("Board", other), ("Folder", folder)]
    assert favorites(company, "member") == expected
    again = add(company, "member", "Board", board)
    assert again["favorite"]["id"] == made["favorite"]["id"]
    assert favorites(company, "member") == expected
    add(company, "member", "Board", other, place=before)
    assert favorites(company, "member")[1:3] == [("Board", other), ("Board", board)]
    assert favorites(company, "other_member") == []
    removed = company["member"].data(DELETE, id=board, type="Board")["delete_favorite"]
    assert removed == {"success": True}
    removed = company["member"].data(DELETE, id=board, type="Board")["delete_favorite"]
    assert removed == {"success": False}
    assert ("Board", board) not in favorites(company, "member")


def test_what_one_does_not_see_is_no_favorite(company: Company) -> None:
    private, shared = company.board("private")["id"], company.board("share")["id"]
    subscribe = (
        "mutation ($b: ID!, $u: [ID!]!) {add_users_to_board(board_id: $b, user_ids: $u) {id}}"
    )
    company["member"].data(subscribe, b=shared, u=[company.ids["guest"]])
    hidden = {"id": str(private), "type": "Board"}
    assert code_of(company["guest"].v2(CREATE, **hidden)) == "InvalidBoardIdException"
    add(company, "guest", "Board", shared)
    assert favorites(company, "guest") == [("Board", str(shared))]
    company["member"].data("mutation ($b: ID!) {delete_board(board_id: $b) {id}}", b=shared)
    assert favorites(company, "guest") == []
    removed = company["guest"].data(DELETE, id=str(shared), type="Board")["delete_favorite"]
    assert removed == {"success": True}


def test_what_can_be_no_favorite(company: Company) -> None:
    board = company.board()["id"]
    dashboard = {"id": str(board), "type": "Dashboard"}
    assert code_of(company["member"].v2(CREATE, **dashboard)) == "InvalidArgumentException"
    own = {"id": str(board), "type": "Board"}
    assert code_of(company["company"].v2(CREATE, **own)) == "USER_UNAUTHORIZED"
    assert favorites(company, "company") == []
    away = {**own, "place": {"prevObject": {"id": "987654", "type": "Board"}}}
    assert code_of(company["admin"].v2(CREATE, **away)) == "ResourceNotFoundException"
    for kind, code in (("Folder", "InvalidFolderId"), ("Workspace", "InvalidWorkspaceId")):
        answer = company["member"].v2(CREATE, id="987654", type=kind)
        assert code_of(answer) == f"{code}Exception"

"""Views of a board in the web app, and that they are those of API v2."""

from typing import Any

import pytest

from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.app_api.declared import NO_RULES

People = dict[str, AppClient]

VIEWS = """query ($b: [ID!]) {boards(ids: $b) {views {id name type filter sort settings filter_user_id}}}"""
CREATE = """mutation ($b: ID!, $f: ItemsQueryGroup, $o: [ItemsQueryOrderBy!], $s: TableViewSettingsInput, $u: ID) {
  create_view_table(board_id: $b, name: "Theirs", filter: $f, sort: $o, settings: $s, filter_user_id: $u) {id}}"""
NOTHING = {"filter": NO_RULES, "sort": [], "hidden": [], "order": [], "grouped_by": None}


@pytest.fixture
def board(company: Company) -> int:
    """With the columns `stage` and `due`."""
    board_id = int(company.board()["id"])
    for title, kind in (("Stage", "status"), ("Due", "date")):
        company.column(board_id, kind, title)
    return board_id


def shown(**given: Any) -> dict[str, Any]:
    return {**NOTHING, **given}


def rule(column_id: str, operator: str, *values: Any) -> dict[str, Any]:
    return {"column_id": column_id, "operator": operator, "compare_value": list(values)}


def create(people: People, board: int, name: str = "Mine", **given: Any) -> dict[str, Any]:
    answer = people["member"].post(f"boards/{board}/views", name=name, shown=shown(**given))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def views(people: People, board: int, by: str = "member") -> list[dict[str, Any]]:
    return list(people[by].get(f"boards/{board}").json()["views"])


def in_v2(company: Company, board: int) -> list[dict[str, Any]]:
    return list(company["member"].data(VIEWS, b=[board])["boards"][0]["views"])


def test_a_view_is_there_for_all_who_see_the_board(people: People, board: int) -> None:
    made = create(people, board)
    assert made["shown"] == NOTHING
    assert views(people, board, "viewer") == [made]


def test_what_the_app_keeps_api_v2_reads(company: Company, people: People, board: int) -> None:
    wanted = shown(
        filter={"operator": "or", "rules": [rule("stage", "any_of", 1)], "groups": [NO_RULES]},
        sort=[{"column_id": "due", "direction": "desc"}],
        hidden=["due"],
    )
    made = create(people, board, **wanted)
    assert made["shown"] == wanted
    (view,) = in_v2(company, board)
    assert (view["id"], view["type"]) == (str(made["id"]), "TableBoardView")
    assert (view["filter"], view["sort"]) == (wanted["filter"], wanted["sort"])
    visible = [("name", True), ("stage", True), ("due", False)]
    properties = [{"column_id": column, "visible": is_on} for column, is_on in visible]
    assert view["settings"] == {"columns": {"column_properties": properties}}


def test_what_api_v2_keeps_the_app_reads(company: Company, people: People, board: int) -> None:
    settings = {
        "columns": {
            "column_properties": [{"column_id": "stage", "visible": False}],
            "column_order": ["name", "due"],
            "floating_columns_count": 1,
        },
        "group_by": {"conditions": [{"columnId": "stage"}], "hideEmptyGroups": True},
    }
    given = {
        "f": {"rules": [{"column_id": "stage", "compare_value": 1}]},
        "o": [{"column_id": "due"}],
        "s": settings,
        "u": str(company.ids["viewer"]),
    }
    company["member"].data(CREATE, b=board, **given)
    company["member"].data(
        "mutation ($b: ID!) {create_view(board_id: $b, type: FORM) {id}}", b=board
    )
    (view,) = views(people, board)
    assert view["filter_user_id"] == company.ids["viewer"]
    assert view["shown"] == shown(
        filter={**NO_RULES, "rules": [rule("stage", "any_of", 1)]},
        sort=[{"column_id": "due", "direction": "asc"}],
        hidden=["stage"],
        order=["name", "due"],
        grouped_by={"column_id": "stage", "direction": "asc", "hides_empty": True},
    )
    path = f"boards/{board}/views/{view['id']}"
    saved = people["member"].put(path, shown={**view["shown"], "hidden": []}).json()
    assert (saved["name"], saved["filter_user_id"]) == ("Theirs", None)
    kept = in_v2(company, board)[0]["settings"]
    assert kept["group_by"] == settings["group_by"]
    assert kept["columns"]["floating_columns_count"] == 1
    assert kept["columns"]["column_order"] == ["name", "due"]
    assert all(one["visible"] for one in kept["columns"]["column_properties"])


def test_a_view_keeps_by_what_it_is_grouped(company: Company, people: People, board: int) -> None:
    by = {"column_id": "stage", "direction": "desc", "hides_empty": False}
    made = create(people, board, grouped_by=by)
    assert made["shown"] == shown(grouped_by=by)
    condition = {"columnId": "stage", "config": {"sortSettings": {"direction": "DESC"}}}
    kept = in_v2(company, board)[0]["settings"]["group_by"]
    assert kept == {"conditions": [condition], "hideEmptyGroups": False}
    path = f"boards/{board}/views/{made['id']}"
    gone = people["member"].put(path, shown=shown(grouped_by={**by, "column_id": "nothing"}))
    assert gone.status_code == 404
    assert people["member"].put(path, shown=NOTHING).json()["shown"] == NOTHING
    assert "group_by" not in in_v2(company, board)[0]["settings"]


@pytest.mark.parametrize("config", ["x", {"sortSettings": []}, {"sortSettings": {"type": "y"}}])
def test_a_grouping_by_api_v2_with_odd_settings_is_one_in_the_usual_order(
    company: Company, people: People, board: int, config: object
) -> None:
    settings = {"group_by": {"conditions": [{"columnId": "due", "config": config}]}}
    create = (
        "mutation ($b: ID!, $s: JSON) {create_view(board_id: $b, type: TABLE, settings: $s) {id}}"
    )
    company["member"].data(create, b=board, s=settings)
    (view,) = views(people, board)
    by = {"column_id": "due", "direction": "asc", "hides_empty": False}
    assert view["shown"] == shown(grouped_by=by)


def test_a_view_is_renamed_changed_duplicated_and_deleted(people: People, board: int) -> None:
    member = people["member"]
    made = create(people, board, hidden=["due"])
    path = f"boards/{board}/views/{made['id']}"
    renamed = member.put(path, name="Ours").json()
    assert renamed == {**made, "name": "Ours"}
    changed = member.put(path, shown=shown(hidden=["stage"])).json()
    assert changed == {**renamed, "shown": shown(hidden=["stage"])}
    copy = member.post(f"{path}/duplicate").json()
    assert copy == {**changed, "id": copy["id"], "name": "Duplicate of Ours"}
    assert views(people, board) == [changed, copy]
    assert member.delete(path).status_code == 200
    assert views(people, board) == [copy]
    assert member.delete(path).status_code == 404
    assert member.put(path, name="Back").status_code == 404


def test_a_view_survives_its_columns(company: Company, people: People, board: int) -> None:
    company["member"].data(CREATE, b=board, s={"group_by": {"conditions": [{"columnId": "stage"}]}})
    made = create(people, board, filter={**NO_RULES, "rules": [rule("stage", "is_empty")]})
    people["member"].delete(f"boards/{board}/columns/stage")
    for view in views(people, board):
        path = f"boards/{board}/views/{view['id']}"
        assert people["member"].post(f"{path}/duplicate").status_code == 200
        assert people["member"].put(path, shown=shown(hidden=["due"])).status_code == 200
    refused = people["member"].put(f"boards/{board}/views/{made['id']}", shown=made["shown"])
    assert (refused.status_code, refused.json()["error"]) == (
        404,
        f"There is no column 'stage' on board {board}.",
    )


def test_views_are_changed_by_who_may_change_their_board(
    company: Company, people: People, board: int
) -> None:
    made = create(people, board)
    path = f"boards/{board}/views/{made['id']}"
    people["member"].put(f"boards/{board}", permissions="owners")
    query = {**NO_RULES, "order_by": [], "text": "x", "zone": "UTC"}
    for who, status in (("other_member", 403), ("viewer", 403), ("guest", 404), ("stranger", 404)):
        client = people[who]
        assert client.post(f"boards/{board}/views", name="No", shown=NOTHING).status_code == status
        assert client.put(path, name="No").status_code == status
        assert client.post(f"{path}/duplicate").status_code == status
        assert client.delete(path).status_code == status
        found = client.post(f"boards/{board}/query", **query)
        assert found.status_code == (404 if status == 404 else 200)
    assert views(people, board, "viewer") == [made]


def test_a_view_of_another_board_is_not_there(company: Company, people: People, board: int) -> None:
    made = create(people, board)
    path = f"boards/{company.board()['id']}/views/{made['id']}"
    assert people["member"].put(path, name="No").status_code == 404
    assert people["member"].delete(path).status_code == 404

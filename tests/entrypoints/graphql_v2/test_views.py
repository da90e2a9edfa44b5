"""Views of boards in API v2."""

import json
from typing import Any

import pytest

from tests.company import Company
from tests.entrypoints.graphql_v2.test_items import COLUMN

FIELDS = """id name type settings settings_str view_specific_data_str source_view_id sort filter
  filter_user_id filter_team_id tags access_level"""
GIVEN = "$name: String, $filter: ItemsQueryGroup, $sort: [ItemsQueryOrderBy!], $tags: [String!], $user: ID"
PASSED = "name: $name, filter: $filter, sort: $sort, tags: $tags, filter_user_id: $user, settings: $settings"
CREATE_TABLE = f"""mutation ($board: ID!, {GIVEN}, $settings: TableViewSettingsInput) {{
  create_view_table(board_id: $board, {PASSED}) {{{FIELDS}}}}}"""
UPDATE_TABLE = f"""mutation ($board: ID!, $view: ID!, {GIVEN}, $settings: TableViewSettingsInput) {{
  update_view_table(board_id: $board, view_id: $view, {PASSED}) {{{FIELDS}}}}}"""
CREATE = f"""mutation ($board: ID!, $type: ViewKind!, {GIVEN}, $settings: JSON) {{
  create_view(board_id: $board, type: $type, {PASSED}) {{{FIELDS}}}}}"""
UPDATE = f"""mutation ($board: ID!, $view: ID!, $type: ViewKind!, {GIVEN}, $settings: JSON) {{
  update_view(board_id: $board, view_id: $view, type: $type, {PASSED}) {{{FIELDS}}}}}"""
DELETE = (
    "mutation ($board: ID!, $view: ID!) {delete_view(board_id: $board, view_id: $view) {id name}}"
)
VIEWS = "query ($b: [ID!], $v: [ID!], $t: String) {boards(ids: $b) {views(ids: $v, type: $t) {id name}}}"
DONE = {
    "operator": "or",
    "rules": [{"column_id": "state", "operator": "any_of", "compare_value": [1]}],
    "groups": [
        {"rules": [{"column_id": "name", "operator": "contains_text", "compare_value": "x"}]}
    ],
}


@pytest.fixture
def board(company: Company) -> str:
    made = str(company.board()["id"])
    company["member"].data(COLUMN, board=made, title="State", type="status", id="state")
    return made


def create(company: Company, board: str, **given: Any) -> dict[str, Any]:
    return dict(company["member"].data(CREATE_TABLE, board=board, **given)["create_view_table"])


def views(company: Company, board: str, by: str = "member", **given: Any) -> list[dict[str, Any]]:
    return list(company[by].data(VIEWS, b=[board], **given)["boards"][0]["views"])


def code_of(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def test_a_new_board_has_no_views(company: Company, board: str) -> None:
    assert views(company, board) == []


def test_a_table_with_a_filter_an_order_and_settings(company: Company, board: str) -> None:
    settings = {
        "columns": {
            "column_properties": [{"column_id": "state", "visible": True}],
            "column_order": ["name", "state"],
        },
        "group_by": {"conditions": [{"columnId": "state"}], "hideEmptyGroups": True},
    }
    made = create(
        company,
        board,
        name="Done",
        filter=DONE,
        sort=[{"column_id": "state", "direction": "desc"}],
        tags=["a", "b"],
        user=str(company.ids["admin"]),
        settings=settings,
    )
    assert made["type"] == "TableBoardView"
    assert made["filter"]["operator"] == "or"
    assert made["filter"]["rules"][0]["compare_value"] == [1]
    assert made["sort"] == [{"column_id": "state", "direction": "desc"}]
    assert made["tags"] == ["a", "b"]
    assert made["settings"] == settings
    assert json.loads(made["settings_str"]) == settings
    assert made["filter_user_id"] == company.ids["admin"]
    assert made["access_level"] == "edit"
    assert views(company, board, "viewer") == [{"id": made["id"], "name": "Done"}]


def test_what_is_not_given_stays(company: Company, board: str) -> None:
    made = create(company, board, filter=DONE, tags=["a"])
    assert made["name"] == "Table"
    member = company["member"]
    changed = member.data(UPDATE_TABLE, board=board, view=made["id"], name="New")
    assert changed["update_view_table"] == {**made, "name": "New"}
    emptied = member.data(UPDATE_TABLE, board=board, view=made["id"], filter={}, tags=[])
    assert emptied["update_view_table"] == {
        **made,
        "name": "New",
        "tags": [],
        "filter": {"operator": "and"},
    }


def test_views_of_all_kinds_are_found_by_id_and_type(company: Company, board: str) -> None:
    member = company["member"]
    table = create(company, board)["id"]
    settings = json.dumps({"app": {"feature": 7}})
    app = member.data(CREATE, board=board, type="APP", settings=settings)["create_view"]
    assert app["settings"] == {"app": {"feature": 7}}
    assert [one["id"] for one in views(company, board)] == [table, app["id"]]
    assert [one["id"] for one in views(company, board, v=[app["id"]])] == [app["id"]]
    for name in ("APP", "AppBoardView"):
        assert [one["id"] for one in views(company, board, t=name)] == [app["id"]]
    assert views(company, board, t="FormBoardView") == []
    named = {"board": board, "view": app["id"], "name": "My app"}
    assert member.data(UPDATE, type="APP", **named)["update_view"]["name"] == "My app"
    assert code_of(member.v2(UPDATE, type="FORM", **named)) == "InvalidArgumentException"
    assert code_of(member.v2(UPDATE_TABLE, **named)) == "InvalidArgumentException"
    deleted = member.data(DELETE, board=board, view=app["id"])["delete_view"]
    assert deleted == {"id": app["id"], "name": "My app"}
    assert code_of(member.v2(DELETE, board=board, view=app["id"])) == "ResourceNotFoundException"
    other = company.board()["id"]
    assert code_of(member.v2(DELETE, board=other, view=table)) == "ResourceNotFoundException"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"filter": {"rules": [{"column_id": "no", "compare_value": [1]}]}}, "InvalidColumnId"),
        ({"sort": [{"column_id": "no"}]}, "InvalidColumnId"),
        (
            {
                "filter": {
                    "rules": [{"column_id": "state", "operator": "between", "compare_value": [1]}]
                }
            },
            "InvalidArgument",
        ),
        ({"settings": {"columns": {"column_order": ["no"]}}}, "InvalidColumnId"),
        ({"settings": {"group_by": {"conditions": [{"columnId": "no"}]}}}, "InvalidColumnId"),
        ({"name": " "}, "InvalidArgument"),
        ({"tags": ["x\0"]}, "InvalidArgument"),
        ({"tags": ["x"] * 101}, "InvalidArgument"),
        ({"user": "987654"}, "InvalidUserId"),
    ],
)
def test_what_does_not_fit_the_board_is_refused(
    company: Company, board: str, given: dict[str, Any], code: str
) -> None:
    answer = company["member"].v2(CREATE_TABLE, board=board, **given)
    assert code_of(answer) == f"{code}Exception", answer.text
    assert views(company, board) == []


@pytest.mark.parametrize(
    "settings", ["{", "[7]", '{"columns": 7}', '{"columns": {"column_properties": [7]}}']
)
def test_settings_are_what_they_should_be(company: Company, board: str, settings: str) -> None:
    answer = company["member"].v2(CREATE, board=board, type="TABLE", settings=settings)
    assert code_of(answer) in ("InvalidArgumentException", "JsonParseException")

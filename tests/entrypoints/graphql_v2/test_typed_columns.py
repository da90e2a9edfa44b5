"""Status and dropdown columns by operations of their own, and what settings each type takes."""

from typing import Any

import pytest

from tests.company import Company

CREATE = {
    "status": """mutation ($b: ID!, $s: CreateStatusColumnSettingsInput) {
      create_status_column(board_id: $b, id: "state", title: "State", description: "How far", defaults: $s) {id title type description revision settings}}""",
    "dropdown": """mutation ($b: ID!, $s: CreateDropdownColumnSettingsInput) {
      create_dropdown_column(board_id: $b, id: "choice", title: "Choice", defaults: $s) {id title type description revision settings}}""",
}
UPDATE = {
    "status": """mutation ($b: ID!, $r: String!, $s: UpdateStatusColumnSettingsInput, $t: String) {
      update_status_column(board_id: $b, id: "state", revision: $r, settings: $s, title: $t) {id title type description revision settings}}""",
    "dropdown": """mutation ($b: ID!, $r: String!, $s: UpdateDropdownColumnSettingsInput, $t: String) {
      update_dropdown_column(board_id: $b, id: "choice", revision: $r, settings: $s, title: $t) {id title type description revision settings}}""",
}
VALUE = """{items(ids: [%s]) {column_values(ids: ["state", "choice"]) {
  id text ... on StatusValue {label is_done} ... on DropdownValue {values {id label}}}}}"""


@pytest.fixture
def board(company: Company) -> int:
    return int(company.board()["id"])


def made(company: Company, board: int, kind: str, **settings: Any) -> Any:
    answer = company["member"].data(CREATE[kind], b=board, s=settings or None)
    return answer[f"create_{kind}_column"]


def item(company: Company, board: int, values: str) -> str:
    answer = company["member"].data(
        'mutation ($b: ID!, $v: JSON) {create_item(board_id: $b, item_name: "x", column_values: $v) {id}}',
        b=board,
        v=values,
    )
    return str(answer["create_item"]["id"])


def text_of(company: Company, item_id: str) -> Any:
    (one,) = company["member"].data(VALUE % item_id)["items"]
    return one["column_values"][0]["text"]


def test_a_status_column_with_its_labels(company: Company, board: int) -> None:
    labels = [
        {"label": "To do", "color": "working_orange", "index": 1},
        {"label": "Shipped", "color": "teal", "index": 0, "is_done": True, "description": "Gone"},
    ]
    column = made(company, board, "status", labels=labels)
    assert (column["id"], column["type"], column["description"]) == ("state", "status", "How far")
    assert column["settings"]["labels"] == {"0": "To do", "160": "Shipped"}
    assert column["settings"]["done_colors"] == [160]
    shipped = item(company, board, '{"state": {"label": "Shipped"}}')
    assert text_of(company, shipped) == "Shipped"
    changed = company["member"].data(
        UPDATE["status"],
        b=board,
        r=column["revision"],
        t="Stage",
        s={"labels": [{**labels[1], "label": "Sent", "id": 160}]},
    )["update_status_column"]
    assert (changed["title"], changed["settings"]["labels"]) == ("Stage", {"160": "Sent"})
    assert changed["revision"] != column["revision"]
    assert text_of(company, shipped) == "Sent"
    again = company["member"].v2(UPDATE["status"], b=board, r=column["revision"], t="x").json()
    assert again["errors"][0]["extensions"]["code"] == "RecordInvalidException"


def test_a_dropdown_column_with_its_labels(company: Company, board: int) -> None:
    column = made(company, board, "dropdown", labels=[{"label": "A"}, {"label": "B"}])
    chosen = item(company, board, '{"choice": {"labels": ["B"]}}')
    changed = company["member"].data(
        UPDATE["dropdown"],
        b=board,
        r=column["revision"],
        s={
            "labels": [{"label": "New"}, {"label": "B"}, {"label": "A", "is_deactivated": True}],
            "limit_select": True,
            "label_limit_count": 1,
        },
    )["update_dropdown_column"]
    assert changed["settings"]["labels"] == [{"id": 3, "name": "New"}, {"id": 2, "name": "B"}]
    assert changed["settings"]["limit_select"] is True
    assert text_of(company, chosen) == "B"


def test_columns_without_settings_and_of_other_types(company: Company, board: int) -> None:
    column = made(company, board, "status")
    assert set(column["settings"]["labels"].values()) == {"Working on it", "Done", "Stuck"}
    other = made(company, board, "dropdown")
    assert other["settings"]["labels"] == []
    wrong = UPDATE["status"].replace('"state"', '"choice"')
    error = company["member"].v2(wrong, b=board, r=other["revision"]).json()["errors"][0]
    assert "is of type dropdown" in error["message"]
    twice = [{"label": name, "color": "teal", "index": 0} for name in "AB"]
    answer = company["member"].v2(
        CREATE["status"].replace('"state"', '"second"'), b=board, s={"labels": twice}
    )
    assert "Two labels have the colour teal" in answer.json()["errors"][0]["message"]


def test_each_type_tells_what_settings_it_takes(company: Company) -> None:
    told = company["member"].data('{__type(name: "ColumnType") {enumValues {name}}}')
    for one in told["__type"]["enumValues"]:
        answer = company["viewer"].v2(f"{{get_column_type_schema(type: {one['name']})}}").json()
        if one["name"] in ("group", "integration", "item_assignees", "unsupported"):
            assert "There are no columns of type" in answer["errors"][0]["message"]
            continue
        schema = answer["data"]["get_column_type_schema"]
        assert (schema["type"], schema["additionalProperties"]) == ("object", True), one
    status = company["member"].data("{get_column_type_schema(type: status)}")
    assert "labels" in status["get_column_type_schema"]["properties"]

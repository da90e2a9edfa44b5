"""Items in API v2: made, changed, moved, found, paged."""

import json
from typing import Any

from tests.company import Company

CREATE = """
mutation ($board: ID!, $name: String!, $group: String, $values: JSON, $labels: Boolean, $to: ID, $how: PositionRelative) {
  create_item(board_id: $board, item_name: $name, group_id: $group, column_values: $values,
    create_labels_if_missing: $labels, relative_to: $to, position_relative_method: $how) {
    id name state creator_id url created_at group {id title} board {id}
    column_values {id type text value ... on StatusValue {index label is_done label_style {color}}
      ... on PeopleValue {persons_and_teams {id kind}} ... on DateValue {date time updated_at}
      ... on TagsValue {tag_ids tags {name}}}
  }
}
"""
CHANGE = """
mutation ($board: ID!, $item: ID, $column: String!, $value: JSON!, $labels: Boolean) {
  change_column_value(board_id: $board, item_id: $item, column_id: $column, value: $value,
    create_labels_if_missing: $labels) {id column_values {id text value}}
}
"""
SIMPLE = """
mutation ($board: ID!, $item: ID, $column: String!, $value: String) {
  change_simple_column_value(board_id: $board, item_id: $item, column_id: $column, value: $value) {
    column_values {id text}}
}
"""
MANY = """
mutation ($board: ID!, $item: ID, $values: JSON!) {
  change_multiple_column_values(board_id: $board, item_id: $item, column_values: $values) {
    name column_values {id text}}
}
"""
COLUMN = """
mutation ($board: ID!, $title: String!, $type: ColumnType!, $id: String, $defaults: JSON) {
  create_column(board_id: $board, title: $title, column_type: $type, id: $id, defaults: $defaults) {
    id title type settings_str revision archived description width}
}
"""


def board_with(company: Company, **types: str) -> int:
    """A board with a column of each type; their ids are the names."""
    board_id = company.board()["id"]
    for name, kind in types.items():
        company["member"].data(COLUMN, board=board_id, title=name, type=kind, id=name)
    return int(board_id)


def create(
    company: Company, board: int, name: str = "Item", by: str = "member", **given: Any
) -> Any:
    return company[by].data(CREATE, board=board, name=name, **given)["create_item"]


def errors_of(company: Company, query: str, by: str = "member", **variables: Any) -> Any:
    answer = company[by].v2(query, **variables)
    assert answer.status_code == 200
    return answer.json()["errors"]


def texts(values: list[dict[str, Any]]) -> dict[str, Any]:
    return {value["id"]: value["text"] for value in values}


def test_an_item_with_values_of_several_types(company: Company) -> None:
    board = board_with(company, state="status", who="people", day="date", words="text", n="numbers")
    member = company.ids["member"]
    values = {
        "state": {"label": "Done"},
        "who": {"personsAndTeams": [{"id": member, "kind": "person"}]},
        "day": {"date": "2026-03-18", "time": "10:30:00"},
        "words": "hello",
        "n": 12.5,
    }
    made = create(company, board, "Order", values=json.dumps(values))
    assert (made["name"], made["state"], made["creator_id"]) == ("Order", "active", str(member))
    assert made["board"] == {"id": str(board)}
    shown = {value["id"]: value for value in made["column_values"]}
    assert shown["state"]["text"] == "Done"
    assert shown["state"]["index"] == 1
    assert shown["state"]["is_done"] is True
    assert json.loads(shown["state"]["value"])["index"] == 1
    assert shown["who"]["text"] == "Member"
    assert shown["who"]["persons_and_teams"] == [{"id": str(member), "kind": "person"}]
    assert (shown["day"]["date"], shown["day"]["time"]) == ("2026-03-18", "10:30:00")
    assert shown["day"]["updated_at"].endswith("Z")
    assert (shown["words"]["text"], shown["words"]["value"]) == ("hello", '"hello"')
    assert (shown["n"]["text"], shown["n"]["value"]) == ("12.5", '"12.5"')
    assert "name" not in shown


def test_values_are_given_as_text_or_as_objects_and_cleared(company: Company) -> None:
    board = board_with(company, state="status", words="text", check="checkbox")
    item = create(company, board)["id"]
    member = company["member"]
    for value in ('{"label": "Stuck"}', {"label": "Stuck"}, '{"index": 2}', '"Stuck"'):
        member.data(CHANGE, board=board, item=item, column="state", value="{}")
        shown = member.data(CHANGE, board=board, item=item, column="state", value=value)
        assert texts(shown["change_column_value"]["column_values"])["state"] == "Stuck"
    for value in ("Done", "1"):
        shown = member.data(SIMPLE, board=board, item=item, column="state", value=value)
        assert texts(shown["change_simple_column_value"]["column_values"])["state"] == "Done"
    for empty in ("", None):
        member.data(SIMPLE, board=board, item=item, column="words", value="x")
        shown = member.data(SIMPLE, board=board, item=item, column="words", value=empty)
        assert texts(shown["change_simple_column_value"]["column_values"])["words"] == ""
    many = {"name": "Renamed", "words": "b", "check": {"checked": "true"}, "state": None}
    shown = member.data(MANY, board=board, item=item, values=json.dumps(many))
    assert shown["change_multiple_column_values"]["name"] == "Renamed"
    assert texts(shown["change_multiple_column_values"]["column_values"]) == {
        "state": "",
        "words": "b",
        "check": "v",
    }


def test_one_value_that_does_not_fit_refuses_all(company: Company) -> None:
    board = board_with(company, state="status", words="text", n="numbers")
    item = create(company, board)["id"]
    many = {"words": "kept?", "n": "many"}
    (error,) = errors_of(company, MANY, board=board, item=item, values=json.dumps(many))
    assert error["extensions"]["code"] == "ColumnValueException"
    assert error["extensions"]["error_data"] == {"column_type": "numeric"}
    assert error["path"] == ["change_multiple_column_values"]
    read = "query ($i: [ID!]) {items(ids: $i) {column_values {id text}}}"
    (shown,) = company["member"].data(read, i=[item])["items"]
    assert texts(shown["column_values"])["words"] == ""


def test_labels_are_made_only_when_asked(company: Company) -> None:
    board = board_with(company, state="status")
    item = create(company, board)["id"]
    given = {"board": board, "item": item, "column": "state", "value": '{"label": "Brand new"}'}
    (error,) = errors_of(company, CHANGE, **given)
    assert error["extensions"]["code"] == "ColumnValueException"
    assert error["extensions"]["error_data"] == {"column_type": "color"}
    assert error["message"].startswith("invalid value - label does not exist in column")
    made = company["member"].data(CHANGE, **given, labels=True)["change_column_value"]
    assert texts(made["column_values"])["state"] == "Brand new"


def test_what_is_missing_has_its_code_and_its_id(company: Company) -> None:
    board = board_with(company, words="text")
    item = create(company, board)["id"]
    for given, code, data in (
        ({"board": 987654}, "InvalidBoardIdException", {"board_id": 987654}),
        ({"item": 987654}, "InvalidItemIdException", {"item_id": 987654}),
        (
            {"column": "nothing"},
            "InvalidColumnIdException",
            {
                "column_id": "nothing",
                "board_id": board,
                "error_reason": "store.monday.automation.error.missing_column",
            },
        ),
    ):
        asked = {"board": board, "item": item, "column": "words", "value": '"x"', **given}
        (error,) = errors_of(company, CHANGE, **asked)
        assert (error["extensions"]["code"], error["extensions"]["error_data"]) == (code, data)
    (error,) = errors_of(company, CREATE, board="invalid_board_id", name="x")
    assert "invalid_board_id" in error["message"]
    (error,) = errors_of(company, CREATE, board=board, name="x", group="nowhere")
    assert error["extensions"]["code"] == "ResourceNotFoundException"
    (error,) = errors_of(company, CREATE, board=board, name=" " * 3)
    assert error["extensions"]["code"] == "ItemNameTooLongException"
    (error,) = errors_of(company, CREATE, board=board, name="x", values="{no json")
    assert error["extensions"]["code"] == "JsonParseException"
    (error,) = errors_of(company, CREATE, by="viewer", board=board, name="x")
    assert error["extensions"]["code"] == "USER_UNAUTHORIZED"


def test_items_stand_where_they_are_told(company: Company) -> None:
    board = board_with(company)
    first = create(company, board, "1")["id"]
    second = create(company, board, "2")["id"]
    create(company, board, "between", to=first, how="after_at")
    create(company, board, "top", to=first, how="before_at")
    order = "query ($b: [ID!]) {boards(ids: $b) {items_page {items {name}}}}"

    def names() -> list[str]:
        (found,) = company["member"].data(order, b=[board])["boards"]
        return [item["name"] for item in found["items_page"]["items"]]

    assert names() == ["top", "1", "between", "2"]
    move = """mutation ($i: ID!, $to: ID, $top: Boolean, $how: PositionRelative) {
      change_item_position(item_id: $i, relative_to: $to, group_top: $top, position_relative_method: $how) {id}}"""
    company["member"].data(move, i=second, to=first, how="before_at")
    assert names() == ["top", "2", "1", "between"]
    company["member"].data(move, i=first, top=False)
    assert names() == ["top", "2", "between", "1"]
    company["member"].data(move, i=first, top=True)
    assert names() == ["1", "top", "2", "between"]


def test_moving_copying_archiving_and_deleting(company: Company) -> None:
    board = board_with(company, words="text")
    member = company["member"]
    item = create(company, board, "Thing", values='{"words": "w"}')["id"]
    group = member.data(
        'mutation ($b: ID!) {create_group(board_id: $b, group_name: "Next") {id}}', b=board
    )["create_group"]["id"]
    moved = member.data(
        "mutation ($i: ID, $g: String!) {move_item_to_group(item_id: $i, group_id: $g) {id group {id}}}",
        i=item,
        g=group,
    )
    assert moved["move_item_to_group"]["group"] == {"id": group}
    copy = member.data(
        "mutation ($b: ID!, $i: ID) {duplicate_item(board_id: $b, item_id: $i) {id name column_values {id text}}}",
        b=board,
        i=item,
    )["duplicate_item"]
    assert copy["name"] == "Thing (copy)"
    assert texts(copy["column_values"]) == {"words": "w"}
    archived = member.data("mutation ($i: ID) {archive_item(item_id: $i) {id state}}", i=item)
    assert archived["archive_item"] == {"id": item, "state": "archived"}
    deleted = member.data("mutation ($i: ID) {delete_item(item_id: $i) {id state}}", i=copy["id"])
    assert deleted["delete_item"] == {"id": copy["id"], "state": "deleted"}
    listed = "query ($i: [ID!], $x: Boolean) {items(ids: $i, exclude_nonactive: $x) {id}}"
    assert member.data(listed, i=[item, copy["id"]])["items"] == [{"id": item}]
    assert member.data(listed, i=[item, copy["id"]], x=True)["items"] == []


def test_an_unknown_item_is_told_in_the_form_of_each_operation(company: Company) -> None:
    board = board_with(company)
    told = {}
    for action in (f"duplicate_item(board_id: {board}, ", "delete_item("):
        (error,) = errors_of(company, f"mutation {{{action}item_id: 987654) {{id}}}}")
        told[action] = error["extensions"]
    assert {one["code"] for one in told.values()} == {"InvalidItemIdException"}
    assert [one["error_data"] for one in told.values()] == [987654, {"item_id": 987654}]


def test_bulk_changes_are_all_or_none(company: Company) -> None:
    board = board_with(company)
    ids = [create(company, board, str(at))["id"] for at in range(3)]
    for action in ("bulk_archive_items", "bulk_delete_items"):
        query = (
            f"mutation ($b: ID!, $i: [ID!]!) {{{action}(board_id: $b, item_ids: $i) {{job_id}}}}"
        )
        assert errors_of(company, query, b=board, i=[ids[0], "987654"])
        company["member"].data(query, b=board, i=ids[:1])
    read = "query ($i: [ID!]) {items(ids: $i) {id state}}"
    assert company["member"].data(read, i=ids)["items"] == [
        {"id": one, "state": "active"} for one in ids[1:]
    ]


def test_items_by_id_and_their_order(company: Company) -> None:
    board = board_with(company)
    ids = [create(company, board, str(at))["id"] for at in range(3)]
    read = "query ($i: [ID!], $n: Boolean) {items(ids: $i, newest_first: $n) {id}}"
    found = company["member"].data(read, i=[*reversed(ids), "987654"])["items"]
    assert [item["id"] for item in found] == ids
    found = company["member"].data(read, i=ids, n=True)["items"]
    assert [item["id"] for item in found] == ids[::-1]
    assert errors_of(company, read, i=[str(at) for at in range(1, 102)])
    private = company.board(kind="private")["id"]
    hidden = create(company, int(private), "Hidden")["id"]
    assert company["other_member"].data(read, i=[hidden])["items"] == []


def test_pages_by_cursor_from_boards_groups_and_values(company: Company) -> None:
    board = board_with(company, words="text")
    for at in range(5):
        create(
            company, board, str(at), values=json.dumps({"words": "even" if at % 2 == 0 else "odd"})
        )
    member = company["member"]
    on_board = """query ($b: [ID!], $c: String) {boards(ids: $b) {
      items_page(limit: 2, cursor: $c) {cursor items {name}}
      groups {items_page(limit: 2, cursor: $c) {cursor items {name}}}}}"""

    def names(page: Any) -> list[str]:
        return [item["name"] for item in page["items"]]

    (found,) = member.data(on_board, b=[board])["boards"]
    first = found["items_page"]
    assert names(first) == ["0", "1"]
    assert names(found["groups"][0]["items_page"]) == ["0", "1"]
    (again,) = member.data(on_board, b=[board], c=first["cursor"])["boards"]
    assert names(again["items_page"]) == ["2", "3"]
    following = "query ($c: String!) {next_items_page(limit: 3, cursor: $c) {cursor items {name}}}"
    last = member.data(following, c=first["cursor"])["next_items_page"]
    assert (names(last), last["cursor"]) == (["2", "3", "4"], None)
    by_value = """query ($b: ID!) {items_page_by_column_values(board_id: $b, limit: 2,
      columns: [{column_id: "words", column_values: ["even"]}]) {cursor items {name}}}"""
    page = member.data(by_value, b=board)["items_page_by_column_values"]
    assert names(page) == ["0", "2"]
    page = member.data(following, c=page["cursor"])["next_items_page"]
    assert (names(page), page["cursor"]) == (["4"], None)
    (error,) = errors_of(company, following, c="nonsense")
    assert error["extensions"]["code"] == "InvalidArgumentException"


def test_filters_and_orders(company: Company) -> None:
    board = board_with(company, state="status", n="numbers")
    for name, state, n in (("a", "Done", 1), ("b", "Stuck", 3), ("c", "Done", 2)):
        create(company, board, name, values=json.dumps({"state": {"label": state}, "n": n}))
    query = """query ($b: [ID!], $q: ItemsQuery) {boards(ids: $b) {items_page(query_params: $q) {items {name}}}}"""

    def found(**params: Any) -> list[str]:
        (shown,) = company["member"].data(query, b=[board], q=params)["boards"]
        return [item["name"] for item in shown["items_page"]["items"]]

    done = {"column_id": "state", "compare_value": [1]}
    assert found(rules=[done]) == ["a", "c"]
    assert found(rules=[done], order_by=[{"column_id": "n", "direction": "desc"}]) == ["c", "a"]
    assert found(order_by={"column_id": "name", "direction": "desc"}) == ["c", "b", "a"]
    large = {"column_id": "n", "compare_value": 2, "operator": "greater_than"}
    assert found(rules=[done, large], operator="or") == ["a", "b", "c"]
    assert found(groups=[{"rules": [done]}, {"rules": [large]}]) == []
    wrong = {"rules": [{"column_id": "n", "compare_value": [1, 2], "operator": "between"}]}
    errors = errors_of(company, query, b=[board], q=wrong)
    assert "is not supported yet in the API" in errors[0]["message"]
    endless = {"column_id": "name", "compare_value": "x" * 60_000, "operator": "contains_text"}
    errors = errors_of(company, query, b=[board], q={"rules": [endless]})
    assert errors[0]["extensions"]["code"] == "InvalidArgumentException"

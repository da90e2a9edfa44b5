"""Cells that are computed: links both ways, mirrors, formulas, progress; and that dependencies run in no circle."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.company import Client, Company, make_company
from tests.server import Server

COLUMN = """mutation ($b: ID!, $type: ColumnType!, $id: String, $set: JSON, $title: String!) {
  create_column(board_id: $b, title: $title, column_type: $type, id: $id, defaults: $set) {id settings_str}}"""
SET = """mutation ($b: ID!, $i: ID, $v: JSON!) {
  change_multiple_column_values(board_id: $b, item_id: $i, column_values: $v) {id}}"""
CELLS = """query ($i: [ID!]) {items(ids: $i) {id column_values {id text value
  ... on BoardRelationValue {display_value linked_item_ids linked_items {id name}}
  ... on DependencyValue {display_value linked_item_ids}
  ... on MirrorValue {display_value mirrored_items {linked_board {id} linked_board_id linked_item {name}
    mirrored_value {... on StatusValue {label} ... on NumbersValue {number} ... on MirrorValue {display_value}}}}
  ... on FormulaValue {display_value} ... on ProgressValue {text}}}}"""


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_company(server)


def column(client: Client, board: int, kind: str, column_id: str, **settings: Any) -> str:
    made = client.data(
        COLUMN,
        b=str(board),
        type=kind,
        id=column_id,
        title=column_id.title(),
        set=json.dumps(settings),
    )
    return str(made["create_column"]["id"])


def put(client: Client, board: int, item: int, **values: Any) -> None:
    client.data(SET, b=str(board), i=str(item), v=json.dumps(values))


def cells(client: Client, item: int) -> dict[str, dict[str, Any]]:
    found = client.data(CELLS, i=[str(item)])["items"]
    return {cell["id"]: cell for cell in found[0]["column_values"]}


def two_boards(company: Company) -> tuple[int, int]:
    return int(company.board()["id"]), int(company.board()["id"])


def test_links_go_both_ways(company: Company) -> None:
    member, (tasks, people) = company["member"], two_boards(company)
    column(
        member, tasks, "board_relation", "to", boardIds=[people], allowCreateReflectionColumn=True
    )
    query = "query ($b: [ID!]) {boards(ids: $b) {columns {id title type settings_str}}}"
    (board,) = member.data(query, b=[str(people)])["boards"]
    (back,) = [c["id"] for c in board["columns"] if c["type"] == "board_relation"]
    task, ann, bob = (
        company.pulse(tasks, "Task"),
        company.pulse(people, "Ann"),
        company.pulse(people, "Bob"),
    )
    put(member, tasks, task, to={"item_ids": [ann, bob]})
    assert cells(member, task)["to"]["display_value"] == "Ann, Bob"
    assert cells(member, ann)[back]["linked_items"] == [{"id": str(task), "name": "Task"}]
    put(member, people, ann, **{back: None})
    assert cells(member, task)["to"]["linked_item_ids"] == [str(bob)]
    put(member, tasks, task, to={})
    assert cells(member, bob)[back]["display_value"] == ""


LINKED = """query ($i: [ID!], $c: String!, $b: ID!) {
  items(ids: $i) {linked_items(link_to_item_column_id: $c, linked_board_id: $b) {name}}}"""


def test_linked_items_are_of_one_board_and_one_column(company: Company) -> None:
    member, (tasks, people), other = company["member"], two_boards(company), company.board()["id"]
    hidden = company.board("private")["id"]
    column(member, tasks, "board_relation", "to", boardIds=[people, other, hidden])
    column(member, tasks, "text", "words")
    task, plain = company.pulse(tasks, "Task"), company.pulse(tasks, "Plain")
    ann, bob = company.pulse(people, "Ann"), company.pulse(people, "Bob")
    far, secret = company.pulse(other, "Far"), company.pulse(hidden, "Secret")
    put(member, tasks, task, to={"item_ids": [bob, ann, far, secret]})

    def linked(board: int, by: str = "member") -> Any:
        found = company[by].data(LINKED, i=[str(task), str(plain)], c="to", b=str(board))
        return [[one["name"] for one in item["linked_items"]] for item in found["items"]]

    assert linked(people) == [["Bob", "Ann"], []]
    assert linked(other) == [["Far"], []]
    assert linked(hidden) == [["Secret"], []]
    assert linked(hidden, by="other_member") == linked(987654321) == [[], []]
    for column_id, code in (
        ("gone", "InvalidColumnIdException"),
        ("words", "InvalidArgumentException"),
    ):
        answer = member.v2(LINKED, i=[str(task)], c=column_id, b=str(people)).json()
        assert answer["errors"][0]["extensions"]["code"] == code
        assert answer["errors"][0]["path"] == ["items", 0, "linked_items"]
    member.data("mutation ($i: ID) {delete_item(item_id: $i) {id}}", i=str(ann))
    assert linked(people) == [["Bob"], []]


@pytest.mark.parametrize("kind", ["text", "numbers", "mirror", "formula"])
@pytest.mark.parametrize("named", ["x", [[1]], [{}], [987654], 1])
def test_only_links_have_to_do_with_boards(company: Company, kind: str, named: Any) -> None:
    member, board = company["member"], int(company.board()["id"])
    settings = json.dumps({"boardIds": named, "allowCreateReflectionColumn": True})
    given = {"b": str(board), "type": kind, "id": "one", "title": "One", "set": settings}
    made = member.v2(COLUMN, **given).json()["data"]["create_column"]
    assert "reflection" not in json.loads(made["settings_str"])
    given = {**given, "type": "board_relation", "id": "two"}
    (error,) = member.v2(COLUMN, **given).json()["errors"]
    assert error["extensions"]["code"] in ("InvalidArgumentException", "InvalidBoardIdException")


def test_links_have_a_value_and_a_text_up_to_2025_01(company: Company) -> None:
    member, (tasks, people) = company["member"], two_boards(company)
    column(member, tasks, "board_relation", "to", boardIds=[people])
    column(member, tasks, "dependency", "after")
    task, first = company.pulse(tasks, "Task"), company.pulse(tasks, "First")
    ann, bob = company.pulse(people, "Ann"), company.pulse(people, "Bob")
    put(member, tasks, task, to={"item_ids": [bob, ann]}, after={"item_ids": [first]})
    member.data(f'mutation {{create_subitem(parent_item_id: {task}, item_name: "Sub") {{id}}}}')
    query = "query ($i: [ID!]) {items(ids: $i) {column_values {id text value}}}"

    def shown(version: str, item: int) -> dict[str, Any]:
        (found,) = member.data(query, version, i=[str(item)])["items"]
        return {cell["id"]: (cell["text"], cell["value"]) for cell in found["column_values"]}

    def linked(*ids: int) -> str:
        named = ",".join(f'{{"linkedPulseId":{one}}}' for one in ids)
        return f'{{"linkedPulseIds":[{named}]}}'

    assert shown("2025-01", task) == {
        "to": ("Bob, Ann", linked(bob, ann)),
        "after": ("First", linked(first)),
        "subitems": ("Sub", None),
    }
    assert shown("2025-01", first) == dict.fromkeys(("to", "after", "subitems"), ("", None))
    assert set(shown("2025-04", task).values()) == {(None, None)}


def test_who_changed_an_item_last_is_told(company: Company) -> None:
    member, board = company["member"], int(company.board()["id"])
    column(member, board, "last_updated", "last")
    item = company.pulse(board, "Item")
    query = """query ($i: [ID!]) {items(ids: $i) {column_values {
      value ... on LastUpdatedValue {updater_id updater {name} updated_at}}}}"""

    def last() -> tuple[Any, Any]:
        ((cell,),) = [one["column_values"] for one in member.data(query, i=[str(item)])["items"]]
        assert json.loads(cell["value"])["updated_at"] == cell["updated_at"]
        told = json.loads(cell["value"])["updater_id"]
        assert cell["updater_id"] == (None if told is None else str(told))
        return cell["updater"] and cell["updater"]["name"], told

    assert last() == ("Member", company.ids["member"])
    change = """mutation ($b: ID!, $i: ID) {change_simple_column_value(board_id: $b, item_id: $i, column_id: "name",
      value: "New") {column_values {... on LastUpdatedValue {updater {name}}}}}"""
    done = company["other_member"].data(change, b=str(board), i=str(item))
    assert done["change_simple_column_value"]["column_values"] == [
        {"updater": {"name": "Other Member"}}
    ]
    assert last() == ("Other Member", company.ids["other_member"])
    member.data(f'mutation {{create_update(item_id: {item}, body: "x") {{id}}}}')
    assert last() == ("Member", company.ids["member"])
    company["company"].data(change, b=str(board), i=str(item))
    assert last() == (None, None)


def test_which_column_links_back_cannot_be_given(company: Company) -> None:
    member, (tasks, people) = company["member"], two_boards(company)
    text = column(member, people, "text", "words")
    trick = {"board_id": people, "column_id": text}
    column(member, tasks, "board_relation", "to", boardIds=[people], reflection=trick)
    task, ann = company.pulse(tasks), company.pulse(people)
    put(member, tasks, task, to={"item_ids": [ann]})
    assert cells(member, ann)["words"]["value"] is None


def test_a_column_links_to_boards_that_one_sees(company: Company) -> None:
    hidden = company.board("private", by="other_member")["id"]
    asked = {"b": str(company.board()["id"]), "type": "board_relation", "title": "To"}
    answer = company["member"].v2(COLUMN, **asked, set=json.dumps({"boardIds": [hidden]})).json()
    assert answer["errors"][0]["extensions"]["code"] == "InvalidBoardIdException"


def test_mirrors_show_what_linked_items_have(company: Company) -> None:
    member, (tasks, people) = company["member"], two_boards(company)
    column(member, people, "status", "state")
    column(member, people, "numbers", "hours")
    column(member, tasks, "board_relation", "to", boardIds=[people])
    mirror = {
        "relation_column": {"to": True},
        "displayed_linked_columns": {str(people): ["state", "hours"]},
    }
    column(member, tasks, "mirror", "seen", **mirror)
    task, ann, bob = (
        company.pulse(tasks),
        company.pulse(people, "Ann"),
        company.pulse(people, "Bob"),
    )
    put(member, people, ann, state={"label": "Done"}, hours="3")
    put(member, people, bob, state={"label": "Stuck"})
    put(member, tasks, task, to={"item_ids": [ann, bob]})
    seen = cells(member, task)["seen"]
    assert seen["display_value"] == "Done, 3, Stuck"
    assert seen["text"] is seen["value"] is None
    assert [one["linked_item"]["name"] for one in seen["mirrored_items"]] == ["Ann"] * 2 + [
        "Bob"
    ] * 2
    assert seen["mirrored_items"][0]["mirrored_value"] == {"label": "Done"}
    assert seen["mirrored_items"][0]["linked_board_id"] == str(people)


def test_a_mirror_shows_only_what_its_reader_sees(company: Company) -> None:
    member = company["member"]
    tasks, secret = company.board()["id"], company.board("private")["id"]
    column(member, secret, "text", "words")
    column(member, tasks, "board_relation", "to", boardIds=[secret])
    column(
        member,
        tasks,
        "mirror",
        "seen",
        relation_column={"to": True},
        displayed_linked_columns={str(secret): ["words"]},
    )
    column(member, tasks, "formula", "sum", formula='CONCATENATE("<", {seen}, {to}, ">")')
    task, hidden = company.pulse(tasks), company.pulse(secret, "Hidden")
    put(member, secret, hidden, words="whisper")
    put(member, tasks, task, to={"item_ids": [hidden]})
    assert cells(member, task)["sum"]["display_value"] == "<whisperHidden>"
    for other in ("other_member", "viewer", "company"):
        found = cells(company[other], task)
        assert found["seen"]["display_value"] == found["to"]["display_value"] == ""
        assert found["to"]["linked_item_ids"] == []
        assert found["sum"]["display_value"] == "<>"


def test_mirrors_of_mirrors_end(company: Company) -> None:
    member, (one, two) = company["member"], two_boards(company)
    column(member, one, "board_relation", "to", boardIds=[two])
    column(member, two, "board_relation", "to", boardIds=[one])
    column(
        member,
        one,
        "mirror",
        "seen",
        relation_column={"to": True},
        displayed_linked_columns={str(two): ["seen"]},
    )
    column(
        member,
        two,
        "mirror",
        "seen",
        relation_column={"to": True},
        displayed_linked_columns={str(one): ["seen"]},
    )
    first, second = company.pulse(one), company.pulse(two)
    put(member, one, first, to={"item_ids": [second]})
    put(member, two, second, to={"item_ids": [first]})
    assert cells(member, first)["seen"]["display_value"] == ""


def test_formulas_compute_with_other_columns_by_id_or_title(company: Company) -> None:
    member, board = company["member"], int(company.board()["id"])
    column(member, board, "numbers", "price")
    column(member, board, "timeline", "span")
    column(member, board, "formula", "total", formula="{price} * {Span#Days}")
    column(
        member, board, "formula", "words", formula='IF({total} > 10, {Name} & " is dear", "cheap")'
    )
    column(member, board, "formula", "circle", formula="{circle} & 1")
    item = company.pulse(board, "Cake")
    put(member, board, item, price="4", span={"from": "2026-01-01", "to": "2026-01-03"})
    found = cells(member, item)
    assert found["total"]["display_value"] == "12"
    assert found["words"]["display_value"] == "Cake is dear"
    assert found["circle"]["display_value"].startswith("1")


def test_a_formula_that_cannot_be_read_is_refused(company: Company) -> None:
    answer = company["member"].v2(
        COLUMN,
        b=str(company.board()["id"]),
        type="formula",
        title="F",
        set=json.dumps({"formula": "1 +"}),
    )
    assert "can't be read at its end" in answer.json()["errors"][0]["message"]


def test_progress_is_how_much_of_the_statuses_is_done(company: Company) -> None:
    member, board = company["member"], int(company.board()["id"])
    column(member, board, "status", "one")
    column(member, board, "status", "two")
    column(member, board, "progress", "bar", columns={"one": 75, "two": 25})
    item = company.pulse(board)
    assert cells(member, item)["bar"]["text"] == "0%"
    put(member, board, item, one={"label": "Done"}, two={"label": "Stuck"})
    assert cells(member, item)["bar"]["text"] == "75%"


def test_dependencies_run_in_no_circle(company: Company) -> None:
    member, board = company["member"], int(company.board()["id"])
    column(member, board, "dependency", "after")
    first, second, third = (company.pulse(board, name) for name in ("One", "Two", "Three"))
    put(member, board, second, after={"item_ids": [first]})
    put(member, board, third, after={"item_ids": [second]})
    for wrong in (first, third):
        value = json.dumps({"after": {"item_ids": [wrong]}})
        answer = member.v2(SET, b=str(board), i=str(first), v=value).json()
        assert answer["errors"][0]["extensions"]["code"] == "ColumnValueException"
    assert cells(member, third)["after"]["display_value"] == "Two"


def test_computing_takes_no_more_statements_for_more_items(
    company: Company, counted: Callable[..., int]
) -> None:
    member, (tasks, people) = company["member"], two_boards(company)
    column(member, people, "numbers", "hours")
    column(member, tasks, "board_relation", "to", boardIds=[people])
    column(
        member,
        tasks,
        "mirror",
        "seen",
        relation_column={"to": True},
        displayed_linked_columns={str(people): ["hours"]},
    )
    column(member, tasks, "formula", "sum", formula="SUM({seen}, 1)")
    items = []
    for at in range(12):
        item, person = company.pulse(tasks, f"Task {at}"), company.pulse(people, f"P{at}")
        put(member, people, person, hours=str(at))
        put(member, tasks, item, to={"item_ids": [person]})
        items.append(str(item))
    counts = {counted(CELLS, i=items[:many]) for many in (1, 4, 12)}
    assert len(counts) == 1


def test_a_value_that_no_fragment_is_about_is_an_empty_object(company: Company) -> None:
    member, board = company["member"], int(company.board()["id"])
    column(member, board, "text", "words")
    item = company.pulse(board)
    query = "query ($i: [ID!]) {items(ids: $i) {column_values {... on StatusValue {label}}}}"
    assert member.data(query, i=[str(item)])["items"] == [{"column_values": [{}]}]

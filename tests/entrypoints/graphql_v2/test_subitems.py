"""Subitems in API v2: rows of a board of their own, seen and put away with the items they are under."""

from typing import Any

import pytest

from lundi.domains.pulses.actions import restore_pulse
from lundi.domains.pulses.group_state_actions import restore_group
from tests.company import Client, Company, make_company
from tests.server import Server

CREATE = """mutation ($parent: ID!, $name: String!, $values: JSON) {
  create_subitem(parent_item_id: $parent, item_name: $name, column_values: $values, create_labels_if_missing: true) {
    id name state board {id name type board_kind columns {id type}} parent_item {id name}
    column_values {id text}}}"""
OF_ITEM = (
    "query ($id: [ID!]) {items(ids: $id) {id state subitems {id name state parent_item {id}}}}"
)


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_company(server)


def subitem(client: Client, parent: int, name: str, **values: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.data(CREATE, parent=str(parent), name=name, values=values)
    return dict(made["create_subitem"])


def names_under(client: Client, item: int) -> list[str]:
    (found,) = client.data(OF_ITEM, id=[str(item)])["items"]
    return [one["name"] for one in found["subitems"]]


def state_of(client: Client, item: Any) -> str | None:
    found = client.data("query ($id: [ID!]) {items(ids: $id) {state}}", id=[str(item)])["items"]
    return found[0]["state"] if found else None


def test_the_first_subitem_makes_the_board_that_holds_them(company: Company) -> None:
    member, board = company["member"], company.board()
    item = company.pulse(board["id"], "Parent")
    made = subitem(member, item, "First", status={"label": "Done"}, date0="2026-01-31")
    assert made["parent_item"] == {"id": str(item), "name": "Parent"}
    assert made["board"]["type"] == "sub_items_board"
    assert made["board"]["name"] == "Subitems of Board"
    assert {c["id"]: c["text"] for c in made["column_values"]} == {
        "person": "",
        "status": "Done",
        "date0": "2026-01-31",
    }
    second = subitem(member, item, "Second")
    assert second["board"]["id"] == made["board"]["id"]
    assert names_under(member, item) == ["First", "Second"]
    cells = """query ($id: [ID!]) {items(ids: $id) {column_values {id type ... on SubtasksValue {
      display_value subitems_ids subitems {name}}}}}"""
    (found,) = member.data(cells, id=[str(item)])["items"]
    assert found["column_values"] == [
        {
            "id": "subitems",
            "type": "subtasks",
            "display_value": "First, Second",
            "subitems_ids": [made["id"], second["id"]],
            "subitems": [{"name": "First"}, {"name": "Second"}],
        }
    ]


def test_subitem_boards_are_listed_in_v2_but_not_where_people_look(company: Company) -> None:
    member, board = company["member"], company.board()
    made = subitem(member, company.pulse(board["id"]), "Sub")
    listed = member.data("{boards(limit: 100) {id type}}")["boards"]
    assert {"id": made["board"]["id"], "type": "sub_items_board"} in listed
    assert int(made["board"]["id"]) not in [b["id"] for b in member.get("boards.json").json()]


def test_subitems_have_no_subitems(company: Company) -> None:
    member, board = company["member"], company.board()
    made = subitem(member, company.pulse(board["id"]), "Sub")
    answer = member.v2(CREATE, parent=made["id"], name="Below", values={}).json()
    assert answer["errors"][0]["extensions"]["code"] == "InvalidArgumentException"
    alone = 'mutation ($b: ID!) {create_item(board_id: $b, item_name: "x") {id}}'
    answer = member.v2(alone, b=made["board"]["id"]).json()
    assert "holds subitems" in answer["errors"][0]["message"]


@pytest.mark.parametrize(
    ("away", "state"), [("archive_item", "archived"), ("delete_item", "deleted")]
)
def test_subitems_go_with_their_item_and_come_back_with_it(
    company: Company, away: str, state: str
) -> None:
    member, board = company["member"], company.board()
    item = company.pulse(board["id"])
    stays, gone = subitem(member, item, "Stays"), subitem(member, item, "Gone")
    member.data("mutation ($i: ID) {delete_item(item_id: $i) {id}}", i=gone["id"])
    member.data(f"mutation ($i: ID) {{{away}(item_id: $i) {{id}}}}", i=str(item))
    assert state_of(member, stays["id"]) == (state if state == "archived" else None)
    page = "query ($b: [ID!]) {boards(ids: $b) {items_page {items {name}}}}"
    assert member.data(page, b=[stays["board"]["id"]])["boards"][0]["items_page"]["items"] == []
    company.server.write(company.actor("member"), lambda work: restore_pulse(work, item))
    assert names_under(member, item) == ["Stays"]


def test_subitems_go_with_their_group(company: Company) -> None:
    member, board = company["member"], company.board()
    member.data(
        'mutation ($b: ID!) {create_group(board_id: $b, group_name: "x") {id}}', b=board["id"]
    )
    item = company.pulse(board["id"], group_id="topics")
    sub = subitem(member, item, "Sub")
    away = 'mutation ($b: ID!) {archive_group(board_id: $b, group_id: "topics") {id}}'
    member.data(away, b=board["id"])
    assert state_of(member, sub["id"]) == "archived"
    actor = company.actor("member")
    company.server.write(actor, lambda work: restore_group(work, board["id"], "topics"))
    assert state_of(member, sub["id"]) == "active"


def test_subitems_are_seen_by_who_sees_their_board(company: Company) -> None:
    board = company.board("private")
    item = company.pulse(board["id"])
    sub = subitem(company["member"], item, "Secret")
    for other in ("other_member", "admin", "viewer", "guest", "company"):
        assert company[other].data(OF_ITEM, id=[sub["id"]])["items"] == []
        found = company[other].data(
            "query ($b: [ID!]) {boards(ids: $b) {id}}", b=sub["board"]["id"]
        )
        assert found["boards"] == []
    join = {"user_id": company.ids["other_member"]}
    company["member"].put(f"boards/{board['id']}/subscribers.json", **join)
    assert names_under(company["other_member"], item) == ["Secret"]


def test_what_is_done_to_a_board_is_done_to_its_subitems(company: Company) -> None:
    member, board = company["member"], company.board()
    item = company.pulse(board["id"])
    sub = subitem(member, item, "Sub")
    away = "mutation ($b: ID!) {archive_board(board_id: $b) {id state}}"
    answer = member.v2(away, b=sub["board"]["id"]).json()
    assert "holds the subitems of board" in answer["errors"][0]["message"]
    member.data(away, b=board["id"])
    assert state_of(member, sub["id"]) == "archived"


def test_a_duplicate_has_copies_of_the_subitems(company: Company) -> None:
    member, board = company["member"], company.board()
    item = company.pulse(board["id"], "Parent")
    subitem(member, item, "Sub", status={"label": "Done"})
    twin = "mutation ($b: ID!, $i: ID) {duplicate_item(board_id: $b, item_id: $i) {id subitems {name}}}"
    copy = member.data(twin, b=board["id"], i=str(item))["duplicate_item"]
    assert copy["subitems"] == [{"name": "Sub"}]
    group = 'mutation ($b: ID!) {duplicate_group(board_id: $b, group_id: "topics") {items_page {items {subitems {name}}}}}'
    copied = member.data(group, b=board["id"])["duplicate_group"]["items_page"]["items"]
    assert [one["subitems"] for one in copied] == [[{"name": "Sub"}]] * 2
    whole = """mutation ($b: ID!) {duplicate_board(board_id: $b, duplicate_type: duplicate_board_with_pulses) {
      board {id items_page {items {subitems {name board {id name columns {id}} column_values(ids: ["status"]) {text}}}}}}}"""
    made = member.data(whole, b=board["id"])["duplicate_board"]["board"]["items_page"]["items"]
    subs = [sub for one in made for sub in one["subitems"]]
    assert [sub["column_values"] for sub in subs] == [[{"text": "Done"}]] * 4
    assert {sub["board"]["name"] for sub in subs} == {"Subitems of Duplicate of Board"}


def test_subitems_move_to_another_board_with_their_item(company: Company) -> None:
    member, board, other = company["member"], company.board(), company.board()
    item = company.pulse(board["id"], "Parent")
    sub = subitem(member, item, "Sub", status={"label": "Done"})
    moving = {"pulse_ids": [item], "group_id": "topics", "dest_board_id": other["id"]}
    answer = member.post(f"boards/{board['id']}/pulses/move.json", **moving)
    assert answer.status_code == 201, answer.text
    query = """query ($i: [ID!]) {items(ids: $i) {subitems {id board {id name}
      column_values(ids: ["status"]) {text}}}}"""
    ((found,),) = [one["subitems"] for one in member.data(query, i=[str(item)])["items"]]
    assert found["id"] == sub["id"]
    assert found["board"]["id"] != sub["board"]["id"]
    assert found["column_values"] == [{"text": "Done"}]


def test_items_are_found_by_whether_they_have_subitems(company: Company) -> None:
    member, board = company["member"], company.board()
    with_one, without = company.pulse(board["id"], "With"), company.pulse(board["id"], "Without")
    subitem(member, with_one, "Sub")
    query = """query ($b: [ID!], $o: ItemsQueryRuleOperator) {boards(ids: $b) {items_page(query_params:
      {rules: [{column_id: "subitems", compare_value: [], operator: $o}]}) {items {id}}}}"""
    for operator, item in (("is_empty", without), ("is_not_empty", with_one)):
        found = member.data(query, b=board["id"], o=operator)["boards"][0]["items_page"]["items"]
        assert found == [{"id": str(item)}]


def test_items_are_numbered_as_they_come(company: Company) -> None:
    member, board = company["member"], company.board()
    make = 'mutation ($b: ID!) {create_column(board_id: $b, title: "No.", column_type: auto_number, id: "no") {id}}'
    member.data(make, b=board["id"])
    first, second = company.pulse(board["id"], "One"), company.pulse(board["id"], "Two")
    query = 'query ($i: [ID!]) {items(ids: $i) {column_values(ids: ["no"]) {text}}}'
    found = member.data(query, i=[str(first), str(second)])["items"]
    assert [one["column_values"][0]["text"] for one in found] == ["1", "2"]

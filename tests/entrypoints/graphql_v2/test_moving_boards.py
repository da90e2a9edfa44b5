"""move_item_to_board: which column's values go where is said for all of them, or for none."""

from typing import Any

import pytest

from tests.company import Client, Company, make_company
from tests.entrypoints.graphql_v2.test_items import COLUMN
from tests.server import Server

MOVE = """mutation ($i: ID!, $b: ID!, $m: [ColumnMappingInput!]) {
  move_item_to_board(item_id: $i, board_id: $b, group_id: "topics", columns_mapping: $m) {
    id board {id} column_values {id text}}}"""


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_company(server)


def board_with(client: Client, company: Company, *columns: tuple[str, str]) -> str:
    board = str(company.board()["id"])
    for column_id, kind in columns:
        client.data(COLUMN, board=board, title=column_id, type=kind, id=column_id)
    return board


@pytest.fixture(scope="module")
def boards(company: Company) -> tuple[str, str]:
    member = company["member"]
    source = board_with(member, company, ("words", "text"), ("more", "text"), ("marks", "tags"))
    target = board_with(member, company, ("notes", "text"), ("labels", "tags"), ("n", "numbers"))
    return source, target


def item_of(company: Company, board: str) -> str:
    tag = 'mutation {create_or_get_tag(tag_name: "red") {id}}'
    tag_id = company["member"].data(tag)["create_or_get_tag"]["id"]
    values = f'{{"words": "hello", "more": "bye", "marks": {{"tag_ids": [{tag_id}]}}}}'
    make = 'mutation ($b: ID!, $v: JSON) {create_item(board_id: $b, item_name: "x", column_values: $v) {id}}'
    return str(company["member"].data(make, b=board, v=values)["create_item"]["id"])


def pairs(**mapping: str | None) -> list[dict[str, Any]]:
    return [{"source": source, "target": target} for source, target in mapping.items()]


def test_values_go_where_the_mapping_says(company: Company, boards: tuple[str, str]) -> None:
    source, target = boards
    item = item_of(company, source)
    mapping = pairs(words="notes", more=None, marks="labels")
    moved = company["member"].data(MOVE, i=item, b=target, m=mapping)["move_item_to_board"]
    assert moved["board"]["id"] == target
    texts = {cell["id"]: cell["text"] for cell in moved["column_values"]}
    assert texts == {"notes": "hello", "labels": "red", "n": ""}


@pytest.mark.parametrize(
    "mapping",
    [
        pairs(words="notes"),
        pairs(words="n", more=None, marks=None),
        pairs(words="gone", more=None, marks=None),
        pairs(words="notes", more="notes", marks=None),
        pairs(words="notes", more=None, marks=None, name="notes"),
        pairs(words="notes", more=None, marks=None, gone=None),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(
    company: Company, boards: tuple[str, str], mapping: list[dict[str, Any]]
) -> None:
    source, target = boards
    item = item_of(company, source)
    answer = company["member"].v2(MOVE, i=item, b=target, m=mapping).json()
    (error,) = answer["errors"]
    assert "Columns mapping is not in the expected format" in error["message"]
    query = "query ($i: [ID!]) {items(ids: $i) {board {id}}}"
    assert company["member"].data(query, i=[item])["items"] == [{"board": {"id": source}}]


def test_without_a_mapping_no_value_is_lost(company: Company, boards: tuple[str, str]) -> None:
    source, target = boards
    item = item_of(company, source)
    (error,) = company["member"].v2(MOVE, i=item, b=target).json()["errors"]
    assert "Columns mapping is not in the expected format" in error["message"]
    assert "with columns_mapping" in error["message"]
    assert "force_move" not in error["message"]

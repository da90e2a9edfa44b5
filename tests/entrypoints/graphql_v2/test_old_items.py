"""Lists of items that only old versions have."""

from typing import Any

import pytest

from tests.company import Company

OLD, FIRST_WITHOUT = "2024-10", "2025-01"
ONE = """query ($b: ID!, $v: String!, $limit: Int, $page: Int, $s: State) {found: items_by_column_values(
  board_id: $b, column_id: "text", column_value: $v, limit: $limit, page: $page, state: $s) {id}}"""
SEVERAL = """query ($b: ID!, $v: [String]!) {found: items_by_multiple_column_values(
  board_id: $b, column_id: "text", column_values: $v) {id}}"""


@pytest.fixture
def scene(company: Company) -> dict[str, Any]:
    """A board with three items of the text `a`, `b` and none."""
    board = company.board()["id"]
    column = company.column(board, "text", "text")
    assert column == "text"
    items = [company.pulse(board, name) for name in ("First", "Second", "Third")]
    for pulse, text in zip(items, ("a", "b"), strict=False):
        company["member"].put(f"boards/{board}/columns/text/text.json", pulse_id=pulse, text=text)
    return {"board": board, "items": items}


def found(company: Company, query: str, scene: dict[str, Any], **given: Any) -> list[int]:
    data = company["member"].data(query, OLD, b=scene["board"], **given)
    return [int(one["id"]) for one in data["found"]]


def test_items_by_what_their_column_reads(company: Company, scene: dict[str, Any]) -> None:
    first, second, third = scene["items"]
    assert found(company, ONE, scene, v="a") == [first]
    assert found(company, ONE, scene, v="") == [third]
    assert found(company, ONE, scene, v="c") == []
    assert found(company, ONE, scene, v="a", page=2) == []
    assert found(company, ONE, scene, v="a", s="all") == [first]
    assert found(company, ONE, scene, v="a", s="archived") == []
    assert set(found(company, SEVERAL, scene, v=["a", "b"])) == {first, second}
    assert set(found(company, SEVERAL, scene, v=["a", None])) == {first, third}
    company["member"].data(f"mutation {{archive_item(item_id: {first}) {{id}}}}")
    assert found(company, ONE, scene, v="a") == []


def test_items_of_boards_and_groups(company: Company, scene: dict[str, Any]) -> None:
    first, second, third = scene["items"]
    query = """query ($b: ID!, $one: [ID!]) {boards(ids: [$b]) {pos items {id} page: items(limit: 2, page: 2) {id}
      newest: items(newest_first: true, limit: 1) {id} named: items(ids: $one) {id name}
      groups {items {id column_values {text}}}}}"""
    (told,) = company["member"].data(query, OLD, b=scene["board"], one=[second])["boards"]
    # New items go to the top of their group.
    in_order = [str(one) for one in (third, second, first)]
    assert [one["id"] for one in told["items"]] == in_order
    assert [one["id"] for one in told["page"]] == in_order[2:]
    assert told["newest"] == [{"id": str(third)}]
    assert told["named"] == [{"id": str(second), "name": "Second"}]
    assert [one["id"] for one in told["groups"][0]["items"]] == in_order
    assert told["pos"] is None


def test_newer_versions_know_none_of_them(company: Company, scene: dict[str, Any]) -> None:
    for version in (FIRST_WITHOUT, None):
        for query in (ONE, "query ($b: ID!) {boards(ids: [$b]) {items {id}}}"):
            given = {"v": "a"} if query is ONE else {}
            answer = company["member"].v2(query, version, b=scene["board"], **given).json()
            assert "Cannot query field" in answer["errors"][0]["message"]


@pytest.mark.parametrize("kind", ["public", "share", "private"])
def test_only_who_sees_the_board_is_told(company: Company, kind: str) -> None:
    board = company.board(kind=kind)["id"]
    company.column(board, "text", "text")
    company.pulse(board, "Secret")
    for by in ("member", "other_member", "viewer", "guest", "company"):
        sees = company[by].get(f"boards/{board}.json").is_success
        answer = company[by].v2(ONE, OLD, b=board, v="").json()
        assert ("errors" not in answer) is sees, by
        listed = company[by].v2(f"{{boards(ids: [{board}]) {{items {{name}}}}}}", OLD).json()
        assert bool(listed["data"]["boards"]) is sees

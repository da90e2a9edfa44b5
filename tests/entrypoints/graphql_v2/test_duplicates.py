"""Copies of items, groups and boards in API v2."""

import json
from typing import Any

import pytest

from lundi.domains.pulses import copying
from tests.company import Company
from tests.entrypoints.graphql_v2.test_items import COLUMN, CREATE
from tests.entrypoints.graphql_v2.test_updates import POST

ALL = """query ($b: [ID!]) {boards(ids: $b) {id name description columns {id title type settings_str}
  groups {id title color items_page(limit: 100) {items {name column_values {id text}
    updates {text_body creator {name} replies {text_body}}}}} subscribers {id}}}"""


@pytest.fixture
def board(company: Company, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(copying, "PORTION", 2)
    member = company["member"]
    made = str(company.board(kind="private", description="What for")["id"])
    for column_id, kind in (("state", "status"), ("marks", "tags"), ("words", "text")):
        member.data(COLUMN, board=made, title=column_id.title(), type=kind, id=column_id)
    make = "mutation ($b: ID, $n: String) {create_or_get_tag(board_id: $b, tag_name: $n) {id}}"
    tag = member.data(make, b=made, n="urgent")["create_or_get_tag"]["id"]
    for at in range(5):
        values = {"state": {"index": at % 3}, "words": f"w{at}", "marks": {"tag_ids": [int(tag)]}}
        item = member.data(CREATE, board=made, name=f"Item {at}", values=json.dumps(values))
        update = member.data(POST, item=item["create_item"]["id"], body=f"Update {at}")
        member.data(POST, to=update["create_update"]["id"], body="Reply")
    return made


def look(company: Company, board: str) -> Any:
    (found,) = company["member"].data(ALL, b=[board])["boards"]
    return found


def items_of(group: Any) -> list[Any]:
    return list(group["items_page"]["items"])


def without_updates(group: Any) -> list[Any]:
    return [{**item, "updates": []} for item in items_of(group)]


DUPLICATE = """mutation ($b: ID!, $t: DuplicateBoardType!, $n: String, $k: Boolean) {
  duplicate_board(board_id: $b, duplicate_type: $t, board_name: $n, keep_subscribers: $k) {is_async board {id name}}}"""


def test_a_board_with_its_structure_its_items_and_what_was_said(
    company: Company, board: str
) -> None:
    original = look(company, board)
    found = {}
    for kind in ("structure", "pulses", "pulses_and_updates"):
        given = {"b": board, "t": f"duplicate_board_with_{kind}"}
        made = company["member"].data(DUPLICATE, **given)["duplicate_board"]
        assert made["board"]["name"] == f"Duplicate of {original['name']}"
        found[kind] = look(company, made["board"]["id"])
        assert found[kind]["columns"] == original["columns"]
        assert found[kind]["description"] == "What for"
        assert [group["title"] for group in found[kind]["groups"]] == ["Group Title"]
    (group,) = original["groups"]
    assert items_of(found["structure"]["groups"][0]) == []
    assert items_of(found["pulses"]["groups"][0]) == without_updates(group)
    assert items_of(found["pulses_and_updates"]["groups"][0]) == items_of(group)
    assert items_of(group)[0]["updates"][0]["replies"] == [{"text_body": "Reply"}]


def test_a_copy_of_a_board_has_tags_of_its_own(company: Company, board: str) -> None:
    given = {"b": board, "t": "duplicate_board_with_pulses", "n": "Mine"}
    copy = company["member"].data(DUPLICATE, **given)["duplicate_board"]["board"]
    assert copy["name"] == "Mine"
    tags = "query ($b: [ID!]) {boards(ids: $b) {tags {id name}}}"
    both = [
        company["member"].data(tags, b=[one])["boards"][0]["tags"] for one in (board, copy["id"])
    ]
    assert [tag["name"] for tag in both[0]] == [tag["name"] for tag in both[1]] == ["urgent"]
    assert both[0] != both[1]


def test_subscribers_come_along_when_asked(company: Company, board: str) -> None:
    add = "mutation ($b: ID!, $u: [ID!]!) {add_users_to_board(board_id: $b, user_ids: $u) {id}}"
    viewer = str(company.ids["viewer"])
    company["member"].data(add, b=board, u=[viewer])
    for keep in (True, False):
        given = {"b": board, "t": "duplicate_board_with_structure", "k": keep}
        copy = company["member"].data(DUPLICATE, **given)["duplicate_board"]["board"]["id"]
        shown = look(company, copy)["subscribers"]
        assert ({"id": viewer} in shown) is keep


def test_a_group_right_after_it_or_on_top(company: Company, board: str) -> None:
    duplicate = """mutation ($b: ID!, $t: String, $top: Boolean) {
      duplicate_group(board_id: $b, group_id: "topics", group_title: $t, add_to_top: $top) {id title}}"""
    after = company["member"].data(duplicate, b=board)["duplicate_group"]
    assert after["title"] == "Duplicate of Group Title"
    assert after["id"].startswith("group_")
    company["member"].data(duplicate, b=board, t="First", top=True)
    groups = look(company, board)["groups"]
    assert [group["title"] for group in groups] == ["First", "Group Title", after["title"]]
    assert items_of(groups[0]) == items_of(groups[2]) == without_updates(groups[1])


def test_an_item_with_what_was_said(company: Company, board: str) -> None:
    items = "query ($b: [ID!]) {boards(ids: $b) {items_page(limit: 1) {items {id}}}}"
    (found,) = company["member"].data(items, b=[board])["boards"]
    copy = company["member"].data(
        """mutation ($b: ID!, $i: ID) {duplicate_item(board_id: $b, item_id: $i, with_updates: true) {
          name updates {text_body replies {text_body}}}}""",
        b=board,
        i=found["items_page"]["items"][0]["id"],
    )["duplicate_item"]
    assert copy == {
        "name": "Item 0 (copy)",
        "updates": [{"text_body": "Update 0", "replies": [{"text_body": "Reply"}]}],
    }

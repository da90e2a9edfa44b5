"""The number of SQL statements of a request doesn't grow with the number of items."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from lundi.domains.pulses.querying.columnar.copies import Copies
from tests.company import Company
from tests.entrypoints.graphql_v2.doc_steps import IN_CELL, MARKDOWN, describe
from tests.entrypoints.graphql_v2.test_items import COLUMN, CREATE
from tests.entrypoints.graphql_v2.test_updates import POST

USER = "{id name email teams {id name} account {id} photo_url {thumb}}"
VALUES = """column_values {id text value type column {id title settings_str}
  ... on PeopleValue {persons_and_teams {id kind} updated_at} ... on TagsValue {tags {id name}}
  ... on CreationLogValue {creator {name}} ... on BoardRelationValue {display_value linked_items {id name}}
  ... on LastUpdatedValue {updated_at updater {name}} ... on StatusValue {label updated_at}}"""
QUERIES = {
    "a page with all of its values": "{boards(ids: [%(board)s]) {items_page(limit: 100) {items {id name "
    + VALUES
    + "}}}}",
    "items with what is around them": "{boards(ids: [%(board)s]) {items_page(limit: 100) {items {id"
    " group {id title position} board {id name} creator " + USER + " subscribers " + USER + "}}}}",
    "items with what was said": "{boards(ids: [%(board)s]) {items_page(limit: 100) {items {updates(limit: 5)"
    " {id text_body creator {name} likes {creator {name}} replies {id creator {name} likes {id}} item {name}}}}}}",
    "a board": "{boards(ids: [%(board)s]) {id columns {id settings_str} groups {id position} owners {id}"
    " subscribers {id} tags {id} workspace {id} items_count top_group {id} team_owners {id} updates {id}}}",
    "filtered, sorted": "{boards(ids: [%(board)s]) {items_page(limit: 100, query_params: {rules: [{column_id:"
    ' "name", operator: is_not_empty, compare_value: []}], order_by: [{column_id: "state"}]}) {items {id}}}}',
    "what happened": "{boards(ids: [%(board)s]) {activity_logs(limit: 100) {id event entity data user_id created_at}}}",
    "users": "{users " + USER + "}",
    "what users did": "{users {activity_logs(board_ids: [%(board)s]) {cursor logs {id event data}}}}",
    "pages of what was said": "{boards(ids: [%(board)s]) {items_limit updates_page {updates {id body}} items_page(limit: 100)"
    " {items {updates_page(limit: 1) {cursor updates {id creator {name}}}}}}}",
    "linked items": "{boards(ids: [%(board)s]) {items_page(limit: 100) {items {linked_items(link_to_item_column_id:"
    ' "links", linked_board_id: %(board)s) {id name}}}}}',
    "docs in cells": "{boards(ids: [%(board)s]) {items_page(limit: 100) {items {column_values(ids:"
    ' ["spec"]) {text ... on DocValue {file {creator {name} doc {id workspace {id} created_by {name}'
    " blocks {content created_by {name}}}}}}}}}}",
    "descriptions": "{boards(ids: [%(board)s]) {items_page(limit: 100) {items {description"
    " {id blocks(limit: 5) {id type content created_by {name}}}}}}}",
    "views and favorites": "{boards(ids: [%(board)s]) {views {id access_level}} favorites {object {id}}}",
}


@pytest.fixture(scope="module")
def furnished(company: Company) -> int:
    board = int(company.board()["id"])
    member = company["member"]
    for name, kind in (
        ("state", "status"),
        ("who", "people"),
        ("marks", "tags"),
        ("made", "creation_log"),
        ("last", "last_updated"),
        ("links", "board_relation"),
        ("day", "date"),
        ("spec", "doc"),
    ):
        member.data(COLUMN, board=board, title=name, type=kind, id=name)
    return board


def add_items(company: Company, board: int, count: int) -> None:
    member, ids = company["member"], list(company.ids.values())
    for at in range(count):
        tag = member.data(
            "mutation ($b: ID, $n: String) {create_or_get_tag(board_id: $b, tag_name: $n) {id}}",
            b=board,
            n=f"tag {at}",
        )["create_or_get_tag"]["id"]
        values: dict[str, Any] = {
            "state": {"index": at % 3},
            "who": {"personsAndTeams": [{"id": ids[at % len(ids)], "kind": "person"}]},
            "marks": {"tag_ids": [int(tag)]},
        }
        item = member.data(CREATE, board=board, name=f"Item {at}", values=json.dumps(values))
        item_id = item["create_item"]["id"]
        links = {"links": {"item_ids": [int(item_id)]}}
        member.data(
            "mutation ($b: ID!, $i: ID, $v: JSON!) {change_multiple_column_values(board_id: $b, item_id: $i, column_values: $v) {id}}",
            b=board,
            i=item_id,
            v=json.dumps(links),
        )
        doc = member.data(IN_CELL, item=item_id, column="spec")["create_doc"]["id"]
        member.data(MARKDOWN, d=doc, text="# Title")
        describe(company, item_id, "What it *is*")
        member.data(f"mutation {{create_view_table(board_id: {board}) {{id}}}}")
        update = company["admin"].data(POST, item=item_id, body="Update")["create_update"]["id"]
        company["other_member"].data(POST, to=update, body="Reply")
        company["other_member"].data(
            "mutation ($u: ID!) {like_update(update_id: $u) {id}}", u=update
        )


def test_more_items_take_no_more_statements(
    company: Company, furnished: int, counted: Callable[[str], int]
) -> None:
    add_items(company, furnished, 2)
    # Once it is known that the board is small, nobody looks again for a while.
    company["member"].data(
        "query ($b: [ID!]) {boards(ids: $b) {items_page {cursor}}}", b=[furnished]
    )
    copies = company.server.database.memory[Copies]
    assert isinstance(copies, Copies)
    company.server.run(copies.ready())
    few = {name: counted(query % {"board": furnished}) for name, query in QUERIES.items()}
    add_items(company, furnished, 8)
    many = {name: counted(query % {"board": furnished}) for name, query in QUERIES.items()}
    assert many == few
    assert max(few.values()) <= 16

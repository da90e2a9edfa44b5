"""Updates, replies, likes and tags in API v2."""

import re
from typing import Any

import pytest

from tests.company import Company

POST = """
mutation ($item: ID, $to: ID, $body: String!, $who: [UpdateMention]) {
  create_update(item_id: $item, parent_id: $to, body: $body, mentions_list: $who) {
    id body text_body item_id creator_id creator {name} created_at updated_at edited_at
    item {name url} replies {id} likes {id} pinned_to_top {item_id} assets {id} viewers {medium}
  }
}
"""
THREADS = """
query ($items: [ID!], $ids: [ID!]) {
  items(ids: $items) {
    updates(limit: 2, ids: $ids) {id text_body pinned_to_top {item_id} likes {reaction_type creator_id}
      replies {id text_body kind creator {name} likes {id}}}}
}
"""


@pytest.fixture
def item(company: Company) -> str:
    return str(company.pulse(company.board()["id"], "Talk"))


def post(company: Company, by: str = "member", **given: Any) -> Any:
    return company[by].data(POST, **given)["create_update"]


def code_of(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def test_an_update_and_its_replies(company: Company, item: str) -> None:
    made = post(company, item=item, body="<p>Hello <b>all</b></p><script>x()</script>")
    assert made["body"] == "<p>Hello <b>all</b></p>"
    assert made["text_body"] == "Hello all"
    assert made["item_id"] == item
    assert made["item"]["name"] == "Talk"
    assert made["creator"] == {"name": "Member"}
    reply = post(company, "other_member", to=made["id"], body="Yes")
    assert reply["id"] != made["id"]
    (shown,) = company["viewer"].data(THREADS, items=[item])["items"]
    (thread,) = shown["updates"]
    assert [(r["text_body"], r["kind"]) for r in thread["replies"]] == [("Yes", "reply")]


def test_moments_are_told_in_milliseconds_since_2025_10(company: Company, item: str) -> None:
    made = post(company, item=item, body="Now")
    query = "query ($u: [ID!]) {updates(ids: $u) {created_at updated_at edited_at}}"
    new, old = (
        company["member"].data(query, one, u=[made["id"]])["updates"][0]
        for one in ("2025-10", "2025-07")
    )
    assert new == {name: made[name] for name in new}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", new["created_at"])
    assert old == {name: f"{at.partition('.')[0]}Z" for name, at in new.items()}


def test_who_is_mentioned_follows(company: Company, item: str) -> None:
    admin = company.ids["admin"]
    made = post(company, item=item, body="Look", who=[{"id": admin, "type": "User"}])
    assert made["text_body"] == "Look @Admin"
    found = company["member"].data(
        "query ($i: [ID!]) {items(ids: $i) {subscribers {id}}}", i=[item]
    )
    assert {"id": str(admin)} in found["items"][0]["subscribers"]
    team = company["member"].v2(POST, item=item, body="Look", who=[{"id": 1, "type": "Team"}])
    assert code_of(team) == "InvalidArgumentException"


def test_editing_liking_and_pinning(company: Company, item: str) -> None:
    first, second = (post(company, item=item, body=text)["id"] for text in ("one", "two"))
    edit = 'mutation ($u: ID!) {edit_update(id: $u, body: "<p>uno</p>") {text_body edited_at updated_at}}'
    edited = company["member"].data(edit, u=first)["edit_update"]
    assert edited["text_body"] == "uno"
    assert code_of(company["other_member"].v2(edit, u=first)) == "USER_UNAUTHORIZED"
    like = "mutation ($u: ID!, $r: String) {like_update(update_id: $u, reaction_type: $r) {id likes {creator {name} reaction_type}}}"
    company["member"].data(like, u=first)
    liked = company["admin"].data(like, u=first, r="Clap")["like_update"]["likes"]
    assert [(one["creator"]["name"], one["reaction_type"]) for one in liked] == [
        ("Member", "Like"),
        ("Admin", "Clap"),
    ]
    unlike = "mutation ($u: ID!) {unlike_update(update_id: $u) {likes {id}}}"
    assert len(company["admin"].data(unlike, u=first)["unlike_update"]["likes"]) == 1
    pin = "mutation ($u: ID!) {pin_to_top(id: $u) {pinned_to_top {item_id}}}"
    assert company["member"].data(pin, u=first)["pin_to_top"]["pinned_to_top"] == [
        {"item_id": item}
    ]

    def order() -> list[str]:
        (shown,) = company["member"].data(THREADS, items=[item])["items"]
        return [update["id"] for update in shown["updates"]]

    assert order() == [first, second]
    company["member"].data("mutation ($u: ID!) {unpin_from_top(id: $u) {id}}", u=first)
    assert order() == [second, first]


def test_windows_are_of_each_item(company: Company) -> None:
    board = company.board()["id"]
    items = [str(company.pulse(board, str(at))) for at in range(2)]
    ids = [[post(company, item=one, body=str(at))["id"] for at in range(3)] for one in items]
    found = company["member"].data(THREADS, items=items)["items"]
    assert [[update["id"] for update in one["updates"]] for one in found] == [
        [own[2], own[1]] for own in ids
    ]
    found = company["member"].data(THREADS, items=items, ids=[ids[0][0]])["items"]
    assert [[update["id"] for update in one["updates"]] for one in found] == [[ids[0][0]], []]
    on_board = "query ($b: [ID!]) {boards(ids: $b) {updates(limit: 4) {id item_id}}}"
    (shown,) = company["member"].data(on_board, b=[board])["boards"]
    assert [update["item_id"] for update in shown["updates"]] == [items[1]] * 3 + [items[0]]


PAGES = """
query ($items: [ID!], $boards: [ID!], $limit: Int, $cursor: String) {
  items(ids: $items) {updates_page(limit: $limit, cursor: $cursor) {cursor updates {id}}}
  boards(ids: $boards) {updates_page(limit: $limit, cursor: $cursor) {cursor updates {id}}}}
"""


@pytest.mark.parametrize("owner", ["items", "boards"])
def test_pages_repeat_and_miss_nothing_while_others_write(company: Company, owner: str) -> None:
    board = company.board()["id"]
    item = str(company.pulse(board, "Talk"))
    asked = {"items": [item] if owner == "items" else [0], "boards": [board]}
    ids = [post(company, item=item, body=str(at))["id"] for at in range(5)]

    def page(cursor: str | None) -> Any:
        (one,) = company["member"].data(PAGES, limit=2, cursor=cursor, **asked)[owner]
        return one["updates_page"]

    if owner == "items":
        asked["boards"] = [0]
    first = page(None)
    assert [one["id"] for one in first["updates"]] == [ids[4], ids[3]]
    post(company, item=item, body="New")
    company["member"].data("mutation ($u: ID!) {pin_to_top(id: $u) {id}}", u=ids[0])
    company["member"].data("mutation ($u: ID!) {delete_update(id: $u) {id}}", u=ids[3])
    second = page(first["cursor"])
    assert [one["id"] for one in second["updates"]] == [ids[2], ids[1]]
    third = page(second["cursor"])
    assert (third["cursor"], [one["id"] for one in third["updates"]]) == (None, [ids[0]])


def test_a_cursor_of_updates_is_of_one_list(company: Company) -> None:
    board = company.board()["id"]
    items = [str(company.pulse(board, str(at))) for at in range(2)]
    for item in items:
        for at in range(3):
            post(company, item=item, body=str(at))
    found = company["member"].data(PAGES, items=items, boards=[0], limit=2)["items"]
    pages = [one["updates_page"] for one in found]
    assert [len(page["updates"]) for page in pages] == [2, 2]
    answer = company["member"].v2(PAGES, items=items, boards=[board], cursor=pages[1]["cursor"])
    shown = answer.json()
    assert shown["data"]["items"][0]["updates_page"] is None
    assert shown["data"]["items"][1]["updates_page"]["cursor"] is None
    assert shown["data"]["boards"] == [{"updates_page": None}]
    assert [one["path"] for one in shown["errors"]] == [
        ["items", 0, "updates_page"],
        ["boards", 0, "updates_page"],
    ]
    assert "cursor is of another list" in shown["errors"][0]["message"]
    for cursor in ("", "x", "W10", "WyJpdGVtIDEiLFsxXV0", "é", pages[1]["cursor"] + "AA"):
        assert (
            code_of(company["member"].v2(PAGES, items=items, cursor=cursor))
            == "InvalidArgumentException"
        )
    for limit in (0, -1, 101):
        assert (
            code_of(company["member"].v2(PAGES, items=items, limit=limit))
            == "InvalidArgumentException"
        )


def test_a_page_of_updates_shows_what_the_reader_sees(company: Company) -> None:
    board = company.board(kind="private")["id"]
    item = str(company.pulse(board, "Hidden"))
    for at in range(3):
        post(company, item=item, body=str(at))
    asked = {"items": [item], "boards": [board], "limit": 2}
    cursor = company["member"].data(PAGES, **asked)["items"][0]["updates_page"]["cursor"]
    for given in ({}, {"cursor": cursor}):
        assert company["other_member"].data(PAGES, **asked, **given) == {"items": [], "boards": []}


def test_lists_by_id_by_date_and_of_replies(company: Company, item: str) -> None:
    made = post(company, item=item, body="listed")["id"]
    reply = post(company, to=made, body="answer")["id"]
    member = company["member"]
    assert member.data("query ($u: [ID!]) {updates(ids: $u) {id}}", u=[made, "987654"])[
        "updates"
    ] == [{"id": made}]
    assert member.data('{updates(from_date: "2999-01-01") {id}}')["updates"] == []
    assert {"id": made} in member.data('{updates(to_date: "2999-01-01T00:00:00Z") {id}}')["updates"]
    assert code_of(member.v2('{updates(from_date: "soon") {id}}')) == "InvalidArgumentException"
    board = member.data("query ($i: [ID!]) {items(ids: $i) {board {id}}}", i=[item])["items"][0]
    query = "query ($b: [ID!]!) {replies(board_ids: $b) {id}}"
    assert member.data(query, b=[board["board"]["id"]])["replies"] == [{"id": reply}]
    hidden = str(company.pulse(company.board(kind="private")["id"], "Hidden"))
    secret = post(company, item=hidden, body="secret")["id"]
    query = "query ($u: [ID!]) {updates(ids: $u) {id}}"
    assert company["other_member"].data(query, u=[secret])["updates"] == []


def test_deleting_and_clearing(company: Company, item: str) -> None:
    ids = [post(company, item=item, body=str(at))["id"] for at in range(3)]
    delete = "mutation ($u: ID!) {delete_update(id: $u) {id}}"
    assert company["member"].data(delete, u=ids[0])["delete_update"] == {"id": ids[0]}
    assert code_of(company["member"].v2(delete, u=ids[0])) == "ResourceNotFoundException"
    clear = "mutation ($i: ID!) {clear_item_updates(item_id: $i) {id}}"
    assert company["member"].data(clear, i=item)["clear_item_updates"] == {"id": item}
    (shown,) = company["member"].data(THREADS, items=[item])["items"]
    assert shown["updates"] == []


def test_the_company_token_writes_in_the_name_of_an_admin(company: Company, item: str) -> None:
    assert post(company, "company", item=item, body="From us")["creator"] == {"name": "Admin"}


def test_tags_are_made_once(company: Company) -> None:
    make = "mutation ($b: ID, $n: String) {create_or_get_tag(board_id: $b, tag_name: $n) {id name color}}"
    member = company["member"]
    first = member.data(make, n="Urgent")["create_or_get_tag"]
    assert member.data(make, n="urgent")["create_or_get_tag"] == first
    assert first in member.data("{tags {id name color}}")["tags"]
    private = company.board(kind="private")["id"]
    own = member.data(make, b=private, n="Urgent")["create_or_get_tag"]
    assert own["id"] != first["id"]
    by_id = "query ($t: [ID!]) {tags(ids: $t) {id}}"
    assert member.data(by_id, t=[own["id"], first["id"]])["tags"] == [
        {"id": own["id"]},
        {"id": first["id"]},
    ]
    assert company["other_member"].data(by_id, t=[own["id"]])["tags"] == []
    assert code_of(company["viewer"].v2(make, n="New")) == "USER_UNAUTHORIZED"

"""What describes an item, in API v2: a doc of the item's own."""

from typing import Any

import pytest

from lundi.domains.boards.permission_actions import set_permissions
from tests.company import Company
from tests.entrypoints.graphql_v2.doc_steps import (
    ADD,
    DESCRIBE,
    DESCRIPTION,
    EXPORT,
    NAMES,
    add,
    code_of,
    describe,
    described,
    description,
    text,
)

MARKDOWN = "# Cake\n\nWith **cream**.\n\n- [x] flour\n- [ ] eggs\n"


@pytest.fixture
def item(company: Company) -> str:
    return str(company.pulse(company.board()["id"], "Bake it"))


def test_an_item_is_described_in_markdown(company: Company, item: str) -> None:
    assert description(company, item) is None
    ids = describe(company, item, MARKDOWN)
    found = description(company, item)
    assert found is not None
    assert [block["id"] for block in found["blocks"]] == ids
    kinds = ["large_title", "normal_text", "check_list", "check_list"]
    assert [block["type"] for block in found["blocks"]] == kinds
    assert described(company, item) == MARKDOWN
    (first,) = company["member"].data(DESCRIPTION, i=[item], limit=1)["items"]
    assert [block["id"] for block in first["description"]["blocks"]] == ids[:1]


def test_what_is_written_anew_stands_in_place_of_what_was_there(
    company: Company, item: str
) -> None:
    describe(company, item, MARKDOWN)
    before = description(company, item)
    describe(company, item, "| a | b |\n| --- | --- |\n| c | |\n")
    after = description(company, item)
    assert before is not None
    assert after is not None
    assert after["id"] == before["id"]
    assert {block["id"] for block in after["blocks"]}.isdisjoint(
        block["id"] for block in before["blocks"]
    )
    assert described(company, item) == "| a | b |\n| --- | --- |\n| c |  |\n"
    assert describe(company, item, "") == []
    assert description(company, item) == {"id": after["id"], "blocks": []}


def test_its_blocks_are_changed_as_those_of_any_doc(company: Company, item: str) -> None:
    member = company["member"]
    (title,) = describe(company, item, "# Cake")
    found = description(company, item)
    assert found is not None
    add(company, found["id"], text("Soon"), after=title)
    change = "mutation ($b: String!, $c: JSON!) {update_doc_block(block_id: $b, content: $c) {id}}"
    member.data(change, b=title, c=text("Pie"))
    assert described(company, item) == "# Pie\n\nSoon\n"
    member.data("mutation ($b: String!) {delete_doc_block(block_id: $b) {id}}", b=title)
    assert described(company, item) == "Soon\n"


def test_it_is_no_doc_that_is_looked_for(company: Company, item: str) -> None:
    describe(company, item, MARKDOWN)
    found = description(company, item)
    assert found is not None
    listed = company["member"].data("{docs(limit: 100) {id}}")["docs"]
    assert found["id"] not in [doc["id"] for doc in listed]
    assert company["member"].data(NAMES, d=[found["id"]])["docs"] == [{"name": "Bake it"}]
    company["member"].data("mutation ($d: ID!) {delete_doc(docId: $d)}", d=found["id"])
    assert description(company, item) is None


def test_who_sees_the_item_reads_it_and_who_may_change_the_item_changes_it(
    company: Company,
) -> None:
    board = company.board("private")["id"]
    member, viewer, other = (company[name] for name in ("member", "viewer", "other_member"))
    item = str(company.pulse(board))
    describe(company, item, "Secret")
    hidden = description(company, item)
    assert hidden is not None
    assert other.data(DESCRIPTION, i=[item])["items"] == []
    assert code_of(other.v2(EXPORT, d=hidden["id"])) == "ResourceNotFoundException"
    for client in (other, company["guest"], company["company"]):
        refused = client.v2(DESCRIBE, i=item, text="No")
        assert code_of(refused) == "InvalidItemIdException"
    for name in ("viewer", "other_member"):
        member.put(f"boards/{board}/subscribers.json", user_id=company.ids[name])
    assert described(company, item, "viewer") == "Secret\n"
    assert code_of(viewer.v2(DESCRIBE, i=item, text="No")) == "USER_UNAUTHORIZED"
    describe(company, item, "Ours", "other_member")
    company.write("member", lambda work: set_permissions(work, board, "owners"))
    assert code_of(other.v2(DESCRIBE, i=item, text="No")) == "USER_UNAUTHORIZED"
    answer = other.v2(ADD, d=hidden["id"], type="divider", content="{}")
    assert code_of(answer) == "USER_UNAUTHORIZED"
    assert described(company, item, "other_member") == "Ours\n"


def test_an_item_that_is_put_away_keeps_it(company: Company, item: str) -> None:
    member = company["member"]
    describe(company, item, MARKDOWN)
    member.data("mutation ($i: ID) {archive_item(item_id: $i) {id}}", i=item)
    assert described(company, item) == MARKDOWN
    assert code_of(member.v2(DESCRIBE, i=item, text="No")) == "RecordInvalidException"
    assert code_of(member.v2(DESCRIBE, i="987654", text="No")) == "InvalidItemIdException"


def test_a_copy_is_described_as_its_original(company: Company, item: str) -> None:
    member = company["member"]
    table = "| a | b |\n| --- | --- |\n| c | d |\n"
    made = (
        'mutation ($p: ID!) {create_subitem(parent_item_id: $p, item_name: "Sub") {id board {id}}}'
    )
    sub = member.data(made, p=item)["create_subitem"]
    describe(company, item, MARKDOWN)
    describe(company, sub["id"], table)
    (board,) = member.data("query ($i: [ID!]) {items(ids: $i) {board {id}}}", i=[item])["items"]
    given = {"b": board["board"]["id"], "i": item}
    copies = "subitems {id name}"
    of_item = (
        f"mutation ($b: ID!, $i: ID) {{duplicate_item(board_id: $b, item_id: $i) {{id {copies}}}}}"
    )
    made = member.data(of_item, **given)["duplicate_item"]
    check_copy(company, made, table)
    of_group = (
        'mutation ($b: ID!) {duplicate_group(board_id: $b, group_id: "topics")'
        f" {{items_page {{items {{id {copies}}}}}}}}}"
    )
    made = member.data(of_group, b=given["b"])["duplicate_group"]["items_page"]["items"]
    for one in made:
        check_copy(company, one, table)
    of_board = (
        "mutation ($b: ID!) {duplicate_board(board_id: $b, duplicate_type: duplicate_board_with_pulses)"
        f" {{board {{items_page {{items {{id {copies}}}}}}}}}}}"
    )
    made = member.data(of_board, b=given["b"])["duplicate_board"]["board"]["items_page"]["items"]
    assert len(made) == 4
    for one in made:
        check_copy(company, one, table)
    describe(company, item, "Changed")
    check_copy(company, made[0], table)
    by_v1 = member.post(f"boards/{given['b']}/pulses/{item}/duplicate.json")
    assert described(company, str(by_v1.json()["pulse"]["id"])) == "Changed\n"


def check_copy(company: Company, item: dict[str, Any], of_subitem: str) -> None:
    assert described(company, item["id"]) == MARKDOWN
    (sub,) = item["subitems"]
    assert described(company, sub["id"]) == of_subitem


def test_what_was_written_is_told_as_one_event(company: Company, item: str) -> None:
    describe(company, item, MARKDOWN)
    describe(company, item, MARKDOWN)
    (found,) = company["member"].data(
        "query ($i: [ID!]) {items(ids: $i) {board {activity_logs {event entity}}}}", i=[item]
    )["items"]
    told = [one for one in found["board"]["activity_logs"] if one["event"] == "update_description"]
    assert told == [{"event": "update_description", "entity": "pulse"}] * 2


def test_older_versions_read_it_and_do_not_write_it(company: Company, item: str) -> None:
    describe(company, item, "Old")
    answer = company["member"].data(DESCRIPTION, "2024-10", i=[item])
    assert answer["items"][0]["description"]["blocks"][0]["type"] == "normal_text"
    refused = company["member"].v2(DESCRIBE, "2026-01", i=item, text="No")
    assert "set_item_description_content" in refused.text
    assert "errors" in refused.json()

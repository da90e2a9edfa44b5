"""Docs in API v2: where they are, and who sees them."""

import json
from typing import Any

import pytest

from lundi.domains.boards.permission_actions import set_permissions
from tests.company import Company
from tests.domains.sight import make_workspace
from tests.entrypoints.graphql_v2.doc_steps import (
    ADD,
    CREATE,
    IN_CELL,
    NAMES,
    add,
    cell,
    code_of,
    create,
)
from tests.entrypoints.graphql_v2.test_items import COLUMN


@pytest.fixture(scope="module")
def place(company: Company) -> str:
    return str(make_workspace(company, "open"))


def test_a_doc_in_a_workspace(company: Company, place: str) -> None:
    made = create(company, place)
    assert made["object_id"] == made["id"]
    assert made["doc_kind"] == "public"
    assert made["workspace"] == {"id": place}
    assert made["workspace_id"] == place
    assert made["created_by"] == {"name": "Member"}
    assert made["url"].endswith(made["relative_url"])
    assert made["blocks"] == []
    member = company["member"]
    rename = 'mutation ($d: ID!) {update_doc_name(docId: $d, name: " Goals ")}'
    assert member.data(rename, d=made["id"])["update_doc_name"]["success"] is True
    assert member.data(NAMES, d=[made["id"]])["docs"] == [{"name": "Goals"}]
    delete = "mutation ($d: ID!) {delete_doc(docId: $d)}"
    assert code_of(company["other_member"].v2(delete, d=made["id"])) == "USER_UNAUTHORIZED"
    assert member.data(delete, d=made["id"])["delete_doc"]["id"] == made["id"]
    assert member.data(NAMES, d=[made["id"]])["docs"] == []
    assert code_of(member.v2(delete, d=made["id"])) == "ResourceNotFoundException"


def test_docs_are_listed_by_workspace_and_by_use(company: Company) -> None:
    place, member = str(make_workspace(company, "open")), company["member"]
    first, second = (create(company, place)["id"] for _ in range(2))
    listed = "query ($w: [ID], $o: DocsOrderBy) {docs(workspace_ids: $w, order_by: $o) {id}}"

    def ids(**given: Any) -> list[str]:
        return [one["id"] for one in member.data(listed, **given)["docs"]]

    assert ids(w=[place]) == [second, first]
    add(company, first)
    assert ids(w=[place], o="used_at") == [first, second]
    main = member.data("{workspaces(limit: 100) {id is_default_workspace}}")["workspaces"]
    (main_id,) = (one["id"] for one in main if one["is_default_workspace"])
    in_main = create(company, main_id)
    assert in_main["workspace_id"] is None
    assert ids(w=[main_id]) == [in_main["id"]]
    assert set(ids(w=[main_id, place])) == {first, second, in_main["id"]}
    both = "query ($d: [ID!], $o: [ID!]) {docs(ids: $d, object_ids: $o) {id}}"
    assert member.data(both, d=[first, second], o=[second])["docs"] == [{"id": second}]
    assert member.data(both, d=[first], o=[second])["docs"] == []


def test_a_folder_that_is_gone_holds_no_doc(company: Company, place: str) -> None:
    member = company["member"]
    made = 'mutation ($w: ID) {create_folder(name: "F", workspace_id: $w) {id}}'
    folder = member.data(made, w=place)["create_folder"]["id"]
    create_in = """mutation ($w: ID!, $f: ID) {create_doc(location: {workspace: {
      workspace_id: $w, folder_id: $f, name: "In"}}) {id doc_folder_id}}"""
    doc = member.data(create_in, w=place, f=folder)["create_doc"]
    assert doc["doc_folder_id"] == folder
    member.data("mutation ($f: ID!) {delete_folder(folder_id: $f) {id}}", f=folder)
    query = "query ($d: [ID!]) {docs(ids: $d) {doc_folder_id}}"
    assert member.data(query, d=[doc["id"]])["docs"] == [{"doc_folder_id": None}]


def test_who_sees_a_doc_is_said_by_its_kind_and_its_workspace(company: Company) -> None:
    guest = [str(company.ids["guest"])]
    opened, closed = (str(make_workspace(company, kind)) for kind in ("open", "closed"))
    docs = {
        "public": create(company, opened),
        "closed": create(company, closed),
        "private": create(company, opened, kind="private"),
        "share": create(company, opened, kind="share", owners=guest),
    }
    everybody = {"admin", "member", "other_member", "viewer", "guest", "company"}
    expected = {
        "public": everybody - {"guest"},
        "closed": {"member"},
        "private": {"member"},
        "share": {"member", "guest"},
    }
    for kind, made in docs.items():
        seen = {
            name
            for name in everybody
            if company[name].data(NAMES, d=[made["id"]])["docs"] == [{"name": "Plans"}]
        }
        assert seen == expected[kind], kind
    answer = company["guest"].v2(ADD, d=docs["share"]["id"], type="divider", content="{}")
    assert code_of(answer) == "USER_UNAUTHORIZED"
    company["member"].data("mutation ($w: ID!) {delete_workspace(workspace_id: $w) {id}}", w=closed)
    assert company["member"].data(NAMES, d=[docs["closed"]["id"]])["docs"] == []


def test_guests_own_shareable_docs_only_and_the_company_makes_public_ones(
    company: Company, place: str
) -> None:
    asked = {"in": place, "name": "x", "owners": [str(company.ids["guest"])]}
    assert code_of(company["member"].v2(CREATE, **asked)) == "InvalidArgumentException"
    private = {"in": place, "name": "x", "kind": "private"}
    assert code_of(company["company"].v2(CREATE, **private)) == "USER_UNAUTHORIZED"
    assert create(company, place, "company")["created_by"] == {"name": "Admin"}
    assert (
        code_of(company["viewer"].v2(CREATE, **{"in": place, "name": "x"})) == "USER_UNAUTHORIZED"
    )
    nowhere = {"in": "987654", "name": "x"}
    assert code_of(company["member"].v2(CREATE, **nowhere)) == "InvalidWorkspaceIdException"
    no_place = "mutation {create_doc(location: {}) {id}}"
    assert code_of(company["member"].v2(no_place)) == "InvalidArgumentException"


def test_a_doc_in_a_cell_is_seen_by_who_sees_the_board(company: Company) -> None:
    item, column = cell(company, "private")
    member = company["member"]
    made = member.data(IN_CELL, item=item, column=column)["create_doc"]
    assert made["name"] == "Build it"
    assert made["doc_kind"] == "private"
    assert company["other_member"].data(NAMES, d=[made["id"]])["docs"] == []
    again = member.v2(IN_CELL, item=item, column=column)
    assert code_of(again) == "CellLimitExceededException"
    read = """query ($i: [ID!]) {items(ids: $i) {column_values(ids: ["spec"]) {text value
      ... on DocValue {file {file_id object_id url created_at creator_id creator {name} doc {id name}}}}}}"""
    (value,) = member.data(read, i=[item])["items"][0]["column_values"]
    assert value["text"] == made["url"] == value["file"]["url"]
    assert json.loads(value["value"])["files"][0]["docId"] == int(made["id"])
    assert value["file"]["doc"] == {"id": made["id"], "name": "Build it"}
    assert value["file"]["creator"] == {"name": "Member"}
    member.data('mutation ($d: ID!) {update_doc_name(docId: $d, name: "How")}', d=made["id"])
    (value,) = member.data(read, i=[item])["items"][0]["column_values"]
    assert json.loads(value["value"])["files"][0]["name"] == "How"
    member.data("mutation ($d: ID!) {delete_doc(docId: $d)}", d=made["id"])
    (value,) = member.data(read, i=[item])["items"][0]["column_values"]
    assert (value["file"], value["value"], value["text"]) == (None, None, "")
    assert code_of(member.v2(IN_CELL, item=item, column="name")) == "InvalidArgumentException"


def test_a_direct_doc_is_made_read_and_renamed_as_one_of_a_doc_column(company: Company) -> None:
    board, member = company.board("private")["id"], company["member"]
    member.data(COLUMN, board=board, title="Brief", type="direct_doc", id="brief")
    item = str(company.pulse(board, "Build it"))
    made = member.data(IN_CELL, item=item, column="brief")["create_doc"]
    read = """query ($i: [ID!]) {items(ids: $i) {column_values(ids: ["brief"]) {__typename type text value
      ... on DirectDocValue {file {id text value}}}}}"""
    (value,) = member.data(read, i=[item])["items"][0]["column_values"]
    assert (value["__typename"], value["type"]) == ("DirectDocValue", "direct_doc")
    assert value["file"] == {"id": "brief", "text": made["url"], "value": value["value"]}
    member.data('mutation ($d: ID!) {update_doc_name(docId: $d, name: "How")}', d=made["id"])
    (value,) = member.data(read, i=[item])["items"][0]["column_values"]
    assert json.loads(value["value"])["files"][0]["name"] == "How"
    member.data("mutation ($d: ID!) {delete_doc(docId: $d)}", d=made["id"])
    (value,) = member.data(read, i=[item])["items"][0]["column_values"]
    assert (value["file"], value["value"], value["text"]) == (None, None, "")


def test_a_doc_goes_out_of_sight_with_its_item(company: Company) -> None:
    item, column = cell(company)
    member = company["member"]
    made = member.data(IN_CELL, item=item, column=column)["create_doc"]["id"]
    member.data("mutation ($i: ID) {archive_item(item_id: $i) {id}}", i=item)
    assert len(member.data(NAMES, d=[made])["docs"]) == 1
    answer = member.v2(ADD, d=made, type="divider", content="{}")
    assert code_of(answer) == "RecordInvalidException"
    member.data("mutation ($i: ID) {delete_item(item_id: $i) {id}}", i=item)
    assert member.data(NAMES, d=[made])["docs"] == []


def test_a_doc_moves_with_its_item_to_another_column(company: Company) -> None:
    item, column = cell(company)
    member = company["member"]
    made = member.data(IN_CELL, item=item, column=column)["create_doc"]["id"]
    board = company.board("private")["id"]
    member.data(COLUMN, board=board, title="Paper", type="doc", id="paper")
    move = """mutation ($b: ID!, $i: ID!) {move_item_to_board(board_id: $b, group_id: "topics", item_id: $i,
      columns_mapping: [{source: "spec", target: "paper"}]) {id}}"""
    member.data(move, b=board, i=item)
    assert company["other_member"].data(NAMES, d=[made])["docs"] == []
    member.data("mutation ($d: ID!) {delete_doc(docId: $d)}", d=made)
    read = 'query ($i: [ID!]) {items(ids: $i) {column_values(ids: ["paper"]) {value}}}'
    assert member.data(read, i=[item])["items"][0]["column_values"] == [{"value": None}]


def test_who_may_not_change_the_item_may_not_change_its_doc(company: Company) -> None:
    item, column = cell(company)
    made = company["member"].data(IN_CELL, item=item, column=column)["create_doc"]["id"]
    pulse = company["member"].data("query ($i: [ID!]) {items(ids: $i) {board {id}}}", i=[item])
    board = int(pulse["items"][0]["board"]["id"])
    add(company, made)
    company.write("member", lambda work: set_permissions(work, board, "owners"))
    add(company, made)
    other = company["other_member"]
    assert code_of(other.v2(ADD, d=made, type="divider", content="{}")) == "USER_UNAUTHORIZED"
    assert other.data(NAMES, d=[made])["docs"] == [{"name": "Build it"}]
    view = "mutation ($b: ID!) {create_view_table(board_id: $b) {id}}"
    assert code_of(other.v2(view, b=board)) == "USER_UNAUTHORIZED"

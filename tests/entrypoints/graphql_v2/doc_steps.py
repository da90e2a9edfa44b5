"""What tests of docs ask of API v2."""

import json
from typing import Any

from tests.company import Company
from tests.entrypoints.graphql_v2.test_items import COLUMN

CREATE = """
mutation ($in: ID!, $name: String!, $kind: BoardKind, $owners: [ID!]) {
  create_doc(doc_owner_ids: $owners, location: {workspace: {workspace_id: $in, name: $name, kind: $kind}}) {
    id object_id name doc_kind url relative_url settings workspace_id workspace {id} doc_folder_id
    created_by {name} created_at updated_at blocks {id}
  }
}
"""
IN_CELL = """
mutation ($item: ID!, $column: String!) {
  create_doc(location: {board: {item_id: $item, column_id: $column}}) {id name doc_kind url workspace {id}}
}
"""
BLOCKS = """
query ($d: [ID!], $limit: Int, $page: Int) {
  docs(ids: $d) {
    blocks(limit: $limit, page: $page) {id type content position parent_block_id doc_id created_by {name} created_at}}
}
"""
ADD = """
mutation ($d: ID!, $type: DocBlockContentType!, $content: JSON!, $after: String, $in: String) {
  create_doc_block(doc_id: $d, type: $type, content: $content, after_block_id: $after, parent_block_id: $in) {
    id type content}
}
"""
ADD_SEVERAL = """
mutation ($d: ID!, $after: String, $blocks: [CreateBlockInput!]!) {
  create_doc_blocks(docId: $d, afterBlockId: $after, blocksInput: $blocks) {
    id type doc_id parent_block_id position created_at created_by {name}
    content {
      __typename
      ... on TextBlockContent {alignment direction delta_format {insert {text blot {
        ... on Mention {id type} ... on DocsColumnValue {item_id column_id}}} attributes {bold link}}}
      ... on ListBlockContent {indentation delta_format {insert {text}}}
      ... on NoticeBoxContent {theme}
      ... on ImageContent {public_url width}
      ... on VideoContent {url}
      ... on TableContent {width column_style {width} cells {row_cells {block_id}}}
      ... on LayoutContent {column_style {width} cells {block_id}}
      ... on DividerContent {alignment}
    }
  }
}
"""
MARKDOWN = """
mutation ($d: ID!, $text: String!, $after: String) {
  add_content_to_doc_from_markdown(docId: $d, markdown: $text, afterBlockId: $after) {success block_ids error}
}
"""
DESCRIBE = """
mutation ($i: ID!, $text: String!) {
  set_item_description_content(item_id: $i, markdown: $text) {success block_ids error}
}
"""
DESCRIPTION = "query ($i: [ID!], $limit: Int) {items(ids: $i) {description {id blocks(limit: $limit) {id type content}}}}"
EXPORT = "query ($d: ID!, $b: [String!]) {export_markdown_from_doc(docId: $d, blockIds: $b) {success markdown error}}"
NAMES = "query ($d: [ID!]) {docs(ids: $d) {name}}"


def create(company: Company, place: str, by: str = "member", **given: Any) -> dict[str, Any]:
    asked = {"in": place, "name": "Plans", **given}
    return dict(company[by].data(CREATE, **asked)["create_doc"])


def cell(company: Company, kind: str = "public") -> tuple[str, str]:
    """A new item, and a doc column of its board."""
    board = company.board(kind)["id"]
    company["member"].data(COLUMN, board=board, title="Spec", type="doc", id="spec")
    return str(company.pulse(board, "Build it")), "spec"


def text(*words: str) -> str:
    return json.dumps({"deltaFormat": [{"insert": word} for word in words]})


def add(company: Company, doc: str, content: str = "", kind: str = "normal_text", **at: Any) -> str:
    variables = {"d": doc, "type": kind, "content": content or text("x"), **at}
    return str(company["member"].data(ADD, **variables)["create_doc_block"]["id"])


def shown(company: Company, doc: str, by: str = "member", limit: int = 500) -> list[dict[str, Any]]:
    found = company[by].data(BLOCKS, d=[doc], limit=limit)["docs"][0]["blocks"]
    return [{**block, "content": json.loads(block["content"])} for block in found]


def words(company: Company, doc: str) -> list[str]:
    return [
        "".join(one["insert"] for one in block["content"].get("deltaFormat", ()))
        for block in shown(company, doc)
    ]


def describe(company: Company, item: str, markdown: str, by: str = "member") -> list[str]:
    """The ids of its blocks."""
    made = company[by].data(DESCRIBE, i=item, text=markdown)["set_item_description_content"]
    assert (made["success"], made["error"]) == (True, None)
    return list(made["block_ids"])


def description(company: Company, item: str, by: str = "member") -> dict[str, Any] | None:
    (found,) = company[by].data(DESCRIPTION, i=[item], limit=500)["items"]
    return found["description"]  # type: ignore[no-any-return]


def described(company: Company, item: str, by: str = "member") -> str:
    """As Markdown."""
    found = description(company, item, by)
    assert found is not None
    markdown = company[by].data(EXPORT, d=found["id"])["export_markdown_from_doc"]["markdown"]
    return str(markdown)


def code_of(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])

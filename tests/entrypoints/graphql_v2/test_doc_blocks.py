"""The blocks of docs in API v2, and Markdown in and out."""

import json
from typing import Any

import pytest

from tests.company import Company
from tests.domains.sight import make_workspace
from tests.entrypoints.graphql_v2.doc_steps import (
    ADD,
    ADD_SEVERAL,
    BLOCKS,
    EXPORT,
    MARKDOWN,
    add,
    code_of,
    create,
    shown,
    text,
    words,
)


@pytest.fixture(scope="module")
def place(company: Company) -> str:
    return str(make_workspace(company, "open"))


@pytest.fixture
def doc(company: Company, place: str) -> str:
    return str(create(company, place)["id"])


def test_blocks_stand_where_they_are_put(company: Company, doc: str) -> None:
    second = add(company, doc, text("second"))
    first = add(company, doc, text("fi", "rst"))
    third = add(company, doc, text("third"), after=second)
    assert words(company, doc) == ["first", "second", "third"]
    positions = [block["position"] for block in shown(company, doc)]
    assert positions == sorted(positions)
    member = company["member"]
    page = member.data(BLOCKS, d=[doc], limit=2, page=2)["docs"][0]["blocks"]
    assert [block["id"] for block in page] == [third]
    change = """mutation ($b: String!, $c: JSON!) {update_doc_block(block_id: $b, content: $c) {id type content}}"""
    changed = member.data(change, b=first, c=text("erst"))["update_doc_block"]
    assert json.loads(changed["content"])["deltaFormat"] == [{"insert": "erst"}]
    delete = "mutation ($b: String!) {delete_doc_block(block_id: $b) {id}}"
    assert member.data(delete, b=second)["delete_doc_block"] == {"id": second}
    assert words(company, doc) == ["erst", "third"]
    for missing in (second, "7f8c145-989f-48bb"):
        assert code_of(member.v2(delete, b=missing)) == "ResourceNotFoundException"
    several = "mutation ($b: [ID!]!) {delete_doc_blocks(block_ids: $b) {id}}"
    assert member.data(several, b=[third, first])["delete_doc_blocks"] == [
        {"id": third},
        {"id": first},
    ]
    assert shown(company, doc) == []


def test_a_table_comes_and_goes_with_its_cells(company: Company, doc: str) -> None:
    member = company["member"]
    table = add(company, doc, '{"column_count": 2, "row_count": 2}', "table")
    rows = shown(company, doc)[0]["content"]["cells"]
    cells = [one["blockId"] for row in rows for one in row]
    assert [block["id"] for block in shown(company, doc)] == [table, *cells]
    inner = add(company, doc, text("in"), **{"in": cells[1]})
    add(company, doc, text("below"), after=table)
    order = [table, cells[0], cells[1], inner, cells[2], cells[3]]
    assert [block["id"] for block in shown(company, doc)][:-1] == order
    assert words(company, doc)[-1] == "below"
    copied = member.data(
        "mutation ($d: ID!) {duplicate_doc(docId: $d, duplicateType: duplicate_doc_with_content)}",
        d=doc,
    )["duplicate_doc"]["id"]
    assert words(company, copied) == words(company, doc)
    ids = {block["id"] for block in shown(company, copied)}
    cells_of_copy = shown(company, copied)[0]["content"]["cells"]
    assert {one["blockId"] for row in cells_of_copy for one in row} < ids
    for at in ({"in": table}, {"in": inner}, {"after": cells[0]}):
        answer = member.v2(ADD, **{"d": doc, "type": "divider", "content": "{}", **at})
        assert code_of(answer) == "InvalidArgumentException"
    delete = "mutation ($b: String!) {delete_doc_block(block_id: $b) {id}}"
    assert code_of(member.v2(delete, b=cells[0])) == "InvalidArgumentException"
    member.data(delete, b=table)
    assert words(company, doc) == ["below"]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("normal_text", "{"),
        ("normal_text", '"x"'),
        ("normal_text", '{"deltaFormat": "x"}'),
        ("normal_text", '{"deltaFormat": [{"insert": 7}]}'),
        ("normal_text", '{"deltaFormat": [{"insert": {"mention": {"id": "x"}}}]}'),
        (
            "normal_text",
            '{"deltaFormat": [{"insert": "x", "attributes": {"link": "javascript:x"}}]}',
        ),
        ("normal_text", '{"deltaFormat": [{"insert": "x", "attributes": {"color": "<b>"}}]}'),
        ("normal_text", '{"deltaFormat": [{"insert": "\\u0000"}]}'),
        ("normal_text", '{"alignment": "up"}'),
        ("bulleted_list", '{"indentation": 1000}'),
        ("image", '{"publicUrl": "data:x"}'),
        ("video", "{}"),
        ("notice_box", '{"theme": "loud"}'),
        ("table", "{}"),
        ("table", '{"column_count": 1000, "row_count": 1}'),
        ("layout", '{"column_count": 2, "column_style": [7]}'),
    ],
)
def test_what_does_not_fit_a_block_is_refused(
    company: Company, doc: str, kind: str, content: str
) -> None:
    answer = company["member"].v2(ADD, d=doc, type=kind, content=content)
    assert code_of(answer) in ("InvalidArgumentException", "JsonParseException")
    assert shown(company, doc) == []


def test_several_blocks_with_typed_content(company: Company, doc: str) -> None:
    mention = {"insert": {"blot": {"mention": {"id": str(company.ids["admin"]), "type": "USER"}}}}
    value = {"insert": {"blot": {"column_value": {"item_id": "7", "column_id": "status"}}}}
    bold = {"insert": {"text": "Hi "}, "attributes": {"bold": True, "link": "https://x.example"}}
    given: list[Any] = [
        {"text_block": {"text_block_type": "QUOTE", "delta_format": [bold, mention, value]}},
        {"list_block": {"list_block_type": "CHECK_LIST", "indentation": 1, "delta_format": []}},
        {"notice_box_block": {"theme": "TIPS"}},
        {"image_block": {"public_url": "https://x.example/a.png", "width": 20}},
        {"video_block": {"raw_url": "https://x.example/v"}},
        {"table_block": {"column_count": 2, "row_count": 1, "column_style": [{"width": 90}]}},
        {"layout_block": {"column_count": 3}},
        {"divider_block": {}},
        {"page_break_block": {}},
    ]
    member = company["member"]
    made = member.data(ADD_SEVERAL, d=doc, blocks=given)["create_doc_blocks"]
    quote, entry, notice, image, _, table, layout, *_ = made
    assert [one["type"] for one in made] == [
        *("quote", "check_list", "notice_box", "image", "video", "table", "layout"),
        *("divider", "page_break"),
    ]
    (content,) = quote["content"]
    assert content["alignment"] == "LEFT"
    assert [one["insert"]["text"] for one in content["delta_format"]] == ["Hi ", None, None]
    assert content["delta_format"][0]["attributes"] == {"bold": True, "link": "https://x.example"}
    assert content["delta_format"][1]["insert"]["blot"]["type"] == "USER"
    assert content["delta_format"][2]["insert"]["blot"] == {"item_id": "7", "column_id": "status"}
    assert entry["content"][0]["indentation"] == 1
    assert notice["content"][0]["theme"] == "TIPS"
    assert image["content"][0]["width"] == 20
    assert len(table["content"][0]["cells"][0]["row_cells"]) == 2
    cell_id = layout["content"][0]["cells"][1]["block_id"]
    plain = {
        "text_block": {"delta_format": [{"insert": {"text": "in"}}], "parent_block_id": cell_id}
    }
    boxed = {"divider_block": {"parent_block_id": notice["id"]}}
    inner = member.data(ADD_SEVERAL, d=doc, blocks=[boxed, plain, plain])["create_doc_blocks"]
    assert [one["parent_block_id"] for one in inner] == [notice["id"], cell_id, cell_id]
    refused = member.v2(ADD_SEVERAL, d=doc, after=quote["id"], blocks=[boxed, plain])
    assert code_of(refused) == "InvalidArgumentException"
    assert code_of(member.v2(ADD_SEVERAL, d=doc, blocks=[{}])) == "InvalidArgumentException"


def test_markdown_in_and_out(company: Company, doc: str) -> None:
    member = company["member"]
    written = "# Plan\n\n- one **bold**\n- [x] two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    added = member.data(MARKDOWN, d=doc, text=written)["add_content_to_doc_from_markdown"]
    assert added["success"] is True
    assert len(added["block_ids"]) == 4
    exported = member.data(EXPORT, d=doc)["export_markdown_from_doc"]
    assert exported == {"success": True, "markdown": written, "error": None}
    title, *_, table = added["block_ids"]
    part = member.data(EXPORT, d=doc, b=[table])["export_markdown_from_doc"]["markdown"]
    assert part == written[written.index("|") :]
    member.data(MARKDOWN, d=doc, text="Below the title", after=title)
    assert words(company, doc)[:2] == ["Plan", "Below the title"]
    assert member.data(MARKDOWN, d=doc, text=" ")["add_content_to_doc_from_markdown"] == {
        "success": True,
        "block_ids": [],
        "error": None,
    }
    assert code_of(member.v2(EXPORT, d=doc, b=["987654"])) == "ResourceNotFoundException"
    assert code_of(member.v2(MARKDOWN, d=doc, text="x" * 200_001)) == "InvalidArgumentException"


def test_who_is_mentioned_is_named_in_markdown(company: Company, doc: str) -> None:
    ids = {"USER": company.ids["admin"], "DOC": int(doc), "BOARD": company.board("private")["id"]}
    given = [{"insert": {"mention": {"id": one, "type": kind}}} for kind, one in ids.items()]
    add(company, doc, json.dumps({"deltaFormat": given}))
    query = {"d": doc}
    shown_to = {
        name: company[name].data(EXPORT, **query)["export_markdown_from_doc"]["markdown"]
        for name in ("member", "other_member")
    }
    assert shown_to == {"member": "@Admin@Plans@Board\n", "other_member": "@Admin@Plans@…\n"}


def test_a_doc_has_an_end(company: Company, doc: str) -> None:
    many = "\n\n".join(["x"] * 2_600)
    company["member"].data(MARKDOWN, d=doc, text=many)
    assert code_of(company["member"].v2(MARKDOWN, d=doc, text=many)) == "InvalidArgumentException"

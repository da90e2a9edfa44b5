"""Queries and mutations of API v2 made from its schema, with ids that are there and ids that aren't: never a fault of ours."""

import json
from typing import Any

import pytest
from graphql import (
    ArgumentNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    StringValueNode,
    Visitor,
    parse,
    print_ast,
    visit,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import from_schema

from lundi.entrypoints.graphql_v2.resolvers import missing_fields
from lundi.entrypoints.graphql_v2.schema import schema_of, sdl_of
from lundi.entrypoints.graphql_v2.versions import NEWEST, VERSIONS
from tests.company import Company
from tests.entrypoints.graphql_v2.doc_steps import MARKDOWN
from tests.entrypoints.graphql_v2.test_items import COLUMN

VERSION = VERSIONS[NEWEST]
SCHEMA = schema_of(VERSION)
SDL = sdl_of(VERSION)
MISSING = missing_fields(SCHEMA)
FIELDS = [
    (root.name, name)
    for root in (SCHEMA.query_type, SCHEMA.mutation_type)
    if root is not None
    for name in root.fields
    if f"{root.name}.{name}" not in MISSING
]
JSON_TEXTS = st.sampled_from(
    [
        *(
            '{"label": "Done"}',
            '"x"',
            "{",
            "[]",
            "null",
            '{"text": {"a": 1}}',
            "1e400",
            '{"state": 1}',
        ),
        *('{"boardIds": "x"}', '{"allowCreateReflectionColumn": true}', '{"labels": {"1": "A"}}'),
    ]
)
bounded = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def _texts(*texts: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(texts).map(lambda text: StringValueNode(value=text))


SCALARS: Any = {
    "JSON": JSON_TEXTS.map(lambda text: StringValueNode(value=text)),
    "CompareValue": st.one_of(
        _texts("x", "TODAY", ""),
        st.integers(-5, 5).map(lambda number: IntValueNode(value=str(number))),
        st.just(ListValueNode(values=(IntValueNode(value="1"), StringValueNode(value="EXACT")))),
        st.just(ObjectValueNode(fields=())),
    ),
    "Date": st.one_of(_texts("2026-01-31", "soon"), st.just(IntValueNode(value="1"))),
    "ISO8601DateTime": st.one_of(
        _texts("2026-01-31T08:00:00Z", "2026-13-31", "9999-12-31T23:59:59-12:00"),
        st.just(IntValueNode(value="1")),
    ),
    "File": st.just(NullValueNode()),
}


class _WithIds(Visitor):
    """Puts ids that are there in the places of some of those that were made up."""

    def __init__(self, known: dict[str, list[str]]) -> None:
        super().__init__()
        self._known = known
        self._turn = 0

    def enter_argument(self, node: ArgumentNode, *_: Any) -> Any:
        name = node.name.value
        ids = self._known.get(name)
        self._turn += 1
        if ids is None or self._turn % 4 == 0:
            return None
        value: Any = StringValueNode(value=ids[self._turn % len(ids)])
        if isinstance(node.value, ListValueNode):
            value = ListValueNode(values=(value,))
        return ArgumentNode(name=node.name, value=value)


@pytest.fixture(scope="module")
def known(company: Company) -> dict[str, list[str]]:
    board = str(company.board()["id"])
    member = company["member"]
    for column_id, kind in (("state", "status"), ("text", "text"), ("who", "people")):
        member.data(COLUMN, board=board, title=column_id, type=kind, id=column_id)
    items = [str(company.pulse(int(board), f"Item {at}")) for at in range(30)]
    make = 'mutation ($i: ID) {create_update(item_id: $i, body: "x") {id}}'
    updates = [member.data(make, i=one)["create_update"]["id"] for one in items[:10]]
    main = member.data("{workspaces {id}}")["workspaces"][0]["id"]
    place = f'{{workspace_id: {main}, name: "Doc"}}'
    doc = member.data(f"mutation {{create_doc(location: {{workspace: {place}}}) {{id}}}}")
    doc_id = doc["create_doc"]["id"]
    blocks = member.data(MARKDOWN, d=doc_id, text="# x\n\n| a | b |\n|--|--|\n| 1 | 2 |")
    block_ids = blocks["add_content_to_doc_from_markdown"]["block_ids"]
    view = member.data(f"mutation {{create_view_table(board_id: {board}) {{id}}}}")
    users = [str(number) for number in company.ids.values()]
    return {
        "board_id": [board],
        "item_id": items,
        "item_ids": items,
        "parent_id": updates,
        "update_id": updates,
        "relative_to": items,
        "user_ids": users,
        "doc_id": [doc_id],
        "docId": [doc_id],
        "after_block_id": block_ids,
        "afterBlockId": block_ids,
        "block_id": block_ids,
        "blockIds": block_ids,
        "view_id": [view["create_view_table"]["id"]],
        "column_id": ["state", "text", "name", "who"],
        "group_id": ["topics"],
        "ids": [board, *items, *users],
    }


@pytest.mark.parametrize(("root", "field"), FIELDS, ids=lambda part: part)
def test_no_document_breaks_the_server(
    company: Company, known: dict[str, list[str]], root: str, field: str
) -> None:
    @bounded
    @given(made=from_schema(SDL, fields=[field], custom_scalars=SCALARS, print_ast=print_ast))
    def anything(made: Any) -> None:
        text = print_ast(visit(parse(made), _WithIds(known)))
        answer = company["member"].v2(text)
        assert answer.status_code == 200, (text, answer.text)
        for error in answer.json().get("errors", []):
            code = error.get("extensions", {}).get("code")
            assert code != "INTERNAL_SERVER_ERROR", text

    anything()


def test_every_field_that_is_not_done_says_so(company: Company) -> None:
    answer = company["member"].v2("{platform_api {__typename}}").json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "UNSUPPORTED_OPERATION"
    assert json.dumps(answer["data"]) == '{"platform_api": null}'

"""Each argument of each operation of API v2 with odd values, one at a time, where all others are right: never a fault of ours."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    get_named_type,
    get_nullable_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
    is_required_input_field,
)

from tests.company import Company
from tests.contract.scene import make_scene
from tests.contract.test_fuzz_v2 import FIELDS, MISSING, SCHEMA

IDS = (
    "",
    " ",
    "1e3",
    "-1",
    " 1 ",
    "9" * 5000,
    "9223372036854775807",
    "٣",
    "x",
    -1,
    2**53,
    1.5,
    True,
    {},
)
TEXTS = (
    "",
    " ",
    "x" * 60_000,
    "\u0007\u202e",
    "é'\";--%_\\",
    "\U0001f600" * 300,
    "\u0000",
    1,
    {},
    ["a", "b"],
)
SETTINGS = (
    '{"boardIds": "x"}',
    '{"boardIds": [[1]]}',
    '{"allowCreateReflectionColumn": true}',
    '{"labels": {"1": 1}}',
    '{"labels": [null]}',
)
ODD: dict[str, tuple[Any, ...]] = {
    "ID": IDS,
    "String": TEXTS,
    "Int": (0, -1, 2**31 - 1, 2**31, 1.5, "1", True),
    "Boolean": ("x", 1),
    "JSON": (
        "",
        "{",
        "[]",
        "[null]",
        '"x"',
        "1e400",
        '{"": ""}',
        '{"a": {"b": [1]}}',
        *SETTINGS,
        1,
        True,
        [],
        {"a": [None]},
    ),
    "CompareValue": ("", {}, [[1]], [None], True, "x" * 60_000, 1e308),
    "Date": (1.5, True, "", "soon", "9999-12-31T23:59:59-12:00", "0001-01-01"),
    "ISO8601DateTime": (1.5, True, "", "soon", "9999-12-31T23:59:59-12:00", "0001-01-01"),
}
RIGHT: dict[str, Any] = {
    "ID": "1",
    "String": "x",
    "Int": 1,
    "Boolean": True,
    "JSON": "{}",
    "CompareValue": [1],
    "Date": "2026-01-31",
    "ISO8601DateTime": "2026-01-31T08:00:00Z",
}

# How one comes to an object of a type.
WAYS = {
    "Query": "query <declared> {<field>}",
    "Mutation": "mutation <declared> {<field>}",
    "Board": "query <declared> {boards(ids: [<board_id>]) {<field>}}",
    "Document": "query <declared> {docs(ids: [<doc_id>]) {<field>}}",
    "Group": "query <declared> {boards(ids: [<board_id>]) {groups {<field>}}}",
    "Item": "query <declared> {items(ids: [<item_id>]) {<field>}}",
    "SearchNamespace": "query <declared> {search {<field>}}",
    "Update": "query <declared> {updates(ids: [<update_id>]) {<field>}}",
    "User": "query <declared> {me {<field>}}",
    "Workspace": "query <declared> {workspaces {<field>}}",
}
WITHIN = [
    (kind, name)
    for kind in WAYS
    if kind not in ("Query", "Mutation")
    for name, field in SCHEMA.type_map[kind].fields.items()
    if field.args and f"{kind}.{name}" not in MISSING
]


@pytest.fixture(scope="module")
def known(company: Company) -> dict[str, Any]:
    """What arguments of these names are given, where they are right."""
    scene = make_scene(company, "public")
    board, item, viewer = scene.board_id, scene.pulse_id, company.ids["viewer"]
    return {
        "board_id": board,
        "board_ids": [board],
        "group_id": "topics",
        "column_id": "text",
        "item_id": item,
        "item_ids": [item],
        "parent_item_id": item,
        "relative_to": item,
        "target_id": item,
        "id": scene.update_id,
        "update_id": scene.update_id,
        "user_id": viewer,
        "user_ids": [viewer],
        "view_id": scene.view_id,
        "doc_id": scene.doc_id,
        "docId": scene.doc_id,
        "block_id": str(scene.block_id),
        "limit": 2,
    }


def right(kind: Any, name: str, known: dict[str, Any]) -> Any:
    if name in known:
        return known[name]
    plain = get_nullable_type(kind)
    if is_list_type(plain):
        return [right(plain.of_type, name, known)]
    if is_enum_type(plain):
        return next(iter(plain.values))
    if is_input_object_type(plain):
        needed = {n: f for n, f in plain.fields.items() if is_required_input_field(f)}
        return {n: right(field.type, n, known) for n, field in needed.items()}
    return RIGHT.get(plain.name)


def odd(kind: Any, name: str, known: dict[str, Any]) -> Iterator[Any]:
    """In the place of a value of that kind; within an input object in the place of each of its fields."""
    plain = get_nullable_type(kind)
    yield from (None, *ODD.get(plain.name if is_leaf_type(plain) else "", ("x", 1, [])))
    if is_list_type(plain):
        yield from ([], [None], [right(plain.of_type, name, known)] * 1001)
        yield from ([one] for one in odd(plain.of_type, name, known))
    if is_input_object_type(plain):
        whole = right(plain, "", known)
        for within, field in plain.fields.items():
            inner = get_named_type(field.type)
            if not is_input_object_type(inner):
                yield from ({**whole, within: one} for one in odd(field.type, within, known))


def document(kind: str, name: str, changed: str, known: dict[str, Any]) -> str:
    """With the arguments that it must have, and the one that is changed."""
    field = SCHEMA.type_map[kind].fields[name]
    given = {
        n: a for n, a in field.args.items() if is_required_argument(a) or n in (changed, "item_id")
    }
    declared = ", ".join(f"${n}: {a.type}" for n, a in given.items())
    passed = ", ".join(f"{n}: ${n}" for n in given)
    inner = get_named_type(field.type)
    shown = "" if is_leaf_type(inner) else "{__typename}"
    text = WAYS[kind].replace("<field>", f"{name}({passed}) {shown}")
    for way, value in known.items():
        text = text.replace(f"<{way}>", str(value))
    return text.replace("<declared>", f"({declared})")


@pytest.mark.parametrize(("kind", "name"), [*FIELDS, *WITHIN], ids=lambda part: part)
def test_no_odd_value_breaks_the_server(
    company: Company, known: dict[str, Any], kind: str, name: str
) -> None:
    kinds = {n: one.type for n, one in SCHEMA.type_map[kind].fields[name].args.items()}
    rights = {n: right(one, n, known) for n, one in kinds.items() if str(one) != "File!"}
    headers = {"Authorization": company.tokens["admin"]}
    for changed in rights:
        text = document(kind, name, changed, known)
        for value in odd(kinds[changed], changed, known):
            body = {"query": text, "variables": {**rights, changed: value}}
            answer = company.server.request("POST", "/v2", headers=headers, json=body)
            told = (text, changed, str(value)[:80], answer.text[:300])
            assert answer.status_code == 200, told
            assert "INTERNAL_SERVER_ERROR" not in answer.text, told

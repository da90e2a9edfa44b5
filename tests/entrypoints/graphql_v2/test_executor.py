"""The executor by itself, on a small schema: each field once for a level, and nulls where GraphQL wants them."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from graphql import GraphQLError, build_schema, execute_sync, parse
from graphql.execution.values import get_variable_values
from msgspec import to_builtins

from lundi.entrypoints.graphql_v2.bounds import TooMuch
from lundi.entrypoints.graphql_v2.executor import NULLED, Execution, Failure
from lundi.entrypoints.graphql_v2.selections import Selections

SCHEMA = build_schema(
    """
    type Query { boards(limit: Int = 2): [Board!] strict: [Board!]! }
    interface Named { name: String! }
    type Board implements Named { name: String! owner: User groups: [Group]! secret: String! }
    type Group implements Named { name: String! board: Board thing: Thing }
    type User implements Named { name: String! }
    union Thing = Board | User
    """
)


class Lab:
    """Runs queries over a few boards and writes down what was resolved, for how many parents."""

    def __init__(self, most_values: int = 10_000) -> None:
        self.calls: list[tuple[str, int]] = []
        self.most_values = most_values

    async def boards(self, ctx: Any, parents: Sequence[Any], limit: int = 2) -> list[Any]:
        self.calls.append(("boards", len(parents)))
        return [[{"t": "Board", "name": f"b{at}", "at": at} for at in range(limit)]]

    async def owner(self, ctx: Any, parents: Sequence[Any]) -> list[Any]:
        self.calls.append(("owner", len(parents)))
        return [
            {"t": "User", "name": f"u{board['at']}"} if board["at"] else None for board in parents
        ]

    async def groups(self, ctx: Any, parents: Sequence[Any]) -> list[Any]:
        self.calls.append(("groups", len(parents)))
        return [
            [{"t": "Group", "name": f"g{board['at']}{at}"} for at in range(board["at"])]
            for board in parents
        ]

    async def secret(self, ctx: Any, parents: Sequence[Any]) -> list[Any]:
        return [
            Failure(ValueError("no")) if board["at"] == 1 else f"s{board['at']}"
            for board in parents
        ]

    async def thing(self, ctx: Any, parents: Sequence[Any]) -> list[Any]:
        kinds = ("Board", "User")
        return [
            {"t": kinds[at % 2], "name": f"thing of {group['name']}"}
            for at, group in enumerate(parents)
        ]

    def run(self, query: str, **variables: Any) -> tuple[Any, list[GraphQLError]]:
        document = parse(query)
        operation: Any = document.definitions[0]
        fragments: Any = {d.name.value: d for d in document.definitions[1:]}  # type: ignore[attr-defined]
        given: Any = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
        selections = Selections(SCHEMA, fragments, given)
        resolvers: Any = {
            ("Query", "boards"): self.boards,
            ("Query", "strict"): self.boards,
            ("Board", "owner"): self.owner,
            ("Board", "groups"): self.groups,
            ("Board", "secret"): self.secret,
            ("Group", "thing"): self.thing,
        }
        execution = Execution(
            SCHEMA,
            selections,
            resolvers,
            {},
            lambda value: value["t"],
            lambda error, nodes, path: GraphQLError(str(error), nodes, path=path),
            self.most_values,
        )
        root: Any = SCHEMA.query_type

        async def whole() -> dict[str, Any]:
            fields = selections.of_operation(root, operation)
            found = {
                key: await execution.root_field(root, key, nodes, None)
                for key, nodes in fields.items()
            }
            return {
                key: value if value is NULLED else to_builtins(value)
                for key, value in found.items()
            }

        return asyncio.run(whole()), execution.errors


def test_each_field_is_resolved_once_for_all_of_its_level() -> None:
    lab = Lab()
    data, errors = lab.run("{boards(limit: 4) {name owner {name} groups {name}}}")
    assert errors == []
    assert lab.calls == [("boards", 1), ("owner", 4), ("groups", 4)]
    assert data["boards"][2] == {
        "name": "b2",
        "owner": {"name": "u2"},
        "groups": [{"name": "g20"}, {"name": "g21"}],
    }
    assert data["boards"][0] == {"name": "b0", "owner": None, "groups": []}


def test_aliases_fragments_and_directives() -> None:
    query = """
      query Q($no: Boolean!) {
        first: boards(limit: 1) { ...Names also: name hidden: name @include(if: $no) }
        boards { __typename ... on Named { name @skip(if: $no) } ... on User { nothing: name } }
      }
      fragment Names on Board { name }
    """
    data, errors = Lab().run(query, no=False)
    assert errors == []
    assert data == {
        "first": [{"name": "b0", "also": "b0"}],
        "boards": [{"__typename": "Board", "name": "b0"}, {"__typename": "Board", "name": "b1"}],
    }


def test_a_union_is_told_apart_and_keeps_its_order() -> None:
    query = "{boards(limit: 3) {groups {thing {... on User {name} ... on Board {title: name}}}}}"
    data, _ = Lab().run(query)
    assert data["boards"][2]["groups"] == [
        {"thing": {"name": "thing of g20"}},
        {"thing": {"title": "thing of g21"}},
    ]


def test_what_must_not_be_null_takes_its_parent_with_it_and_is_told_once() -> None:
    data, errors = Lab().run("{boards(limit: 3) {name secret}}")
    assert data == {"boards": None}
    assert [(error.message, error.path) for error in errors] == [("no", ["boards", 1, "secret"])]
    data, errors = Lab().run("{strict {secret}}")
    assert data["strict"] is NULLED
    assert len(errors) == 1


def test_a_field_that_nobody_gives_is_an_error_of_its_own() -> None:
    data, errors = Lab().run("{boards(limit: 3) {groups {name board {name}}}}")
    assert data["boards"][2]["groups"][0] == {"name": "g20", "board": None}
    assert {error.message for error in errors} == {
        "Group.board isn't supported by this server yet."
    }


def test_an_answer_of_too_many_values_is_given_up() -> None:
    with pytest.raises(TooMuch):
        Lab(most_values=20).run("{boards(limit: 30) {name}}")


@pytest.mark.parametrize(
    "query",
    [
        "{boards {name}}",
        "{a: boards(limit: 3) {n: name ...F} b: boards(limit: 1) {...F ...F}} fragment F on Named {name}",
        "{boards(limit: 3) {groups {name}}}",
    ],
)
def test_it_answers_as_the_library_does(query: str) -> None:
    class Root:
        def boards(self, info: Any, limit: int) -> Any:
            return [
                {"name": f"b{at}", "groups": [{"name": f"g{at}{n}"} for n in range(at)]}
                for at in range(limit)
            ]

    expected = execute_sync(SCHEMA, parse(query), Root(), type_resolver=lambda *_: "Board")
    assert Lab().run(query)[0] == expected.data

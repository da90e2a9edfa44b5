"""GraphQL documents: parsed, checked against the schema, and remembered."""

import re
from collections import OrderedDict
from typing import Any

import msgspec
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    Visitor,
    parse,
    validate,
    visit,
)
from graphql.language import IntValueNode

from lundi.core.errors import Invalid
from lundi.entrypoints.graphql_v2.bounds import Bounds, TooBroad, check_breadth
from lundi.entrypoints.graphql_v2.schema import schema_of
from lundi.entrypoints.graphql_v2.versions import Version

_REMEMBERED = 500
_LONGEST_REMEMBERED = 10_000
# PostgreSQL can't even look for it.
_NUL = re.compile(r"\0|\\u0000|\\u\{0+\}")
_MOST_DIGITS = 400
_MANY_DIGITS = re.compile(rf"\d{{{_MOST_DIGITS}}}")
# As Python writes them at the end of a message.
_PYTHON = re.compile(r"(?<=[ \[])(None|True|False)(?=\]*\.?$)")
_IN_JSON = {"None": "null", "True": "true", "False": "false"}
_QUOTED = re.compile(r"(?<!\w)'([^'\n]*)'(?!\w)")


class Unfit(Exception):
    """The document can't be run: it is no GraphQL, or asks for what isn't in the schema."""

    def __init__(self, errors: list[GraphQLError], ast: DocumentNode | None = None) -> None:
        super().__init__()
        self.errors = errors
        self.ast = ast


class Document(msgspec.Struct, frozen=True):
    ast: DocumentNode
    operations: dict[str | None, OperationDefinitionNode]
    fragments: dict[str, FragmentDefinitionNode]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """Raises Unfit where it isn't clear which."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is None:
            raise Unfit(
                [GraphQLError("Must provide operation name if query contains multiple operations.")]
            )
        if name not in self.operations:
            raise Unfit([GraphQLError(f'Unknown operation named "{name[:80]}".')])
        return self.operations[name]


class Documents:
    """Those of the last requests, by version and text."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._known: OrderedDict[tuple[str, str], Document] = OrderedDict()

    def read(self, version: Version, text: str) -> Document:
        """Raises Unfit, TooBroad or Invalid."""
        key = (version.value, text)
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        document = self._checked(schema_of(version), text)
        if len(text) <= _LONGEST_REMEMBERED:
            self._known[key] = document
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return document

    def _checked(self, schema: GraphQLSchema, text: str) -> Document:
        if len(text) > self._bounds.characters:
            raise TooBroad(f"The query is over {self._bounds.characters:,} characters long.")
        if _NUL.search(text):
            raise Invalid("A text in the query has a character in it that can't be kept.")
        try:
            ast = parse(text, max_tokens=self._bounds.tokens, allow_empty_selection_sets=False)
        except GraphQLError as error:
            raise Unfit([in_double_quotes(error)]) from None
        except RecursionError:
            raise Invalid("The query is nested too deeply.") from None
        check_breadth(ast, self._bounds)
        if _MANY_DIGITS.search(text):
            visit(ast, _Numbers())
        try:
            errors = validate(schema, ast)
        except RecursionError:
            raise Invalid("The query is nested too deeply.") from None
        if errors:
            raise Unfit([in_double_quotes(error) for error in errors], ast)
        return _sorted(ast)


class _Numbers(Visitor):
    """Python reads none of thousands of digits."""

    def enter_int_value(self, node: IntValueNode, *_: Any) -> None:
        if len(node.value) > _MOST_DIGITS:
            raise Invalid("A number in the query has too many digits.")


def in_double_quotes(error: GraphQLError) -> GraphQLError:
    """As the clients that read these messages know them."""
    message = _QUOTED.sub(r'"\1"', error.message)
    error.message = _PYTHON.sub(lambda found: _IN_JSON[found[0]], message)
    return error


def _sorted(ast: DocumentNode) -> Document:
    operations: dict[str | None, OperationDefinitionNode] = {}
    fragments = {}
    for definition in ast.definitions:
        if isinstance(definition, OperationDefinitionNode):
            operations[definition.name.value if definition.name else None] = definition
        elif isinstance(definition, FragmentDefinitionNode):
            fragments[definition.name.value] = definition
    if not operations:
        raise Unfit([GraphQLError("The document has no operation.")])
    return Document(ast, operations, fragments)

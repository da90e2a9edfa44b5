"""The schema: its text in the files beside this one, made into what each version has of it."""

from functools import cache
from importlib import resources
from typing import Any, Final

from graphql import (
    REMOVE,
    DocumentNode,
    FieldDefinitionNode,
    GraphQLArgument,
    GraphQLError,
    GraphQLSchema,
    ObjectTypeDefinitionNode,
    Visitor,
    build_ast_schema,
    parse,
    print_schema,
    value_from_ast_untyped,
    visit,
)
from graphql.language import ValueNode

from lundi.core import clock
from lundi.entrypoints.graphql_v2.versions import FIELDS_SINCE, FIELDS_UNTIL, Version
from lundi.entrypoints.shared.uploads import Upload

_USERS_BEFORE = 50


@cache
def schema_of(version: Version) -> GraphQLSchema:
    new = {("", name) for name in FIELDS_SINCE if not version.has_field(name)}
    old = {field for field in FIELDS_UNTIL if not version.has_old_field(*field)}
    return _built(frozenset(new | old), version.has("more_users"))


@cache
def sdl_of(version: Version) -> str:
    return print_schema(schema_of(version))


@cache
def _built(without: frozenset[tuple[str, str]], more_users: bool) -> GraphQLSchema:
    document = visit(_document(), _Without(without))
    schema = build_ast_schema(document, assume_valid=True)
    if not more_users and schema.query_type is not None:
        arguments = schema.query_type.fields["users"].args
        arguments["limit"] = GraphQLArgument(arguments["limit"].type, default_value=_USERS_BEFORE)
    scalars: Any = schema.type_map
    for name in ("Date", "ISO8601DateTime"):
        scalars[name].serialize = shown_time
        scalars[name].coerce_input_value = _text
    for name in ("JSON", "CompareValue"):
        scalars[name].serialize = _as_it_is
        scalars[name].parse_literal = _literal
    scalars["File"].coerce_input_value = _upload
    scalars["File"].coerce_input_literal = _upload
    return schema


@cache
def _document() -> DocumentNode:
    folder = resources.files(__package__)
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".graphql")),
        key=lambda file: file.name,
    )
    return parse("\n".join(file.read_text() for file in files), no_location=True)


class _Without(Visitor):
    """`fields`: types and fields; of any type where that is ""."""

    def __init__(self, fields: frozenset[tuple[str, str]]) -> None:
        super().__init__()
        self._fields: Final = fields
        self._type = ""

    def enter_object_type_definition(self, node: ObjectTypeDefinitionNode, *_: Any) -> None:
        self._type = node.name.value

    def enter_field_definition(self, node: FieldDefinitionNode, *_: Any) -> Any:
        name = node.name.value
        is_out = ("", name) in self._fields or (self._type, name) in self._fields
        return REMOVE if is_out else None


def shown_time(value: int | str) -> str:
    """Microseconds as `2026-01-31T08:00:00Z`; a day stays as it is."""
    if isinstance(value, str):
        return value
    return f"{clock.as_datetime(value):%Y-%m-%dT%H:%M:%SZ}"


def _upload(value: Any, variables: dict[str, Any] | None = None) -> Upload:
    if not isinstance(value, Upload):
        raise GraphQLError("A file comes as a part of a multipart form, with a filename.")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("A date is a text: 2026-01-31 or 2026-01-31T08:00:00Z.")
    return value


def _as_it_is(value: Any) -> Any:
    return value


def _literal(node: ValueNode, variables: dict[str, Any] | None = None) -> Any:
    try:
        return value_from_ast_untyped(node, variables)
    except ValueError as error:
        raise GraphQLError(str(error), node) from None

"""What every table is made of: the one MetaData, the column types, and the two constructs that differ by engine."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What is looked up before the account is known, and stays small: on a distributed PostgreSQL every node has all of it.
LOOKED_UP_FIRST = {"is_reference": True}

Id = sa.BigInteger
Microseconds = sa.BigInteger
# Positions compare byte by byte; PostgreSQL's own collations do not.
Position = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Sealed(sa.LargeBinary):
    """A text that the server's Vault has sealed: what leaves for another server is opened, and sealed anew there."""


class Json(sa.types.UserDefinedType[Any]):
    """A JSON value as its text outside, JSONB inside, on both engines."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "JSONB"

    def bind_expression(self, bindvalue: Any) -> ColumnElement[Any]:
        return _AsJson(bindvalue)

    def column_expression(self, column: Any) -> ColumnElement[Any]:
        return _AsText(column, type_=self)


class _AsJson(FunctionElement[Any]):
    inherit_cache = True


class _AsText(FunctionElement[Any]):
    inherit_cache = True

    def __init__(self, column: Any, type_: Any) -> None:
        super().__init__(column)
        self.type = type_


def json_text(column: ColumnElement[Any]) -> ColumnElement[str]:
    """A JSON column read as its text, for who decodes it when it is needed."""
    return _AsText(column, type_=sa.Text())


def from_json_text(text: ColumnElement[str]) -> ColumnElement[Any]:
    """A text that is JSON, as a JSON column keeps it."""
    return _AsJson(text)


@compiles(_AsJson, "sqlite")
def _as_json_sqlite(element: _AsJson, compiler: Any, **kw: Any) -> str:
    return f"jsonb({compiler.process(element.clauses, **kw)})"


@compiles(_AsJson, "postgresql")
def _as_json_postgresql(element: _AsJson, compiler: Any, **kw: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **kw)} AS JSONB)"


@compiles(_AsText, "sqlite")
def _as_text_sqlite(element: _AsText, compiler: Any, **kw: Any) -> str:
    return f"json({compiler.process(element.clauses, **kw)})"


@compiles(_AsText, "postgresql")
def _as_text_postgresql(element: _AsText, compiler: Any, **kw: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **kw)} AS TEXT)"


class json_with(FunctionElement[Any]):  # noqa: N801  (reads as a SQL function)
    """A JSON object with one key set: `json_with(column, key text, value as JSON text)`."""

    inherit_cache = True


class json_without(FunctionElement[Any]):  # noqa: N801
    """A JSON object with one key gone: `json_without(column, key text)`."""

    inherit_cache = True


@compiles(json_with, "sqlite")
def _json_with_sqlite(element: json_with, compiler: Any, **kw: Any) -> str:
    column, key, value = (compiler.process(part, **kw) for part in element.clauses)
    return f"jsonb_set({column}, '$.\"' || {key} || '\"', jsonb({value}))"


@compiles(json_with, "postgresql")
def _json_with_postgresql(element: json_with, compiler: Any, **kw: Any) -> str:
    column, key, value = (compiler.process(part, **kw) for part in element.clauses)
    return f"jsonb_set({column}, ARRAY[{key}], CAST({value} AS JSONB))"


@compiles(json_without, "sqlite")
def _json_without_sqlite(element: json_without, compiler: Any, **kw: Any) -> str:
    column, key = (compiler.process(part, **kw) for part in element.clauses)
    return f"jsonb_remove({column}, '$.\"' || {key} || '\"')"


@compiles(json_without, "postgresql")
def _json_without_postgresql(element: json_without, compiler: Any, **kw: Any) -> str:
    column, key = (compiler.process(part, **kw) for part in element.clauses)
    return f"({column} - {key})"


class _OneOf(FunctionElement[Any]):
    """Not of type Boolean: for SQLite that would be written `... = 1`, which no index can answer."""

    inherit_cache = True
    type = sa.types.NullType()


def one_of(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """`column` is in the list given as the parameter `name`: one statement for any length of list.

    The list is given as a JSON array text on both engines.
    """
    return _OneOf(column, sa.bindparam(name, type_=sa.Text(), required=True))


def one_of_these(column: ColumnElement[Any], values: str) -> ColumnElement[bool]:
    """As `one_of`, of a JSON array text that is known already."""
    return _OneOf(column, sa.literal(values))


@compiles(_OneOf, "sqlite")
def _one_of_sqlite(element: _OneOf, compiler: Any, **kw: Any) -> str:
    column, values = (compiler.process(part, **kw) for part in element.clauses)
    return f"({column} IN (SELECT value FROM json_each({values})))"


@compiles(_OneOf, "postgresql")
def _one_of_postgresql(element: _OneOf, compiler: Any, **kw: Any) -> str:
    column, values = element.clauses
    kind = "TEXT" if isinstance(column.type, sa.Text) else "BIGINT"
    array = f"SELECT CAST(value AS {kind}) FROM jsonb_array_elements_text(CAST({compiler.process(values, **kw)} AS JSONB))"
    return f"({compiler.process(column, **kw)} = ANY (ARRAY({array})))"


def parameter(name: str, type_: Any = sa.BigInteger) -> sa.BindParameter[Any]:
    """A value that every run of the statement must give."""
    return sa.bindparam(name, type_=type_, required=True)

"""Looking into JSON values with SQL that reads the same on both engines."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

from lundi.core.errors import Invalid
from lundi.core.folding import folded as small

_LONGEST_NEEDLE = 5000


class json_part(FunctionElement[Any]):  # noqa: N801  (reads as a SQL function)
    """What stands in a JSON object under a key and a path below it, as text: `json_part(column, key text, "a", "0")`.

    The parts of the path are names and places of ours; NULL where nothing stands.
    """

    inherit_cache = True
    type = sa.Text()

    def __init__(self, column: Any, key: Any, *path: str) -> None:
        super().__init__(column, key, *(sa.literal_column(f"'{part}'") for part in path))


@compiles(json_part, "sqlite")
def _json_part_sqlite(element: json_part, compiler: Any, **kw: Any) -> str:
    column, key, *path = element.clauses
    place = _sqlite_place(key, path, compiler, kw)
    return f"CAST(json_extract({compiler.process(column, **kw)}, {place}) AS TEXT)"


@compiles(json_part, "postgresql")
def _json_part_postgresql(element: json_part, compiler: Any, **kw: Any) -> str:
    column, key, *path = element.clauses
    return f"({compiler.process(column, **kw)} #>> {_postgres_place(key, path, compiler, kw)})"


class json_value(FunctionElement[Any]):  # noqa: N801
    """What stands in a JSON object under a key, as JSON: `json_value(column, key text)`."""

    inherit_cache = True
    type = sa.Text()


@compiles(json_value, "sqlite")
def _json_value_sqlite(element: json_value, compiler: Any, **kw: Any) -> str:
    column, key = element.clauses
    return f"({compiler.process(column, **kw)} -> ({_sqlite_place(key, [], compiler, kw)}))"


@compiles(json_value, "postgresql")
def _json_value_postgresql(element: json_value, compiler: Any, **kw: Any) -> str:
    column, key = (compiler.process(part, **kw) for part in element.clauses)
    return f"CAST({column} -> CAST({key} AS TEXT) AS TEXT)"


class json_elements(FunctionElement[Any]):  # noqa: N801
    """The elements of the JSON list at a path, one row each; none where there is no list. `json_element` is the row's."""

    inherit_cache = True

    def __init__(self, column: Any, key: Any, *path: str) -> None:
        super().__init__(column, key, *(sa.literal_column(f"'{part}'") for part in path))


@compiles(json_elements, "sqlite")
def _json_elements_sqlite(element: json_elements, compiler: Any, **kw: Any) -> str:
    column, key, *path = element.clauses
    place = _sqlite_place(key, path, compiler, kw)
    return f"json_each({compiler.process(column, **kw)}, {place})"


@compiles(json_elements, "postgresql")
def _json_elements_postgresql(element: json_elements, compiler: Any, **kw: Any) -> str:
    column, key, *path = element.clauses
    inner = f"({compiler.process(column, **kw)} #> {_postgres_place(key, path, compiler, kw)})"
    return (
        f"jsonb_array_elements(CASE jsonb_typeof({inner}) WHEN 'array' THEN {inner} ELSE '[]' END)"
    )


class json_rows(FunctionElement[Any]):  # noqa: N801
    """The objects of a JSON list given as a text, one row each: `json_rows(text).alias("element")`, read by `json_element`."""

    inherit_cache = True


@compiles(json_rows, "sqlite")
def _json_rows_sqlite(element: json_rows, compiler: Any, **kw: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **kw)})"


@compiles(json_rows, "postgresql")
def _json_rows_postgresql(element: json_rows, compiler: Any, **kw: Any) -> str:
    return f"jsonb_array_elements(CAST({compiler.process(element.clauses, **kw)} AS JSONB))"


class json_element(FunctionElement[Any]):  # noqa: N801
    """Of a row of `json_elements` that is called `element`: itself, or a field of it, as text."""

    inherit_cache = True
    type = sa.Text()

    def __init__(self, field: str = "") -> None:
        super().__init__(*([sa.literal_column(f"'{field}'")] if field else []))


@compiles(json_element, "sqlite")
def _json_element_sqlite(element: json_element, compiler: Any, **kw: Any) -> str:
    for field in element.clauses:
        return f"CAST(json_extract(element.value, '$.' || {compiler.process(field, **kw)}) AS TEXT)"
    return "CAST(element.value AS TEXT)"


@compiles(json_element, "postgresql")
def _json_element_postgresql(element: json_element, compiler: Any, **kw: Any) -> str:
    for field in element.clauses:
        return f"(element.value ->> {compiler.process(field, **kw)})"
    return "(element.value #>> '{}')"


class holds(FunctionElement[Any]):  # noqa: N801
    """Whether a list has an element that fits: `holds(json_elements(...), condition on json_element)`."""

    inherit_cache = True
    type = sa.types.NullType()


@compiles(holds)
def _holds(element: holds, compiler: Any, **kw: Any) -> str:
    rows, condition = (compiler.process(part, **kw) for part in element.clauses)
    return f"EXISTS (SELECT 1 FROM {rows} AS element WHERE {condition})"


class folded(FunctionElement[Any]):  # noqa: N801
    """A text in small letters, those of all scripts."""

    inherit_cache = True
    type = sa.Text()


@compiles(folded, "sqlite")
def _folded_sqlite(element: folded, compiler: Any, **kw: Any) -> str:
    return f"folded({compiler.process(element.clauses, **kw)})"


@compiles(folded, "postgresql")
def _folded_postgresql(element: folded, compiler: Any, **kw: Any) -> str:
    return f"lower({compiler.process(element.clauses, **kw)})"


class as_number(FunctionElement[Any]):  # noqa: N801
    """A text that is a number, as one."""

    inherit_cache = True
    type = sa.Float()


@compiles(as_number, "sqlite")
def _as_number_sqlite(element: as_number, compiler: Any, **kw: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **kw)} AS REAL)"


@compiles(as_number, "postgresql")
def _as_number_postgresql(element: as_number, compiler: Any, **kw: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **kw)} AS DOUBLE PRECISION)"


class number_among(FunctionElement[Any]):  # noqa: N801
    """Whether a number is one of a JSON list of numbers."""

    inherit_cache = True
    type = sa.types.NullType()


@compiles(number_among, "sqlite")
def _number_among_sqlite(element: number_among, compiler: Any, **kw: Any) -> str:
    number, numbers = (compiler.process(part, **kw) for part in element.clauses)
    return f"({number} IN (SELECT value FROM json_each({numbers})))"


@compiles(number_among, "postgresql")
def _number_among_postgresql(element: number_among, compiler: Any, **kw: Any) -> str:
    number, numbers = (compiler.process(part, **kw) for part in element.clauses)
    values = f"SELECT CAST(value AS DOUBLE PRECISION) FROM jsonb_array_elements_text(CAST({numbers} AS JSONB))"
    return f"({number} = ANY (ARRAY({values})))"


def like(needle: str, *, at_start: bool = False) -> str:
    """The pattern of LIKE, with the escape \\, for texts that have `needle` in them, or start with it; both in small letters.

    Raises Invalid for one that is too long: SQLite takes patterns of up to 50,000 bytes.
    """
    if len(needle) > _LONGEST_NEEDLE:
        raise Invalid(f"A text to search for has at most {_LONGEST_NEEDLE:,} characters.")
    plain = needle.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"{small(plain)}%" if at_start else f"%{small(plain)}%"


def in_bytes(text: ColumnElement[Any]) -> ColumnElement[Any]:
    """To be compared byte by byte, as SQLite does by itself."""
    return _InBytes(text)


class _InBytes(FunctionElement[Any]):
    inherit_cache = True
    type = sa.Text()


@compiles(_InBytes, "sqlite")
def _in_bytes_sqlite(element: _InBytes, compiler: Any, **kw: Any) -> str:
    return str(compiler.process(element.clauses, **kw))


@compiles(_InBytes, "postgresql")
def _in_bytes_postgresql(element: _InBytes, compiler: Any, **kw: Any) -> str:
    return f'({compiler.process(element.clauses, **kw)} COLLATE "C")'


def _sqlite_place(key: Any, path: list[Any], compiler: Any, kw: dict[str, Any]) -> str:
    parts = [compiler.process(part, **kw)[1:-1] for part in path]
    below = "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in parts)
    return f"'$.\"' || {compiler.process(key, **kw)} || '\"{below}'"


def _postgres_place(key: Any, path: list[Any], compiler: Any, kw: dict[str, Any]) -> str:
    parts = [compiler.process(part, **kw) for part in path]
    return f"ARRAY[{', '.join([f'CAST({compiler.process(key, **kw)} AS TEXT)', *parts])}]"

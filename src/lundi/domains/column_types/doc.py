"""One doc of the pulse's own. Stored: {"files": [...]}, with one file of kind doc."""

from typing import Any

from lundi.domains.column_types import file
from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.operators import EMPTY, SET


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"file": None if stored is None else stored["files"][0]}


TYPE = ColumnType(
    name="doc",
    v2_type="DocValue",
    read_json=file.read_json,
    value_of=file.value_of,
    text_of=file.text_of,
    fields=fields,
    operators=SET | EMPTY,
    sort_key=lambda value: value["files"][0]["name"].casefold(),
    filters=file.TYPE.filters,
)

"""A button, the same for every pulse: its words and colour are in the column's settings, and nothing is stored."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Settings, Stored, none
from lundi.domains.column_types.inputs import LONGEST_LABEL, plain_text
from lundi.domains.column_types.operators import EMPTY, SET


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {key: around.settings.get(key) for key in ("color", "label")}


def complete(settings: Settings) -> dict[str, Any]:
    for key in ("color", "label"):
        plain_text(settings.get(key), f"a button's {key}", LONGEST_LABEL)
    return dict(settings)


TYPE = ColumnType(
    name="button",
    v2_type="ButtonValue",
    writable=False,
    value_of=none,
    fields=fields,
    complete=complete,
    operators=SET | EMPTY,
)

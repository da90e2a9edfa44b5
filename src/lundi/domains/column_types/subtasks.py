"""The pulses under a pulse. Stored: {"item_ids"}, in their order; they are made by an action of their own."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Stored, none
from lundi.domains.column_types.filtering import Filters
from lundi.domains.column_types.operators import EMPTY


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"subitems_ids": [] if stored is None else stored["item_ids"]}


TYPE = ColumnType(
    name="subtasks",
    v2_type="SubtasksValue",
    writable=False,
    value_of=none,
    text_of=none,
    text_if_empty=None,
    fields=fields,
    operators=EMPTY,
    sort_key=lambda value: len(value["item_ids"]),
    filters=Filters(),
)

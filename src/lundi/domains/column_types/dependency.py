"""Pulses of the same board that come before. Stored: {"item_ids"}, in the order given."""

from lundi.domains.column_types import board_relation
from lundi.domains.column_types.column_type import ColumnType, none

TYPE = ColumnType(
    name="dependency",
    v2_type="DependencyValue",
    read_json=board_relation.read_json,
    value_of=none,
    text_of=none,
    text_if_empty=None,
    fields=board_relation.fields,
    operators=board_relation.TYPE.operators,
    sort_key=lambda value: tuple(value["item_ids"]),
    filters=board_relation.LINKS,
)

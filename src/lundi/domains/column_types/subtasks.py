"""The pulses under a pulse. Nothing is stored: they know what they are under, and are made by an action of their own."""

from lundi.domains.column_types.column_type import ColumnType, none
from lundi.domains.column_types.conditions import HasSubitems
from lundi.domains.column_types.filtering import Filters
from lundi.domains.column_types.operators import EMPTY

TYPE = ColumnType(
    name="subtasks",
    v2_type="SubtasksValue",
    writable=False,
    value_of=none,
    text_of=none,
    text_if_empty=None,
    operators=EMPTY,
    filters=Filters(present=HasSubitems()),
)

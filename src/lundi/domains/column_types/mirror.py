"""What linked pulses have in their columns. Nothing is stored: the settings say which link and which columns."""

from lundi.domains.column_types.column_type import ColumnType, none

TYPE = ColumnType(
    name="mirror",
    internal="lookup",
    v2_type="MirrorValue",
    writable=False,
    value_of=none,
    text_of=none,
    text_if_empty=None,
)

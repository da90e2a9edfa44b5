"""When the newest update of a pulse was written. Its value lives on the pulse."""

from lundi.domains.column_types.column_type import ColumnType, none

TYPE = ColumnType(
    name="last_post",
    in_v2="unsupported",
    internal="lastpost",
    creatable=False,
    writable=False,
    value_of=none,
)

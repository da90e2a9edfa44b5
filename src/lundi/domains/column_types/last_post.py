"""When the newest update of a pulse was written. Its value lives on the pulse."""

from lundi.domains.column_types.column_type import ColumnType

TYPE = ColumnType(name="last_post", shown_as="lastpost", creatable=False)

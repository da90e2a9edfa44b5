"""The pulse's own name, shown as a column. Its value lives on the pulse."""

from lundi.domains.column_types.column_type import ColumnType

TYPE = ColumnType(name="name", shown_as="name", creatable=False)

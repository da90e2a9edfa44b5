"""Free text, stored as it is."""

from lundi.domains.column_types.column_type import ColumnType

TYPE = ColumnType(name="text", shown_as="text", sort_key=lambda value: str(value).casefold())

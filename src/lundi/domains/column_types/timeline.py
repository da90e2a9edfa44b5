"""A span of days. Stored: {"from", "to"}, each YYYY-MM-DD, both within the span."""

from lundi.core.errors import Invalid
from lundi.domains.column_types import date
from lundi.domains.column_types.column_type import ColumnType, Stored


def stored(start: str, end: str) -> Stored:
    first, last = date.parse(start), date.parse(end)
    if first > last:
        raise Invalid(f"Parameter 'from' ({first}) must not be after 'to' ({last}).")
    return {"from": first, "to": last}


TYPE = ColumnType(
    name="timeline", shown_as="timerange", sort_key=lambda value: (value["from"], value["to"])
)

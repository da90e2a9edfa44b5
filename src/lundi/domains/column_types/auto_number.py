"""Which of its board's pulses it was. Nothing is stored: the pulse knows it."""

from lundi.domains.column_types.column_type import Around, ColumnType, Stored, none


def text_of(stored: Stored, around: Around) -> str:
    number = around.facts and around.facts.number
    return "" if number is None else str(number)


TYPE = ColumnType(
    name="auto_number",
    internal="auto-number",
    writable=False,
    from_facts=True,
    value_of=none,
    text_of=text_of,
)

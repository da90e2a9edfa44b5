"""Free text, stored as it is."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import VALUE
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import LONGEST_TEXT, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TEXT


def read_json(given: Any, around: Around) -> Given:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise unfit(given, "a text")
    return Given(value=str(given))


def read_text(text: str, around: Around) -> Given:
    return Given(value=plain_text(text, "a text", LONGEST_TEXT))


def text_of(stored: Stored, around: Around) -> str:
    return str(stored)


TYPE = ColumnType(
    name="text",
    v2_type="TextValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: str(value).casefold(),
    filters=by_text(VALUE),
)

"""Text of many lines. Stored: {"text"}."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import at
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import LONGEST_TEXT, mapping, plain_text
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'a long text, written {"text": "..."}'


def read_json(given: Any, around: Around) -> Given:
    return read_text(plain_text(mapping(given, _FORM).get("text"), _FORM, LONGEST_TEXT), around)


def read_text(text: str, around: Around) -> Given:
    text = plain_text(text, "a long text", LONGEST_TEXT)
    return Given(value={"text": text} if text else None)


def text_of(stored: Stored, around: Around) -> str:
    return str(stored["text"])


TYPE = ColumnType(
    name="long_text",
    internal="long-text",
    v2_type="LongTextValue",
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: value["text"].casefold(),
    filters=by_text(at("text")),
)

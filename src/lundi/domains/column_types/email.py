"""An email address and the words to show for it. Stored: {"email", "text"}."""

import re
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import at
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import LONGEST_LABEL, mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'an email, written {"email": "a@b.c", "text": "A"}'
_LONGEST = 254
_ADDRESS = re.compile(r"[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+")


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    text = plain_text(parts.get("text"), "an email's text", LONGEST_LABEL)
    return _given(plain_text(parts.get("email"), _FORM, _LONGEST), text)


def read_text(text: str, around: Around) -> Given:
    """The address, and after a space the words for it."""
    address, _, words = text.strip().partition(" ")
    return _given(address, plain_text(words.strip(), "an email's text", LONGEST_LABEL))


def text_of(stored: Stored, around: Around) -> str:
    return str(stored["text"] or stored["email"])


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    present = stored or {}
    return {"email": present.get("email"), "label": present.get("text")}


def _given(address: str, text: str) -> Given:
    address = address.strip()
    if not address and not text:
        return Given()
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise unfit(address, "an email address")
    return Given(value={"email": address, "text": text or address})


TYPE = ColumnType(
    name="email",
    v2_type="EmailValue",
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: value["text"].casefold(),
    filters=by_text(at("text"), at("email")),
)

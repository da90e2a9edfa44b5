"""An address on the web and the words to show for it. Stored: {"url", "text"}."""

import re
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import at
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import LONGEST_LABEL, mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

LONGEST_URL = 2_048
_FORM = 'a link, written {"url": "https://example.com", "text": "Example"}'
_URL = re.compile(
    r"(?:https?://[^\s/?#\x00-\x1f\x7f]|(?:mailto|tel):[^\s\x00-\x1f\x7f])[^\s\x00-\x1f\x7f]*",
    re.IGNORECASE,
)


def checked_url(given: str) -> str:
    """Nothing that a browser would run: http, https, mailto or tel."""
    if len(given) > LONGEST_URL or not _URL.fullmatch(given):
        raise unfit(given, "a link that starts with http://, https://, mailto: or tel:")
    return given


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    text = plain_text(parts.get("text"), "a link's text", LONGEST_LABEL)
    return _given(plain_text(parts.get("url"), _FORM, LONGEST_URL), text)


def read_text(text: str, around: Around) -> Given:
    """The address, and after a space the words for it."""
    url, _, words = text.strip().partition(" ")
    return _given(url, plain_text(words.strip(), "a link's text", LONGEST_LABEL))


def text_of(stored: Stored, around: Around) -> str:
    url, text = stored["url"], stored["text"]
    return f"{text} - {url}" if text and text != url else str(url)


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    present = stored or {}
    return {"url": present.get("url"), "url_text": present.get("text")}


def _given(url: str, text: str) -> Given:
    url = url.strip()
    if not url and not text:
        return Given()
    return Given(value={"url": checked_url(url), "text": text})


TYPE = ColumnType(
    name="link",
    v2_type="LinkValue",
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: (value["text"] or value["url"]).casefold(),
    filters=by_text(at("text"), at("url")),
)

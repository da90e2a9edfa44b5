"""Checked or not. Stored: true; what isn't checked has no value."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import All, Always, Condition, Present
from lundi.domains.column_types.filtering import Filters
from lundi.domains.column_types.inputs import mapping, unfit
from lundi.domains.column_types.operators import EMPTY, TERMS

_FORM = 'a check, written {"checked": "true"}'
_WORDS = {"true": True, "v": True, "1": True, "false": None, "0": None, "": None, "none": None}


def read_json(given: Any, around: Around) -> Given:
    checked = given if isinstance(given, bool) else mapping(given, _FORM).get("checked")
    word = str(checked).lower()
    if not isinstance(checked, bool | str | None) or word not in _WORDS:
        raise unfit(given, _FORM)
    return Given(value=_WORDS[word])


def read_text(text: str, around: Around) -> Given:
    word = text.strip().lower()
    if word not in _WORDS:
        raise unfit(text, "a check: it is true or false")
    return Given(value=_WORDS[word])


def value_of(stored: Stored, around: Around) -> Any:
    return {"checked": True}


def text_of(stored: Stored, around: Around) -> str:
    return "v"


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"checked": stored is not None}


def _reads(needle: str, at_start: bool, around: Around) -> Condition:
    """A checked one reads v."""
    return All((Present(), Always(needle in "v")))


TYPE = ColumnType(
    name="checkbox",
    internal="boolean",
    v2_type="CheckboxValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=EMPTY | TERMS | {"contains_text"},
    filters=Filters(text=_reads),
)

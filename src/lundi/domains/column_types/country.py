"""A country. Stored: its two letters, by ISO 3166."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from lundi.core.folding import folded
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import VALUE, Equals, Order
from lundi.domains.column_types.filtering import by_name, by_their_names
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'a country, written {"countryCode": "US", "countryName": "United States"}'
_LONGEST = 100
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Unions, test codes and the unknown."""


@cache
def names() -> dict[str, str]:
    """In English, by code."""
    # Loaded with the first country: an idle server is smaller by that.
    from babel import Locale  # noqa: PLC0415

    known = Locale("en").territories
    return {
        code: name
        for code, name in known.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    code, name = (
        plain_text(parts.get(key), _FORM, _LONGEST) for key in ("countryCode", "countryName")
    )
    return Given(value=_code(code or name) if code or name else None)


def read_text(text: str, around: Around) -> Given:
    return Given(value=_code(text))


def value_of(stored: Stored, around: Around) -> Any:
    return {"countryCode": stored, "countryName": text_of(stored, around)}


def text_of(stored: Stored, around: Around) -> str:
    return str(names().get(stored, stored))


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    if stored is None:
        return {"country": None}
    return {"country": {"code": stored, "name": text_of(stored, around)}}


def _code(given: str) -> str:
    word = given.strip()
    if word.upper() in names():
        return word.upper()
    if _plain(word) not in _codes():
        raise unfit(given, "a country: it is named by two letters like US, or in English")
    return _codes()[_plain(word)]


@cache
def _codes() -> dict[str, str]:
    return {_plain(name): code for code, name in names().items()}


def _plain(name: str) -> str:
    return name.replace("’", "'").casefold()


def _order(around: Around) -> Order:
    return Order(ranks=by_their_names(names()))


def _codes_of(values: Sequence[Any], around: Around) -> tuple[str, ...]:
    """Of countries named by code or by name."""
    wanted = {str(value).casefold() for value in values}
    return tuple(
        code for code, name in names().items() if {code.casefold(), name.casefold()} & wanted
    )


TYPE = ColumnType(
    name="country",
    v2_type="CountryValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: names().get(value, value),
    filters=by_name(
        lambda around: names(),
        lambda codes: Equals(VALUE, tuple(map(folded, codes))),
        _codes_of,
        _order,
    ),
)

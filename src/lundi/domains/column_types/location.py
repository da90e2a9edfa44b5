"""A place on the map. Stored: {"lat", "lng", "address"}, the numbers in degrees."""

import re
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import at
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, TERMS

_FORM = 'a place, written {"lat": "29.9", "lng": "31.1", "address": "Giza"}'
_LONGEST_ADDRESS = 2_048
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,20})?", re.ASCII)
_UNKNOWN = (
    *("city", "city_short", "country", "country_short", "place_id"),
    *("street", "street_number", "street_number_short", "street_short"),
)


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    if not any(parts.get(key) not in (None, "") for key in ("lat", "lng", "address")):
        return Given()
    return Given(value=_place(parts.get("lat"), parts.get("lng"), parts.get("address")))


def read_text(text: str, around: Around) -> Given:
    """Latitude, longitude and address, with spaces between them."""
    words = text.split(maxsplit=2)
    if len(words) < 2:
        raise unfit(text, "a place, written 29.9 31.1 Giza")
    return Given(value=_place(words[0], words[1], words[2] if words[2:] else ""))


def text_of(stored: Stored, around: Around) -> str:
    return stored["address"] or f"{stored['lat']} {stored['lng']}"


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    present = stored or {}
    known = {key: present.get(key) for key in ("lat", "lng", "address")}
    return {**known, **dict.fromkeys(_UNKNOWN)}


def _place(lat: Any, lng: Any, address: Any) -> Stored:
    return {
        "lat": _degrees(lat, "a latitude from -90 to 90", 90),
        "lng": _degrees(lng, "a longitude from -180 to 180", 180),
        "address": plain_text(address, "an address", _LONGEST_ADDRESS),
    }


def _degrees(given: Any, wanted: str, most: int) -> float:
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    is_text = isinstance(given, str) and _NUMBER.fullmatch(given.strip())
    if not (is_number or is_text) or abs(float(given)) > most:
        raise unfit(given, wanted)
    return float(given)


TYPE = ColumnType(
    name="location",
    v2_type="LocationValue",
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    operators=EMPTY | TERMS,
    sort_key=lambda value: value["address"].casefold(),
    filters=by_text(at("address")),
)

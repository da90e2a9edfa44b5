"""Some stars. Stored: how many."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Settings, Stored
from lundi.domains.column_types.filtering import by_number
from lundi.domains.column_types.inputs import mapping, unfit, whole
from lundi.domains.column_types.operators import EMPTY, SET, TERMS

_FORM = 'a rating, written {"rating": 5}'
_MOST = 5


def read_json(given: Any, around: Around) -> Given:
    rating = mapping(given, _FORM).get("rating") if isinstance(given, dict) else given
    if rating is None:
        raise unfit(given, _FORM)
    return _given(rating, around)


def read_text(text: str, around: Around) -> Given:
    return _given(text, around)


def value_of(stored: Stored, around: Around) -> Any:
    return {"rating": stored}


def text_of(stored: Stored, around: Around) -> str:
    return str(stored)


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"rating": stored}


def complete(settings: Settings) -> dict[str, Any]:
    if "max" not in settings:
        return dict(settings)
    return {**settings, "max": whole(settings["max"], "a highest rating from 1 to 10", 1, 10)}


def _given(rating: Any, around: Around) -> Given:
    most = around.settings.get("max", _MOST)
    return Given(value=whole(rating, f"a rating from 1 to {most}", 1, most))


TYPE = ColumnType(
    name="rating",
    v2_type="RatingValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    complete=complete,
    settings_schema={"max": {"type": "integer", "minimum": 1, "maximum": 10}},
    operators=SET | EMPTY | TERMS,
    filters=by_number(),
)

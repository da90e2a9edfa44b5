"""Any colour. Stored as #rrggbb."""

import re
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import VALUE
from lundi.domains.column_types.filtering import by_text
from lundi.domains.column_types.inputs import mapping, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TERMS

_FORM = 'a colour, written {"color": {"hex": "#037f4c"}}'
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def read_json(given: Any, around: Around) -> Given:
    color = mapping(given, _FORM).get("color")
    if isinstance(color, dict):
        color = color.get("hex")
    if color in (None, ""):
        return Given()
    if not isinstance(color, str):
        raise unfit(given, _FORM)
    return read_text(color, around)


def read_text(text: str, around: Around) -> Given:
    if not _HEX.fullmatch(text.strip()):
        raise unfit(text, "a colour, written #037f4c")
    return Given(value=text.strip().lower())


def value_of(stored: Stored, around: Around) -> Any:
    return {"color": {"hex": stored}}


def text_of(stored: Stored, around: Around) -> str:
    return str(stored)


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"color": stored}


TYPE = ColumnType(
    name="color_picker",
    internal="color-picker",
    v2_type="ColorPickerValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TERMS | {"contains_text"},
    filters=by_text(VALUE),
)

"""A decimal number, kept exactly as text: no float ever rounds it."""

import re
from decimal import Decimal
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Settings, Stored
from lundi.domains.column_types.filtering import by_number
from lundi.domains.column_types.inputs import mapping, plain_text, unfit
from lundi.domains.column_types.operators import EMPTY, RANGE, SET, TERMS

LONGEST = 40
_FORM = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?", re.ASCII)
_UNIT = 'a unit, written {"symbol": "$", "direction": "left"}'


def parse(text: str) -> str:
    """`007.50` -> `7.50`: leading zeros and plus signs go, the decimals given stay."""
    match = _FORM.fullmatch(text.strip())
    if not match or len(text) > LONGEST or not (match[2] or match[3]):
        raise Invalid(
            f"'{text[:40]}' is not a number: it has up to {LONGEST} digits and at most one point."
        )
    sign = "-" if match[1] == "-" else ""
    whole = match[2].lstrip("0") or "0"
    return f"{sign}{whole}.{match[3]}" if match[3] else f"{sign}{whole}"


def read_json(given: Any, around: Around) -> Given:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise unfit(given, 'a number, written "12.5"')
    return Given(value=parse(f"{Decimal(str(given)):f}"))


def read_text(text: str, around: Around) -> Given:
    return Given(value=parse(text))


def text_of(stored: Stored, around: Around) -> str:
    return str(stored)


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    unit = around.settings.get("unit") or {}
    symbol = unit.get("symbol")
    return {
        "number": None if stored is None else float(stored),
        "symbol": unit.get("custom_unit") if symbol == "custom" else symbol,
        "direction": unit.get("direction"),
    }


def complete(settings: Settings) -> dict[str, Any]:
    if settings.get("unit") is None:
        return {key: value for key, value in settings.items() if key != "unit"}
    given = mapping(settings["unit"], _UNIT)
    unit = {
        key: plain_text(given[key], _UNIT, 20)
        for key in ("symbol", "custom_unit", "direction")
        if given.get(key) is not None
    }
    if unit.setdefault("direction", "right") not in {"left", "right"}:
        raise Invalid(f"'{unit['direction']}' is not a unit's direction: it is left or right.")
    return {**settings, "unit": unit}


TYPE = ColumnType(
    name="numeric",
    in_v2="numbers",
    v2_type="NumbersValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    complete=complete,
    settings_schema={
        "unit": {
            "type": ["object", "null"],
            "properties": {
                "symbol": {"type": "string", "maxLength": 20},
                "custom_unit": {"type": "string", "maxLength": 20},
                "direction": {"enum": ["left", "right"]},
            },
        }
    },
    operators=SET | EMPTY | RANGE | TERMS | {"contains_text"},
    empty="",
    sort_key=Decimal,
    filters=by_number(),
)

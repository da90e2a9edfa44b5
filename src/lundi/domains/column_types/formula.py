"""What is computed from other columns. Nothing is stored: the formula is in the column's settings."""

from typing import Any

from lundi.domains.column_types.column_type import ColumnType, Settings, none
from lundi.domains.column_types.formulas.evaluation import read_formula
from lundi.domains.column_types.inputs import plain_text

_LONGEST = 10_000


def complete(settings: Settings) -> dict[str, Any]:
    source = plain_text(settings.get("formula"), "a formula", _LONGEST)
    if source.strip():
        read_formula(source)
    return {**settings, "formula": source}


TYPE = ColumnType(
    name="formula",
    v2_type="FormulaValue",
    writable=False,
    value_of=none,
    text_of=none,
    text_if_empty=None,
    complete=complete,
    settings_schema={"formula": {"type": "string", "maxLength": _LONGEST}},
)

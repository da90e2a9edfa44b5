"""A button, the same for every pulse: its words and colour are in the column's settings, and nothing is stored."""

from collections.abc import Sequence
from typing import Any

from lundi.core.folding import folded
from lundi.domains.column_types.column_type import Around, ColumnType, Settings, Stored, none
from lundi.domains.column_types.conditions import Always, Condition
from lundi.domains.column_types.filtering import Filters, Rule, texts_of
from lundi.domains.column_types.inputs import LONGEST_LABEL, plain_text
from lundi.domains.column_types.operators import EMPTY, SET


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {key: around.settings.get(key) for key in ("color", "label")}


def complete(settings: Settings) -> dict[str, Any]:
    for key in ("color", "label"):
        plain_text(settings.get(key), f"a button's {key}", LONGEST_LABEL)
    return dict(settings)


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """By its words."""
    return Always(folded(str(around.settings.get("label") or "")) in texts_of(values))


TYPE = ColumnType(
    name="button",
    v2_type="ButtonValue",
    writable=False,
    value_of=none,
    fields=fields,
    complete=complete,
    settings_schema={
        "color": {"type": "string", "maxLength": LONGEST_LABEL},
        "label": {"type": "string", "maxLength": LONGEST_LABEL},
    },
    operators=SET | EMPTY,
    filters=Filters(_among, present=Always(True)),
)

"""The pulse's id. Nothing is stored: the pulse knows it."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.conditions import Look
from lundi.domains.column_types.filtering import by_number
from lundi.domains.column_types.operators import EMPTY, SET, TERMS


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"item_id": around.facts and around.facts.pulse_id}


def text_of(stored: Stored, around: Around) -> str:
    return str(around.facts.pulse_id) if around.facts else ""


TYPE = ColumnType(
    name="item_id",
    internal="pulse-id",
    v2_type="ItemIdValue",
    writable=False,
    from_facts=True,
    value_of=fields,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TERMS,
    filters=by_number(Look(fact="id"), is_fact=True),
)

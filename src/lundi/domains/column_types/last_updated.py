"""When a pulse was last changed and by whom. Nothing is stored: the pulse knows it."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.creation_log import in_words, iso
from lundi.domains.column_types.filtering import by_moment
from lundi.domains.column_types.operators import BETWEEN, RANGE, SET, WITHIN


def value_of(stored: Stored, around: Around) -> Any:
    facts = around.facts
    return facts and {"updated_at": iso(facts.updated_at), "updater_id": facts.updated_by}


def text_of(stored: Stored, around: Around) -> str:
    return in_words(around.facts.updated_at) if around.facts else ""


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    facts = around.facts
    return {
        "updated_at": facts and facts.updated_at,
        "updater_id": facts and facts.updated_by,
    }


TYPE = ColumnType(
    name="last_updated",
    internal="pulse-updated",
    v2_type="LastUpdatedValue",
    writable=False,
    from_facts=True,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | RANGE | BETWEEN | WITHIN,
    filters=by_moment("updated_at"),
)

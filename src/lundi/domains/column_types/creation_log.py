"""When a pulse was made and by whom. Nothing is stored: the pulse knows it."""

from typing import Any

from lundi.core.clock import as_datetime
from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.filtering import by_moment
from lundi.domains.column_types.operators import BETWEEN, RANGE, SET, WITHIN


def iso(at: int) -> str:
    return f"{as_datetime(at):%Y-%m-%dT%H:%M:%SZ}"


def in_words(at: int) -> str:
    return f"{as_datetime(at):%Y-%m-%d %H:%M:%S} UTC"


def value_of(stored: Stored, around: Around) -> Any:
    facts = around.facts
    return facts and {"created_at": iso(facts.created_at), "creator_id": facts.creator_id}


def text_of(stored: Stored, around: Around) -> str:
    return in_words(around.facts.created_at) if around.facts else ""


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    facts = around.facts
    return {
        "created_at": facts and facts.created_at,
        "creator_id": facts and facts.creator_id,
    }


TYPE = ColumnType(
    name="creation_log",
    internal="pulse-log",
    v2_type="CreationLogValue",
    writable=False,
    from_facts=True,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | RANGE | BETWEEN | WITHIN,
    filters=by_moment("created_at"),
)

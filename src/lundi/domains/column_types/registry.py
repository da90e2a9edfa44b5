"""The column types: one file each, one line here each."""

from lundi.core.errors import Invalid
from lundi.domains.column_types import (
    date,
    last_post,
    name,
    numeric,
    person,
    status,
    tags,
    text,
    timeline,
)
from lundi.domains.column_types.column_type import ColumnType

COLUMN_TYPES: dict[str, ColumnType] = {
    kind.name: kind
    for kind in (
        name.TYPE,
        last_post.TYPE,
        person.TYPE,
        status.TYPE,
        text.TYPE,
        date.TYPE,
        numeric.TYPE,
        timeline.TYPE,
        tags.TYPE,
    )
}
CREATABLE = {
    word: kind
    for kind in COLUMN_TYPES.values()
    if kind.creatable
    for word in (kind.name, kind.shown_as)
}


def creatable_type(word: str) -> ColumnType:
    """By its name or the name it is shown by in REST API v1."""
    kind = CREATABLE.get(word)
    if kind is None:
        known = ", ".join(dict.fromkeys(CREATABLE))
        raise Invalid(f"There is no column type '{word[:40]}': it is one of {known}.")
    return kind

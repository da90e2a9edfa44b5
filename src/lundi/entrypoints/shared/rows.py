"""A pulse as a row of its board, for the web app: in answers and in live messages alike."""

from typing import Annotated

import msgspec

from lundi.domains.pulses.schemas import Pulse

Values = Annotated[
    msgspec.Raw,
    msgspec.Meta(extra_json_schema={"type": "object", "additionalProperties": True}),
]


class Row(msgspec.Struct, omit_defaults=True):
    """`values`: column id -> value; a column without one has no key. `position` sorts byte by byte. `number`: which of its
    board's pulses it was. Times in microseconds. `parent_id`: of a subitem alone, the pulse that it is under.
    """

    id: int
    group_id: str
    position: str
    name: str
    number: int
    values: Values
    updates_count: int
    created_at: int
    updated_at: int
    creator_id: int | None
    parent_id: int | None = None


def show_row(pulse: Pulse) -> Row:
    return Row(
        id=pulse.id,
        group_id=pulse.group_id,
        position=pulse.position,
        name=pulse.name,
        number=pulse.number,
        values=msgspec.Raw(pulse.values_text),
        updates_count=pulse.updates_count,
        created_at=pulse.created_at,
        updated_at=pulse.updated_at,
        creator_id=pulse.creator_id,
        parent_id=pulse.parent_id,
    )

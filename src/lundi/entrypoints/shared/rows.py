"""A pulse as a row of its board, for the web app: in answers and in live messages alike."""

from typing import Annotated

import msgspec

from lundi.domains.pulses.schemas import Pulse

Values = Annotated[
    msgspec.Raw,
    msgspec.Meta(extra_json_schema={"type": "object", "additionalProperties": True}),
]


class Row(msgspec.Struct):
    """`values`: column id -> value; a column without one has no key. `position` sorts byte by byte. Times in microseconds."""

    id: int
    group_id: str
    position: str
    name: str
    values: Values
    updates_count: int
    created_at: int
    updated_at: int
    creator_id: int | None


def show_row(pulse: Pulse) -> Row:
    return Row(
        id=pulse.id,
        group_id=pulse.group_id,
        position=pulse.position,
        name=pulse.name,
        values=msgspec.Raw(pulse.values_text),
        updates_count=pulse.updates_count,
        created_at=pulse.created_at,
        updated_at=pulse.updated_at,
        creator_id=pulse.creator_id,
    )

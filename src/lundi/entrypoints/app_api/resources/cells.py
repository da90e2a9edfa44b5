"""Values of pulses: each column type's own form, told apart by `type`. A form without a value clears the cell."""

from typing import Annotated, Any, TypeAlias

import msgspec

from lundi.core.work import Work
from lundi.domains.column_types.column_type import Stored
from lundi.domains.column_types.palette import PALETTE
from lundi.domains.pulses import value_actions
from lundi.entrypoints.app_api.operation import put
from lundi.entrypoints.app_api.shapes import Id, LongText, Title

Index = Annotated[int, msgspec.Meta(ge=0, le=max(PALETTE))]


class SetText(msgspec.Struct, tag="text"):
    text: LongText | None = None


class SetNumber(msgspec.Struct, tag="numeric"):
    number: Title | None = None


class SetDate(msgspec.Struct, tag="date"):
    """As YYYY-MM-DD."""

    day: Title | None = None


class SetTimeline(msgspec.Struct, tag="timeline"):
    """Both as YYYY-MM-DD."""

    start: Title | None = None
    end: Title | None = None


class SetPerson(msgspec.Struct, tag="person"):
    user_id: Id | None = None


class SetStatus(msgspec.Struct, tag="status"):
    index: Index | None = None


class SetTags(msgspec.Struct, tag="tags"):
    """New names become tags."""

    names: Annotated[list[Title], msgspec.Meta(max_length=100)] | None = None


Change: TypeAlias = SetText | SetNumber | SetDate | SetTimeline | SetPerson | SetStatus | SetTags


class Changed(msgspec.Struct):
    """The value as rows show it; None where it was cleared."""

    value: Any


@put("/boards/{board_id}/pulses/{pulse_id}/values/{column_id}")
async def change_value(
    work: Work, board_id: int, pulse_id: int, column_id: str, given: Change
) -> Changed:
    """Set or clear what is in a cell."""
    return Changed(await _set(work, (board_id, column_id, pulse_id), given))


async def _set(  # noqa: PLR0911  (one for each column type)
    work: Work, cell: tuple[int, str, int], given: Change
) -> Stored | None:
    match given:
        case SetText(text):
            return await value_actions.set_text(work, *cell, text or None)
        case SetNumber(number):
            return await value_actions.set_number(work, *cell, number)
        case SetDate(day):
            return await value_actions.set_date(work, *cell, day)
        case SetTimeline(start, end):
            return await value_actions.set_timeline(work, *cell, start, end)
        case SetPerson(user_id):
            return await value_actions.set_person(work, *cell, user_id)
        case SetStatus(index):
            return await value_actions.set_status(work, *cell, index=index)
        case SetTags(names):
            stored, _ = await value_actions.set_tags(work, *cell, names)
            return stored

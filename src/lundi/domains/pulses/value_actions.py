"""Setting what is in a cell: one action a column type. Given None, each clears the cell."""

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.accounts.access import active_user
from lundi.domains.boards.schemas import Column
from lundi.domains.column_types import (
    board_relation,
    date,
    numeric,
    person,
    status,
    tags,
    timeline,
    vote,
)
from lundi.domains.column_types.column_type import Stored
from lundi.domains.column_types.status_settings import color_index
from lundi.domains.pulses.access import cell_to_edit
from lundi.domains.pulses.putting import Place, put_value
from lundi.domains.pulses.reflections import reflect
from lundi.domains.pulses.schemas import Cell, Pulse
from lundi.domains.tags.actions import link_tags, tags_named
from lundi.domains.tags.schemas import Tag


async def set_text(
    work: Work, board_id: int, column_id: str, pulse_id: int, text: str | None
) -> Stored:
    return await _set(work, await cell_to_edit(work, board_id, column_id, pulse_id, "text"), text)


async def set_number(
    work: Work, board_id: int, column_id: str, pulse_id: int, number: str | None
) -> Stored:
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "numeric")
    return await _set(work, cell, None if number is None else numeric.parse(number))


async def set_date(
    work: Work, board_id: int, column_id: str, pulse_id: int, day: str | None
) -> Stored:
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "date")
    return await _set(work, cell, None if day is None else date.parse(day))


async def set_timeline(
    work: Work, board_id: int, column_id: str, pulse_id: int, start: str | None, end: str | None
) -> Stored:
    """Both days or neither."""
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "timeline")
    if start is None and end is None:
        return await _set(work, cell, None)
    if start is None or end is None:
        raise Invalid(
            "Parameters 'from' and 'to' are given both, or both empty to clear the value."
        )
    return await _set(work, cell, timeline.stored(start, end))


async def set_person(
    work: Work, board_id: int, column_id: str, pulse_id: int, user_id: int | None
) -> Stored:
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "person")
    if user_id is None:
        return await _set(work, cell, None)
    user = await active_user(work, user_id)
    return await _set(work, cell, person.stored(user.id))


async def set_status(
    work: Work,
    board_id: int,
    column_id: str,
    pulse_id: int,
    *,
    index: int | None = None,
    label: str | None = None,
    update_id: int | None = None,
) -> Stored:
    """By colour index, or by a label's text where no index is given."""
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "status")
    if index is None and label is not None:
        index = status.index_of(label, cell.column.settings["labels"])
    value = None if index is None else status.stored(color_index(index), update_id)
    return await _set(work, cell, value)


async def set_tags(
    work: Work, board_id: int, column_id: str, pulse_id: int, names: list[str] | None
) -> tuple[Stored, list[Tag]]:
    """Gives the tags too; those that were new are made."""
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "tags")
    carried = await tags_named(work, cell.board, names or [])
    tag_ids = [tag.id for tag in carried]
    await link_tags(work, cell.pulse.id, cell.column.id, tag_ids)
    return await _set(work, cell, tags.stored(tag_ids) if tag_ids else None), carried


async def set_vote(
    work: Work, board_id: int, column_id: str, pulse_id: int, *, votes: bool
) -> Stored | None:
    """The actor's own, who is a user."""
    cell = await cell_to_edit(work, board_id, column_id, pulse_id, "vote")
    voters = vote.with_vote(
        cell.pulse.values.get(cell.column.id), work.actor.user_id or 0, votes=votes
    )
    return await _set(work, cell, voters)


async def store_value(work: Work, pulse: Pulse, column: Column, value: Stored | None) -> None:
    """Into a cell that was found already; `value` as its type stores it. What links both ways is written on the other side too."""
    place = Place(pulse.board_id, pulse.id, column.id)
    await put_value(work, place, pulse.values.get(column.id), value)
    if column.type == board_relation.TYPE.name:
        await reflect(work, pulse, column, value)


async def _set(work: Work, cell: Cell, value: Stored | None) -> Stored:
    await store_value(work, cell.pulse, cell.column, value)
    return value

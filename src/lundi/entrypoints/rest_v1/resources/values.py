"""What is in a board's cells: one action a column type."""

from collections.abc import Mapping
from typing import Any, Self

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.column_types.column_type import Stored
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses import value_actions
from lundi.domains.pulses.access import cell_to_read
from lundi.domains.tags.access import count_links
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.cells import people_for, shown_value
from lundi.entrypoints.rest_v1.kinds import ColorIndex, Day, Flag, Id, Names, Number, Text, Title
from lundi.entrypoints.rest_v1.operation import get, put
from lundi.entrypoints.rest_v1.parameters import Params, body, path, query
from lundi.entrypoints.rest_v1.shapes import AddedTag, ColumnValue
from lundi.entrypoints.shared.body import Tree

_PULSE_ID = "The pulse's id: the number at the end of its URL."


class ACell(Params):
    board_id: Id = path("The board's id: the number in its URL.", example=12)
    column_id: Text = path("The column's id, as the board tells it.", example="status")


class ReadValue(ACell):
    pulse_id: Id = query(_PULSE_ID, example=345)
    return_as_array: Flag = query("Answer a list with the value in it.", default=False)


class ChangeValue(ACell):
    pulse_id: Id = body(_PULSE_ID, example=345)


class SetText(ChangeValue):
    text: Text | None = body("The text; empty clears it.", clears=True, example="Elastic")


class SetPerson(ChangeValue):
    user_id: Id | None = body("The user; empty clears it.", clears=True, example=48)


class SetStatus(ChangeValue):
    color_index: ColorIndex | None = body(
        "The label's colour, 0 to 10; empty clears the value.", default=None, example=1
    )
    label: Title | None = body("The label's text, instead of its colour.")
    update_id: Id | None = body("The update that tells of the change.")

    @classmethod
    def read(cls, tree: Tree, path_values: Mapping[str, str]) -> Self:
        # Empty clears the value, as everywhere; left out, it must not.
        if "color_index" not in tree and "label" not in tree:
            raise Invalid("Parameter 'color_index' is missing.")
        return super().read(tree, path_values)


class SetDate(ChangeValue):
    date_str: Day | None = body(
        "The date, as YYYY-MM-DD; empty clears it.", clears=True, example="2017-02-01"
    )


class SetNumber(ChangeValue):
    value: Number | None = body("The number; empty clears it.", clears=True, example="25")


class SetTags(ChangeValue):
    tags: Names | None = body(
        "The tags' names, with commas between them, made where they are new; empty clears the value.",
        clears=True,
        example=["urgent", "cake"],
    )


class SetTimeline(ChangeValue):
    start: Day | None = body(
        "The first day, as YYYY-MM-DD; both empty clears the value.",
        name="from",
        clears=True,
        example="2016-01-01",
    )
    end: Day | None = body(
        "The last day, as YYYY-MM-DD.", name="to", clears=True, example="2016-01-26"
    )


@get(
    "/boards/{board_id}/columns/{column_id}/value.json",
    tag="Boards",
    example=examples.value("status", {"index": 1, "update_id": None}),
)
async def get_value(work: Work, params: ReadValue) -> ColumnValue | list[ColumnValue]:
    """Get the value of a pulse in a column."""
    cell = await cell_to_read(work, params.board_id, params.column_id, params.pulse_id)
    kind, stored = COLUMN_TYPES[cell.column.type], cell.pulse.values.get(cell.column.id)
    people = await people_for(work, set() if stored is None else set(kind.people(stored)))
    value = ColumnValue(cell.column.id, cell.pulse.id, shown_value(cell.column, cell.pulse, people))
    return [value] if params.return_as_array else value


@put(
    "/boards/{board_id}/columns/{column_id}/text.json",
    tag="Boards",
    example=examples.value("text", "Elastic"),
)
async def set_text(work: Work, params: SetText) -> ColumnValue:
    """Set a text."""
    stored = await value_actions.set_text(work, *_cell(params), params.text)
    return await _changed(work, params, "text", stored)


@put(
    "/boards/{board_id}/columns/{column_id}/person.json",
    tag="Boards",
    example=examples.value(
        "person",
        {"name": "Ada Lovelace", "id": 48, "photo_url": examples.USER["photo_url"]},
    ),
)
async def set_person(work: Work, params: SetPerson) -> ColumnValue:
    """Set a person."""
    stored = await value_actions.set_person(work, *_cell(params), params.user_id)
    return await _changed(work, params, "person", stored)


@put(
    "/boards/{board_id}/columns/{column_id}/status.json",
    tag="Boards",
    example=examples.value("status", {"index": 1, "post_id": None}),
)
async def set_status(work: Work, params: SetStatus) -> ColumnValue:
    """Set a status, by its colour or by its label."""
    stored = await value_actions.set_status(
        work,
        *_cell(params),
        index=params.color_index,
        label=params.label,
        update_id=params.update_id,
    )
    return await _changed(work, params, "status", stored)


@put(
    "/boards/{board_id}/columns/{column_id}/date.json",
    tag="Boards",
    example=examples.value("due_date", {"date": "2017-02-01", "icon": ""}),
)
async def set_date(work: Work, params: SetDate) -> ColumnValue:
    """Set a date."""
    stored = await value_actions.set_date(work, *_cell(params), params.date_str)
    return await _changed(work, params, "date", stored)


@put(
    "/boards/{board_id}/columns/{column_id}/numeric.json",
    tag="Boards",
    example=examples.value("numbers", "25"),
)
async def set_number(work: Work, params: SetNumber) -> ColumnValue:
    """Set a number."""
    stored = await value_actions.set_number(work, *_cell(params), params.value)
    return await _changed(work, params, "numeric", stored)


@put(
    "/boards/{board_id}/columns/{column_id}/tags.json",
    tag="Boards",
    example=examples.value(
        "tags",
        {
            "tag_ids": [7],
            "added_tag": [
                {
                    "id": 7,
                    "name": "urgent",
                    "color": "black",
                    "tag_links_count": 1,
                    "board_id": 12,
                    "board_name": "Launch",
                    "board_kind": "public",
                }
            ],
        },
    ),
)
async def set_tags(work: Work, params: SetTags) -> ColumnValue:
    """Set the tags."""
    stored, carried = await value_actions.set_tags(work, *_cell(params), params.tags)
    if stored is None:
        return ColumnValue(params.column_id, params.pulse_id, None)
    board = await board_to_read(work, params.board_id)
    added = [
        AddedTag(
            id=tag.id,
            name=tag.name,
            color=tag.color,
            tag_links_count=await count_links(work, tag),
            board_id=board.id,
            board_name=board.name,
            board_kind=board.kind,
        )
        for tag in carried
    ]
    return ColumnValue(params.column_id, params.pulse_id, {**stored, "added_tag": added})


@put(
    "/boards/{board_id}/columns/{column_id}/timeline.json",
    tag="Boards",
    example=examples.value("timeline", {"from": "2016-01-01", "to": "2016-01-26"}),
)
async def set_timeline(work: Work, params: SetTimeline) -> ColumnValue:
    """Set a timeline."""
    stored = await value_actions.set_timeline(work, *_cell(params), params.start, params.end)
    return await _changed(work, params, "timeline", stored)


def _cell(params: ChangeValue) -> tuple[int, str, int]:
    return params.board_id, params.column_id, params.pulse_id


async def _changed(
    work: Work, params: ChangeValue, type_name: str, stored: Stored | None
) -> ColumnValue:
    kind = COLUMN_TYPES[type_name]
    value: Any = kind.empty
    if stored is not None:
        people = await people_for(work, set(kind.people(stored)))
        value = kind.show_after_change(stored, people)
    return ColumnValue(params.column_id, params.pulse_id, value)

"""What is in a cell, as REST API v1 shows it."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from lundi.core.work import Work
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.boards.schemas import Column
from lundi.domains.column_types.column_type import People, Person, as_stored, nobody
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.rest_v1.formats import photo_url, when

Cell: TypeAlias = Callable[[Pulse], dict[str, Any]]


async def people_for(work: Work, user_ids: set[int]) -> People:
    users = await users_by_id(work, user_ids)
    return {
        user.id: Person(user.name, user.id, photo_url(work, user.id), user.is_guest)
        for user in users.values()
    }


def shown_value(column: Column, pulse: Pulse, people: People) -> Any:
    """As `value.json` reads it."""
    if column.type == "name":
        return pulse.name
    if column.type == "last_post":
        at = pulse.last_update_at
        return None if at is None else {"updated_at": when(at)}
    kind = COLUMN_TYPES[column.type]
    stored = pulse.values.get(column.id)
    return kind.empty if stored is None else kind.show(stored, people)


def named_users(found: Sequence[Pulse], columns: dict[int, list[Column]]) -> set[int]:
    """The users that the values name."""
    naming = {
        board_id: [c for c in of_board if COLUMN_TYPES[c.type].people is not nobody]
        for board_id, of_board in columns.items()
    }
    return {
        user_id
        for pulse in found
        for column in naming[pulse.board_id]
        if column.id in pulse.values
        for user_id in COLUMN_TYPES[column.type].people(pulse.values[column.id])
    }


def cell_makers(columns: list[Column], people: People) -> list[Cell]:
    """For each column, what makes a pulse's cell: chosen once a page, not once a cell."""
    return [_cell_maker(column, people) for column in columns]


def _cell_maker(column: Column, people: People) -> Cell:
    column_id, title, kind = column.id, column.title, COLUMN_TYPES[column.type]
    if column.type == "name":
        return lambda pulse: {"cid": column_id, "title": title, "name": pulse.name}
    if column.type == "last_post" or kind.show is not as_stored:
        return lambda pulse: {
            "cid": column_id,
            "title": title,
            "value": shown_value(column, pulse, people) or None,
        }
    return lambda pulse: {"cid": column_id, "title": title, "value": pulse.values.get(column_id)}

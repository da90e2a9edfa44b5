"""What is in a cell, as REST API v1 shows it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from lundi.core.work import Work
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.boards.schemas import Column
from lundi.domains.column_types.column_type import Around, People, Person, as_stored, nobody
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.rest_v1.formats import photo_url, when


class Cell(msgspec.Struct, gc=False):
    """A pulse's name is in `name`, all else in `value`."""

    cid: str
    title: str
    value: Any = UNSET
    name: str | UnsetType = UNSET


class CellColumn(NamedTuple):
    """What a cell tells of its column."""

    id: str
    title: str
    type: str


class CellMaker(NamedTuple):
    """How the cells of one column are made. `make` is None where what is stored is shown as it is."""

    column_id: str
    title: str
    make: Callable[[Pulse], Cell] | None


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
        return _last_post(pulse)
    kind = COLUMN_TYPES[column.type]
    if kind.from_facts:
        return kind.value(None, Around(facts=pulse.facts))
    stored = pulse.values.get(column.id)
    return kind.empty if stored is None else kind.show(stored, people)


def named_users(found: Sequence[Pulse], columns: Mapping[int, Sequence[CellColumn]]) -> set[int]:
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


def cell_makers(columns: Sequence[CellColumn], people: People) -> list[CellMaker]:
    """One for each column, for all pulses of a page."""
    return [CellMaker(c.id, c.title, _maker(c, people)) for c in columns]


def cells_of(pulse: Pulse, makers: list[CellMaker]) -> list[Cell]:
    value = pulse.values.get
    return [
        Cell(column_id, title, value(column_id)) if make is None else make(pulse)
        for column_id, title, make in makers
    ]


def _maker(column: CellColumn, people: People) -> Callable[[Pulse], Cell] | None:
    column_id, title = column.id, column.title
    if column.type == "name":
        return lambda pulse: Cell(column_id, title, name=pulse.name)
    if column.type == "last_post":
        return lambda pulse: Cell(column_id, title, _last_post(pulse))
    kind = COLUMN_TYPES[column.type]
    if kind.from_facts:
        return lambda pulse: Cell(column_id, title, kind.value(None, Around(facts=pulse.facts)))
    show = kind.show
    if show is as_stored:
        return None

    def shown(pulse: Pulse) -> Cell:
        stored = pulse.values.get(column_id)
        return Cell(column_id, title, None if stored is None else show(stored, people) or None)

    return shown


def _last_post(pulse: Pulse) -> dict[str, str] | None:
    at = pulse.last_update_at
    return None if at is None else {"updated_at": when(at)}

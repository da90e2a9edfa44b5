"""Setting cells as API v2 gives them: JSON objects or simple texts, several columns in one go."""

from collections.abc import Mapping
from typing import Any

import msgspec

from lundi.core.errors import Invalid, NotFound
from lundi.core.work import Work
from lundi.domains.accounts.queries import user_ids_by_email, users_by_id
from lundi.domains.boards.access import board_to_edit, board_to_work_on, check_editable
from lundi.domains.boards.column_actions import set_column_settings
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.column_types import dependency, person, tags
from lundi.domains.column_types.column_type import Around, Given, UnknownLabel
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.access import pulse_on_board_to_edit, pulse_on_board_to_read
from lundi.domains.pulses.actions import create_pulse, rename_pulse
from lundi.domains.pulses.queries import visible_pulses
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.value_actions import store_value
from lundi.domains.tags.actions import link_tags, scope_of
from lundi.domains.tags.queries import tags_by_id
from lundi.domains.teams.queries import teams_by_id

NAME = "name"
MOST_COLUMNS = 500
LONGEST_NAME = 255


class NameRefused(Invalid):
    """The name of a pulse is empty or too long."""


class ValueRefused(Invalid):
    """What was given doesn't fit the column: of the type `column_type`, as API v2 reports it."""

    def __init__(self, sentence: str, column: Column, *, is_label: bool = False) -> None:
        super().__init__(sentence)
        self.column_type = COLUMN_TYPES[column.type].internal
        self.is_label = is_label


class Simple(msgspec.Struct, frozen=True):
    """A simple text, where JSON could be given too."""

    text: str


async def change_values(
    work: Work,
    board_id: int,
    pulse_id: int,
    given: Mapping[str, Any],
    *,
    make_labels: bool = False,
) -> Pulse:
    """`given`: column id -> decoded JSON, a simple text or Simple; all are set or none. Its `name` renames the pulse.

    Raises ValueRefused, and NotFound for a column that isn't there.
    """
    board = await board_to_work_on(work, board_id)
    pulse = await pulse_on_board_to_edit(work, board, pulse_id)
    meant = await _meant(work, board, given, make_labels)
    for one in meant:
        if one.column.type == dependency.TYPE.name:
            await _check_no_circle(work, pulse, one)
    if NAME in given:
        pulse = await rename_pulse(work, pulse.id, checked_name(given[NAME]))
    await _store(work, pulse, meant)
    return await pulse_on_board_to_read(work, board, pulse.id)


async def create_pulse_with(
    work: Work,
    board_id: int,
    *,
    creator_id: int | None,
    name: str,
    group_id: str | None,
    given: Mapping[str, Any],
    make_labels: bool = False,
    at_bottom: bool = False,
    parent_id: int | None = None,
) -> Pulse:
    """As `create_pulse`, with values as `change_values` takes them."""
    board = await board_to_edit(work, board_id)
    meant = await _meant(work, board, given, make_labels)
    pulse = await create_pulse(
        work,
        board_id,
        creator_id=creator_id,
        name=checked_name(given.get(NAME, name)),
        group_id=group_id,
        at_bottom=at_bottom,
        parent_id=parent_id,
    )
    if not meant:
        return pulse
    await _store(work, pulse, meant)
    return await pulse_on_board_to_read(work, board, pulse.id)


def checked_name(name: Any) -> str:
    text = name.text if isinstance(name, Simple) else name
    if not isinstance(text, str) or not 1 <= len(text.strip()) <= LONGEST_NAME:
        raise NameRefused(f"An item's name has 1 to {LONGEST_NAME} characters.")
    return text.strip()


class _Meant(msgspec.Struct, frozen=True):
    column: Column
    given: Given


async def _store(work: Work, pulse: Pulse, meant: list[_Meant]) -> None:
    for one in meant:
        if one.column.type == tags.TYPE.name:
            await link_tags(work, pulse.id, one.column.id, list(one.given.tags))
        await store_value(work, pulse, one.column, one.given.value)


async def _meant(
    work: Work, board: Board, given: Mapping[str, Any], make_labels: bool
) -> list[_Meant]:
    wanted = [column_id for column_id in given if column_id != NAME]
    if not wanted:
        return []
    if len(wanted) > MOST_COLUMNS:
        raise Invalid(f"At most {MOST_COLUMNS} columns can be set at once.")
    columns = {c.id: c for c in (await columns_of_boards(work, {board.id}))[board.id]}
    meant = []
    for column_id in wanted:
        column = columns.get(column_id)
        if column is None:
            raise NotFound(
                f"There is no column '{column_id[:80]}' on board {board.id}.",
                column_id=column_id,
                board_id=board.id,
            )
        meant.append(_Meant(column, _read(column, given[column_id], make_labels)))
    meant = await _with_users(work, meant)
    await _check(work, board, meant)
    for one in meant:
        if one.given.settings is not None:
            check_editable(board)
            await set_column_settings(work, one.column, one.given.settings)
    return meant


async def _check_no_circle(work: Work, pulse: Pulse, meant: _Meant) -> None:
    """That nothing which the pulse is to wait for waits for the pulse."""
    level, seen = set(meant.given.pulses), set[int]()
    while level:
        if pulse.id in level:
            raise ValueRefused(
                f"Item {pulse.id} would depend on itself, by what it depends on.", meant.column
            )
        seen |= level
        found = await visible_pulses(work, level)
        stored = [one.values.get(meant.column.id) for one in found.values()]
        level = {i for value in stored if value for i in value["item_ids"]} - seen


def _read(column: Column, raw: Any, make_labels: bool) -> Given:
    kind = COLUMN_TYPES[column.type]
    around = Around(settings=column.settings, make_labels=make_labels)
    try:
        if isinstance(raw, Simple):
            return kind.from_text(raw.text, around)
        return kind.from_json(raw, around)
    except UnknownLabel as error:
        raise ValueRefused(str(error), column, is_label=True) from None
    except Invalid as error:
        raise ValueRefused(str(error), column) from None


async def _with_users(work: Work, meant: list[_Meant]) -> list[_Meant]:
    """Those named by e-mail address by their ids."""
    emails = {email for one in meant for email in one.given.emails}
    if not emails:
        return meant
    found = await user_ids_by_email(work, emails)
    for one in meant:
        for email in one.given.emails:
            if email not in found:
                raise ValueRefused(f"There is no user '{email[:80]}' in this account.", one.column)
    return [
        _Meant(one.column, person.with_users(one.given, found)) if one.given.emails else one
        for one in meant
    ]


async def _check(work: Work, board: Board, meant: list[_Meant]) -> None:
    """That what the values name is there: one statement a kind of thing."""
    users = await users_by_id(work, {i for one in meant for i in one.given.users})
    teams = await teams_by_id(work, {i for one in meant for i in one.given.teams})
    carried = await tags_by_id(work, {i for one in meant for i in one.given.tags})
    items = await visible_pulses(work, {i for one in meant for i in one.given.pulses})
    of_board = {tag.id for tag in carried.values() if tag.board_id == scope_of(board)}
    for one in meant:
        linkable = _linkable_boards(board, one.column)
        near = {
            pulse.id for pulse in items.values() if linkable is None or pulse.board_id in linkable
        }
        for what, ids, found in (
            ("user", one.given.users, users.keys()),
            ("team", one.given.teams, teams.keys()),
            ("tag", one.given.tags, of_board),
            ("item", one.given.pulses, near),
        ):
            for missing in set(ids) - found:
                raise ValueRefused(
                    f"There is no {what} {missing} that this column can hold.", one.column
                )


def _linkable_boards(board: Board, column: Column) -> list[int] | None:
    """Of which boards pulses can be linked to; None is any."""
    if column.type == dependency.TYPE.name:
        return [board.id]
    return column.settings.get("boardIds") or None

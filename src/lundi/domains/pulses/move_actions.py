"""Moving pulses and whole groups, within a board and to another."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.access import (
    board_to_edit,
    board_to_work_on,
    check_stands_alone,
    group_to_edit,
)
from lundi.domains.boards.column_copies import copy_subitems_board
from lundi.domains.boards.group_actions import add_group, remove_moved_group
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board, Column, Group
from lundi.domains.boards.subitem_boards import GROUP, subitems_board
from lundi.domains.pulses.access import pulse_on_board_to_edit, pulse_to_read
from lundi.domains.pulses.actions import places_on_top
from lundi.domains.pulses.events import PulseLeft, PulseMoved
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses
from lundi.domains.tags.actions import link_tags, tags_for_board

_THE_PULSE = sa.and_(
    pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id")
)
_IN_GROUP = sa.and_(
    pulses.c.account_id == parameter("account_id"),
    pulses.c.board_id == parameter("board_id"),
    pulses.c.group_id == parameter("group_id", sa.Text),
)
_VALUES_TO_CHANGE = sa.select(pulses.c["values"]).where(_THE_PULSE).with_for_update()
_VALUES_OF_GROUP = sa.select(pulses.c.id, pulses.c["values"]).where(_IN_GROUP).with_for_update()
_numbered = pulses.alias("numbered")
_OF_TARGET = sa.func.coalesce(
    sa.select(sa.func.max(_numbered.c.number))
    .where(
        _numbered.c.account_id == parameter("account_id"),
        _numbered.c.board_id == parameter("new_board_id"),
    )
    .scalar_subquery(),
    0,
)
_MOVE = (
    sa.update(pulses)
    .where(_THE_PULSE)
    .values(
        board_id=parameter("new_board_id"),
        group_id=parameter("new_group_id", sa.Text),
        position=parameter("position", sa.Text),
        number=sa.case(
            (pulses.c.board_id == parameter("new_board_id"), pulses.c.number), else_=_OF_TARGET + 1
        ),
        updated_at=parameter("now"),
    )
)
_SET_VALUES = sa.update(pulses).where(_THE_PULSE).values(values=parameter("values", Json))
_MOVE_GROUP = (
    sa.update(pulses)
    .where(_IN_GROUP)
    .values(
        number=pulses.c.number + _OF_TARGET,
        board_id=parameter("new_board_id"),
        group_id=parameter("new_group_id", sa.Text),
        updated_at=parameter("now"),
    )
)
_parents = pulses.alias("parents")
_PARENT_MOVED = sa.and_(
    pulses.c.account_id == parameter("account_id"),
    pulses.c.board_id == parameter("board_id"),
    sa.exists()
    .where(
        _parents.c.account_id == parameter("account_id"),
        _parents.c.id == pulses.c.parent_id,
        _parents.c.board_id == parameter("target_id"),
    )
    .correlate_except(_parents),
)
_MOVED_AWAY = sa.select(pulses.c.id, pulses.c["values"]).where(_PARENT_MOVED).with_for_update()
_MOVE_SUBITEMS = (
    sa.update(pulses)
    .where(_PARENT_MOVED)
    .values(
        board_id=parameter("new_board_id"),
        group_id=parameter("new_group_id", sa.Text),
        number=pulses.c.number + _OF_TARGET,
        updated_at=parameter("now"),
    )
)


ColumnMapping: TypeAlias = Mapping[str, str | None]
"""By the source's columns the target's, None where the values are dropped. It names all but those in _UNMAPPED."""
_UNMAPPED = ("name", "last_post", "subtasks", "formula")


class WouldLoseValues(Invalid):
    """The other board has no column for some values. `columns`: the titles of theirs, in quotes."""

    def __init__(self, board_id: int, columns: list[str]) -> None:
        super().__init__(
            f"Board {board_id} has no column for the values of {', '.join(columns)}; "
            "with force_move_to_board=true they are dropped."
        )
        self.board_id = board_id
        self.columns = columns


class UnfitMapping(Invalid):
    """Which column goes where was given in a way that can't be."""


class _Fit(msgspec.Struct, frozen=True):
    """What happens to values on their way between two boards. `kept`: by the source's column, the target's that takes its value."""

    target: Board
    kept: dict[str, Column]
    dropped: dict[str, Column]

    @property
    def changes_nothing(self) -> bool:
        return not self.dropped and not any(c.type == "tags" for c in self.kept.values())


async def move_pulses(
    work: Work,
    board_id: int,
    pulse_ids: list[int],
    group_id: str,
    *,
    to_board_id: int | None = None,
    dropping: bool = False,
    mapping: ColumnMapping | None = None,
    of_subitems: ColumnMapping | None = None,
) -> list[Pulse]:
    """To the top of the group, in the order given: all of them or none.

    To another board the values of columns that match by id and type go along. Without `dropping` it is Invalid where any
    other value would be lost. `mapping`, and that of their subitems, says which column's values go where instead.
    """
    board = await board_to_work_on(work, board_id)
    target = board
    if to_board_id is not None and to_board_id != board.id:
        target = await board_to_edit(work, to_board_id)
    group = await group_to_edit(work, target, group_id)
    found = [
        await pulse_on_board_to_edit(work, board, pulse_id) for pulse_id in dict.fromkeys(pulse_ids)
    ]
    carried: dict[int, dict[str, Any]] = {}
    if target.id != board.id:
        for one in (board, target):
            check_stands_alone(one)
        fit = await _fit(work, board, target, mapping)
        _check_nothing_lost(fit, [pulse.values for pulse in found], dropping)
        for pulse in found:
            carried[pulse.id] = await _carry_values(work, fit, pulse.id)
    for pulse, place in zip(found, await places_on_top(work, group, len(found)), strict=True):
        await move_to(work, pulse, group, place, carried.get(pulse.id))
    if target.id != board.id:
        await _carry_subitems(work, board, target, dropping or mapping is not None, of_subitems)
    return [await pulse_to_read(work, pulse.id) for pulse in found]


async def move_group(
    work: Work, board_id: int, group_id: str, to_board_id: int, *, dropping: bool = False
) -> Group:
    """On top of the other board, with all its pulses. Values as in `move_pulses`."""
    board = await board_to_edit(work, board_id)
    group = await group_to_edit(work, board, group_id)
    target = await board_to_edit(work, to_board_id)
    if target.id == board.id:
        raise Invalid(f"Group '{group.id}' is on board {board.id} already.")
    for one in (board, target):
        check_stands_alone(one)
    fit = await _fit(work, board, target)
    if not fit.changes_nothing:
        rows = await work.all(
            _VALUES_OF_GROUP, _id_and_values, board_id=board.id, group_id=group.id
        )
        _check_nothing_lost(fit, [values for _, values in rows], dropping)
        for pulse_id, _ in rows:
            await _carry_values(work, fit, pulse_id)
    moved = await add_group(work, target, group.id, group.title, group.color)
    await work.run(
        _MOVE_GROUP,
        board_id=board.id,
        group_id=group.id,
        new_board_id=target.id,
        new_group_id=moved.id,
    )
    await _carry_subitems(work, board, target, dropping)
    await remove_moved_group(work, group, moved)
    return moved


async def move_to(
    work: Work,
    pulse: Pulse,
    group: Group,
    position: str,
    carried: dict[str, Any] | None = None,
) -> None:
    """One row; both were found through their doors. `carried`: its values there, where it comes to another board."""
    before: dict[str, Any] = {"from": pulse.position, "to": position}
    if carried is not None:
        before["values"] = [pulse.values, carried]
    await work.run(
        _MOVE,
        pulse_id=pulse.id,
        new_board_id=group.board_id,
        new_group_id=group.id,
        position=position,
    )
    if pulse.board_id != group.board_id:
        work.record(PulseLeft(board_id=pulse.board_id, pulse_id=pulse.id))
    work.record(
        PulseMoved(
            board_id=group.board_id,
            pulse_id=pulse.id,
            old=[pulse.board_id, pulse.group_id],
            new=[group.board_id, group.id],
            before=before,
        )
    )


async def set_values(work: Work, pulse: Pulse, values: dict[str, Any]) -> None:
    """All of a pulse's, at once, on the board where it is or goes."""
    for column_id, value in {**pulse.values, **values}.items():
        if isinstance(value, dict) and "tag_ids" in value:
            going = values.get(column_id, {}).get("tag_ids", [])
            await link_tags(work, pulse.id, column_id, going)
    await work.run(_SET_VALUES, pulse_id=pulse.id, values=as_json(values))


async def _fit(
    work: Work, source: Board, target: Board, mapping: ColumnMapping | None = None
) -> _Fit:
    """Without a mapping by ids and types. With one nothing is lost but what it maps to None."""
    columns = await columns_of_boards(work, {source.id, target.id})
    there = {column.id: column for column in columns[target.id]}
    if mapping is None:
        kept = {
            c.id: there[c.id]
            for c in columns[source.id]
            if c.id in there and there[c.id].type == c.type
        }
        dropped = {c.id: c for c in columns[source.id] if c.id not in kept}
        return _Fit(target, kept, dropped)
    return _Fit(target, _mapped(columns[source.id], there, mapping), {})


def _mapped(
    columns: list[Column], there: dict[str, Column], mapping: ColumnMapping
) -> dict[str, Column]:
    own = {c.id: c for c in columns if c.type not in _UNMAPPED}
    for source in mapping:
        if source not in own:
            raise UnfitMapping(f"'{source[:80]}' is no column that can be mapped.")
    for source in own.keys() - mapping.keys():
        raise UnfitMapping(f"It doesn't say where column '{source}' goes.")
    kept: dict[str, Column] = {}
    for source, target in mapping.items():
        if target is None:
            continue
        column = there.get(target)
        if column is None or column.type != own[source].type:
            raise UnfitMapping(
                f"Column '{source}' of type {own[source].type} can't go to '{target[:80]}'."
            )
        if column in kept.values():
            raise UnfitMapping(f"Two columns can't go to '{target}'.")
        kept[source] = column
    return kept


def _check_nothing_lost(fit: _Fit, all_values: list[dict[str, Any]], dropping: bool) -> None:
    lost = [
        f"'{column.title}'"
        for column in fit.dropped.values()
        if any(column.id in values for values in all_values)
    ]
    if lost and not dropping:
        raise WouldLoseValues(fit.target.id, lost)


async def _carry_values(work: Work, fit: _Fit, pulse_id: int) -> dict[str, Any]:
    values: dict[str, Any] = await work.one(_VALUES_TO_CHANGE, dict, pulse_id=pulse_id)
    carried = {fit.kept[key].id: value for key, value in values.items() if key in fit.kept}
    for column_id, value in values.items():
        if isinstance(value, dict) and "tag_ids" in value:
            # What is dropped leaves no tag behind: on a main board everybody could read its name.
            going = value["tag_ids"] if column_id in fit.kept else []
            kept = await tags_for_board(work, fit.target, going) if going else []
            place = fit.kept[column_id].id if column_id in fit.kept else column_id
            if place != column_id:
                await link_tags(work, pulse_id, column_id, [])
            await link_tags(work, pulse_id, place, kept)
            if kept:
                carried[place] = {"tag_ids": kept}
    if carried != values:
        await work.run(_SET_VALUES, pulse_id=pulse_id, values=as_json(carried))
    return carried


async def _carry_subitems(
    work: Work,
    source: Board,
    target: Board,
    dropping: bool,
    mapping: ColumnMapping | None = None,
) -> None:
    """After their parents; to a board with the same columns where the target has none for subitems."""
    subitems = await subitems_board(work, source)
    if subitems is None:
        return
    rows = await work.all(_MOVED_AWAY, _id_and_values, board_id=subitems.id, target_id=target.id)
    if not rows:
        return
    into = await subitems_board(work, target) or await copy_subitems_board(work, source, target)
    fit = await _fit(work, subitems, into, mapping)
    _check_nothing_lost(fit, [values for _, values in rows], dropping)
    for pulse_id, _ in rows:
        await _carry_values(work, fit, pulse_id)
    await work.run(
        _MOVE_SUBITEMS,
        board_id=subitems.id,
        target_id=target.id,
        new_board_id=into.id,
        new_group_id=GROUP[0],
    )


def _id_and_values(pulse_id: int, values: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return pulse_id, values

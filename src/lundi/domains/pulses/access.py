"""The only door to pulses: a pulse is seen by who sees its board."""

import sqlalchemy as sa

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.schema import json_text, parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.boards.access import (
    board_is_visible,
    board_to_edit,
    board_to_read,
    column_of,
    group_to_read,
)
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED, Board
from lundi.domains.boards.tables import boards, groups
from lundi.domains.pulses.schemas import ARCHIVED_ABOVE, DELETED_ABOVE, Cell, Pulse
from lundi.domains.pulses.tables import pulses

STATE = sa.case(
    (pulses.c.state == ARCHIVED_ABOVE, ARCHIVED),
    (pulses.c.state == DELETED_ABOVE, DELETED),
    (pulses.c.state != ACTIVE, pulses.c.state),
    (sa.or_(groups.c.state == DELETED, boards.c.state == DELETED), DELETED),
    (sa.or_(groups.c.state != ACTIVE, boards.c.state != ACTIVE), ARCHIVED),
    else_=ACTIVE,
).label("state")
PULSE_COLUMNS = (
    pulses.c.id,
    pulses.c.board_id,
    pulses.c.group_id,
    pulses.c.parent_id,
    pulses.c.position,
    pulses.c.name,
    pulses.c.number,
    json_text(pulses.c["values"]),
    STATE,
    pulses.c.creator_id,
    pulses.c.updates_count,
    pulses.c.last_update_at,
    pulses.c.created_at,
    pulses.c.updated_at,
)
ON_BOARD = sa.and_(boards.c.account_id == pulses.c.account_id, boards.c.id == pulses.c.board_id)
IN_GROUP = sa.and_(
    groups.c.account_id == pulses.c.account_id,
    groups.c.board_id == pulses.c.board_id,
    groups.c.id == pulses.c.group_id,
)
_PULSE = (
    sa.select(*PULSE_COLUMNS)
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(
        pulses.c.account_id == parameter("account_id"),
        pulses.c.id == parameter("pulse_id"),
        board_is_visible(),
    )
)


async def pulse_to_read(work: Work, pulse_id: int) -> Pulse:
    """An archived pulse can be read; a deleted one is gone."""
    pulse = await _found(work, pulse_id)
    if pulse.state == DELETED:
        raise NotFound(f"There is no pulse {pulse_id}.", pulse_id=pulse_id)
    return pulse


async def pulse_to_edit(work: Work, pulse_id: int) -> Pulse:
    pulse = await _found(work, pulse_id)
    may_write(work)
    if pulse.state != ACTIVE:
        raise Conflict(f"Pulse {pulse_id} is {pulse.state} and can't be changed.")
    return pulse


async def pulse_to_delete(work: Work, pulse_id: int) -> Pulse:
    """An archived pulse can still be deleted."""
    pulse = await _found(work, pulse_id)
    may_write(work)
    if pulse.state == DELETED:
        raise Conflict(f"Pulse {pulse_id} is deleted already.")
    return pulse


async def _check_parent(work: Work, pulse: Pulse) -> None:
    if pulse.parent_id is not None:
        parent = await _found(work, pulse.parent_id)
        if parent.state != ACTIVE:
            raise Conflict(f"Restore pulse {parent.id} first: it is {parent.state}.")


async def pulse_to_restore(work: Work, pulse_id: int) -> Pulse:
    """Archived or deleted itself, where its board and its group are active."""
    pulse = await _found(work, pulse_id)
    may_write(work)
    board = await board_to_read(work, pulse.board_id)
    if board.state != ACTIVE:
        raise Conflict(f"Restore board {board.id} first: it is {board.state}.")
    group = await group_to_read(work, board, pulse.group_id)
    if group.state != ACTIVE:
        raise Conflict(f"Restore group '{group.id}' first: it is {group.state}.")
    await _check_parent(work, pulse)
    if pulse.state == ACTIVE:
        raise Conflict(f"Pulse {pulse_id} is neither archived nor deleted.")
    return pulse


async def pulse_on_board_to_read(work: Work, board: Board, pulse_id: int) -> Pulse:
    return _on(board, await pulse_to_read(work, pulse_id))


async def pulse_on_board_to_edit(work: Work, board: Board, pulse_id: int) -> Pulse:
    return _on(board, await pulse_to_edit(work, pulse_id))


async def cell_to_read(work: Work, board_id: int, column_id: str, pulse_id: int) -> Cell:
    board = await board_to_read(work, board_id)
    column = await column_of(work, board, column_id)
    return Cell(board, column, await pulse_on_board_to_read(work, board, pulse_id))


async def cell_to_edit(
    work: Work, board_id: int, column_id: str, pulse_id: int, type_name: str
) -> Cell:
    """Invalid where the column is of another type than `type_name`."""
    board = await board_to_edit(work, board_id)
    column = await column_of(work, board, column_id)
    if column.type != type_name:
        raise Invalid(f"Column '{column.id}' is of type {column.type}, not {type_name}.")
    return Cell(board, column, await pulse_on_board_to_edit(work, board, pulse_id))


async def _found(work: Work, pulse_id: int) -> Pulse:
    pulse = await work.first(_PULSE, Pulse, pulse_id=pulse_id)
    if pulse is None:
        raise NotFound(f"There is no pulse {pulse_id}.", pulse_id=pulse_id)
    return pulse


def _on(board: Board, pulse: Pulse) -> Pulse:
    if pulse.board_id != board.id:
        raise NotFound(f"There is no pulse {pulse.id} on board {board.id}.", pulse_id=pulse.id)
    return pulse

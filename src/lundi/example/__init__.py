"""Some boards for a new account to look around in, owned by whoever sets it up."""

from lundi.core.clock import DAY, as_datetime
from lundi.core.naming import snake_case
from lundi.core.work import Work
from lundi.domains.boards.actions import FIRST_GROUP, create_board
from lundi.domains.boards.column_actions import create_column
from lundi.domains.boards.group_actions import change_group, create_group
from lundi.domains.conversation.actions import post_update
from lundi.domains.pulses import value_actions
from lundi.domains.pulses.actions import create_pulse
from lundi.example.boards import BOARDS
from lundi.example.plan import Board, Column, Group

__all__ = ["add_example"]


async def add_example(work: Work) -> None:
    """In the name of the actor, who is a user."""
    for plan in BOARDS:
        await _add_board(work, plan)


async def _add_board(work: Work, plan: Board) -> None:
    board = await create_board(
        work,
        creator_id=_me(work),
        name=plan.name,
        description=plan.description,
        kind="public",
    )
    for column in plan.columns:
        await create_column(
            work,
            board.id,
            title=column.title,
            type_name=column.type,
            labels=column.labels,
            unit=column.unit,
        )
    first, *others = plan.groups
    # A new board has one already.
    await change_group(work, board.id, FIRST_GROUP[0], first.title, first.color)
    await _add_pulses(work, board.id, FIRST_GROUP[0], plan, first)
    for group in others:
        made = await create_group(work, board.id, group.title, group.color, at_bottom=True)
        await _add_pulses(work, board.id, made.id, plan, group)


async def _add_pulses(work: Work, board_id: int, group_id: str, plan: Board, group: Group) -> None:
    for name, *cells in group.rows:
        pulse = await create_pulse(
            work,
            board_id,
            creator_id=_me(work),
            name=name,
            group_id=group_id,
            at_bottom=True,
        )
        for column, cell in zip(plan.columns, cells, strict=True):
            if cell:
                await _set(work, board_id, pulse.id, column, cell)
        if name in plan.updates:
            await post_update(work, pulse.id, _me(work), plan.updates[name], announcement=False)


async def _set(work: Work, board_id: int, pulse_id: int, column: Column, cell: str) -> None:
    column_id = snake_case(column.title, otherwise=column.type)
    place = (work, board_id, column_id, pulse_id)
    match column.type:
        case "person":
            await value_actions.set_person(*place, _me(work))
        case "status":
            await value_actions.set_status(*place, label=cell)
        case "timeline":
            start, end = (_day(work, days) for days in cell.split(" to "))
            await value_actions.set_timeline(*place, start, end)
        case "date":
            await value_actions.set_date(*place, _day(work, cell))
        case "numeric":
            await value_actions.set_number(*place, cell)
        case "tags":
            await value_actions.set_tags(*place, cell.split(", "))


def _day(work: Work, days: str) -> str:
    return str(as_datetime(work.now + int(days) * DAY).date())


def _me(work: Work) -> int:
    return work.actor.user_id or 0

"""One board as steps: its frame, its pulses, the conversation about them, and what was put away since."""

from random import Random

from lundi.core.clock import SECOND
from lundi.core.work import Work
from lundi.demo.moments import TODAY, moment
from lundi.demo.people import JOINED
from lundi.demo.plan import Board, Group
from lundi.demo.pulse_steps import births_of, pulse_steps
from lundi.demo.story import Act, Made, Step
from lundi.demo.talk_steps import talk_steps
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.actions import FIRST_GROUP, create_board, subscribe_to_board
from lundi.domains.boards.column_actions import create_column
from lundi.domains.boards.group_actions import change_group, create_group
from lundi.domains.boards.queries import all_columns
from lundi.domains.pulses.actions import archive_pulse
from lundi.domains.pulses.group_state_actions import archive_group


def board_steps(board: Board) -> list[Step]:
    # Drawn anew for each board: a change to one leaves the others as they are.
    rng = Random(board.name)  # noqa: S311 - it only has to be the same every time
    births = births_of(board, rng)
    return [
        Step(moment(board.created), board.owner, _frame(board)),
        *_subscribing_steps(board),
        *pulse_steps(board, births, rng),
        *talk_steps(board, births, rng),
        *_archiving_steps(board),
    ]


def _frame(board: Board) -> Act:
    async def frame(work: Work, made: Made) -> None:
        made.boards[board.name] = board_id = (
            await create_board(
                work,
                creator_id=made.people[board.owner].id,
                name=board.name,
                description=board.description,
                kind=board.kind,
            )
        ).id
        for column in board.columns:
            await create_column(
                work,
                board_id,
                title=column.title,
                type_name=column.type,
                labels=column.labels,
                unit=column.unit,
            )
        for made_column in await all_columns(work, await board_to_read(work, board_id)):
            made.columns[board.name, made_column.title] = made_column.id
        await _create_groups(work, made, board)

    return frame


async def _create_groups(work: Work, made: Made, board: Board) -> None:
    """From the bottom up: a new group goes on top, and a new board has one already."""
    board_id = made.boards[board.name]
    *upper, last = board.groups
    group = await change_group(work, board_id, FIRST_GROUP[0], last.title, last.color)
    made.groups[board.name, last.title] = group.id
    for plan in reversed(upper):
        group = await create_group(work, board_id, plan.title, plan.color)
        made.groups[board.name, plan.title] = group.id


def _subscribing_steps(board: Board) -> list[Step]:
    return [
        Step(
            max(moment(board.created), JOINED[key]) + 1,
            board.owner,
            _subscribe(board, key, as_admin=key == board.co_owner),
        )
        for key in (*board.team, *board.readers)
    ]


def _subscribe(board: Board, key: str, as_admin: bool) -> Act:
    async def subscribe(work: Work, made: Made) -> None:
        await subscribe_to_board(work, made.boards[board.name], made.people[key].id, as_admin)

    return subscribe


def _archiving_steps(board: Board) -> list[Step]:
    put_away = moment(TODAY) - 300 * SECOND
    pulses = [Step(put_away, board.owner, _archive_pulse(board, title)) for title in board.archived]
    groups = [
        Step(put_away + 1, board.owner, _archive_group(board, group))
        for group in board.groups
        if group.archived
    ]
    return pulses + groups


def _archive_pulse(board: Board, title: str) -> Act:
    async def archive(work: Work, made: Made) -> None:
        await archive_pulse(work, made.pulses[board.name, title])

    return archive


def _archive_group(board: Board, group: Group) -> Act:
    async def archive(work: Work, made: Made) -> None:
        await archive_group(work, made.boards[board.name], made.groups[board.name, group.title])

    return archive

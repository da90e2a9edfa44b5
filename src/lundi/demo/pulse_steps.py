"""The pulses of a board as steps: made, filled in, and brought to the stage they are in."""

import datetime
from operator import itemgetter
from random import Random

import msgspec

from lundi.core.clock import SECOND, as_datetime
from lundi.core.work import Work
from lundi.demo.moments import TODAY, Day, day, moment, working_day, working_moment
from lundi.demo.people import JOINED
from lundi.demo.plan import Board, Column, Group
from lundi.demo.story import Act, Made, Step
from lundi.domains.pulses import value_actions
from lundi.domains.pulses.actions import create_pulse, subscribe_to_pulse

YESTERDAY = day(TODAY) - datetime.timedelta(1)
DAYS_OF_PLANNING = 75
HOUR = 3600 * SECOND


class Birth(msgspec.Struct, frozen=True):
    """When a pulse was made, and by whom."""

    group: Group
    title: str
    moment: int
    creator: str
    stage: str
    """The one it is in today; empty for none."""


def births_of(board: Board, rng: Random) -> list[Birth]:
    """In each group in the order of its titles, but before anything was said about a pulse."""
    said = [(thread.pulse, moment(thread.at)) for thread in board.threads]
    said += [(note.pulse, moment(note.at)) for note in board.notes]
    first_said = dict(sorted(said, key=itemgetter(1), reverse=True))
    births = []
    for group in board.groups:
        first, last = _made_between(board, group)
        moments = sorted(working_moment(rng, first, last) for _ in group.titles)
        for title, made_at in zip(group.titles, moments, strict=True):
            earliest = min(made_at, first_said.get(title, made_at) - HOUR)
            creator = pick_present(board, rng, earliest)
            stage = board.told.get(title) or rng.choice(group.stages)
            births.append(Birth(group, title, earliest, creator, stage))
    return births


def pick_present(board: Board, rng: Random, at: int) -> str:
    """Somebody who writes on the board at that moment."""
    return rng.choice([key for key in board.writers if JOINED[key] < at])


def pulse_steps(board: Board, births: list[Birth], rng: Random) -> list[Step]:
    steps = []
    for birth in births:
        steps.append(Step(birth.moment, birth.creator, _create(board, birth)))
        steps += [
            Step(birth.moment + number * 17 * SECOND, birth.creator, act)
            for number, act in enumerate(_first_values(board, birth, rng), start=1)
        ]
        steps += _stage_steps(board, birth, rng)
    return steps


def _made_between(board: Board, group: Group) -> tuple[Day, Day]:
    start, end = day(group.first_day), day(group.last_day)
    first, last = start - datetime.timedelta(group.lead), start + (end - start) / 2
    if start > YESTERDAY:
        first = YESTERDAY - datetime.timedelta(DAYS_OF_PLANNING)
    return max(first, day(board.created) + datetime.timedelta(1)), min(last, YESTERDAY)


def _create(board: Board, birth: Birth) -> Act:
    async def create(work: Work, made: Made) -> None:
        pulse = await create_pulse(
            work,
            made.boards[board.name],
            creator_id=made.people[birth.creator].id,
            name=birth.title,
            group_id=made.groups[board.name, birth.group.title],
            at_bottom=True,
        )
        made.pulses[board.name, birth.title] = pulse.id

    return create


def _first_values(board: Board, birth: Birth, rng: Random) -> list[Act]:
    acts = []
    for column in board.columns:
        if _is_stage(column):
            if birth.stage:
                acts.append(_set(board, birth, column, board.opening))
        elif rng.random() < column.filled:
            acts.append(_set(board, birth, column, *_drawn(column, birth, rng)))
    return acts


def _stage_steps(board: Board, birth: Birth, rng: Random) -> list[Step]:
    if birth.stage in ("", board.opening):
        return []
    column = next(column for column in board.columns if _is_stage(column))
    latest = min(day(birth.group.last_day), YESTERDAY)
    first = as_datetime(birth.moment).date() + datetime.timedelta(1)
    changed_at = max(working_moment(rng, min(first, latest), latest), birth.moment + HOUR)
    who = pick_present(board, rng, changed_at)
    return [Step(changed_at, who, _set(board, birth, column, birth.stage))]


def _is_stage(column: Column) -> bool:
    return column.type == "status" and not column.choices


def _drawn(column: Column, birth: Birth, rng: Random) -> tuple[str, ...]:
    """A value for the cell, as `_set` takes it."""
    first, last = day(birth.group.first_day), day(birth.group.last_day)
    if column.type == "date":
        made_on = as_datetime(birth.moment).date()
        return (str(made_on if column.of_creation else working_day(rng, first, last)),)
    if column.type == "timeline":
        start = working_day(rng, first, last)
        return str(start), str(start + datetime.timedelta(rng.randint(*column.days)))
    suiting = column.suiting(birth.title)
    if column.type == "numeric" and not suiting:
        low, high, step = column.numbers
        return (str(rng.randrange(low, high + 1, step)),)
    if column.type == "tags":
        return tuple(suiting[:2] or rng.sample(column.choices, rng.choice((1, 1, 2))))
    if column.type == "person":
        present = [key for key in column.choices if JOINED[key] < birth.moment]
        return (rng.choice(present or [birth.creator]),)
    return (suiting[0] if suiting else rng.choice(column.choices),)


def _set(board: Board, birth: Birth, column: Column, *given: str) -> Act:
    async def change(work: Work, made: Made) -> None:
        board_id = made.boards[board.name]
        column_id = made.columns[board.name, column.title]
        pulse_id = made.pulses[board.name, birth.title]
        match column.type:
            case "person":
                user_id = made.people[given[0]].id
                await value_actions.set_person(work, board_id, column_id, pulse_id, user_id)
                if given[0] != birth.creator:
                    await subscribe_to_pulse(work, pulse_id, user_id, as_admin=False)
            case "status":
                await value_actions.set_status(work, board_id, column_id, pulse_id, label=given[0])
            case "tags":
                await value_actions.set_tags(work, board_id, column_id, pulse_id, list(given))
            case "timeline":
                await value_actions.set_timeline(work, board_id, column_id, pulse_id, *given)
            case one_text:
                await _ONE_TEXT[one_text](work, board_id, column_id, pulse_id, given[0])

    return change


_ONE_TEXT = {
    "text": value_actions.set_text,
    "date": value_actions.set_date,
    "numeric": value_actions.set_number,
}

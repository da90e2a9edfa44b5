"""The pulses of a board, with their values."""

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as, act_as_if_named
from lundi.domains.boards.access import board_to_read
from lundi.domains.conversation.actions import post_update
from lundi.domains.docs.descriptions import copy_descriptions
from lundi.domains.pulses import actions, duplicate_actions
from lundi.domains.pulses.access import pulse_to_read
from lundi.domains.pulses.move_actions import move_pulses as move_them
from lundi.domains.pulses.querying.pages import page_of_board
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.board_pulses import (
    BoardPulse,
    board_page,
    board_pulse_answer,
    board_pulse_answers,
)
from lundi.entrypoints.rest_v1.encoded import Encoded
from lundi.entrypoints.rest_v1.kinds import Flag, Id, Ids, PulseOrder, Text, Title
from lundi.entrypoints.rest_v1.operation import get, post
from lundi.entrypoints.rest_v1.parameters import Paged, Params, body, path, query

_BOARD_ID = "The board's id: the number in its URL."
_GROUP_ID = "The group's id, as `groups.json` tells it"
_ACTING = "Who acts, for the company token; a personal token acts for its owner."
_TO_BOTTOM = "At the bottom of the group instead of its top."


class ListBoardPulses(Paged):
    board_id: Id = path(_BOARD_ID, example=12)
    order_by: PulseOrder | None = query("Instead of the board's own order.")


class CreatePulse(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    user_id: Id | None = body(
        "Who creates it. Needed with the company token; a personal token acts for its owner.",
        example=48,
    )
    name: Title = body("The pulse's title.", name="pulse[name]", example="Order the cake")
    group_id: Title | None = body(_GROUP_ID + "; else the board's first.", example="topics")
    add_to_bottom: Flag = body(_TO_BOTTOM, default=False)
    update_text: Text | None = body("A first update, as HTML.", name="update[text]")
    announcement: Flag = body(
        "Mark the first update as an announcement.", name="update[announcement]", default=False
    )
    photo_from_url: Text | None = body(
        "Accepted for old clients, and never fetched.", name="pulse[photo_from_url]"
    )


class DuplicatePulse(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    pulse_id: Id = path("The pulse's id: the number at the end of its URL.", example=345)
    group_id: Title | None = body(_GROUP_ID + "; else the original's.", example="topics")
    owner_id: Id | None = body("Who owns the copy; the same as `user_id`.")
    user_id: Id | None = body(_ACTING, example=48)
    name: Title | None = body("The copy's title; else the original's.", example="Order more cake")
    text: Text | None = body("A first update, as HTML; the company token needs `user_id` then.")
    add_to_bottom: Flag = body(_TO_BOTTOM, default=False)


class MovePulses(Params):
    board_id: Id = path(_BOARD_ID, example=12)
    user_id: Id | None = body(_ACTING, example=48)
    group_id: Title = body(_GROUP_ID + ".", example="topics")
    pulse_ids: Ids = body("Which pulses: a list, or ids with commas between.", example=[345])
    dest_board_id: Id | None = body("The board that the group is on, if another.", example=13)
    force_move_to_board: Flag = body(
        "Drop the values that the other board has no column for.", default=False
    )


@get(
    "/boards/{board_id}/pulses.json",
    tag="Boards",
    example=[examples.BOARD_PULSE],
    may_be_late=True,
    lasts=True,
)
async def get_board_pulses(work: Work, params: ListBoardPulses) -> Encoded[list[BoardPulse]]:
    """Get the pulses of a board with their values."""
    board = await board_to_read(work, params.board_id)
    found = await page_of_board(work, board, params.window, params.order_by)
    return await board_page(work, board, found)


@post("/boards/{board_id}/pulses.json", tag="Boards", example=examples.BOARD_PULSE)
async def create_pulse(work: Work, params: CreatePulse) -> BoardPulse:
    """Create a pulse on a board."""
    await board_to_read(work, params.board_id)
    creator_id = await act_as(work, params.user_id)
    pulse = await actions.create_pulse(
        work,
        params.board_id,
        creator_id=creator_id,
        name=params.name,
        group_id=params.group_id,
        at_bottom=params.add_to_bottom,
    )
    if params.update_text is not None:
        await post_update(
            work, pulse.id, creator_id, params.update_text, announcement=params.announcement
        )
        pulse = await pulse_to_read(work, pulse.id)
    return await board_pulse_answer(work, pulse)


@post(
    "/boards/{board_id}/pulses/{pulse_id}/duplicate.json",
    tag="Boards",
    example=examples.BOARD_PULSE,
)
async def duplicate_pulse(work: Work, params: DuplicatePulse) -> BoardPulse:
    """Duplicate a pulse with its values."""
    await board_to_read(work, params.board_id)
    creator_id = await act_as_if_named(work, params.owner_id or params.user_id)
    copied = await duplicate_actions.duplicate_pulse(
        work,
        params.board_id,
        params.pulse_id,
        creator_id=creator_id,
        name=params.name,
        group_id=params.group_id,
        at_bottom=params.add_to_bottom,
    )
    await copy_descriptions(work, copied.pulse_ids)
    pulse = copied.pulse
    if params.text is not None:
        pulse = await _with_update(work, pulse, creator_id, params.text)
    return await board_pulse_answer(work, pulse)


@post("/boards/{board_id}/pulses/move.json", tag="Boards", example=[examples.BOARD_PULSE])
async def move_pulses(work: Work, params: MovePulses) -> list[BoardPulse]:
    """Move pulses to a group, of this board or another."""
    await board_to_read(work, params.board_id)
    await act_as_if_named(work, params.user_id)
    moved = await move_them(
        work,
        params.board_id,
        params.pulse_ids,
        params.group_id,
        to_board_id=params.dest_board_id,
        dropping=params.force_move_to_board,
    )
    return await board_pulse_answers(work, moved)


async def _with_update(work: Work, pulse: Pulse, author_id: int | None, text: str) -> Pulse:
    if author_id is None:
        raise Invalid(
            "Parameter 'user_id' is missing: with a text the company token must say who acts."
        )
    await post_update(work, pulse.id, author_id, text)
    return await pulse_to_read(work, pulse.id)

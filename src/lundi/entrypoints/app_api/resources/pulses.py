"""Pulses on their board."""

import msgspec

from lundi.core.errors import Conflict
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.boards.access import board_to_read
from lundi.domains.docs.descriptions import copy_descriptions
from lundi.domains.pulses import actions, duplicate_actions
from lundi.domains.pulses.access import pulse_to_read
from lundi.domains.pulses.move_actions import WouldLoseValues
from lundi.domains.pulses.move_actions import move_pulses as move_them
from lundi.domains.pulses.placing import place_pulses as place_them
from lundi.domains.pulses.subitem_actions import create_subitem as create_under
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.shapes import Id, Ids, Title
from lundi.entrypoints.shared.rows import Row, show_row


class NewPulse(msgspec.Struct):
    name: Title
    group_id: str | None = None
    at_bottom: bool = True


class NewSubitem(msgspec.Struct):
    name: Title


class Rename(msgspec.Struct):
    name: Title


class Place(msgspec.Struct):
    """After the pulse `after_id` of the group, or on its top."""

    pulse_ids: Ids
    group_id: str
    after_id: Id | None = None


class Move(msgspec.Struct):
    """To another board. `dropping` gives up values that it has no column for."""

    pulse_ids: Ids
    board_id: Id
    group_id: str
    dropping: bool = False


class Located(msgspec.Struct):
    board_id: int
    row: Row


@get("/pulses/{pulse_id}")
async def get_pulse(work: Work, pulse_id: int) -> Located:
    """A pulse, and the board it is on."""
    pulse = await pulse_to_read(work, pulse_id)
    return Located(pulse.board_id, show_row(pulse))


@post("/boards/{board_id}/pulses")
async def create_pulse(work: Work, board_id: int, given: NewPulse) -> Row:
    """A pulse in a group, at its bottom unless told otherwise."""
    await board_to_read(work, board_id)
    pulse = await actions.create_pulse(
        work,
        board_id,
        creator_id=await act_as(work, None),
        name=given.name,
        group_id=given.group_id,
        at_bottom=given.at_bottom,
    )
    return show_row(pulse)


@post("/pulses/{pulse_id}/subitems")
async def create_subitem(work: Work, pulse_id: int, given: NewSubitem) -> Located:
    """A pulse under another, after those that are there; and the board it is on, which the first of them makes."""
    await pulse_to_read(work, pulse_id)
    subitem = await create_under(
        work, pulse_id, creator_id=await act_as(work, None), name=given.name
    )
    return Located(subitem.board_id, show_row(subitem))


@put("/pulses/{pulse_id}/name")
async def rename_pulse(work: Work, pulse_id: int, given: Rename) -> Row:
    """Rename a pulse."""
    return show_row(await actions.rename_pulse(work, pulse_id, given.name))


@post("/boards/{board_id}/pulses/place")
async def place_pulses(work: Work, board_id: int, given: Place) -> list[Row]:
    """Put pulses elsewhere on their board."""
    placed = await place_them(work, board_id, given.pulse_ids, given.group_id, given.after_id)
    return [show_row(pulse) for pulse in placed]


@post("/boards/{board_id}/pulses/move")
async def move_pulses(work: Work, board_id: int, given: Move) -> list[Row]:
    """Move pulses to another board."""
    try:
        moved = await move_them(
            work,
            board_id,
            given.pulse_ids,
            given.group_id,
            to_board_id=given.board_id,
            dropping=given.dropping,
        )
    except WouldLoseValues as refusal:
        raise Conflict(
            f"That board has no column for the values of {', '.join(refusal.columns)}: "
            "moved there, the pulses lose them."
        ) from None
    return [show_row(pulse) for pulse in moved]


@post("/boards/{board_id}/pulses/{pulse_id}/duplicate")
async def duplicate_pulse(work: Work, board_id: int, pulse_id: int) -> Row:
    """A copy of a pulse with its values and its description."""
    await board_to_read(work, board_id)
    copied = await duplicate_actions.duplicate_pulse(
        work,
        board_id,
        pulse_id,
        creator_id=await act_as(work, None),
        name=None,
        group_id=None,
        at_bottom=False,
    )
    await copy_descriptions(work, copied.pulse_ids)
    return show_row(copied.pulse)


@post("/pulses/{pulse_id}/archive")
async def archive_pulse(work: Work, pulse_id: int) -> Row:
    """Archive a pulse."""
    return show_row(await actions.archive_pulse(work, pulse_id))


@delete("/pulses/{pulse_id}")
async def delete_pulse(work: Work, pulse_id: int) -> Row:
    """Delete a pulse; it can be restored for 30 days."""
    return show_row(await actions.delete_pulse(work, pulse_id))


@post("/pulses/{pulse_id}/restore")
async def restore_pulse(work: Work, pulse_id: int) -> Row:
    """Take a pulse out of the recycle bin, or out of the archive."""
    return show_row(await actions.restore_pulse(work, pulse_id))

"""Who is mentioned in what somebody writes."""

from lundi.core.work import Work
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.boards.access import board_to_read, user_sees_board
from lundi.domains.conversation.html import mentioned_in
from lundi.domains.pulses.actions import subscribe_to_pulse
from lundi.domains.pulses.queries import subscribers_of_pulse
from lundi.domains.pulses.schemas import Pulse

MOST_MENTIONED = 100
"""In one text; the others are named in it and not told."""


async def tell_mentioned(work: Work, pulse: Pulse, body: str) -> list[int]:
    """Makes them follow the pulse, those who see it; gives their ids. The pulse was found by `pulse_to_edit`."""
    named = await users_by_id(work, set(mentioned_in(body)[:MOST_MENTIONED]))
    if not named:
        return []
    board = await board_to_read(work, pulse.board_id)
    told = [
        user.id
        for user in named.values()
        if user.disabled_at is None and await user_sees_board(work, board, user)
    ]
    following = {user.id for user in await subscribers_of_pulse(work, pulse)}
    for user_id in told:
        if user_id not in following:
            await subscribe_to_pulse(work, pulse.id, user_id)
    return sorted(told)

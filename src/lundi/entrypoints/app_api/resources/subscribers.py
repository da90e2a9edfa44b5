"""Who follows a board or a pulse."""

import msgspec

from lundi.core.work import Work
from lundi.domains.boards.actions import subscribe_to_board, unsubscribe_from_board
from lundi.domains.boards.team_actions import add_teams_to_board, remove_teams_from_board
from lundi.domains.pulses.access import pulse_to_read
from lundi.domains.pulses.actions import subscribe_to_pulse, unsubscribe_from_pulse
from lundi.domains.pulses.queries import subscribers_of_pulse
from lundi.entrypoints.app_api.operation import delete, get, put
from lundi.entrypoints.app_api.resources.users import ShownUser, show_user
from lundi.entrypoints.app_api.shapes import Done


class Subscribing(msgspec.Struct):
    as_owner: bool = False


@put("/boards/{board_id}/subscribers/{user_id}")
async def add_board_subscriber(work: Work, board_id: int, user_id: int, given: Subscribing) -> Done:
    """Subscribe a user to a board; only an owner may say who else is one."""
    await subscribe_to_board(work, board_id, user_id, given.as_owner)
    return Done()


@delete("/boards/{board_id}/subscribers/{user_id}")
async def remove_board_subscriber(work: Work, board_id: int, user_id: int) -> Done:
    """Unsubscribe a user from a board."""
    await unsubscribe_from_board(work, board_id, user_id)
    return Done()


@put("/boards/{board_id}/teams/{team_id}")
async def add_board_team(work: Work, board_id: int, team_id: int, given: Subscribing) -> Done:
    """Subscribe a team to a board; only an owner may say who else is one."""
    await add_teams_to_board(work, board_id, [team_id], as_admin=given.as_owner)
    return Done()


@delete("/boards/{board_id}/teams/{team_id}")
async def remove_board_team(work: Work, board_id: int, team_id: int) -> Done:
    """Unsubscribe a team from a board."""
    await remove_teams_from_board(work, board_id, [team_id])
    return Done()


@get("/pulses/{pulse_id}/subscribers")
async def get_pulse_subscribers(work: Work, pulse_id: int) -> list[ShownUser]:
    """Who follows a pulse."""
    pulse = await pulse_to_read(work, pulse_id)
    return [show_user(user) for user in await subscribers_of_pulse(work, pulse)]


@put("/pulses/{pulse_id}/subscribers/{user_id}")
async def add_pulse_subscriber(work: Work, pulse_id: int, user_id: int) -> Done:
    """Subscribe a user to a pulse."""
    await subscribe_to_pulse(work, pulse_id, user_id)
    return Done()


@delete("/pulses/{pulse_id}/subscribers/{user_id}")
async def remove_pulse_subscriber(work: Work, pulse_id: int, user_id: int) -> Done:
    """Unsubscribe a user from a pulse."""
    await unsubscribe_from_pulse(work, pulse_id, user_id)
    return Done()

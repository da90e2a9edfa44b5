"""Teams that subscribe to a board. One that is refused refuses all."""

from collections.abc import Sequence

import sqlalchemy as sa

from lundi.core.errors import Forbidden, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import (
    board_to_edit,
    check_stands_alone,
    check_team_fits,
    owns,
)
from lundi.domains.boards.events import BoardTeamSubscribed, BoardTeamUnsubscribed
from lundi.domains.boards.schemas import Board
from lundi.domains.boards.tables import board_team_subscribers
from lundi.domains.teams.access import team_to_read
from lundi.domains.teams.schemas import Team

_THE_SUBSCRIPTION = sa.and_(
    board_team_subscribers.c.account_id == parameter("account_id"),
    board_team_subscribers.c.board_id == parameter("board_id"),
    board_team_subscribers.c.team_id == parameter("team_id"),
)
_SUBSCRIPTION = sa.select(board_team_subscribers.c.as_admin).where(_THE_SUBSCRIPTION)
_SUBSCRIBE = sa.insert(board_team_subscribers).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    team_id=parameter("team_id"),
    as_admin=parameter("as_admin", sa.Boolean),
    created_at=parameter("now"),
)
_SET_AS_ADMIN = (
    sa.update(board_team_subscribers)
    .where(_THE_SUBSCRIPTION)
    .values(as_admin=parameter("as_admin", sa.Boolean))
)
_UNSUBSCRIBE = sa.delete(board_team_subscribers).where(_THE_SUBSCRIPTION)


async def add_teams_to_board(
    work: Work, board_id: int, team_ids: Sequence[int], *, as_admin: bool = False
) -> list[Team]:
    """Once subscribed, subscribing again sets `as_admin`; giving or taking that needs an owner."""
    board = await board_to_edit(work, board_id)
    check_stands_alone(board)
    teams = [await team_to_read(work, team_id) for team_id in dict.fromkeys(team_ids)]
    for team in teams:
        check_team_fits(board, team)
        await _subscribe(work, board, team, as_admin)
    return teams


async def remove_teams_from_board(work: Work, board_id: int, team_ids: Sequence[int]) -> list[Team]:
    """Who sees the board by the team alone sees it no more; a team that owns it only an owner can take off."""
    board = await board_to_edit(work, board_id)
    check_stands_alone(board)
    teams = [await team_to_read(work, team_id) for team_id in dict.fromkeys(team_ids)]
    for team in teams:
        as_admin = await work.first(_SUBSCRIPTION, bool, board_id=board.id, team_id=team.id)
        if as_admin is None:
            raise NotFound(f"Team {team.id} does not subscribe to board {board.id}.")
        if as_admin and not owns(work, board):
            raise Forbidden(f"Only an owner of board {board.id} may take another owner off it.")
        await work.run(_UNSUBSCRIBE, board_id=board.id, team_id=team.id)
        work.record(BoardTeamUnsubscribed(board_id=board.id, team_id=team.id))
    return teams


async def _subscribe(work: Work, board: Board, team: Team, as_admin: bool) -> None:
    current = await work.first(_SUBSCRIPTION, bool, board_id=board.id, team_id=team.id)
    if as_admin != bool(current) and not owns(work, board):
        raise Forbidden(f"Only an owner of board {board.id} may say who its owners are.")
    statement = _SUBSCRIBE if current is None else _SET_AS_ADMIN
    await work.run(statement, board_id=board.id, team_id=team.id, as_admin=as_admin)
    work.record(BoardTeamSubscribed(board_id=board.id, team_id=team.id, as_admin=as_admin))

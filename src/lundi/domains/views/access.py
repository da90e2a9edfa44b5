"""The only door to views: they are seen and changed by who sees and changes their board."""

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.schemas import Board
from lundi.domains.views.schemas import View
from lundi.domains.views.tables import board_views

VIEW_COLUMNS = (
    board_views.c.id,
    board_views.c.board_id,
    board_views.c.kind,
    board_views.c.name,
    board_views.c.filter,
    board_views.c.sort,
    board_views.c.tags,
    board_views.c.settings,
    board_views.c.filter_user_id,
    board_views.c.filter_team_id,
    board_views.c.created_at,
    board_views.c.updated_at,
)
_VIEW = sa.select(*VIEW_COLUMNS).where(
    board_views.c.account_id == parameter("account_id"),
    board_views.c.board_id == parameter("board_id"),
    board_views.c.id == parameter("view_id"),
)


async def view_of(work: Work, board: Board, view_id: int) -> View:
    """On a board that was found already."""
    view = await work.first(_VIEW, View, board_id=board.id, view_id=view_id)
    if view is None:
        raise NotFound(f"There is no view {view_id} on board {board.id}.", view_id=view_id)
    return view

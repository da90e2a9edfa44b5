"""Reading views: one statement for any number of boards."""

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.views.access import VIEW_COLUMNS
from lundi.domains.views.schemas import View
from lundi.domains.views.tables import board_views

_VIEWS = (
    sa.select(*VIEW_COLUMNS)
    .where(
        board_views.c.account_id == parameter("account_id"),
        one_of(board_views.c.board_id, "board_ids"),
    )
    .order_by(board_views.c.board_id, board_views.c.id)
)


async def views_of_boards(work: Work, board_ids: set[int]) -> dict[int, list[View]]:
    """Of boards that were found already, the oldest first."""
    found: dict[int, list[View]] = {board_id: [] for board_id in board_ids}
    for view in await work.all(_VIEWS, View, board_ids=id_list(board_ids)):
        found[view.board_id].append(view)
    return found

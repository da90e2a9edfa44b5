"""Reading tags."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import Board
from lundi.domains.tags.access import TAG_COLUMNS, VISIBLE_TAGS
from lundi.domains.tags.actions import scope_of
from lundi.domains.tags.schemas import MAIN_BOARDS, Tag
from lundi.domains.tags.tables import tags

_OF_BOARD = (
    sa.select(*TAG_COLUMNS)
    .where(tags.c.account_id == parameter("account_id"), tags.c.board_id == parameter("board_id"))
    .order_by(tags.c.name, tags.c.id)
)
_OF_SCOPES = (
    sa.select(*TAG_COLUMNS)
    .where(tags.c.account_id == parameter("account_id"), one_of(tags.c.board_id, "scopes"))
    .order_by(tags.c.name, tags.c.id)
)
_VISIBLE = VISIBLE_TAGS.where(one_of(tags.c.id, "tag_ids"))
_NAMED = sa.select(*TAG_COLUMNS).where(
    tags.c.account_id == parameter("account_id"), one_of(tags.c.id, "tag_ids")
)


async def tags_by_id(work: Work, tag_ids: set[int]) -> dict[int, Tag]:
    """Tags to be named beside a pulse that the actor sees already."""
    if not tag_ids:
        return {}
    found = await work.all(_NAMED, Tag, tag_ids=id_list(tag_ids))
    return {tag.id: tag for tag in found}


async def shared_tags(work: Work) -> list[Tag]:
    """Those of the main boards; none for who sees no main board."""
    if work.actor.role == "guest":
        return []
    return await work.all(_OF_BOARD, Tag, board_id=MAIN_BOARDS)


async def visible_tags(work: Work, tag_ids: set[int]) -> dict[int, Tag]:
    """Those of them that the actor sees."""
    if not tag_ids:
        return {}
    found = await work.all(_VISIBLE, Tag, tag_ids=id_list(tag_ids))
    return {tag.id: tag for tag in found}


async def tags_of_boards(work: Work, boards: Sequence[Board]) -> dict[int, list[Tag]]:
    """As `tags_of_board`, of many at once."""
    scopes = id_list(scope_of(board) for board in boards)
    found: defaultdict[int, list[Tag]] = defaultdict(list)
    for tag in await work.all(_OF_SCOPES, Tag, scopes=scopes):
        found[tag.board_id].append(tag)
    return {board.id: found[scope_of(board)] for board in boards}


async def tags_of_board(work: Work, board: Board) -> list[Tag]:
    """All that its pulses can carry, on a board that was found already."""
    return await work.all(_OF_BOARD, Tag, board_id=scope_of(board))

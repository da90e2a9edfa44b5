"""The only door to tags: a tag is seen by who sees the board that it is of."""

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import DELETED
from lundi.domains.boards.tables import boards
from lundi.domains.tags.schemas import MAIN_BOARDS, Tag
from lundi.domains.tags.tables import tag_links, tags

TAG_COLUMNS = (
    tags.c.id,
    tags.c.board_id,
    tags.c.name,
    tags.c.color,
    tags.c.created_at,
    tags.c.updated_at,
)
_OF_A_VISIBLE_BOARD = sa.exists().where(
    boards.c.account_id == parameter("account_id"),
    boards.c.id == tags.c.board_id,
    boards.c.state != DELETED,
    board_is_visible(),
)
VISIBLE_TAGS = sa.select(*TAG_COLUMNS).where(
    tags.c.account_id == parameter("account_id"),
    sa.or_(
        sa.and_(tags.c.board_id == MAIN_BOARDS, parameter("sees_main", sa.Boolean) == sa.true()),
        _OF_A_VISIBLE_BOARD,
    ),
)
_TAG = VISIBLE_TAGS.where(tags.c.id == parameter("tag_id"))
_LINKS = sa.select(sa.func.count()).where(
    tag_links.c.account_id == parameter("account_id"), tag_links.c.tag_id == parameter("tag_id")
)


async def tag_to_read(work: Work, tag_id: int) -> Tag:
    tag = await work.first(_TAG, Tag, tag_id=tag_id)
    if tag is None:
        raise NotFound(f"There is no tag {tag_id}.", tag_id=tag_id)
    return tag


async def count_links(work: Work, tag: Tag) -> int:
    """How many times a pulse carries it."""
    return await work.one(_LINKS, int, tag_id=tag.id)

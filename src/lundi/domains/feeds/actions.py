"""Reading marks things as read."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.conversation.access import update_to_read
from lundi.domains.feeds.tables import read_marks

_MARKED = sa.select(read_marks.c.update_id).where(
    read_marks.c.account_id == parameter("account_id"),
    read_marks.c.user_id == parameter("viewer_id"),
    read_marks.c.update_id == parameter("update_id"),
)
_MARK = sa.insert(read_marks).values(
    account_id=parameter("account_id"),
    user_id=parameter("viewer_id"),
    update_id=parameter("update_id"),
    read_at=parameter("now"),
)


async def mark_read(work: Work, update_ids: list[int]) -> None:
    """For the actor, who is a user: viewers and guests have read marks too."""
    for update_id in update_ids:
        update = await update_to_read(work, update_id)
        if await work.first(_MARKED, int, update_id=update.id) is None:
            await work.run(_MARK, update_id=update.id)

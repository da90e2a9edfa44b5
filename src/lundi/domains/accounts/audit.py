"""What happened to the account and its users, for its admins to look through."""

import sqlalchemy as sa

from lundi.core.schema import one_of, parameter
from lundi.core.work import Event, Work, as_json, events
from lundi.domains.accounts import events as kinds
from lundi.domains.accounts.schemas import Audited

PAGE = 100
AUDITED = [
    name
    for name, kind in vars(kinds).items()
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
]

# None of them is about a board, so the index by boards has them together.
_BEFORE = (
    sa.select(events.c.id, events.c.kind, events.c.happened_at, events.c.actor_id, events.c.data)
    .where(
        events.c.account_id == parameter("account_id"),
        events.c.board_id.is_(None),
        events.c.id < parameter("before"),
        one_of(events.c.kind, "event_kinds"),
    )
    .order_by(events.c.id.desc())
    .limit(PAGE)
)


async def audited_before(work: Work, event_id: int) -> list[Audited]:
    """A page, the newest first."""
    return await work.all(_BEFORE, Audited, before=event_id, event_kinds=as_json(AUDITED))

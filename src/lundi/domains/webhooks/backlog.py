"""How far behind the deliveries are, for /metrics."""

import sqlalchemy as sa

from lundi.core import clock
from lundi.core.database import Database
from lundi.core.metrics import Gauge
from lundi.core.schema import parameter
from lundi.core.work import Actor, Work, read
from lundi.domains.accounts.queries import NOBODY, account_ids
from lundi.domains.webhooks.tables import webhook_deliveries

_DUE = Gauge("lundi_webhook_deliveries_due", "Deliveries that are due and wait, of all accounts.")
_LAG = Gauge(
    "lundi_webhook_lag_seconds", "For how long the oldest of them has been due; 0 where none is."
)
_BACKLOG = sa.select(sa.func.count(), sa.func.min(webhook_deliveries.c.next_at)).where(
    webhook_deliveries.c.account_id == parameter("account_id"),
    webhook_deliveries.c.next_at <= parameter("now"),
)


async def measure_backlog(database: Database) -> None:
    _DUE.values.clear()
    _LAG.values.clear()
    count, oldest = await read(database, NOBODY, _backlog)
    _DUE.set(count)
    _LAG.set(max(0, clock.now() - oldest) / clock.SECOND if count else 0)


async def _backlog(work: Work) -> tuple[int, int]:
    """How many, and since when the first of them."""
    total, first = 0, work.now
    for account_id in await account_ids(work):
        work.enter(Actor(account_id, None, "company"))
        count, oldest = await work.one(_BACKLOG, lambda *row: row)
        total, first = total + count, min(first, oldest or first)
    return total, first

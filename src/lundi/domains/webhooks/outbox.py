"""The statements of who delivers: what is due, who takes it, and what came of it."""

import msgspec
import sqlalchemy as sa

from lundi.core import clock
from lundi.core.schema import Json, one_of, parameter
from lundi.core.work import Work, as_json, id_list
from lundi.domains.webhooks.access import DELIVERY_COLUMNS, WEBHOOK_COLUMNS
from lundi.domains.webhooks.schemas import (
    DELIVERED,
    FAILED,
    NOT_LEASED,
    WAITING,
    Attempt,
    Delivery,
    Webhook,
)
from lundi.domains.webhooks.tables import webhook_deliveries, webhooks

LEASE = clock.MINUTE
"""How long a process that has taken a webhook may be silent before another one takes it. Longer than a call."""
RETRY_AFTER = tuple(minutes * clock.MINUTE for minutes in (1, 5, 15, 60, 120, 240, 480, 480))
"""Between one try of a delivery and the next; after the last it is given up."""
ATTEMPTS_KEPT = 20

_IS_DUE = sa.and_(
    webhook_deliveries.c.account_id == parameter("account_id"),
    webhook_deliveries.c.next_at <= parameter("now"),
)
_IS_FREE = webhooks.c.leased_until <= parameter("now")
_OF_WEBHOOK = sa.and_(
    webhooks.c.account_id == webhook_deliveries.c.account_id,
    webhooks.c.id == webhook_deliveries.c.webhook_id,
)
_DUE_WEBHOOKS = (
    sa.select(webhook_deliveries.c.webhook_id)
    .join(webhooks, _OF_WEBHOOK)
    .where(_IS_DUE, _IS_FREE)
    .distinct()
)
_FREE = (
    sa.select(*WEBHOOK_COLUMNS)
    .where(
        webhooks.c.account_id == parameter("account_id"),
        one_of(webhooks.c.id, "webhook_ids"),
        _IS_FREE,
    )
    .order_by(webhooks.c.id)
    .limit(parameter("take"))
    .with_for_update(skip_locked=True)
)
_LEASE = (
    sa.update(webhooks)
    .where(webhooks.c.account_id == parameter("account_id"), one_of(webhooks.c.id, "webhook_ids"))
    .values(leased_until=parameter("until"))
)
# By the lease itself: who has lost it changes nothing.
_RENEW = (
    sa.update(webhooks)
    .where(
        webhooks.c.account_id == parameter("account_id"),
        webhooks.c.id == parameter("webhook_id"),
        webhooks.c.leased_until == parameter("leased_until"),
    )
    .values(leased_until=parameter("until"))
)
_NEXT = (
    sa.select(*DELIVERY_COLUMNS)
    .where(_IS_DUE, webhook_deliveries.c.webhook_id == parameter("webhook_id"))
    .order_by(webhook_deliveries.c.created_at, webhook_deliveries.c.id)
    .limit(sa.literal_column("1"))
)
_KEEP = (
    sa.update(webhook_deliveries)
    .where(
        webhook_deliveries.c.account_id == parameter("account_id"),
        webhook_deliveries.c.id == parameter("delivery_id"),
    )
    .values(
        state=parameter("state", sa.Text),
        tries=parameter("tries", sa.Integer),
        next_at=parameter("next_at"),
        attempts=parameter("attempts", Json),
    )
)


class Leased(msgspec.Struct, frozen=True):
    """A webhook that this process alone delivers for, `until` then."""

    webhook: Webhook
    until: int


async def due_webhooks(work: Work) -> list[int]:
    """Those that nobody delivers for."""
    return await work.all(_DUE_WEBHOOKS, int)


async def lease_due(work: Work, take: int) -> list[Leased]:
    """At most that many of them."""
    due = await due_webhooks(work)
    free = await work.all(_FREE, Webhook, webhook_ids=id_list(due), take=take)
    if not free:
        return []
    until = work.now + LEASE
    await work.run(_LEASE, webhook_ids=id_list(webhook.id for webhook in free), until=until)
    return [Leased(webhook, until) for webhook in free]


async def renew(work: Work, leased: Leased) -> Leased | None:
    """None where it was lost, or the webhook deleted."""
    until = max(work.now + LEASE, leased.until + 1)
    found = await work.run(
        _RENEW, webhook_id=leased.webhook.id, leased_until=leased.until, until=until
    )
    return Leased(leased.webhook, until) if found else None


async def release(work: Work, leased: Leased) -> None:
    await work.run(
        _RENEW, webhook_id=leased.webhook.id, leased_until=leased.until, until=NOT_LEASED
    )


async def next_due(work: Work, leased: Leased) -> Delivery | None:
    """The oldest that is due: one that failed comes again later and doesn't hold up the others."""
    return await work.first(_NEXT, Delivery, webhook_id=leased.webhook.id)


async def keep_attempt(work: Work, delivery: Delivery, attempt: Attempt) -> str:
    """Gives the delivery's new state."""
    state, next_at = DELIVERED, None
    if not attempt.succeeded:
        state = FAILED
        if delivery.tries < len(RETRY_AFTER):
            state, next_at = WAITING, work.now + RETRY_AFTER[delivery.tries]
    await work.run(
        _KEEP,
        delivery_id=delivery.id,
        state=state,
        tries=delivery.tries + 1,
        next_at=next_at,
        attempts=as_json([*delivery.past_attempts, attempt][-ATTEMPTS_KEPT:]),
    )
    return state

"""The only door to webhooks: for who may change the board. What they tell of it goes out to others."""

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import DELETED
from lundi.domains.boards.tables import boards
from lundi.domains.webhooks.schemas import Delivery, Webhook
from lundi.domains.webhooks.tables import webhook_deliveries, webhooks

WEBHOOK_COLUMNS = (
    webhooks.c.id,
    webhooks.c.board_id,
    webhooks.c.event,
    webhooks.c.config,
    webhooks.c.url,
    webhooks.c.secret,
    webhooks.c.created_by,
    webhooks.c.created_at,
)
DELIVERY_COLUMNS = (
    webhook_deliveries.c.id,
    webhook_deliveries.c.webhook_id,
    webhook_deliveries.c.payload,
    webhook_deliveries.c.state,
    webhook_deliveries.c.tries,
    webhook_deliveries.c.next_at,
    webhook_deliveries.c.attempts,
    webhook_deliveries.c.created_at,
    webhook_deliveries.c.request_id,
)
ON_BOARD = sa.and_(boards.c.account_id == webhooks.c.account_id, boards.c.id == webhooks.c.board_id)
_WEBHOOK = (
    sa.select(*WEBHOOK_COLUMNS)
    .join(boards, ON_BOARD)
    .where(
        webhooks.c.account_id == parameter("account_id"),
        webhooks.c.id == parameter("webhook_id"),
        boards.c.state != DELETED,
        board_is_visible(),
    )
)
_DELIVERY = sa.select(*DELIVERY_COLUMNS).where(
    webhook_deliveries.c.account_id == parameter("account_id"),
    webhook_deliveries.c.id == parameter("delivery_id"),
)


async def webhook_to_edit(work: Work, webhook_id: int) -> Webhook:
    """Also on an archived board: there it can still be looked at and deleted."""
    webhook = await work.first(_WEBHOOK, Webhook, webhook_id=webhook_id)
    if webhook is None:
        raise NotFound(f"There is no webhook {webhook_id}.", webhook_id=webhook_id)
    may_write(work)
    return webhook


async def delivery_to_replay(work: Work, delivery_id: int) -> Delivery:
    delivery = await work.first(_DELIVERY, Delivery, delivery_id=delivery_id)
    missing = NotFound(f"There is no delivery {delivery_id}.", delivery_id=delivery_id)
    if delivery is None:
        raise missing
    try:
        await webhook_to_edit(work, delivery.webhook_id)
    except NotFound:
        raise missing from None
    return delivery

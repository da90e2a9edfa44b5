"""Reading webhooks and what they delivered."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.schemas import Board
from lundi.domains.webhooks.access import DELIVERY_COLUMNS, WEBHOOK_COLUMNS
from lundi.domains.webhooks.schemas import Delivery, Webhook
from lundi.domains.webhooks.tables import webhook_deliveries, webhooks

PAGE = 50

_OF_BOARD = (
    sa.select(*WEBHOOK_COLUMNS)
    .where(
        webhooks.c.account_id == parameter("account_id"),
        webhooks.c.board_id == parameter("board_id"),
    )
    .order_by(webhooks.c.id)
)
_DELIVERIES = (
    sa.select(*DELIVERY_COLUMNS)
    .where(
        webhook_deliveries.c.account_id == parameter("account_id"),
        webhook_deliveries.c.webhook_id == parameter("webhook_id"),
        webhook_deliveries.c.id < parameter("before_id"),
    )
    .order_by(webhook_deliveries.c.id.desc())
    .limit(parameter("take"))
)


async def webhooks_of(work: Work, board: Board) -> list[Webhook]:
    """Of a board that was found already, in the order in which they were made."""
    return await work.all(_OF_BOARD, Webhook, board_id=board.id)


async def deliveries_of(
    work: Work, webhook: Webhook, before_id: int | None = None, take: int = PAGE
) -> list[Delivery]:
    """Of a webhook that was found already, the newest first."""
    end = 2**63 - 1 if before_id is None else before_id
    return await work.all(_DELIVERIES, Delivery, webhook_id=webhook.id, before_id=end, take=take)

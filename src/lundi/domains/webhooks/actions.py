"""Making and deleting webhooks, and having something delivered once more."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core import clock
from lundi.core.addresses import checked_url
from lundi.core.errors import Conflict, Invalid
from lundi.core.schema import Json, parameter
from lundi.core.secrets import Vault, new_token
from lundi.core.work import Work, as_json
from lundi.domains.accounts.actions import check_one_of
from lundi.domains.boards.access import board_to_edit
from lundi.domains.webhooks.access import delivery_to_replay, webhook_to_edit
from lundi.domains.webhooks.events import DeliveryReplayed, WebhookCreated, WebhookDeleted
from lundi.domains.webhooks.queries import webhooks_of
from lundi.domains.webhooks.schemas import EVENTS, NOT_LEASED, WAITING, Delivery, Webhook
from lundi.domains.webhooks.tables import webhook_deliveries, webhooks
from lundi.domains.webhooks.triggers import check_config

MOST_OF_BOARD = 100
LONGEST_CONFIG = 4096
KEPT_DAYS = 30
"""How long the log of deliveries is kept."""

_ADD = sa.insert(webhooks).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    board_id=parameter("board_id"),
    event=parameter("event", sa.Text),
    config=parameter("config", Json),
    url=parameter("url", sa.Text),
    secret=parameter("secret", sa.LargeBinary),
    created_by=parameter("created_by"),
    created_at=parameter("now"),
    leased_until=NOT_LEASED,
)
_REMOVE = sa.delete(webhooks).where(
    webhooks.c.account_id == parameter("account_id"), webhooks.c.id == parameter("webhook_id")
)
_REPLAY = (
    sa.update(webhook_deliveries)
    .where(
        webhook_deliveries.c.account_id == parameter("account_id"),
        webhook_deliveries.c.id == parameter("delivery_id"),
    )
    .values(state=WAITING, tries=0, next_at=parameter("now"))
)
_FORGET = sa.delete(webhook_deliveries).where(
    webhook_deliveries.c.account_id == parameter("account_id"),
    webhook_deliveries.c.created_at < parameter("before"),
)


class NewWebhook(msgspec.Struct, frozen=True):
    """What was checked by `check_webhook`; its address hasn't been called yet."""

    board_id: int
    event: str
    config: dict[str, Any] | None
    url: str


async def check_webhook(work: Work, board_id: int, event: str, url: str, config: Any) -> NewWebhook:
    """Whether the actor may make it, before its address is called: a stranger must not have us call one."""
    board = await board_to_edit(work, board_id)
    if board.parent_board_id is not None:
        raise Invalid("Creating webhook on subitems board isn't allowed")
    check_one_of("event", event, EVENTS)
    if config is not None and len(as_json(config)) > LONGEST_CONFIG:
        raise Invalid(f"config is longer than {LONGEST_CONFIG:,} characters.")
    if len(await webhooks_of(work, board)) >= MOST_OF_BOARD:
        raise Conflict(f"Board {board.id} has {MOST_OF_BOARD} webhooks already, which is the most.")
    return NewWebhook(
        board.id, event, await check_config(work, board, event, config), checked_url(url)
    )


async def create_webhook(work: Work, vault: Vault, new: NewWebhook) -> Webhook:
    """Its address took the handshake meanwhile, so what was checked before is checked again."""
    checked = await check_webhook(work, new.board_id, new.event, new.url, new.config)
    webhook_id = await work.new_id("webhook")
    await work.run(
        _ADD,
        id=webhook_id,
        board_id=checked.board_id,
        event=checked.event,
        config=None if checked.config is None else as_json(checked.config),
        url=checked.url,
        secret=vault.seal(new_token()),
        created_by=work.actor.user_id,
    )
    work.record(WebhookCreated(board_id=new.board_id, webhook_id=webhook_id, trigger=checked.event))
    return await webhook_to_edit(work, webhook_id)


async def delete_webhook(work: Work, webhook_id: int) -> Webhook:
    """With what it still had to deliver; gives it as it was."""
    webhook = await webhook_to_edit(work, webhook_id)
    await work.run(_REMOVE, webhook_id=webhook.id)
    work.record(
        WebhookDeleted(board_id=webhook.board_id, webhook_id=webhook.id, trigger=webhook.event)
    )
    return webhook


async def replay_delivery(work: Work, delivery_id: int) -> Delivery:
    """It is delivered once more, with all the tries that a new one has."""
    delivery = await delivery_to_replay(work, delivery_id)
    webhook = await webhook_to_edit(work, delivery.webhook_id)
    await work.run(_REPLAY, delivery_id=delivery.id)
    work.record(
        DeliveryReplayed(board_id=webhook.board_id, webhook_id=webhook.id, delivery_id=delivery.id)
    )
    return await delivery_to_replay(work, delivery_id)


async def forget_old_deliveries(work: Work) -> None:
    await work.run(_FORGET, before=work.now - KEPT_DAYS * clock.DAY)

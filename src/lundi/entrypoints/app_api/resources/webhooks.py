"""Webhooks of a board, and the log of what they delivered."""

from typing import Any

import msgspec

from lundi.core.work import Work, read, write
from lundi.domains.accounts.schemas import WRITING_ROLES
from lundi.domains.boards.access import board_to_read
from lundi.domains.webhooks import actions, schemas
from lundi.domains.webhooks.access import webhook_to_edit
from lundi.domains.webhooks.handshake import shake_hands
from lundi.domains.webhooks.queries import deliveries_of, webhooks_of
from lundi.entrypoints.app_api.operation import Visit, delete, get, post
from lundi.entrypoints.app_api.shapes import Done


class ShownWebhook(msgspec.Struct):
    """`url` for who may change the board alone: it may have a secret in it. `created_by` None: the company token."""

    id: int
    event: str
    config: dict[str, Any] | None
    url: str | None
    created_by: int | None
    created_at: int


class Attempt(msgspec.Struct):
    """`status` and the start of the `answer`, or the `error` for which there was none. `at` in microseconds."""

    at: int
    milliseconds: int
    status: int | None
    answer: str
    error: str


class Delivery(msgspec.Struct):
    """`payload`: the JSON text that is sent. `state`: waiting (until `next_at`), delivered, or failed: given up."""

    id: int
    payload: str
    state: str
    next_at: int | None
    created_at: int
    attempts: list[Attempt]


class WebhookInFull(msgspec.Struct):
    """`secret` signs what it delivers."""

    webhook: ShownWebhook
    secret: str
    deliveries: list[Delivery]


class NewWebhook(msgspec.Struct):
    """`config`: the column, status or group that some events are about: {"columnId"}, {"columnValue"}, {"groupId"}."""

    event: str
    url: str
    config: dict[str, Any] | None = None


@get("/boards/{board_id}/webhooks")
async def get_webhooks(work: Work, board_id: int) -> list[ShownWebhook]:
    """The webhooks of a board, in the order in which they were made."""
    board = await board_to_read(work, board_id)
    with_url = work.actor.role in WRITING_ROLES
    return [_shown(webhook, with_url=with_url) for webhook in await webhooks_of(work, board)]


@post("/boards/{board_id}/webhooks")
async def create_webhook(visit: Visit, board_id: int, given: NewWebhook) -> ShownWebhook:
    """Tell an address what happens on a board; it has to answer the challenge that it is sent."""
    new = await read(
        visit.database,
        visit.actor,
        lambda work: actions.check_webhook(work, board_id, given.event, given.url, given.config),
    )
    await shake_hands(visit.caller, new.url)
    made = await write(
        visit.database, visit.actor, lambda work: actions.create_webhook(work, visit.vault, new)
    )
    return _shown(made, with_url=True)


@get("/webhooks/{webhook_id}")
async def get_webhook(visit: Visit, webhook_id: int, before: int | None = None) -> WebhookInFull:
    """A webhook with its secret and what it delivered, the newest first, 50 at once; `before` is the id of the last one has."""

    async def look(work: Work) -> tuple[schemas.Webhook, list[schemas.Delivery]]:
        webhook = await webhook_to_edit(work, webhook_id)
        return webhook, await deliveries_of(work, webhook, before)

    webhook, deliveries = await read(visit.database, visit.actor, look)
    return WebhookInFull(
        _shown(webhook, with_url=True),
        visit.vault.open(webhook.sealed),
        [_shown_delivery(delivery) for delivery in deliveries],
    )


@delete("/webhooks/{webhook_id}")
async def delete_webhook(work: Work, webhook_id: int) -> Done:
    """Delete a webhook, with what it still had to deliver."""
    await actions.delete_webhook(work, webhook_id)
    return Done()


@post("/deliveries/{delivery_id}/replay")
async def replay_delivery(work: Work, delivery_id: int) -> Delivery:
    """Deliver it once more."""
    return _shown_delivery(await actions.replay_delivery(work, delivery_id))


def _shown(webhook: schemas.Webhook, *, with_url: bool) -> ShownWebhook:
    return ShownWebhook(
        id=webhook.id,
        event=webhook.event,
        config=webhook.config,
        url=webhook.url if with_url else None,
        created_by=webhook.created_by,
        created_at=webhook.created_at,
    )


def _shown_delivery(delivery: schemas.Delivery) -> Delivery:
    return Delivery(
        id=delivery.id,
        payload=delivery.payload,
        state=delivery.state,
        next_at=delivery.next_at,
        created_at=delivery.created_at,
        attempts=[
            msgspec.convert(attempt, Attempt, from_attributes=True)
            for attempt in delivery.past_attempts
        ],
    )

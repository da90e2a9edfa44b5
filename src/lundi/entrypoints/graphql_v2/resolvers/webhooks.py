"""Webhooks: what tells others of a board's changes."""

from collections.abc import Sequence
from typing import Any

from lundi.core.work import as_json
from lundi.domains.boards.access import board_to_read
from lundi.domains.webhooks import actions
from lundi.domains.webhooks.handshake import shake_hands
from lundi.domains.webhooks.queries import webhooks_of
from lundi.domains.webhooks.schemas import Webhook
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.outside import Outside, Preparations
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id
from lundi.entrypoints.graphql_v2.resolvers.item_changes import decoded


async def webhooks(
    ctx: Context, parents: Sequence[None], board_id: str, app_webhooks_only: bool | None = None
) -> list[list[Webhook]]:
    found = await webhooks_of(ctx.work, await board_to_read(ctx.work, as_id(board_id, "board_id")))
    # Of the app that asks: a token is never one's.
    return [[] if app_webhooks_only else found]


async def prepare_webhook(
    outside: Outside, board_id: str, event: str, url: str, config: Any = None
) -> actions.NewWebhook:
    target, wanted = as_id(board_id, "board_id"), decoded(config, "config")
    new = await outside.read(lambda work: actions.check_webhook(work, target, event, url, wanted))
    await shake_hands(outside.means.caller, new.url)
    return new


async def create_webhook(ctx: Context, parents: Sequence[None], **given: Any) -> list[Webhook]:
    return [await actions.create_webhook(ctx.work, ctx.means.vault, ctx.prepared)]


async def delete_webhook(ctx: Context, parents: Sequence[None], id: str) -> list[Webhook]:
    return [await actions.delete_webhook(ctx.work, as_id(id))]


def _config(ctx: Context, webhook: Webhook) -> str | None:
    return None if webhook.config is None else as_json(webhook.config)


RESOLVERS: Resolvers = {
    ("Query", "webhooks"): webhooks,
    ("Mutation", "create_webhook"): create_webhook,
    ("Mutation", "delete_webhook"): delete_webhook,
}
LOOKUPS: Lookups = {("Webhook", "config"): _config}
PREPARATIONS: Preparations = {"create_webhook": prepare_webhook}

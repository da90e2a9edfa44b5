"""What happened becomes deliveries, kept in the transaction of the change itself."""

import sqlalchemy as sa

from lundi.core.cause import request_id
from lundi.core.json_sql import json_element, json_rows
from lundi.core.schema import from_json_text, one_of, parameter
from lundi.core.statements import seldom_changed
from lundi.core.work import Work, as_json, id_list
from lundi.domains.accounts.tables import users
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.tables import boards
from lundi.domains.webhooks.access import ON_BOARD, WEBHOOK_COLUMNS
from lundi.domains.webhooks.payloads import around, payload
from lundi.domains.webhooks.schemas import WAITING, Webhook
from lundi.domains.webhooks.tables import webhook_deliveries, webhooks
from lundi.domains.webhooks.triggers import TRIGGERS, is_for

_CREATOR = sa.and_(users.c.account_id == webhooks.c.account_id, users.c.id == webhooks.c.created_by)
# A webhook tells what its creator may see, and as long as they may see it.
_ON_BOARDS = seldom_changed(
    sa.select(*WEBHOOK_COLUMNS)
    .join(boards, ON_BOARD)
    .outerjoin(users, _CREATOR)
    .where(
        webhooks.c.account_id == parameter("account_id"),
        one_of(webhooks.c.board_id, "board_ids"),
        users.c.disabled_at.is_(None),
        board_is_visible(
            sa.func.coalesce(webhooks.c.created_by, sa.literal_column("0")),
            sa.func.coalesce(users.c.role, sa.literal_column("''", sa.Text))
            != sa.literal_column("'guest'", sa.Text),
        ),
    )
    .order_by(webhooks.c.id)
)
_ROWS = json_rows(parameter("rows", sa.Text)).alias("element")
_ADD = sa.insert(webhook_deliveries).from_select(
    [
        *("account_id", "id", "webhook_id", "payload", "state", "tries", "next_at"),
        *("attempts", "created_at", "request_id"),
    ],
    sa.select(
        parameter("account_id"),
        sa.cast(json_element("id"), sa.BigInteger),
        sa.cast(json_element("webhook_id"), sa.BigInteger),
        json_element("payload"),
        sa.literal_column(f"'{WAITING}'", sa.Text),
        sa.literal_column("0"),
        parameter("now"),
        from_json_text(sa.literal_column("'[]'", sa.Text)),
        parameter("now"),
        parameter("request_id", sa.Text),
    ).select_from(_ROWS),
)


async def keep_deliveries(work: Work) -> None:
    """One look-up where nobody listens; a few statements more where somebody does, however much happened."""
    heard = [event for event in work.recorded if event.board_id and type(event) in TRIGGERS]
    if not heard:
        return
    board_ids = id_list(event.board_id for event in heard if event.board_id)
    listening = await work.all(_ON_BOARDS, Webhook, board_ids=board_ids)
    pairs = [
        (webhook, event)
        for event in heard
        for webhook in listening
        if webhook.board_id == event.board_id and is_for(webhook.event, webhook.config, event)
    ]
    if not pairs:
        return
    given = await around(work, [event for _, event in pairs])
    ids = await work.new_ids("delivery", len(pairs))
    rows = [
        {
            "id": delivery_id,
            "webhook_id": webhook.id,
            "payload": as_json(payload(work, webhook.id, event, given)),
        }
        for delivery_id, (webhook, event) in zip(ids, pairs, strict=True)
    ]
    await work.run(_ADD, rows=as_json(rows), request_id=request_id.get())

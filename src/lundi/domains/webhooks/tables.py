"""Webhooks, and what they deliver: an outbox that is its own log."""

import sqlalchemy as sa

from lundi.core.schema import Id, Json, Microseconds, Sealed, metadata

webhooks = sa.Table(
    "webhooks",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("board_id", Id, nullable=False),
    sa.Column("event", sa.Text, nullable=False),
    sa.Column("config", Json),
    sa.Column("url", sa.Text, nullable=False),
    # It signs what is delivered.
    sa.Column("secret", Sealed, nullable=False),
    # None: the company token.
    sa.Column("created_by", Id),
    sa.Column("created_at", Microseconds, nullable=False),
    # Until then one process alone delivers for it; 0: none does.
    sa.Column("leased_until", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sa.Index(None, "account_id", "board_id", "id"),
)

webhook_deliveries = sa.Table(
    "webhook_deliveries",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("webhook_id", Id, nullable=False),
    # JSON, byte for byte as it is sent.
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    # Since it was made, or asked for again.
    sa.Column("tries", sa.Integer, nullable=False),
    # When it is due; None: it is through.
    sa.Column("next_at", Microseconds),
    # The last ones, as schemas.Attempt.
    sa.Column("attempts", Json, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    # Of what caused it; None: no request did.
    sa.Column("request_id", sa.Text),
    sa.ForeignKeyConstraint(
        ["account_id", "webhook_id"], ["webhooks.account_id", "webhooks.id"], ondelete="CASCADE"
    ),
    sa.Index(None, "account_id", "webhook_id", "id"),
    # What is due, of an account and of a webhook in its order.
    sa.Index(
        None,
        "account_id",
        "next_at",
        "webhook_id",
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    ),
    sa.Index(
        None,
        "account_id",
        "webhook_id",
        "created_at",
        "id",
        "next_at",
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    ),
    sa.Index(None, "account_id", "created_at"),
)

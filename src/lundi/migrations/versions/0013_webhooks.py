"""Webhooks, and what they deliver.

Revision ID: 0013
"""

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Json

revision = "0013"
down_revision = "0012"
KINDS = ("webhook", "delivery")
WAITS = sa.text("next_at IS NOT NULL")


def upgrade() -> None:
    _create_webhooks()
    _create_deliveries()
    _count_ids()


def _create_webhooks() -> None:
    op.create_table(
        "webhooks",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("config", Json(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("leased_until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id"],
            ["boards.account_id", "boards.id"],
            name=op.f("fk_webhooks_account_id_board_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_webhooks")),
    )
    op.create_index(
        op.f("ix_webhooks_account_id_board_id_id"), "webhooks", ["account_id", "board_id", "id"]
    )


def _create_deliveries() -> None:
    op.create_table(
        "webhook_deliveries",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("webhook_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("attempts", Json(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "webhook_id"],
            ["webhooks.account_id", "webhooks.id"],
            name=op.f("fk_webhook_deliveries_account_id_webhook_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_webhook_deliveries")),
    )
    for columns, where in (
        (["account_id", "webhook_id", "id"], None),
        (["account_id", "webhook_id", "created_at", "id", "next_at"], WAITS),
        (["account_id", "next_at", "webhook_id"], WAITS),
        (["account_id", "created_at"], None),
    ):
        op.create_index(
            op.f(f"ix_webhook_deliveries_{'_'.join(columns)}"),
            "webhook_deliveries",
            columns,
            sqlite_where=where,
            postgresql_where=where,
        )


def _count_ids() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for kind in KINDS:
            op.execute(sa.schema.CreateSequence(sa.Sequence(f"{kind}_ids")))
        return
    counters = sa.table("id_counters", sa.column("kind"), sa.column("last"))
    op.bulk_insert(counters, [{"kind": kind, "last": 0} for kind in KINDS])

"""Mails on their way.

Revision ID: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "mails",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_mails_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_mails")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mails_account_id_next_at"), "mails", ["account_id", "next_at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.schema.CreateSequence(sa.Sequence("mail_ids")))
    else:
        counters = sa.table("id_counters", sa.column("kind"), sa.column("last"))
        op.bulk_insert(counters, [{"kind": "mail", "last": 0}])

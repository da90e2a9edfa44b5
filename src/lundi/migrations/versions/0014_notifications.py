"""Notifications; and who is invited has an id already.

Revision ID: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("invitations", sa.Column("user_id", sa.BigInteger(), nullable=True))
    op.create_table(
        "notifications",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("pulse_id", sa.BigInteger(), nullable=True),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("read_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_notifications_account_id_user_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id"],
            ["boards.account_id", "boards.id"],
            name=op.f("fk_notifications_account_id_board_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_notifications")),
    )
    for columns in (["account_id", "user_id", "id"], ["account_id", "created_at"]):
        op.create_index(op.f(f"ix_notifications_{'_'.join(columns)}"), "notifications", columns)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.schema.CreateSequence(sa.Sequence("notification_ids")))
    else:
        counters = sa.table("id_counters", sa.column("kind"), sa.column("last"))
        op.bulk_insert(counters, [{"kind": "notification", "last": 0}])

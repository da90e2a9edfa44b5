"""Answers that are kept for who sends the same request again.

Revision ID: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "kept_answers",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_kept_answers_account_id")
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "user_id", "key", "part", name=op.f("pk_kept_answers")
        ),
    )
    op.create_index(
        op.f("ix_kept_answers_account_id_created_at"), "kept_answers", ["account_id", "created_at"]
    )

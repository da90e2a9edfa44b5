"""What is left of lists that are read page by page.

Revision ID: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "page_snapshots",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("ids", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_page_snapshots_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_page_snapshots")),
    )
    op.create_index(
        op.f("ix_page_snapshots_account_id_created_at"),
        "page_snapshots",
        ["account_id", "created_at"],
    )

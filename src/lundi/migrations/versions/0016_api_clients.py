"""Which client asks in which version of the API, and how often.

Revision ID: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "api_clients",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("calls", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_api_clients_account_id")
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "day", "client", "version", name=op.f("pk_api_clients")
        ),
        sqlite_with_rowid=False,
    )

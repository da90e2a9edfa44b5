"""A pulse's description, and how often the blocks of a doc have changed.

Revision ID: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_OF_A_DESCRIPTION = sa.text("pulse_id IS NOT NULL AND column_id IS NULL")


def upgrade() -> None:
    op.add_column(
        "docs", sa.Column("revision", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.create_index(
        "ix_docs_account_id_description",
        "docs",
        ["account_id", "pulse_id"],
        unique=True,
        sqlite_where=_OF_A_DESCRIPTION,
        postgresql_where=_OF_A_DESCRIPTION,
    )

"""Updates that are edited or pinned, and with what they are liked.

Revision ID: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("updates", sa.Column("edited_at", sa.BigInteger(), nullable=True))
    op.add_column("updates", sa.Column("pinned_at", sa.BigInteger(), nullable=True))
    reaction = sa.Column("reaction", sa.Text(), nullable=False, server_default="Like")
    op.add_column("likes", reaction)

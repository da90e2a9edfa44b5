"""Who may change a board, what its items are called, and what is said about columns.

Revision ID: 0008
"""

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Json

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    permissions = sa.Column("permissions", sa.Text(), nullable=False, server_default="everyone")
    op.add_column("boards", permissions)
    op.add_column("boards", sa.Column("communication", sa.Text(), nullable=True))
    op.add_column("boards", sa.Column("item_nickname", Json(), nullable=True))
    op.add_column("columns", sa.Column("description", sa.Text(), nullable=True))
    op.add_column("columns", sa.Column("width", sa.Integer(), nullable=True))

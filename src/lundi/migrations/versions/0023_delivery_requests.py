"""Deliveries name the request that caused them.

Revision ID: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("webhook_deliveries", sa.Column("request_id", sa.Text(), nullable=True))

"""What taking back what happened needs, and by what token it was done.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Json

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    for name, kind in (
        ("before", Json()),
        ("change_id", sa.BigInteger()),
        ("undoes", sa.BigInteger()),
        ("via", Json()),
    ):
        op.add_column("events", sa.Column(name, kind, nullable=True))
    op.create_index(
        op.f("ix_events_account_id_change_id_id"), "events", ["account_id", "change_id", "id"]
    )

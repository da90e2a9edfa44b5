"""What each user chose about a board; the ways from an update to who has read it, and from a pulse to what happened to it.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Json

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "board_choices",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("favorite", sa.Boolean(), nullable=False),
        sa.Column("choices", Json(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id"],
            ["boards.account_id", "boards.id"],
            name=op.f("fk_board_choices_account_id_board_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_board_choices_account_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "user_id", "board_id", name=op.f("pk_board_choices")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_events_account_id_pulse_id_id"),
        "events",
        ["account_id", "pulse_id", "id"],
        sqlite_where=sa.text("pulse_id IS NOT NULL"),
        postgresql_where=sa.text("pulse_id IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_read_marks_account_id_update_id"), "read_marks", ["account_id", "update_id"]
    )

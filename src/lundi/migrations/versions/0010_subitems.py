"""Subitems, and the numbers of pulses on their boards.

Revision ID: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_NUMBER = """
UPDATE pulses SET number = numbered.number
FROM (
    SELECT account_id, id, row_number() OVER (PARTITION BY account_id, board_id ORDER BY id) AS number FROM pulses
) AS numbered
WHERE pulses.account_id = numbered.account_id AND pulses.id = numbered.id
"""


def upgrade() -> None:
    op.add_column("boards", sa.Column("parent_board_id", sa.BigInteger(), nullable=True))
    op.create_index(
        op.f("ix_boards_account_id_parent_board_id"),
        "boards",
        ["account_id", "parent_board_id"],
        unique=True,
    )
    op.add_column("pulses", sa.Column("parent_id", sa.BigInteger(), nullable=True))
    is_subitem = sa.text("parent_id IS NOT NULL")
    op.create_index(
        "ix_pulses_subitems",
        "pulses",
        ["account_id", "parent_id", "position", "id"],
        sqlite_where=is_subitem,
        postgresql_where=is_subitem,
    )
    number = sa.Column("number", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("pulses", number)
    op.execute(_NUMBER)
    op.create_index(
        op.f("ix_pulses_account_id_board_id_number"),
        "pulses",
        ["account_id", "board_id", "number"],
        unique=True,
    )

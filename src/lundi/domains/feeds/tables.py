"""What each user has read, and was told."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, metadata

read_marks = sa.Table(
    "read_marks",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("update_id", Id, primary_key=True),
    sa.Column("read_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.ForeignKeyConstraint(["account_id", "update_id"], ["updates.account_id", "updates.id"]),
    sa.Index(None, "account_id", "update_id"),
    sqlite_with_rowid=False,
)

# What somebody was told by somebody, or by a program of theirs.
notifications = sa.Table(
    "notifications",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("user_id", Id, nullable=False),
    sa.Column("creator_id", Id),
    sa.Column("board_id", Id, nullable=False),
    sa.Column("pulse_id", Id),
    sa.Column("update_id", Id),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("read_at", Microseconds),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sa.Index(None, "account_id", "user_id", "id"),
    sa.Index(None, "account_id", "created_at"),
)

"""What each user has read."""

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

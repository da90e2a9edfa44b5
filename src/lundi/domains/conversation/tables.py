"""What is said about pulses."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, metadata

updates = sa.Table(
    "updates",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("pulse_id", Id, nullable=False),
    # The update that a reply answers; None for an update itself.
    sa.Column("parent_id", Id),
    sa.Column("author_id", Id, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("announcement", sa.Boolean, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.Column("edited_at", Microseconds),
    # When it was pinned above the others of its pulse.
    sa.Column("pinned_at", Microseconds),
    sa.ForeignKeyConstraint(["account_id", "pulse_id"], ["pulses.account_id", "pulses.id"]),
    sa.ForeignKeyConstraint(["account_id", "author_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "pulse_id", "created_at", "id"),
    # Of replies only: the list of all updates must go by its time, not by having no parent.
    sa.Index(
        None,
        "account_id",
        "parent_id",
        "id",
        sqlite_where=sa.text("parent_id IS NOT NULL"),
        postgresql_where=sa.text("parent_id IS NOT NULL"),
    ),
    sa.Index(None, "account_id", "created_at", "id"),
    sa.Index(None, "account_id", "author_id", "created_at", "id"),
)

likes = sa.Table(
    "likes",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("update_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("reaction", sa.Text, nullable=False, server_default="Like"),
    sa.ForeignKeyConstraint(["account_id", "update_id"], ["updates.account_id", "updates.id"]),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sqlite_with_rowid=False,
)

notes = sa.Table(
    "notes",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("pulse_id", Id, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("owners_only", sa.Boolean, nullable=False),
    sa.Column("author_id", Id),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "pulse_id"], ["pulses.account_id", "pulses.id"]),
    sa.Index(None, "account_id", "pulse_id", "id"),
)

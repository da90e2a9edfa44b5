"""Docs, who owns and follows them, and the blocks they are made of. A pulse's description is a doc too."""

import sqlalchemy as sa

from lundi.core.schema import Id, Json, Microseconds, Position, metadata

docs = sa.Table(
    "docs",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    # Of a doc in a cell, its board says who sees it and where it is: kind, workspace and folder are not looked at.
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("workspace_id", Id),
    sa.Column("folder_id", Id),
    sa.Column("pulse_id", Id),
    sa.Column("column_id", sa.Text),
    sa.Column("creator_id", Id),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    # Grows with each change of the blocks.
    sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"),
    sa.ForeignKeyConstraint(["account_id", "pulse_id"], ["pulses.account_id", "pulses.id"]),
    sa.Index(None, "account_id", "workspace_id", "id"),
    sa.Index(None, "account_id", "pulse_id"),
    # Of a pulse but of none of its columns: its description.
    sa.Index(
        "ix_docs_account_id_description",
        "account_id",
        "pulse_id",
        unique=True,
        sqlite_where=sa.text("pulse_id IS NOT NULL AND column_id IS NULL"),
        postgresql_where=sa.text("pulse_id IS NOT NULL AND column_id IS NULL"),
    ),
    sqlite_with_rowid=False,
)

doc_subscribers = sa.Table(
    "doc_subscribers",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("doc_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("as_owner", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "doc_id"], ["docs.account_id", "docs.id"], ondelete="CASCADE"
    ),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "user_id", "doc_id"),
    sqlite_with_rowid=False,
)

doc_blocks = sa.Table(
    "doc_blocks",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("doc_id", Id, nullable=False),
    # The block it stands in: a cell of a table, a notice box. What stands in a block comes after it.
    sa.Column("parent_id", Id),
    sa.Column("position", Position, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("content", Json, nullable=False),
    sa.Column("creator_id", Id),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "doc_id"], ["docs.account_id", "docs.id"], ondelete="CASCADE"
    ),
    sa.Index(None, "account_id", "doc_id", "position", "id", unique=True),
    sqlite_with_rowid=False,
)

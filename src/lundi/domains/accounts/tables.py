"""Accounts, users and their tokens."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, metadata

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("account_id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("slug", sa.Text, nullable=False, unique=True),
    sa.Column("plan", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
)

users = sa.Table(
    "users",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("email_key", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("disabled_at", Microseconds),
    sa.Column("title", sa.Text),
    sa.Column("position", sa.Text),
    sa.Column("phone", sa.Text, nullable=False, server_default=""),
    sa.Column("location", sa.Text),
    sa.Column("status", sa.Text),
    sa.Column("birthday", sa.Text),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.UniqueConstraint("account_id", "email_key"),
    sqlite_with_rowid=False,
)

# Looked up before the account is known, so its key is the token: with `accounts.slug` the only look-ups across accounts.
tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), nullable=False),
    # 0 is the company token.
    sa.Column("user_id", Id, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.UniqueConstraint("account_id", "user_id"),
    sqlite_with_rowid=False,
)

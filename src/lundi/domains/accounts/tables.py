"""Accounts and their users: how they are told apart, how they come in, and what they use."""

import sqlalchemy as sa

from lundi.core.schema import LOOKED_UP_FIRST, Id, Microseconds, Sealed, metadata

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("account_id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("slug", sa.Text, nullable=False, unique=True),
    sa.Column("plan", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    info=LOOKED_UP_FIRST,
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
    info=LOOKED_UP_FIRST,
)

# Looked up before the account is known, so its key is the token: with `accounts.slug` the only look-ups across accounts.
tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), nullable=False),
    # 0 is the company token.
    sa.Column("user_id", Id, nullable=False),
    sa.Column("sealed", Sealed, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.UniqueConstraint("account_id", "user_id"),
    sqlite_with_rowid=False,
    info=LOOKED_UP_FIRST,
)

# Looked up before the account is known, as tokens are.
sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("session_hash", sa.LargeBinary, primary_key=True),
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), nullable=False),
    sa.Column("id", Id, nullable=False),
    sa.Column("user_id", Id, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("browser", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("seen_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "user_id", "id"),
    sqlite_with_rowid=False,
    info=LOOKED_UP_FIRST,
)

# One an address; looked up before the account is known, as tokens are.
invitations = sa.Table(
    "invitations",
    metadata,
    sa.Column("secret_hash", sa.LargeBinary, primary_key=True),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("id", Id, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("email_key", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    # Who comes will have it.
    sa.Column("user_id", Id),
    sa.Column("invited_by", Id, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("expires_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "invited_by"], ["users.account_id", "users.id"]),
    sa.UniqueConstraint("account_id", "email_key"),
    sqlite_with_rowid=False,
    info=LOOKED_UP_FIRST,
)

# Links to a new password, one a user; looked up before the account is known, as tokens are.
resets = sa.Table(
    "resets",
    metadata,
    sa.Column("secret_hash", sa.LargeBinary, primary_key=True),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("user_id", Id, nullable=False),
    sa.Column("made_by", Id, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("expires_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.UniqueConstraint("account_id", "user_id"),
    sqlite_with_rowid=False,
    info=LOOKED_UP_FIRST,
)

# `sealed` is a Mail; `next_at` is also how long a process has it for itself.
mails = sa.Table(
    "mails",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("next_at", Microseconds, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Index(None, "account_id", "next_at"),
    sqlite_with_rowid=False,
)

logos = sa.Table(
    "logos",
    metadata,
    sa.Column(
        "account_id",
        Id,
        sa.ForeignKey("accounts.account_id"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("image", sa.LargeBinary, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
)

# Of requests that their clients gave a `key`, for who sends one again; `user_id` 0 is the company token. An answer may be kept
# in parts.
kept_answers = sa.Table(
    "kept_answers",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("user_id", Id, primary_key=True, autoincrement=False),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("part", sa.Text, primary_key=True),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    sa.Column("answer", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Index(None, "account_id", "created_at"),
)

# Requests of REST API v1. `span` and `at`: `minute` and minutes, or `day` and days, since 1970; `user_id` 0 is the company token.
api_clients = sa.Table(
    "api_clients",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("day", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("client", sa.Text, primary_key=True),
    sa.Column("version", sa.Text, primary_key=True),
    sa.Column("calls", sa.BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

api_usage = sa.Table(
    "api_usage",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("span", sa.Text, primary_key=True),
    sa.Column("at", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("user_id", Id, primary_key=True, autoincrement=False),
    sa.Column("calls", sa.BigInteger, nullable=False),
    sa.Column("refused", sa.BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

"""Pulses with their values, and who follows them."""

import sqlalchemy as sa

from lundi.core.schema import Id, Json, Microseconds, Position, metadata

pulses = sa.Table(
    "pulses",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("board_id", Id, nullable=False),
    sa.Column("group_id", sa.Text, nullable=False),
    # The pulse that it is a subitem of, on the parent of its board.
    sa.Column("parent_id", Id),
    sa.Column("position", Position, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    # Which of its board's it was, the first being 1.
    sa.Column("number", sa.BigInteger, nullable=False, server_default="0"),
    # column id -> stored value; a column without a value has no key
    sa.Column("values", Json, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("creator_id", Id),
    sa.Column("updates_count", sa.BigInteger, nullable=False),
    sa.Column("last_update_at", Microseconds),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "board_id", "group_id"],
        ["groups.account_id", "groups.board_id", "groups.id"],
    ),
    # With the state, so that the rows before a page are skipped in the index alone.
    sa.Index(None, "account_id", "board_id", "group_id", "position", "id", "state"),
    sa.Index(None, "account_id", "created_at", "id"),
    sa.Index(None, "account_id", "updated_at", "id"),
    sa.Index(None, "account_id", "board_id", "number", unique=True),
    sa.Index(
        "ix_pulses_subitems",
        "account_id",
        "parent_id",
        "position",
        "id",
        sqlite_where=sa.text("parent_id IS NOT NULL"),
        postgresql_where=sa.text("parent_id IS NOT NULL"),
    ),
)

pulse_subscribers = sa.Table(
    "pulse_subscribers",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("pulse_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("as_admin", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "pulse_id"], ["pulses.account_id", "pulses.id"]),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "user_id", "pulse_id"),
    sqlite_with_rowid=False,
)

# What is left of a list that somebody reads page by page: ids of eight bytes each, for an hour.
page_snapshots = sa.Table(
    "page_snapshots",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    # 0: the company token.
    sa.Column("user_id", Id, nullable=False),
    sa.Column("ids", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"]),
    sa.Index(None, "account_id", "created_at"),
)

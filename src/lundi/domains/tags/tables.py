"""Tags, and which pulses carry them."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, metadata

tags = sa.Table(
    "tags",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    # 0: shared by all main boards. Shareable and private boards have tags of their own.
    sa.Column("board_id", Id, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False),
    sa.Column("color", sa.Text, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.UniqueConstraint("account_id", "board_id", "name_key"),
    sqlite_with_rowid=False,
)

tag_links = sa.Table(
    "tag_links",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("tag_id", Id, primary_key=True),
    sa.Column("pulse_id", Id, primary_key=True),
    sa.Column("column_id", sa.Text, primary_key=True),
    sa.ForeignKeyConstraint(["account_id", "tag_id"], ["tags.account_id", "tags.id"]),
    sa.Index(None, "account_id", "pulse_id", "column_id"),
    sqlite_with_rowid=False,
)

"""Uploaded files, called assets, and where they hang; and the blobs that no asset has."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, metadata

assets = sa.Table(
    "assets",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("pulse_id", Id, nullable=False),
    # The update or reply that it hangs on; None for one in a file column.
    sa.Column("update_id", Id),
    # The column it was uploaded to. Which cells it is in, the pulse's values say.
    sa.Column("column_id", sa.Text),
    sa.Column("uploaded_by", Id, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    # In small letters, without the dot.
    sa.Column("extension", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("blob", sa.Text, nullable=False),
    # Of a picture, which then has a small one of it too.
    sa.Column("width", sa.BigInteger),
    sa.Column("height", sa.BigInteger),
    sa.Column("created_at", Microseconds, nullable=False),
    # When it was taken away; it goes for good some days later.
    sa.Column("removed_at", Microseconds),
    sa.ForeignKeyConstraint(["account_id", "pulse_id"], ["pulses.account_id", "pulses.id"]),
    sa.ForeignKeyConstraint(["account_id", "update_id"], ["updates.account_id", "updates.id"]),
    sa.ForeignKeyConstraint(["account_id", "uploaded_by"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "pulse_id", "id"),
    sa.Index(
        None,
        "account_id",
        "update_id",
        "id",
        sqlite_where=sa.text("update_id IS NOT NULL"),
        postgresql_where=sa.text("update_id IS NOT NULL"),
    ),
    sa.Index(
        None,
        "account_id",
        "removed_at",
        "id",
        sqlite_where=sa.text("removed_at IS NOT NULL"),
        postgresql_where=sa.text("removed_at IS NOT NULL"),
    ),
)

# A blob that no asset has yet, or has any more. What stays here goes for good.
loose_blobs = sa.Table(
    "loose_blobs",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("blob", sa.Text, primary_key=True),
    sa.Column("since", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"]),
    sa.Index(None, "account_id", "since", "blob"),
    sqlite_with_rowid=False,
)

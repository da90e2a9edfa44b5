"""Uploaded files, and the blobs that wait to be one or to go.

Revision ID: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "assets",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("pulse_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("column_id", sa.Text(), nullable=True),
        sa.Column("uploaded_by", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("extension", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("width", sa.BigInteger(), nullable=True),
        sa.Column("height", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        _reference("pulse_id", "pulses"),
        _reference("update_id", "updates"),
        _reference("uploaded_by", "users"),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_assets")),
    )
    op.create_index(
        op.f("ix_assets_account_id_pulse_id_id"), "assets", ["account_id", "pulse_id", "id"]
    )
    for column in ("update_id", "removed_at"):
        op.create_index(
            op.f(f"ix_assets_account_id_{column}_id"),
            "assets",
            ["account_id", column, "id"],
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_table(
        "loose_blobs",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_loose_blobs_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "blob", name=op.f("pk_loose_blobs")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_loose_blobs_account_id_since_blob"),
        "loose_blobs",
        ["account_id", "since", "blob"],
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.schema.CreateSequence(sa.Sequence("asset_ids")))
        return
    counters = sa.table("id_counters", sa.column("kind"), sa.column("last"))
    op.bulk_insert(counters, [{"kind": "asset", "last": 0}])


def _reference(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id", column],
        [f"{table}.account_id", f"{table}.id"],
        name=op.f(f"fk_assets_account_id_{column}"),
    )

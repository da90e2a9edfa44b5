"""Invitations, links to a new password, logos, and how much of the API each token used.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _create_invitations()
    _create_resets()
    op.create_table(
        "logos",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_logos_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_logos")),
    )
    op.create_table(
        "api_usage",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("calls", sa.BigInteger(), nullable=False),
        sa.Column("refused", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_api_usage_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "span", "at", "user_id", name=op.f("pk_api_usage")),
        sqlite_with_rowid=False,
    )


def _create_invitations() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.schema.CreateSequence(sa.Sequence("invitation_ids")))
    else:
        op.execute("INSERT INTO id_counters (kind, last) VALUES ('invitation', 0)")
    op.create_table(
        "invitations",
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("email_key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("invited_by", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "invited_by"],
            ["users.account_id", "users.id"],
            name=op.f("fk_invitations_account_id_invited_by"),
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_invitations")),
        sa.UniqueConstraint(
            "account_id", "email_key", name=op.f("uq_invitations_account_id_email_key")
        ),
        sqlite_with_rowid=False,
    )


def _create_resets() -> None:
    op.create_table(
        "resets",
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_resets_account_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_resets")),
        sa.UniqueConstraint("account_id", "user_id", name=op.f("uq_resets_account_id_user_id")),
        sqlite_with_rowid=False,
    )

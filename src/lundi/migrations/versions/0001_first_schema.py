"""The first schema.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Json, Position

revision = "0001"
down_revision = None

ID_KINDS = ("account", "user", "board", "pulse", "update", "note", "tag", "event")


def upgrade() -> None:
    _create_id_counters()
    op.create_table(
        "accounts",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("slug", name=op.f("uq_accounts_slug")),
    )
    op.create_table(
        "events",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("board_id", sa.BigInteger(), nullable=True),
        sa.Column("pulse_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("data", Json(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_events")),
    )
    op.create_index(
        op.f("ix_events_account_id_board_id_id"),
        "events",
        ["account_id", "board_id", "id"],
        unique=False,
    )
    op.create_table(
        "boards",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_boards_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_boards")),
    )
    op.create_table(
        "tags",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("color", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_tags_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_tags")),
        sa.UniqueConstraint(
            "account_id", "board_id", "name_key", name=op.f("uq_tags_account_id_board_id_name_key")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tokens",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_tokens_account_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_tokens")),
        sa.UniqueConstraint("account_id", "user_id", name=op.f("uq_tokens_account_id_user_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "users",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("email_key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("disabled_at", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("birthday", sa.Text(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_users_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_users")),
        sa.UniqueConstraint("account_id", "email_key", name=op.f("uq_users_account_id_email_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "board_subscribers",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("as_admin", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id"],
            ["boards.account_id", "boards.id"],
            name=op.f("fk_board_subscribers_account_id_board_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_board_subscribers_account_id_user_id"),
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "board_id", "user_id", name=op.f("pk_board_subscribers")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_board_subscribers_account_id_user_id_board_id"),
        "board_subscribers",
        ["account_id", "user_id", "board_id"],
        unique=False,
    )
    op.create_table(
        "columns",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("settings", Json(), nullable=False),
        sa.Column("position", Position, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id"],
            ["boards.account_id", "boards.id"],
            name=op.f("fk_columns_account_id_board_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "board_id", "id", name=op.f("pk_columns")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "groups",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("color", sa.Text(), nullable=False),
        sa.Column("position", Position, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id"],
            ["boards.account_id", "boards.id"],
            name=op.f("fk_groups_account_id_board_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "board_id", "id", name=op.f("pk_groups")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_groups_account_id_board_id_position_id"),
        "groups",
        ["account_id", "board_id", "position", "id"],
        unique=True,
    )
    op.create_table(
        "tag_links",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("tag_id", sa.BigInteger(), nullable=False),
        sa.Column("pulse_id", sa.BigInteger(), nullable=False),
        sa.Column("column_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "tag_id"],
            ["tags.account_id", "tags.id"],
            name=op.f("fk_tag_links_account_id_tag_id"),
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "tag_id", "pulse_id", "column_id", name=op.f("pk_tag_links")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_tag_links_account_id_pulse_id_column_id"),
        "tag_links",
        ["account_id", "pulse_id", "column_id"],
        unique=False,
    )
    op.create_table(
        "pulses",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("position", Position, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("values", Json(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("updates_count", sa.BigInteger(), nullable=False),
        sa.Column("last_update_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "board_id", "group_id"],
            ["groups.account_id", "groups.board_id", "groups.id"],
            name=op.f("fk_pulses_account_id_board_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_pulses")),
    )
    op.create_index(
        op.f("ix_pulses_account_id_board_id_group_id_position_id_state"),
        "pulses",
        ["account_id", "board_id", "group_id", "position", "id", "state"],
        unique=False,
    )
    op.create_index(
        op.f("ix_pulses_account_id_created_at_id"),
        "pulses",
        ["account_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_pulses_account_id_updated_at_id"),
        "pulses",
        ["account_id", "updated_at", "id"],
        unique=False,
    )
    op.create_table(
        "notes",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pulse_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("owners_only", sa.Boolean(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "pulse_id"],
            ["pulses.account_id", "pulses.id"],
            name=op.f("fk_notes_account_id_pulse_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_notes")),
    )
    op.create_index(
        op.f("ix_notes_account_id_pulse_id_id"),
        "notes",
        ["account_id", "pulse_id", "id"],
        unique=False,
    )
    op.create_table(
        "pulse_subscribers",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("pulse_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("as_admin", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "pulse_id"],
            ["pulses.account_id", "pulses.id"],
            name=op.f("fk_pulse_subscribers_account_id_pulse_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_pulse_subscribers_account_id_user_id"),
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "pulse_id", "user_id", name=op.f("pk_pulse_subscribers")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_pulse_subscribers_account_id_user_id_pulse_id"),
        "pulse_subscribers",
        ["account_id", "user_id", "pulse_id"],
        unique=False,
    )
    op.create_table(
        "updates",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pulse_id", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("announcement", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "author_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_updates_account_id_author_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "pulse_id"],
            ["pulses.account_id", "pulses.id"],
            name=op.f("fk_updates_account_id_pulse_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_updates")),
    )
    op.create_index(
        op.f("ix_updates_account_id_author_id_created_at_id"),
        "updates",
        ["account_id", "author_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_updates_account_id_created_at_id"),
        "updates",
        ["account_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_updates_account_id_parent_id_id"),
        "updates",
        ["account_id", "parent_id", "id"],
        unique=False,
        sqlite_where=sa.text("parent_id IS NOT NULL"),
        postgresql_where=sa.text("parent_id IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_updates_account_id_pulse_id_created_at_id"),
        "updates",
        ["account_id", "pulse_id", "created_at", "id"],
        unique=False,
    )
    op.create_table(
        "likes",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "update_id"],
            ["updates.account_id", "updates.id"],
            name=op.f("fk_likes_account_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_likes_account_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "update_id", "user_id", name=op.f("pk_likes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "read_marks",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("read_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "update_id"],
            ["updates.account_id", "updates.id"],
            name=op.f("fk_read_marks_account_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "user_id"],
            ["users.account_id", "users.id"],
            name=op.f("fk_read_marks_account_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("account_id", "user_id", "update_id", name=op.f("pk_read_marks")),
        sqlite_with_rowid=False,
    )


def _create_id_counters() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for kind in ID_KINDS:
            op.execute(sa.schema.CreateSequence(sa.Sequence(f"{kind}_ids")))
        return
    counters = op.create_table(
        "id_counters",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.bulk_insert(counters, [{"kind": kind, "last": 0} for kind in ID_KINDS])

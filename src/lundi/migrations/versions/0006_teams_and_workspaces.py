"""Teams, workspaces with a Main one in every account, folders, and where boards are.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Position

revision = "0006"
down_revision = "0005"

_ID_KINDS = ("team", "workspace", "folder")


def upgrade() -> None:
    _create_teams()
    _create_workspaces()
    _create_subscribers("workspace", "user", "as_owner")
    _create_subscribers("workspace", "team", "as_owner")
    _create_folders()
    _create_subscribers("board", "team", "as_admin")
    for column in ("workspace_id", "folder_id"):
        op.add_column("boards", sa.Column(column, sa.BigInteger(), nullable=True))
        op.create_index(
            op.f(f"ix_boards_account_id_{column}_id"), "boards", ["account_id", column, "id"]
        )
    _add_main_workspaces()
    _create_counters()


def _create_teams() -> None:
    op.create_table(
        "teams",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_guest_team", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_teams_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_teams")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "team_members",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("as_owner", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        _reference("team_members", "team_id", "teams"),
        _reference("team_members", "user_id", "users"),
        sa.PrimaryKeyConstraint("account_id", "team_id", "user_id", name=op.f("pk_team_members")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_team_members_account_id_user_id_team_id"),
        "team_members",
        ["account_id", "user_id", "team_id"],
    )


def _create_workspaces() -> None:
    op.create_table(
        "workspaces",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_workspaces_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_workspaces")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_workspaces_account_id"),
        "workspaces",
        ["account_id"],
        unique=True,
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    )


def _create_folders() -> None:
    op.create_table(
        "folders",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), nullable=True),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("position", Position, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("color", sa.Text(), nullable=True),
        sa.Column("custom_icon", sa.Text(), nullable=True),
        sa.Column("font_weight", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_folders_account_id")
        ),
        _reference("folders", "workspace_id", "workspaces"),
        _reference("folders", "parent_id", "folders"),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_folders")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_folders_account_id_workspace_id_position_id"),
        "folders",
        ["account_id", "workspace_id", "position", "id"],
    )
    op.create_index(op.f("ix_folders_account_id_parent_id"), "folders", ["account_id", "parent_id"])


def _create_subscribers(thing: str, who: str, right: str) -> None:
    table = f"{thing}_subscribers" if who == "user" else f"{thing}_{who}_subscribers"
    of, by = f"{thing}_id", f"{who}_id"
    op.create_table(
        table,
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column(of, sa.BigInteger(), nullable=False),
        sa.Column(by, sa.BigInteger(), nullable=False),
        sa.Column(right, sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        _reference(table, of, f"{thing}s"),
        _reference(table, by, f"{who}s"),
        sa.PrimaryKeyConstraint("account_id", of, by, name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f(f"ix_{table}_account_id_{by}_{of}"), table, ["account_id", by, of])


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id", column],
        [f"{target}.account_id", f"{target}.id"],
        name=op.f(f"fk_{table}_account_id_{column}"),
        ondelete="CASCADE" if target == "teams" else None,
    )


def _add_main_workspaces() -> None:
    op.execute(
        "INSERT INTO workspaces"
        " (account_id, id, name, kind, state, is_default, created_at, updated_at)"
        " SELECT account_id, row_number() OVER (ORDER BY account_id), 'Main workspace', 'open',"
        " 'active', true, created_at, created_at FROM accounts"
    )


def _create_counters() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for kind in _ID_KINDS:
            op.execute(sa.schema.CreateSequence(sa.Sequence(f"{kind}_ids")))
        # Not one of those that were given out above.
        op.execute("SELECT setval('workspace_ids', count(*) + 1, false) FROM accounts")
        return
    counters = sa.table("id_counters", sa.column("kind"), sa.column("last"))
    op.bulk_insert(counters, [{"kind": kind, "last": 0} for kind in _ID_KINDS])
    op.execute(
        "UPDATE id_counters SET last = (SELECT count(*) FROM accounts) WHERE kind = 'workspace'"
    )

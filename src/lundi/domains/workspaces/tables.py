"""Workspaces, who subscribes to them, and the folders in them."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, Position, metadata

workspaces = sa.Table(
    "workspaces",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    # The Main workspace, one in each account: boards and folders in it have no `workspace_id`.
    sa.Column("is_default", sa.Boolean, nullable=False),
    sa.Column("creator_id", Id),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.Index(
        None,
        "account_id",
        unique=True,
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    ),
    sqlite_with_rowid=False,
)

workspace_subscribers = sa.Table(
    "workspace_subscribers",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("workspace_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("as_owner", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "workspace_id"], ["workspaces.account_id", "workspaces.id"]
    ),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "user_id", "workspace_id"),
    sqlite_with_rowid=False,
)

workspace_team_subscribers = sa.Table(
    "workspace_team_subscribers",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("workspace_id", Id, primary_key=True),
    sa.Column("team_id", Id, primary_key=True),
    sa.Column("as_owner", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "workspace_id"], ["workspaces.account_id", "workspaces.id"]
    ),
    sa.ForeignKeyConstraint(
        ["account_id", "team_id"], ["teams.account_id", "teams.id"], ondelete="CASCADE"
    ),
    sa.Index(None, "account_id", "team_id", "workspace_id"),
    sqlite_with_rowid=False,
)

folders = sa.Table(
    "folders",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("workspace_id", Id),
    sa.Column("parent_id", Id),
    sa.Column("position", Position, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("color", sa.Text),
    sa.Column("custom_icon", sa.Text),
    sa.Column("font_weight", sa.Text),
    sa.Column("owner_id", Id),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "workspace_id"], ["workspaces.account_id", "workspaces.id"]
    ),
    sa.ForeignKeyConstraint(["account_id", "parent_id"], ["folders.account_id", "folders.id"]),
    sa.Index(None, "account_id", "workspace_id", "position", "id"),
    sa.Index(None, "account_id", "parent_id"),
    sqlite_with_rowid=False,
)

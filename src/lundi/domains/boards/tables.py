"""Boards, what they are divided into, and who follows them."""

import sqlalchemy as sa

from lundi.core.schema import Id, Json, Microseconds, Position, metadata

boards = sa.Table(
    "boards",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("creator_id", Id),
    # NULL: the Main workspace.
    sa.Column("workspace_id", Id),
    sa.Column("folder_id", Id),
    # Of a board that holds the subitems of another: that one.
    sa.Column("parent_board_id", Id),
    # Who may change it: one of schemas.PERMISSIONS.
    sa.Column("permissions", sa.Text, nullable=False, server_default="everyone"),
    sa.Column("communication", sa.Text),
    # What an item is called: {"singular", "plural", "preset_type"}
    sa.Column("item_nickname", Json),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.Index(None, "account_id", "workspace_id", "id"),
    sa.Index(None, "account_id", "folder_id", "id"),
    sa.Index(None, "account_id", "parent_board_id", unique=True),
)

groups = sa.Table(
    "groups",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("board_id", Id, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("color", sa.Text, nullable=False),
    sa.Column("position", Position, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    # Unique, so that a page of a board's pulses can be read in order, group by group, without sorting the board.
    sa.Index(None, "account_id", "board_id", "position", "id", unique=True),
    sqlite_with_rowid=False,
)

columns = sa.Table(
    "columns",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("board_id", Id, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("settings", Json, nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("width", sa.Integer),
    sa.Column("position", Position, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sqlite_with_rowid=False,
)

board_subscribers = sa.Table(
    "board_subscribers",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("board_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("as_admin", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "user_id", "board_id"),
    sqlite_with_rowid=False,
)

board_team_subscribers = sa.Table(
    "board_team_subscribers",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("board_id", Id, primary_key=True),
    sa.Column("team_id", Id, primary_key=True),
    sa.Column("as_admin", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sa.ForeignKeyConstraint(
        ["account_id", "team_id"], ["teams.account_id", "teams.id"], ondelete="CASCADE"
    ),
    sa.Index(None, "account_id", "team_id", "board_id"),
    sqlite_with_rowid=False,
)

# How a user chose to look at a board; read by the web app alone.
board_choices = sa.Table(
    "board_choices",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("board_id", Id, primary_key=True),
    sa.Column("choices", Json),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sqlite_with_rowid=False,
)

# What a user marked as a favorite of theirs, in their order: `kind` is one of schemas.FAVORITE_KINDS.
favorites = sa.Table(
    "favorites",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("object_id", Id, primary_key=True, autoincrement=False),
    sa.Column("id", Id, nullable=False),
    sa.Column("position", Position, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    # Two at once must not take the same place.
    sa.Index(None, "account_id", "user_id", "position", unique=True),
    sqlite_with_rowid=False,
)

"""Teams and who is in them."""

import sqlalchemy as sa

from lundi.core.schema import Id, Microseconds, metadata

# A deleted team's row is gone, and what hangs on it goes with it: tables of domains below point here, which this one can't know.
teams = sa.Table(
    "teams",
    metadata,
    sa.Column("account_id", Id, sa.ForeignKey("accounts.account_id"), primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("is_guest_team", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sqlite_with_rowid=False,
)

team_members = sa.Table(
    "team_members",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("team_id", Id, primary_key=True),
    sa.Column("user_id", Id, primary_key=True),
    sa.Column("as_owner", sa.Boolean, nullable=False),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(
        ["account_id", "team_id"], ["teams.account_id", "teams.id"], ondelete="CASCADE"
    ),
    sa.ForeignKeyConstraint(["account_id", "user_id"], ["users.account_id", "users.id"]),
    sa.Index(None, "account_id", "user_id", "team_id"),
    sqlite_with_rowid=False,
)

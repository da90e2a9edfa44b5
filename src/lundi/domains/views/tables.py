"""Views of boards."""

import sqlalchemy as sa

from lundi.core.schema import Id, Json, Microseconds, metadata

board_views = sa.Table(
    "board_views",
    metadata,
    sa.Column("account_id", Id, primary_key=True),
    sa.Column("board_id", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    # Which pulses and in which order, as `pulses/querying/description.py` reads it.
    sa.Column("filter", Json),
    sa.Column("sort", Json),
    sa.Column("tags", Json, nullable=False),
    sa.Column("settings", Json, nullable=False),
    sa.Column("filter_user_id", Id),
    sa.Column("filter_team_id", Id),
    sa.Column("creator_id", Id),
    sa.Column("created_at", Microseconds, nullable=False),
    sa.Column("updated_at", Microseconds, nullable=False),
    sa.ForeignKeyConstraint(["account_id", "board_id"], ["boards.account_id", "boards.id"]),
    sqlite_with_rowid=False,
)

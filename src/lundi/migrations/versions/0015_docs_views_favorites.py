"""Docs and their blocks, views of boards, and favorites of several kinds in an order.

Revision ID: 0015
"""

from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from lundi.core.ordering import several_between
from lundi.core.schema import Json, Position

revision = "0015"
down_revision = "0014"

_ID_KINDS = ("doc", "block", "view", "favorite")


def upgrade() -> None:
    _create_docs()
    _create_blocks()
    _create_views()
    _create_favorites()
    count = _move_favorites()
    op.drop_column("board_choices", "favorite")
    _create_counters(count)


def _create_docs() -> None:
    op.create_table(
        "docs",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), nullable=True),
        sa.Column("folder_id", sa.BigInteger(), nullable=True),
        sa.Column("pulse_id", sa.BigInteger(), nullable=True),
        sa.Column("column_id", sa.Text(), nullable=True),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("fk_docs_account_id")
        ),
        _reference("docs", "pulse_id", "pulses"),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_docs")),
        sqlite_with_rowid=False,
    )
    _index("docs", "workspace_id", "id")
    _index("docs", "pulse_id")
    op.create_table(
        "doc_subscribers",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("doc_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("as_owner", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        _reference("doc_subscribers", "doc_id", "docs", ondelete="CASCADE"),
        _reference("doc_subscribers", "user_id", "users"),
        sa.PrimaryKeyConstraint("account_id", "doc_id", "user_id", name=op.f("pk_doc_subscribers")),
        sqlite_with_rowid=False,
    )
    _index("doc_subscribers", "user_id", "doc_id")


def _create_blocks() -> None:
    op.create_table(
        "doc_blocks",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("doc_id", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("position", Position, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        _reference("doc_blocks", "doc_id", "docs", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id", "id", name=op.f("pk_doc_blocks")),
        sqlite_with_rowid=False,
    )
    _index("doc_blocks", "doc_id", "position", "id", unique=True)


def _create_views() -> None:
    op.create_table(
        "board_views",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filter", Json(), nullable=True),
        sa.Column("sort", Json(), nullable=True),
        sa.Column("tags", Json(), nullable=False),
        sa.Column("settings", Json(), nullable=False),
        sa.Column("filter_user_id", sa.BigInteger(), nullable=True),
        sa.Column("filter_team_id", sa.BigInteger(), nullable=True),
        sa.Column("creator_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        _reference("board_views", "board_id", "boards"),
        sa.PrimaryKeyConstraint("account_id", "board_id", "id", name=op.f("pk_board_views")),
        sqlite_with_rowid=False,
    )


def _create_favorites() -> None:
    op.create_table(
        "favorites",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("position", Position, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        _reference("favorites", "user_id", "users"),
        sa.PrimaryKeyConstraint(
            "account_id", "user_id", "kind", "object_id", name=op.f("pk_favorites")
        ),
        sqlite_with_rowid=False,
    )
    _index("favorites", "user_id", "position", unique=True)


def _move_favorites() -> int:
    """Boards that were chosen before, the oldest first; gives how many."""
    chosen = op.get_bind().execute(
        sa.text(
            "SELECT c.account_id, c.user_id, c.board_id, b.created_at FROM board_choices c"
            " JOIN boards b ON b.account_id = c.account_id AND b.id = c.board_id"
            " WHERE c.favorite ORDER BY c.account_id, c.user_id, c.board_id"
        )
    )
    rows: list[dict[str, Any]] = []
    for (account_id, user_id), own in groupby(chosen, key=lambda row: (row[0], row[1])):
        boards = list(own)
        for (_, _, board_id, at), position in zip(
            boards, several_between(None, None, len(boards)), strict=True
        ):
            rows.append(
                {
                    "account_id": account_id,
                    "user_id": user_id,
                    "kind": "Board",
                    "object_id": board_id,
                    "id": len(rows) + 1,
                    "position": position,
                    "created_at": at,
                    "updated_at": at,
                }
            )
    columns = ("account_id", "user_id", "kind", "object_id", "id", "position")
    names = (*columns, "created_at", "updated_at")
    op.bulk_insert(sa.table("favorites", *(sa.column(name) for name in names)), rows)
    return len(rows)


def _reference(
    table: str, column: str, target: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id", column],
        [f"{target}.account_id", f"{target}.id"],
        name=op.f(f"fk_{table}_account_id_{column}"),
        ondelete=ondelete,
    )


def _index(table: str, *columns: str, unique: bool = False) -> None:
    name = op.f(f"ix_{table}_account_id_{'_'.join(columns)}")
    op.create_index(name, table, ["account_id", *columns], unique=unique)


def _create_counters(favorites: int) -> None:
    if op.get_bind().dialect.name == "postgresql":
        for kind in _ID_KINDS:
            op.execute(sa.schema.CreateSequence(sa.Sequence(f"{kind}_ids")))
        op.execute(f"SELECT setval('favorite_ids', {favorites + 1}, false)")
        return
    counters = sa.table("id_counters", sa.column("kind"), sa.column("last"))
    last = {"favorite": favorites}
    op.bulk_insert(counters, [{"kind": kind, "last": last.get(kind, 0)} for kind in _ID_KINDS])

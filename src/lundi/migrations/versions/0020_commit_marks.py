"""On PostgreSQL, a mark for each commit, by which a process whose connection was lost finds out whether it was done.

Revision ID: 0020
"""

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE commit_marks (at BIGINT, id BIGINT, PRIMARY KEY (at, id))")

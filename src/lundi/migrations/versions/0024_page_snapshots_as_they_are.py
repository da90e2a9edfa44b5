"""PostgreSQL keeps lists of ids as they are: to pack them took 15 times as long as to write them, and to read a part all were unpacked.

Revision ID: 0024
"""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE page_snapshots ALTER COLUMN ids SET STORAGE EXTERNAL")

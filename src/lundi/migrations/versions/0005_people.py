"""A person column holds several people and teams.

Revision ID: 0005
"""

import json
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

from lundi.core.schema import Json

revision = "0005"
down_revision = "0004"

PORTION = 1000

_pulses = sa.table(
    "pulses",
    sa.column("account_id", sa.BigInteger),
    sa.column("id", sa.BigInteger),
    sa.column("board_id", sa.BigInteger),
    sa.column("values", Json),
)
_columns = sa.table(
    "columns",
    sa.column("account_id", sa.BigInteger),
    sa.column("board_id", sa.BigInteger),
    sa.column("id", sa.Text),
    sa.column("type", sa.Text),
)
_CHANGE = (
    sa.update(_pulses)
    .where(
        _pulses.c.account_id == sa.bindparam("in_account"), _pulses.c.id == sa.bindparam("pulse_id")
    )
    .values(values=sa.bindparam("new_values", type_=Json()))
)


def upgrade() -> None:
    connection = op.get_bind()
    found = connection.execute(sa.select(_columns).where(_columns.c.type == "person"))
    naming: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for account_id, board_id, column_id, _ in found:
        naming[account_id, board_id].append(column_id)
    for (account_id, board_id), column_ids in naming.items():
        _convert_board(connection, account_id, board_id, column_ids)


def converted(values: dict[str, Any], column_ids: list[str]) -> dict[str, Any] | None:
    """None where nothing of it has the old form."""
    new = {}
    for column_id in column_ids:
        value = values.get(column_id)
        if isinstance(value, dict) and "user_id" in value:
            new[column_id] = {"people": [{"id": value["user_id"], "kind": "person"}]}
    return {**values, **new} if new else None


def _convert_board(
    connection: sa.Connection, account_id: int, board_id: int, column_ids: list[str]
) -> None:
    of_board = (
        sa.select(_pulses.c.id, _pulses.c["values"])
        .where(_pulses.c.account_id == account_id, _pulses.c.board_id == board_id)
        .order_by(_pulses.c.id)
        .limit(PORTION)
    )
    last = 0
    while portion := connection.execute(of_board.where(_pulses.c.id > last)).all():
        changes = [
            {"in_account": account_id, "pulse_id": pulse_id, "new_values": json.dumps(new)}
            for pulse_id, text in portion
            if (new := converted(json.loads(text), column_ids)) is not None
        ]
        if changes:
            connection.execute(_CHANGE, changes)
        last = portion[-1][0]

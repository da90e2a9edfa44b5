"""The SQL of one request, as it was recorded and can be played again."""

from collections.abc import Sequence
from typing import Any

import msgspec


class Statement(msgspec.Struct):
    """`ids`: the arguments that are new ids. Position -> which statement of the transaction gave it, and how many of its later
    ones it gave with it.
    """

    sql: str
    arguments: list[Any]
    is_run: bool
    """By asyncpg's `execute`, for its count; else by `fetch`, for its rows."""
    ids: dict[int, tuple[int, int]] = {}

    def filled(self, answers: Sequence[Any]) -> Sequence[Any]:
        """Its arguments, given what the statements before it answered this time."""
        if not self.ids:
            return self.arguments
        arguments = [*self.arguments]
        for at, (statement, later) in self.ids.items():
            arguments[at] = id_in(answers[statement], later)
        return arguments


class Transaction(msgspec.Struct):
    is_write: bool
    statements: list[Statement]


class Recorded(msgspec.Struct):
    """`size`: the answer's body, in bytes."""

    status: int
    size: int
    transactions: list[Transaction]

    @property
    def statements(self) -> int:
        return sum(len(transaction.statements) for transaction in self.transactions)


def gives_ids(sql: str) -> bool:
    return "id_counters" in sql or "nextval(" in sql


def id_in(rows: Sequence[Sequence[Any]], later: int) -> int:
    """PostgreSQL tells each of them, SQLite the last alone."""
    is_told = later < len(rows)
    return int(rows[-1 - later][0] if is_told else rows[-1][0] - later)

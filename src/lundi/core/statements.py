"""SQLAlchemy Core statements, compiled once an engine and then run on the driver itself."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import visitors

from lundi.core.schema import Json

Statement: TypeAlias = sa.sql.expression.Executable


Row = TypeVar("Row")


class Compiled:
    """One statement on one engine: its SQL, how its arguments line up, how its rows are mended."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.sql: str = compiled.string
        names = compiled.positiontup or ()
        self._constants = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }
        # itemgetter gives one name's value bare, so the first one is asked for twice.
        self._in_order: Callable[[dict[str, Any]], tuple[Any, ...]] | None = (
            itemgetter(*names, *names[:1]) if names else None
        )
        self._mends = _mends(statement, dialect)
        self.writes = _written_by(statement)
        """Tables that it changes."""
        self.reads = _tables_in(statement) if _is_kept(statement) else frozenset()
        """Tables on which its rows depend, where they are worth keeping: see `seldom_changed`."""

    def arguments(self, given: dict[str, Any], parameters: dict[str, Any]) -> Sequence[Any]:
        """The values in the order of the SQL's marks. Raises KeyError for a parameter that nobody gave."""
        if self._in_order is None:
            return ()
        return self._in_order({**self._constants, **given, **parameters})[:-1]

    def rows(self, rows: Sequence[Sequence[Any]], row_type: Callable[..., Row]) -> list[Row]:
        if not self._mends:
            return [row_type(*row) for row in rows]
        return [row_type(*self._mended(row)) for row in rows]

    def _mended(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for index, mend in self._mends:
            if values[index] is not None:
                values[index] = mend(values[index])
        return values


def seldom_changed(statement: sa.Select[Any]) -> sa.Select[Any]:
    """A statement that is asked over and over: its rows, which have to be frozen, are kept until one of its tables changes."""
    return statement.execution_options(is_kept=True)


def _is_kept(statement: Any) -> bool:
    return bool(statement.get_execution_options().get("is_kept"))


def _tables_in(statement: Any) -> frozenset[str]:
    found = (one for one in visitors.iterate(statement) if isinstance(one, sa.Table))
    return frozenset(str(table.name) for table in found)


def _written_by(statement: Any) -> frozenset[str]:
    """With the tables whose rows go with theirs."""
    if not isinstance(statement, sa.Insert | sa.Update | sa.Delete):
        return frozenset()
    table = statement.table
    below = {
        str(other.name)
        for other in (table.metadata.tables.values() if isinstance(table, sa.Table) else ())
        for key in other.foreign_key_constraints
        if key.ondelete == "CASCADE" and key.referred_table is table
    }
    return frozenset({str(getattr(table, "name", ""))} | below)


def _mends(statement: Any, dialect: Dialect) -> list[tuple[int, Callable[[Any], Any]]]:
    mends: list[tuple[int, Callable[[Any], Any]]] = []
    for index, column in enumerate(getattr(statement, "exported_columns", ())):
        if isinstance(column.type, Json):
            mends.append((index, msgspec.json.decode))
        elif isinstance(column.type, sa.Boolean) and dialect.name == "sqlite":
            mends.append((index, bool))
    return mends


class Compiler:
    """The statements of one engine that were seen so far."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._seen: dict[Any, Compiled] = {}

    def __call__(self, statement: Statement) -> Compiled:
        compiled = self._seen.get(statement)
        if compiled is None:
            compiled = self._seen[statement] = Compiled(statement, self._dialect)
        return compiled

    def once(self, statement: Statement) -> Compiled:
        """Of a statement that was put together for one request, and is not kept."""
        return Compiled(statement, self._dialect)

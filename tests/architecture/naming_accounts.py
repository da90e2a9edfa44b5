"""Which tables a statement touches without saying of which account: on a distributed PostgreSQL it would ask every node."""

import sys
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import visitors
from sqlalchemy.sql.operators import eq

from lundi.core.statements import Compiled

ASKED = "account_id"


def is_reference(table: sa.Table) -> bool:
    return bool(table.info.get("is_reference"))


def watch_all_statements() -> None:
    """From now on a statement of ours that does not name the account fails when it is first run, however it was put together."""
    compiled = Compiled.__init__
    seen: set[str] = set()

    def checked(self: Compiled, statement: Any, dialect: Any) -> None:
        compiled(self, statement, dialect)
        if self.sql not in seen and _is_ours():
            assert not unnamed(statement), f"{unnamed(statement)} without account_id: {self.sql}"
            seen.add(self.sql)

    Compiled.__init__ = checked  # type: ignore[method-assign]


def _is_ours() -> bool:
    """Not a test's own: by who asks the core to run it."""
    frame = sys._getframe(2)
    while frame.f_globals["__name__"].startswith("lundi.core.") and frame.f_back:
        frame = frame.f_back
    return str(frame.f_globals["__name__"]).startswith("lundi.")


def unnamed(statement: Any) -> set[str]:
    """Of all tables but those that every node has: those whose account is not the asked one, by WHERE, JOIN or VALUES."""
    elements = list(visitors.iterate(statement))
    same = _Same()
    places: set[Any] = set()
    for element in elements:
        if isinstance(element, sa.sql.elements.BinaryExpression) and element.operator is eq:
            same.join(_node(element.left), _node(element.right))
        if isinstance(element, sa.Column):
            places.add(element.table)
        elif isinstance(element, (sa.Table, sa.sql.selectable.Alias)):
            places.add(element)
        if isinstance(element, (sa.Subquery, sa.CTE)) and ASKED in element.c:
            for inner in element.c[ASKED]._proxies:
                same.join(element.c[ASKED], inner)
    if isinstance(statement, sa.Insert):
        places.add(statement.table)
        same.join(statement.table.c.get(ASKED), _inserted(statement))
    return {
        table.name
        for place in places
        if (table := _table(place)) is not None
        and not is_reference(table)
        and not same.is_asked(place.c.get(ASKED))
    }


def _inserted(statement: sa.Insert) -> Any:
    if statement.select is not None:
        at = [str(name) for name in statement._select_names or ()].index(ASKED)
        return _node(list(statement.select.exported_columns)[at])
    for column, value in dict(statement._values or {}).items():
        if getattr(column, "name", column) == ASKED:
            return _node(value)
    return "nothing"


def _table(place: Any) -> sa.Table | None:
    """The table itself, or that of an alias."""
    inner = getattr(place, "element", place)
    return inner if isinstance(inner, sa.Table) else None


def _node(side: Any) -> Any:
    if isinstance(side, sa.sql.elements.Label):
        side = side.element
    return ASKED if isinstance(side, sa.BindParameter) and side.key == ASKED else side


class _Same:
    """What is equal to what."""

    def __init__(self) -> None:
        self._above: dict[int | str, int | str] = {}

    def join(self, one: Any, other: Any) -> None:
        self._above[self._top(_key(one))] = self._top(_key(other))

    def is_asked(self, column: Any) -> bool:
        return self._top(_key(column)) == self._top(ASKED)

    def _top(self, key: int | str) -> int | str:
        while (above := self._above.get(key, key)) != key:
            key = above
        return key


def _key(node: Any) -> int | str:
    # A column's own == makes an expression.
    return node if isinstance(node, str) else id(node)

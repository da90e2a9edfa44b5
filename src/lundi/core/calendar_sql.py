"""Days in SQL that reads the same on both engines: texts, written YYYY-MM-DD."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

_QUARTERS = {f"{month:02}": f"{month - (month - 1) % 3:02}" for month in range(1, 13)}


class day_of(FunctionElement[Any]):  # noqa: N801  (reads as a SQL function)
    """The day, in UTC, of a time in microseconds."""

    inherit_cache = True
    type = sa.Text()


@compiles(day_of, "sqlite")
def _day_of_sqlite(element: day_of, compiler: Any, **kw: Any) -> str:
    return (
        f"date(CAST({compiler.process(element.clauses, **kw)} / 1000000 AS INTEGER), 'unixepoch')"
    )


@compiles(day_of, "postgresql")
def _day_of_postgresql(element: day_of, compiler: Any, **kw: Any) -> str:
    moment = f"to_timestamp({compiler.process(element.clauses, **kw)} / 1000000)"
    return f"to_char({moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD')"


class _monday_of(FunctionElement[Any]):  # noqa: N801
    inherit_cache = True
    type = sa.Text()


@compiles(_monday_of, "sqlite")
def _monday_of_sqlite(element: _monday_of, compiler: Any, **kw: Any) -> str:
    return f"date({compiler.process(element.clauses, **kw)}, '-6 days', 'weekday 1')"


@compiles(_monday_of, "postgresql")
def _monday_of_postgresql(element: _monday_of, compiler: Any, **kw: Any) -> str:
    day = f"CAST({compiler.process(element.clauses, **kw)} AS DATE)"
    return f"to_char(date_trunc('week', CAST({day} AS TIMESTAMP)), 'YYYY-MM-DD')"


def first_day(day: ColumnElement[Any], span: str) -> ColumnElement[Any]:
    """Of the week (a Monday), month, quarter or year that a day is in; with `day` the day itself."""
    if span == "week":
        return _monday_of(day)
    if span == "month":
        return sa.func.substr(day, 1, 8) + "01"
    if span == "quarter":
        month = sa.case(_QUARTERS, value=sa.func.substr(day, 6, 2))
        return sa.func.substr(day, 1, 5) + month + "-01"
    if span == "year":
        return sa.func.substr(day, 1, 4) + "-01-01"
    return day

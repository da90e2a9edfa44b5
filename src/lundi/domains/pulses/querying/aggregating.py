"""Counts, sums and the like over what a query finds on a board, by groups: computed by the database."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.json_sql import in_bytes
from lundi.core.schema import one_of_these, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.schemas import ACTIVE, Board
from lundi.domains.boards.tables import groups
from lundi.domains.column_types import name
from lundi.domains.column_types.inputs import check_storable
from lundi.domains.pulses.access import IN_GROUP
from lundi.domains.pulses.queries import visible_pulses
from lundi.domains.pulses.querying.aggregation import (
    MOST_GROUPS,
    Aggregation,
    Measure,
    OfItem,
    UnsupportedFunction,
)
from lundi.domains.pulses.querying.columnar.asking import sums_in_memory
from lundi.domains.pulses.querying.item_values import Value, column_named, value_of
from lundi.domains.pulses.querying.planning import Planner, planner_for
from lundi.domains.pulses.querying.sql import Sql, made, where
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulses

_AGGREGATES: dict[str, Callable[[Sql], Sql]] = {
    "COUNT": sa.func.count,
    "COUNT_DISTINCT": lambda value: sa.func.count(value.distinct()),
    "SUM": lambda value: sa.func.coalesce(sa.func.sum(value), 0.0),
    "AVERAGE": sa.func.avg,
    "MIN": sa.func.min,
    "MAX": sa.func.max,
}


class Counted(msgspec.Struct, frozen=True):
    """What a function makes of many items."""

    result: float | None


class Grouped(msgspec.Struct, frozen=True):
    """What the items of a group have in common; None where they have nothing."""

    value: Any


class Entry(msgspec.Struct, frozen=True):
    alias: str
    value: Counted | Grouped


async def aggregate(work: Work, board: Board, asked: Aggregation) -> list[list[Entry]]:
    """Of a board that was found already: one list for each group, the smallest keys first and those without one last.

    Raises Invalid, and NotFound for a column that isn't there.
    """
    check_storable(sorted(asked.column_ids))
    planner = await planner_for(work, board, asked.query.column_ids | asked.column_ids)
    if board.state != ACTIVE:
        return []
    keys = [value_of(planner, key.of) for key in asked.keys]
    measures = _measures(asked)
    values = [None if one.of is None else _measured(planner, one) for one in measures]
    rows = await sums_in_memory(
        work,
        board,
        planner.found_by(asked.query),
        asked.query.ids,
        [key.made for key in keys],
        [
            (m.function, None if v is None else v.made)
            for m, v in zip(measures, values, strict=True)
        ],
        MOST_GROUPS,
    )
    if rows is None:
        statement = _statement(planner, asked, keys, list(zip(measures, values, strict=True)))
        rows = await work.all_once(statement, lambda *row: row, board_id=board.id)
    chosen = _limited(rows, asked)
    there = await visible_pulses(work, {row[0] for row in chosen if row[0] is not None})
    return [_entries(row, there.get(row[0]), asked, keys, measures) for row in chosen]


def _measures(asked: Aggregation) -> list[Measure]:
    return list(dict.fromkeys(e.what for e in asked.elements if isinstance(e.what, Measure)))


def _statement(
    planner: Planner,
    asked: Aggregation,
    keys: Sequence[Value],
    measures: Sequence[tuple[Measure, Value | None]],
) -> Any:
    columns = [made(key.made).label(f"k{place}") for place, key in enumerate(keys)]
    columns += [
        made(v.made).label(f"x{place}") for place, (_, v) in enumerate(measures) if v is not None
    ]
    found = (
        sa.select(pulses.c.id.label("id"), *columns)
        .join(groups, IN_GROUP)
        .where(
            pulses.c.account_id == parameter("account_id"),
            pulses.c.board_id == parameter("board_id"),
            pulses.c.state == ACTIVE,
            groups.c.state == ACTIVE,
            where(planner.found_by(asked.query)),
        )
    )
    if asked.query.ids is not None:
        found = found.where(one_of_these(pulses.c.id, as_json(asked.query.ids)))
    medians = [place for place, (one, _) in enumerate(measures) if one.function == "MEDIAN"]
    rows: Any = found.subquery("found")
    if medians:
        rows = _with_places(rows, len(keys), medians).subquery("placed")
    by = [rows.c[f"k{place}"] for place in range(len(keys))]
    told = [_told(rows, place, one) for place, (one, _) in enumerate(measures)]
    statement = sa.select(sa.func.min(rows.c.id), *by, *told).select_from(rows)
    for key, value in zip(by, keys, strict=True):
        order = key if value.is_number else in_bytes(key)
        statement = statement.group_by(key).order_by(key.is_(None), order)
    return statement.limit(sa.literal(MOST_GROUPS))


def _with_places(rows: Any, keys: int, medians: Sequence[int]) -> Any:
    """The place of each value among those of its group, and how many there are: `median()` is not in both engines."""
    by = [rows.c[f"k{place}"] for place in range(keys)] or None
    places = []
    for place in medians:
        value = rows.c[f"x{place}"]
        order = (value.is_(None), value)
        places.append(sa.func.row_number().over(partition_by=by, order_by=order).label(f"p{place}"))
        places.append(sa.func.count(value).over(partition_by=by).label(f"n{place}"))
    return sa.select(rows, *places)


def _told(rows: Any, place: int, measure: Measure) -> Sql:
    if measure.of is None:
        return sa.func.count()
    value = rows.c[f"x{place}"]
    if measure.function != "MEDIAN":
        return _AGGREGATES[measure.function](value)
    twice, count = rows.c[f"p{place}"] * 2, rows.c[f"n{place}"]
    # The one in the middle, or the two; those without a value stand behind all others.
    return sa.func.avg(sa.case((twice.between(count, count + 2), value)))


def _limited(rows: Sequence[tuple[Any, ...]], asked: Aggregation) -> list[tuple[Any, ...]]:
    """Of each key only as many different values as it says, the first of them."""
    for place, key in enumerate(asked.keys, 1):
        if key.limit is not None:
            kept = set(list(dict.fromkeys(row[place] for row in rows))[: key.limit])
            rows = [row for row in rows if row[place] in kept]
    return list(rows[: asked.limit])


def _entries(
    row: tuple[Any, ...],
    pulse: Pulse | None,
    asked: Aggregation,
    keys: Sequence[Value],
    measures: Sequence[Measure],
) -> list[Entry]:
    places = {key.of: place for place, key in enumerate(asked.keys)}
    entries = []
    for one in asked.elements:
        if isinstance(one.what, Measure):
            number = row[1 + len(keys) + measures.index(one.what)]
            entries.append(Entry(one.alias, Counted(None if number is None else float(number))))
        else:
            place = places[one.what]
            raw = row[1 + place]
            shown = None if raw is None else keys[place].show(raw, pulse)
            entries.append(Entry(one.alias, Grouped(shown)))
    return entries


def _measured(planner: Planner, measure: Measure) -> Value:
    value = value_of(planner, measure.of or OfItem(name.TYPE.name))
    if measure.function not in ("COUNT", "COUNT_DISTINCT") and not value.is_number:
        raise UnsupportedFunction(
            f"{measure.function} takes numbers, and column {column_named(measure.of)} has none."
        )
    return value

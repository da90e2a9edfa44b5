"""Counts and sums by the database against the same in plain Python, on both engines."""

import datetime
import statistics
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.core.work import Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.pulses.querying.aggregating import Counted, Grouped, aggregate
from lundi.domains.pulses.querying.aggregation import read_aggregation
from tests.company import Company
from tests.domains.querying.plain import LABELS, OPTIONS, TODAY, Item, fits
from tests.domains.querying.test_against_python import KINDS, NOW, Answer, Board, items, rules

Columns = Callable[[dict[str, Any]], Any]


def first_day(day: str, span: str) -> str:
    one = datetime.date.fromisoformat(day)
    starts = {
        "DAY": one,
        "WEEK": one - datetime.timedelta(days=one.weekday()),
        "MONTH": one.replace(day=1),
        "QUARTER": one.replace(month=one.month - (one.month - 1) % 3, day=1),
        "YEAR": one.replace(month=1, day=1),
    }
    return starts[span].isoformat()


def _of(column_id: str) -> dict[str, Any]:
    return {"type": "COLUMN", "column": {"column_id": column_id}}


def _function(function: str, *params: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FUNCTION", "function": {"function": function, "params": list(params)}}


class Value:
    """Of an item: how it is asked for, and what plain Python makes of it."""

    def __init__(
        self, asked: dict[str, Any], of: Callable[[Item], Any], *, is_number: bool = False
    ) -> None:
        self.asked = asked
        self.of = of
        self.is_number = is_number


def _column(
    column_id: str, shown: Callable[[Any], Any] = lambda value: value, **more: Any
) -> Value:
    def of(item: Item) -> Any:
        value = item.values.get(column_id)
        return None if value is None else shown(value)

    return Value(_of(column_id), of, **more)


def _on(function: str, inner: Value, shown: Callable[[Any], Any], **more: Any) -> Value:
    def of(item: Item) -> Any:
        value = inner.of(item)
        return None if value is None else shown(value)

    return Value(_function(function, inner.asked), of, **more)


TEXT, DAY = _column("text"), _column("day")
NUMBER = _column("number", float, is_number=True)
START, END = _column("span", lambda span: span[0]), _column("span", lambda span: span[1])
VALUES: dict[str, Value] = {
    "name": Value(_of("name"), lambda item: item.name),
    "group": Value(_of("group"), lambda item: item.group),
    "text": TEXT,
    "long": _column("long"),
    "number": NUMBER,
    "stars": _column("stars", float, is_number=True),
    "status": _column("status", lambda index: LABELS[str(index)]),
    "label": _on("LABEL", _column("status"), lambda index: LABELS[str(index)]),
    "drop": _column("drop", lambda ids: ", ".join(OPTIONS[one] for one in ids)),
    "day": DAY,
    "check": _column("check"),
    "small": _on("LOWER", TEXT, lambda text: text.lower()),
    "trimmed": _on("LOWER", _on("TRIM", TEXT, str.strip), lambda text: text.lower()),
    "length": _on("LENGTH", TEXT, lambda text: float(len(text)), is_number=True),
    "start": _on("START_DATE", START, lambda day: day),
    "end": _on("END_DATE", END, lambda day: day),
    "month of end": _on(
        "DATE_TRUNC_MONTH", _on("END_DATE", END, str), lambda day: first_day(day, "MONTH")
    ),
    "born": Value(
        _function("DATE_TRUNC_DAY", _of("__creation_log__")), lambda item: TODAY.isoformat()
    ),
    **{
        f"{span} of day": _on(
            f"DATE_TRUNC_{span}", DAY, lambda day, span=span: first_day(day, span)
        )
        for span in ("DAY", "WEEK", "MONTH", "QUARTER", "YEAR")
    },
}
MEASURES: dict[str, Callable[[list[Any]], float | None]] = {
    "COUNT": len,
    "COUNT_DISTINCT": lambda values: len(set(values)),
    "SUM": sum,
    "AVERAGE": lambda values: statistics.fmean(values) if values else None,
    "MEDIAN": lambda values: statistics.median(values) if values else None,
    "MIN": lambda values: min(values, default=None),
    "MAX": lambda values: max(values, default=None),
}
measures = st.lists(
    st.tuples(st.sampled_from(list(MEASURES)), st.sampled_from(list(VALUES))).filter(
        lambda one: one[0].startswith("COUNT") or VALUES[one[1]].is_number
    ),
    max_size=4,
)
keys = st.lists(st.sampled_from(list(VALUES)), max_size=2, unique=True)


@pytest.fixture(scope="module")
def board(company: Company) -> Board:
    return Board(company)


def in_python(
    found: list[Item], by: list[str], counted: list[tuple[str, str]]
) -> list[tuple[Any, ...]]:
    """For each group its keys, how many items there are, and what was counted."""
    of_groups: defaultdict[tuple[Any, ...], list[Item]] = defaultdict(list)
    for item in found:
        of_groups[tuple(VALUES[key].of(item) for key in by)].append(item)
    if not by:
        of_groups.setdefault((), [])
    rows = []
    for group, own in of_groups.items():
        told: list[Any] = []
        for function, name in counted:
            values = [VALUES[name].of(item) for item in own]
            told.append(MEASURES[function]([value for value in values if value is not None]))
        rows.append((*group, len(own), *told))
    return rows


def comparable(rows: list[tuple[Any, ...]]) -> list[str]:
    return sorted(
        repr([round(float(one), 6) if isinstance(one, int | float) else one for one in row])
        for row in rows
    )


def asked(
    board: Board, query: dict[str, Any], by: list[str], counted: list[tuple[str, str]]
) -> dict[str, Any]:
    select = [{**VALUES[key].asked, "as": f"key {place}"} for place, key in enumerate(by)]
    select.append({"type": "FUNCTION", "function": {"function": "COUNT_ITEMS"}, "as": "items"})
    select += [
        {**_function(function, VALUES[name].asked), "as": f"measure {place}"}
        for place, (function, name) in enumerate(counted)
    ]
    return {
        "select": select,
        "from": {"type": "TABLE", "id": str(board.id)},
        "group_by": [{"column_id": f"key {place}"} for place in range(len(by))],
        "query": board.rules(query, plain=False),
    }


@settings(max_examples=150)
@given(made=items, query=rules, by=keys, counted=measures)
def test_the_database_counts_what_plain_python_counts(
    board: Board,
    made: list[dict[str, Any]],
    query: dict[str, Any],
    by: list[str],
    counted: list[tuple[str, str]],
) -> None:
    async def run(work: Work) -> None:
        there = []
        for one in made:
            pulse = await board.create(work, one)
            there.append(Item(pulse.id, one["name"], pulse.group_id, board.plain(one["values"])))
        known = await board_to_read(work, board.id)
        sets = await aggregate(work, known, read_aggregation(asked(board, query, by, counted)))
        plain = board.rules(query, plain=True)
        left = [item for item in there if fits(item, plain, KINDS, board.names)]
        raise Answer([({}, [_plainly(one) for one in sets], in_python(left, by, counted))])  # type: ignore[list-item]

    ((_, found, expected),) = _answered(board, run)
    assert comparable(found) == comparable(expected)


def _plainly(entries: Any) -> tuple[Any, ...]:
    values = (one.value for one in entries)
    return tuple(
        value.result if isinstance(value, Counted) else value.value
        for value in values
        if isinstance(value, Counted | Grouped)
    )


def _answered(board: Board, run: Any) -> Any:
    try:
        board.company.server.write(board.company.operator, run, now=NOW)
    except Answer as answer:
        return answer.compared
    raise AssertionError

"""Plans -> SQL, the one place for both engines."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from lundi.core.calendar_sql import day_of, first_day
from lundi.core.json_sql import (
    as_number,
    folded,
    holds,
    in_bytes,
    json_element,
    json_elements,
    json_part,
    like,
    number_among,
)
from lundi.core.schema import Json, one_of_these, parameter
from lundi.core.work import as_json
from lundi.domains.boards.schemas import ACTIVE
from lundi.domains.column_types import conditions as c
from lundi.domains.pulses.querying.plans import Made, On, Some, Sorted, Where
from lundi.domains.pulses.tables import pulses

Sql: TypeAlias = ColumnElement[Any]
_linked = pulses.alias("linked")
_under = pulses.alias("under")
_HAS_SUBITEMS = (
    sa.exists()
    .where(
        _under.c.account_id == parameter("account_id"),
        _under.c.parent_id == pulses.c.id,
        _under.c.state == ACTIVE,
    )
    .correlate_except(_under)
)
_FACTS: dict[str, Sql] = {
    "id": pulses.c.id,
    "name": pulses.c.name,
    "group_id": pulses.c.group_id,
    "created_at": pulses.c.created_at,
    "updated_at": pulses.c.updated_at,
}
_NUMBERS = ("id", "created_at", "updated_at")


def where(asked: Where) -> Sql:
    if isinstance(asked, On):
        return condition(asked.condition, asked.column_id)
    parts = [where(one) for one in asked.of]
    return sa.or_(sa.false(), *parts) if isinstance(asked, Some) else sa.and_(sa.true(), *parts)


def condition(asked: c.Condition, column_id: str) -> Sql:
    """Of the pulse that the statement is at, and what it has in that column."""
    return _COMPILED[type(asked)](asked, column_id)


def _not(asked: c.Not, column_id: str) -> Sql:
    return sa.not_(sa.func.coalesce(condition(asked.of, column_id), sa.false()))


def _all(asked: c.All, column_id: str) -> Sql:
    return sa.and_(sa.true(), *(condition(one, column_id) for one in asked.of))


def _either(asked: c.Either, column_id: str) -> Sql:
    return sa.or_(sa.false(), *(condition(one, column_id) for one in asked.of))


def _holding(asked: c.Holds, column_id: str) -> Sql:
    fits = (one_of_these(json_element(field), as_json(texts)) for field, texts in asked.where)
    return holds(_elements(asked.path, column_id), sa.and_(sa.true(), *fits))


def _holding_within(asked: c.HoldsWithin, column_id: str) -> Sql:
    number = as_number(json_element())
    within = _between(number, asked.low, asked.high, asked.without_low, asked.without_high)
    return holds(_elements(asked.path, column_id), within)


def _linking(asked: c.LinksTo, column_id: str) -> Sql:
    named = (
        sa.exists()
        .where(
            _linked.c.account_id == parameter("account_id"),
            sa.cast(_linked.c.id, sa.Text) == json_element(),
            _like(_linked.c.name, asked.needle, asked.at_start),
        )
        .correlate_except(_linked)
    )
    return holds(_elements(asked.path, column_id), named)


def ordering(by: Sorted) -> list[Sql]:
    """What has nothing comes last, whatever the direction."""
    found: list[Sql] = []
    one: c.Order | None = by.order
    while one is not None:
        key = _key(one, by.column_id)
        found += [key.is_(None), key.desc() if by.descending else key.asc()]
        one = one.then
    return found


def made(asked: Made) -> Sql:
    at = number_at if asked.is_number else text_at
    found = at(asked.look, asked.column_id)
    for step in asked.steps:
        found = _step(step, found)
    return found


def _step(step: str, of: Sql) -> Sql:
    if step.startswith("without "):
        return sa.func.nullif(of, sa.literal(step.removeprefix("without ")))
    return _STEPS[step](of) if step in _STEPS else first_day(of, step)


def _key(order: c.Order, column_id: str) -> Sql:
    if order.look.fact in _NUMBERS:
        return _FACTS[order.look.fact]
    if order.is_number:
        return number_at(order.look, column_id)
    text = text_at(order.look, column_id)
    if order.ranks is None:
        return in_bytes(folded(text))
    ranks = as_json({key: rank for rank, key in enumerate(order.ranks)})
    return as_number(json_part(sa.literal(ranks, type_=Json()), text))


def text_at(look: c.Look, column_id: str) -> Sql:
    if look.fact:
        fact = _FACTS[look.fact]
        return fact if isinstance(fact.type, sa.Text) else sa.cast(fact, sa.Text)
    key = sa.literal(column_id)
    parts: Sequence[Sql] = [json_part(pulses.c["values"], key, *path) for path in look.paths]
    return parts[0] if len(parts) == 1 else sa.func.coalesce(*parts)


def number_at(look: c.Look, column_id: str) -> Sql:
    if look.fact:
        return sa.cast(_FACTS[look.fact], sa.Double)
    return as_number(text_at(look, column_id))


def _elements(path: c.Path, column_id: str) -> Sql:
    return json_elements(pulses.c["values"], sa.literal(column_id), *path)


def _like(text: Sql, needle: str, at_start: bool) -> Sql:
    return folded(text).like(like(needle, at_start=at_start), escape="\\")


def _spans(asked: c.Spans, column_id: str) -> Sql:
    low, high = asked.low, asked.high
    if isinstance(high if low is None else low, str):
        key = in_bytes(text_at(asked.look, column_id))
    else:
        key = number_at(asked.look, column_id)
        low, high = None if low is None else float(low), None if high is None else float(high)
    within = _between(key, low, high, asked.without_low, asked.without_high)
    return sa.and_(key.is_not(None), within)


def _between(key: Sql, low: Any, high: Any, without_low: bool, without_high: bool) -> Sql:
    found: list[Sql] = [sa.true()]
    if low is not None:
        found.append(key > low if without_low else key >= low)
    if high is not None:
        found.append(key < high if without_high else key <= high)
    return sa.and_(*found)


_STEPS: dict[str, Callable[[Sql], Sql]] = {
    "lower": folded,
    "trim": sa.func.trim,
    "length": lambda text: as_number(sa.func.length(text)),
    "day_of": day_of,
}
_COMPILED: dict[type, Callable[[Any, str], Sql]] = {
    c.Always: lambda asked, column_id: sa.true() if asked.answer else sa.false(),
    c.Not: _not,
    c.All: _all,
    c.Either: _either,
    c.Present: lambda asked, column_id: text_at(c.VALUE, column_id).is_not(None),
    c.HasSubitems: lambda asked, column_id: _HAS_SUBITEMS,
    c.Equals: lambda asked, column_id: one_of_these(
        folded(text_at(asked.look, column_id)), as_json(asked.texts)
    ),
    c.Counts: lambda asked, column_id: number_among(
        number_at(asked.look, column_id), sa.literal(as_json(asked.numbers))
    ),
    c.Reads: lambda asked, column_id: _like(
        text_at(asked.look, column_id), asked.needle, asked.at_start
    ),
    c.Spans: _spans,
    c.Holds: _holding,
    c.HoldsWithin: _holding_within,
    c.LinksTo: _linking,
}

"""What of a board's pulses has to be in memory for a plan."""

import math
from collections.abc import Iterable, Iterator

import msgspec

from lundi.domains.column_types import conditions as c
from lundi.domains.pulses.querying.plans import Made, On, Plan, Where

NAME = ""
"""The source of names; no column has this id."""
FACTS = ("id", "group_id", "created_at", "updated_at")
"""They are there for every copy."""
NUMBER_FACTS = ("id", "created_at", "updated_at")


class NotInMemory(Exception):
    """It is left to SQL."""


class TooLarge(Exception):
    """For the memory that there may be."""


class Need(msgspec.Struct, frozen=True):
    """`source`: a column's id, or NAME. `order`: where it is compared by that, as a number or sorted."""

    source: str
    order: c.Order | None = None


def needs_of(plan: Plan) -> set[Need]:
    """Raises NotInMemory."""
    found = set(_of_where(plan.where))
    for by in plan.order:
        found.update(_of_order(one, by.column_id) for one in chain(by.order))
    return _without_facts(found)


def needs_of_made(asked: Iterable[Made]) -> set[Need]:
    """Raises NotInMemory."""
    return _without_facts({_of_made(one) for one in asked})


def chain(order: c.Order) -> Iterator[c.Order]:
    """One after another, each alone."""
    one: c.Order | None = order
    while one is not None:
        yield msgspec.structs.replace(one, then=None)
        one = one.then


def as_number(look: c.Look) -> c.Order:
    return c.Order(look, is_number=True)


def is_of_numbers(asked: c.Spans) -> bool:
    return not isinstance(asked.high if asked.low is None else asked.low, str)


def _of_where(asked: Where) -> Iterator[Need]:
    if isinstance(asked, On):
        yield from _of_condition(asked.condition, asked.column_id)
    else:
        for one in asked.of:
            yield from _of_where(one)


def _of_condition(asked: c.Condition, column_id: str) -> Iterator[Need]:
    match asked:
        case c.Always():
            return
        case c.Not(of):
            yield from _of_condition(of, column_id)
        case c.All(of) | c.Either(of):
            for one in of:
                yield from _of_condition(one, column_id)
        case c.Counts():
            yield _of_order(as_number(asked.look), column_id)
        case c.Spans() if is_of_numbers(asked):
            if any(one is not None and math.isnan(float(one)) for one in (asked.low, asked.high)):
                raise NotInMemory
            yield _of_order(as_number(asked.look), column_id)
        case c.Equals() | c.Reads() | c.Spans():
            yield Need(_source(asked.look, column_id))
        case c.Present() | c.Holds() | c.HoldsWithin():
            yield Need(column_id)
        case _:
            raise NotInMemory


def _of_order(order: c.Order, column_id: str) -> Need:
    return Need(_source(order.look, column_id), order)


def _of_made(asked: Made) -> Need:
    source = _source(asked.look, asked.column_id)
    is_plain_number = asked.is_number and not asked.steps
    return Need(source, as_number(asked.look) if is_plain_number else None)


def _source(look: c.Look, column_id: str) -> str:
    if look.fact == "name":
        return NAME
    return f"={look.fact}" if look.fact else column_id


def _without_facts(found: Iterable[Need]) -> set[Need]:
    return {need for need in found if not need.source.startswith("=")}

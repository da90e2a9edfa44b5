"""What is counted or summed, and by what: read from the JSON of API v2's AggregateQueryInput."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.pulses.querying.description import Query, read_query

MEASURES = frozenset(
    {"COUNT_ITEMS", "COUNT", "COUNT_DISTINCT", "SUM", "AVERAGE", "MEDIAN", "MIN", "MAX"}
)
"""Of all items of a group: one number."""
PER_ITEM = frozenset(
    {
        *("NONE", "RAW", "LABEL", "PERSON", "LOWER", "TRIM", "LENGTH"),
        *("DATE", "START_DATE", "END_DATE", "DATE_TRUNC_DAY", "DATE_TRUNC_WEEK"),
        *("DATE_TRUNC_MONTH", "DATE_TRUNC_QUARTER", "DATE_TRUNC_YEAR"),
    }
)
"""Of one item: what it is grouped by or what is counted."""
MOST_ELEMENTS = 50
MOST_KEYS = 5
MOST_GROUPS = 1000
LONGEST_ALIAS = 255
DEEPEST = 4
_Given: TypeAlias = Mapping[str, Any]


class UnsupportedFunction(Invalid):
    """The schema names it, and nothing here computes it."""


class OfItem(msgspec.Struct, frozen=True):
    """A column's value, with functions of PER_ITEM around it, the outermost first."""

    column_id: str
    functions: tuple[str, ...] = ()


class Measure(msgspec.Struct, frozen=True):
    """`of` is None where items themselves are counted."""

    function: str
    of: OfItem | None


class Element(msgspec.Struct, frozen=True):
    alias: str
    what: OfItem | Measure


class Key(msgspec.Struct, frozen=True):
    """`limit`: of how many different values groups are given."""

    of: OfItem
    limit: int | None


class Aggregation(msgspec.Struct, frozen=True):
    elements: tuple[Element, ...]
    keys: tuple[Key, ...]
    query: Query
    limit: int

    @property
    def column_ids(self) -> set[str]:
        """Without those of the rules."""
        of = [key.of for key in self.keys]
        of += [
            one.what.of
            for one in self.elements
            if isinstance(one.what, Measure) and one.what.of is not None
        ]
        return {one.column_id for one in of}


def read_aggregation(given: _Given) -> Aggregation:
    """Raises Invalid, UnsupportedFunction for a function that the schema names and nothing here computes."""
    elements = tuple(_element(one) for one in given["select"])
    if not 1 <= len(elements) <= MOST_ELEMENTS:
        raise Invalid(f"select has 1 to {MOST_ELEMENTS} elements.")
    aliases = {one.alias: one.what for one in elements}
    if len(aliases) < len(elements):
        raise Invalid("Each element of select has a name of its own in `as`.")
    keys = tuple(_key(one, aliases) for one in given.get("group_by") or ())
    if len(keys) > MOST_KEYS:
        raise Invalid(f"At most {MOST_KEYS} columns can be grouped by.")
    grouped = {key.of for key in keys}
    for one in elements:
        if isinstance(one.what, OfItem) and one.what not in grouped:
            raise Invalid(
                f"'{one.alias}' is of each item: put it into group_by, or a function like COUNT around it."
            )
    limit = _limit(given.get("limit")) or MOST_GROUPS
    return Aggregation(elements, keys, read_query(given.get("query")), limit)


def _element(given: _Given) -> Element:
    alias = given["as"]
    if not 1 <= len(alias) <= LONGEST_ALIAS:
        raise Invalid(f"`as` has 1 to {LONGEST_ALIAS} characters.")
    function = given.get("function")
    if given["type"] == "FUNCTION" and function and function["function"] in MEASURES:
        return Element(alias, _measure(function))
    return Element(alias, _of_item(given, 1))


def _measure(given: _Given) -> Measure:
    name, params = given["function"], given.get("params") or []
    if name == "COUNT_ITEMS" or (name == "COUNT" and not params):
        return Measure("COUNT_ITEMS", None)
    if len(params) != 1:
        raise Invalid(f"{name} takes one param: what of each item it is made of.")
    return Measure(name, _of_item(params[0], 1))


def _of_item(given: _Given, depth: int) -> OfItem:
    if given["type"] == "COLUMN":
        column = given.get("column")
        if not column:
            raise Invalid("An element of the type COLUMN names its column.")
        return OfItem(column["column_id"])
    function = given.get("function")
    if not function:
        raise Invalid("An element of the type FUNCTION names its function.")
    name, params = function["function"], function.get("params") or []
    if name in MEASURES:
        raise Invalid(f"{name} is of many items and can't stand within another function.")
    if name not in PER_ITEM:
        raise UnsupportedFunction(f"The function {name} isn't supported yet in the API.")
    if len(params) != 1 or depth > DEEPEST:
        raise Invalid(f"{name} takes one param, and functions stand at most {DEEPEST} deep.")
    inner = _of_item(params[0], depth + 1)
    if name in ("NONE", "RAW"):
        return inner
    return OfItem(inner.column_id, (name, *inner.functions))


def _key(given: _Given, aliases: Mapping[str, OfItem | Measure]) -> Key:
    """By a column's id, or by the name that select gives something."""
    name = given["column_id"]
    named = aliases.get(name)
    of = named if isinstance(named, OfItem) else OfItem(name)
    return Key(of, _limit(given.get("limit")))


def _limit(given: int | None) -> int | None:
    if given is not None and not 1 <= given <= MOST_GROUPS:
        raise Invalid(f"limit is {given}; it is at least 1 and at most {MOST_GROUPS:,}.")
    return given

"""What is asked for: rules within rules, an order, ids, words. Read from the JSON that clients send and views keep."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.column_types.inputs import check_storable, whole

OPERATORS = frozenset(
    {
        "any_of",
        "not_any_of",
        "is_empty",
        "is_not_empty",
        "greater_than",
        "greater_than_or_equals",
        "lower_than",
        "lower_than_or_equal",
        "between",
        "not_contains_text",
        "contains_text",
        "contains_terms",
        "starts_with",
        "ends_with",
        "within_the_next",
        "within_the_last",
    }
)
MOST_RULES = 100
DEEPEST = 10
MOST_IDS = 100
MOST_VALUES = 1000
MOST_ORDERS = 10
LONGEST_WORDS = 500


class Rule(msgspec.Struct, frozen=True):
    column_id: str
    operator: str = "any_of"
    values: tuple[Any, ...] = ()
    attribute: str = ""


class Rules(msgspec.Struct, frozen=True):
    """All of them must hold, or with `is_any` one of them; none at all always hold."""

    of: "tuple[Rule | Rules, ...]" = ()
    is_any: bool = False


class By(msgspec.Struct, frozen=True):
    column_id: str
    descending: bool = False


class Query(msgspec.Struct, frozen=True):
    """`words`: all of them stand in the pulse's name or its cells."""

    where: Rules = Rules()
    order: tuple[By, ...] = ()
    ids: tuple[int, ...] | None = None
    words: str = ""

    @property
    def column_ids(self) -> set[str]:
        found = {by.column_id for by in self.order}
        waiting: list[Rule | Rules] = [self.where]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Rules):
                waiting.extend(one.of)
            else:
                found.add(one.column_id)
        return found


EVERYTHING = Query()
_Given: TypeAlias = Mapping[str, Any]


def read_query(given: _Given | None) -> Query:
    """Of an ItemsQuery of API v2: rules, groups, operator, order_by, ids. Raises Invalid."""
    if not given:
        return EVERYTHING
    check_storable(dict(given))
    ids = given.get("ids")
    return Query(
        where=read_rules(given),
        order=read_order(given.get("order_by")),
        ids=None if not ids else _ids(ids),
        words=_words(given.get("text")),
    )


def read_rules(given: _Given) -> Rules:
    """Of an ItemsQueryGroup."""
    return _Reader().rules(given, 1)


def read_order(given: Any) -> tuple[By, ...]:
    orders = given if isinstance(given, list) else [given] if given else []
    if len(orders) > MOST_ORDERS:
        raise Invalid(f"At most {MOST_ORDERS} columns can be sorted by.")
    return tuple(_by(one) for one in orders)


class _Reader:
    def __init__(self) -> None:
        self._left = MOST_RULES

    def rules(self, given: _Given, depth: int) -> Rules:
        if depth > DEEPEST:
            raise Invalid(f"Groups of rules go at most {DEEPEST} deep.")
        operator = given.get("operator") or "and"
        if operator not in ("and", "or"):
            raise Invalid("The operator of a group of rules is and, or or.")
        rules = [self._rule(one) for one in _list(given.get("rules"))]
        groups = [self.rules(_object(one), depth + 1) for one in _list(given.get("groups"))]
        return Rules((*rules, *groups), is_any=operator == "or")

    def _rule(self, given: Any) -> Rule:
        self._left -= 1
        if self._left < 0:
            raise Invalid(f"A query has at most {MOST_RULES} rules.")
        rule = _object(given)
        operator = rule.get("operator") or "any_of"
        if operator not in OPERATORS:
            raise Invalid(f"'{str(operator)[:40]}' is no operator of rules.")
        values = rule.get("compare_value")
        values = values if isinstance(values, list) else [] if values is None else [values]
        if len(values) > MOST_VALUES:
            raise Invalid(f"A rule compares with at most {MOST_VALUES:,} values.")
        if any(isinstance(value, list | dict) for value in values):
            raise Invalid("A rule compares with texts and numbers.")
        attribute = rule.get("compare_attribute")
        return Rule(_column_id(rule), operator, tuple(values), str(attribute or ""))


def _by(given: Any) -> By:
    one = _object(given)
    direction = one.get("direction") or "asc"
    if direction not in ("asc", "desc"):
        raise Invalid("The direction of an order is asc or desc.")
    return By(_column_id(one), direction == "desc")


def _column_id(given: _Given) -> str:
    column_id = given.get("column_id")
    if not isinstance(column_id, str) or not column_id:
        raise Invalid("A rule and an order name a column by its column_id.")
    return column_id


def _ids(given: Any) -> tuple[int, ...]:
    ids = given if isinstance(given, list) else [given]
    if len(ids) > MOST_IDS:
        raise Invalid(f"ids has at most {MOST_IDS} entries.")
    return tuple(dict.fromkeys(whole(one, "an item's id") for one in ids))


def _words(given: Any) -> str:
    if given is None:
        return ""
    if not isinstance(given, str) or len(given) > LONGEST_WORDS:
        raise Invalid(f"text is a text of at most {LONGEST_WORDS} characters.")
    return given


def _list(given: Any) -> list[Any]:
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def _object(given: Any) -> _Given:
    if not isinstance(given, dict):
        raise Invalid("Rules, groups of rules and orders are objects.")
    return given

"""How types answer the rules of a filter: each type takes one of these families, or puts one together."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.core.folding import folded
from lundi.domains.column_types.column_type import Around
from lundi.domains.column_types.conditions import (
    VALUE,
    All,
    Always,
    Condition,
    Counts,
    Either,
    Equals,
    Look,
    Not,
    Order,
    Present,
    Reads,
    Spans,
)
from lundi.domains.column_types.inputs import quoted
from lundi.domains.column_types.moments import Days, Moment, days_ahead, in_zone, named_days

BLANK = ("", None, "$$$blank$$$")
_BOUNDS = {
    "greater_than": ("low", True),
    "greater_than_or_equals": ("low", False),
    "lower_than": ("high", True),
    "lower_than_or_equal": ("high", False),
}


class Rule(msgspec.Struct, frozen=True):
    """`values`: what it compares with, a single one as a list of one. `attribute`: as START_DATE of a timeline."""

    operator: str
    values: Sequence[Any] = ()
    attribute: str = ""


Among: TypeAlias = Callable[[Sequence[Any], Rule, Around], Condition]
Text: TypeAlias = Callable[[str, bool, Around], Condition]
"""(needle, at the start, around)"""
Range: TypeAlias = Callable[[Rule, Around], Condition]


class Filters(msgspec.Struct, frozen=True):
    """`among` answers any_of, `text` the operators on texts, `ranges` all that compare or count from today."""

    among: Among | None = None
    text: Text | None = None
    ranges: Range | None = None
    order: Callable[[Around], Order] | None = None
    present: Condition = Present()
    exactly: Callable[[Sequence[str], Around], Condition] | None = None
    """It reads as one of these texts; where not given, `among` says."""

    def reading_as(self, texts: Sequence[str], around: Around) -> Condition:
        """It reads as one of the texts, "" being nothing at all."""
        wanted = [text for text in texts if text]
        found: list[Condition] = []
        if wanted and self.exactly is not None:
            found.append(self.exactly(wanted, around))
        elif wanted and self.among is not None:
            found.append(self.among(wanted, Rule("any_of", wanted), around))
        if len(wanted) < len(texts):
            found.append(Not(self.present))
        return Either(tuple(found))

    def condition(self, rule: Rule, around: Around) -> Condition:
        """Of a rule whose operator the type takes. Raises Invalid for values that don't fit it."""
        operator = rule.operator
        if operator == "is_empty":
            return Not(self.present)
        if operator == "is_not_empty":
            return self.present
        if operator in ("any_of", "not_any_of"):
            among = self._among(rule, around)
            return among if operator == "any_of" else Not(among)
        if self.text is not None and operator in _ON_TEXT:
            return _on_text(self.text, rule, around)
        if self.ranges is not None:
            return self.ranges(rule, around)
        raise Invalid(f"Operator '{operator}' can't be used here.")

    def _among(self, rule: Rule, around: Around) -> Condition:
        wanted = [value for value in rule.values if value not in BLANK]
        found: list[Condition] = []
        if wanted and self.among is not None:
            found.append(self.among(wanted, rule, around))
        if len(wanted) < len(rule.values):
            found.append(Not(self.present))
        return Either(tuple(found))


_ON_TEXT = ("contains_text", "not_contains_text", "contains_terms", "starts_with", "ends_with")


def _on_text(text: Text, rule: Rule, around: Around) -> Condition:
    needle = folded(_one_text(rule))
    if rule.operator == "contains_terms":
        terms = needle.split()
        return All(tuple(text(term, False, around) for term in terms)) if terms else Always(False)
    found = text(needle, rule.operator == "starts_with", around)
    return Not(found) if rule.operator == "not_contains_text" else found


def _one_text(rule: Rule) -> str:
    if len(rule.values) != 1 or not isinstance(rule.values[0], str | int | float):
        raise Invalid(f"Operator '{rule.operator}' compares with one text.")
    return str(rule.values[0])


def texts_of(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(folded(_plain(value)) for value in values)


def _plain(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Invalid(f"{quoted(value)} is neither a text nor a number.")
    return str(value)


def number(value: Any) -> float:
    try:
        return float(value) if not isinstance(value, bool) else float("nan")
    except (TypeError, ValueError, OverflowError):
        raise Invalid(f"{quoted(value)} is not a number.") from None


def by_text(*looks: Look, ordered: bool = True) -> Filters:
    """Of a text, or several that stand for the same thing."""

    def among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
        texts = texts_of(values)
        return Either(tuple(Equals(look, texts) for look in looks))

    def text(needle: str, at_start: bool, around: Around) -> Condition:
        return Either(tuple(Reads(look, needle, at_start) for look in looks))

    first = Look(paths=tuple(path for look in looks for path in look.paths), fact=looks[0].fact)
    present: Condition = Always(True) if looks[0].fact else Present()
    return Filters(
        among, text, order=(lambda around: Order(first)) if ordered else None, present=present
    )


def by_number(look: Look = VALUE, *, is_fact: bool = False) -> Filters:
    def among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
        return Counts(look, tuple(number(value) for value in values))

    def text(needle: str, at_start: bool, around: Around) -> Condition:
        return Reads(look, needle, at_start)

    def ranges(rule: Rule, around: Around) -> Condition:
        if rule.operator == "between":
            low, high = _two(rule)
            return Spans(look, number(low), number(high))
        side, is_open = _BOUNDS[rule.operator]
        bound = number(_one(rule))
        if side == "low":
            return Spans(look, low=bound, without_low=is_open)
        return Spans(look, high=bound, without_high=is_open)

    present: Condition = Always(True) if is_fact else Present()
    return Filters(among, text, ranges, lambda around: Order(look, is_number=True), present)


def by_name(
    names: Callable[[Around], Mapping[str, str]],
    having: Callable[[tuple[str, ...]], Condition],
    keys: Callable[[Sequence[Any], Around], tuple[str, ...]],
    order: Callable[[Around], Order] | None = None,
) -> Filters:
    """Of things that are few and have names: labels, people, countries. `names` by key, `keys` those that a rule means,
    `having` the condition that a value has one of some keys.
    """

    def among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
        wanted = keys(values, around)
        return having(wanted) if wanted else Always(False)

    def text(needle: str, at_start: bool, around: Around) -> Condition:
        found = tuple(
            key
            for key, name in names(around).items()
            if (folded(name).startswith(needle) if at_start else needle in folded(name))
        )
        return having(found) if found else Always(False)

    def exactly(texts: Sequence[str], around: Around) -> Condition:
        wanted = set(texts_of(texts))
        found = tuple(key for key, name in names(around).items() if folded(name) in wanted)
        return having(found) if found else Always(False)

    return Filters(among, text, order=order, exactly=exactly)


def by_their_names(names: Mapping[str, str]) -> tuple[str, ...]:
    """Keys in the order of their names, for Order.ranks."""
    return tuple(sorted(names, key=lambda key: (folded(names[key]), key)))


def by_day(look: Callable[[Rule], Look], order: Order | None = None) -> Filters:
    """Of days, kept as YYYY-MM-DD."""

    def among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
        return _within(
            look(rule), [_as_days(one, around) for one in named_days(values, _today(around))]
        )

    def ranges(rule: Rule, around: Around) -> Condition:
        today = _today(around)
        if rule.operator in ("within_the_next", "within_the_last"):
            ahead = days_ahead(rule.values, today, back=rule.operator == "within_the_last")
            return _within(look(rule), [ahead])
        named = [_as_days(one, around) for one in named_days(rule.values, today)]
        if rule.operator == "between":
            if len(named) != 2:
                raise Invalid("Operator 'between' takes two days.")
            return _within(look(rule), [Days(named[0].first, named[1].last)])
        if len(named) != 1:
            raise Invalid(f"Operator '{rule.operator}' takes one day.")
        return _bounded(look(rule), rule.operator, _iso(named[0].first), _iso(named[0].last))

    def reads(needle: str, at_start: bool, around: Around) -> Condition:
        return Reads(look(Rule("")), needle, at_start)

    by = order or Order(look(Rule("")))
    return Filters(among, reads, ranges, lambda around: by)


def by_moment(fact: str) -> Filters:
    """Of a time that the pulse knows, in microseconds; days are those of the reader's zone."""
    look = Look(fact=fact)

    def spans(one: Days | Moment, around: Around) -> tuple[float | None, float | None]:
        """The first microsecond, and the first after."""
        if isinstance(one, Moment):
            return one.at, one.at + 1
        return in_zone(one, around.zone)

    def within(named: Sequence[Days | Moment], around: Around) -> Condition:
        found = []
        for one in named:
            low, high = spans(one, around)
            found.append(Spans(look, low, high, without_high=True))
        return Either(tuple(found))

    def among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
        return within(named_days(values, _today(around)), around)

    def ranges(rule: Rule, around: Around) -> Condition:
        today = _today(around)
        if rule.operator in ("within_the_next", "within_the_last"):
            ahead = days_ahead(rule.values, today, back=rule.operator == "within_the_last")
            return within([ahead], around)
        named = named_days(rule.values, today)
        if rule.operator == "between":
            if len(named) != 2:
                raise Invalid("Operator 'between' takes two days.")
            low, high = spans(named[0], around)[0], spans(named[1], around)[1]
            return Spans(look, low, high, without_high=True)
        if len(named) != 1:
            raise Invalid(f"Operator '{rule.operator}' takes one day.")
        first, after = spans(named[0], around)
        return {
            "greater_than": Spans(look, low=after),
            "greater_than_or_equals": Spans(look, low=first),
            "lower_than": Spans(look, high=first, without_high=True),
            "lower_than_or_equal": Spans(look, high=after, without_high=True),
        }[rule.operator]

    return Filters(among, None, ranges, lambda around: Order(look, is_number=True), Always(True))


def _today(around: Around) -> date:
    return around.moment.astimezone(around.zone).date()


def _as_days(one: Days | Moment, around: Around) -> Days:
    if isinstance(one, Days):
        return one
    day = around.as_day(one.at)
    return Days(day, day)


def _within(look: Look, spans: Sequence[Days]) -> Condition:
    return Either(tuple(Spans(look, _iso(one.first), _iso(one.last)) for one in spans))


def _bounded(look: Look, operator: str, first: str | None, last: str | None) -> Condition:
    if operator.startswith("greater"):
        low = last if operator == "greater_than" else first
        return Spans(look, low=low, without_low=operator == "greater_than")
    high = first if operator == "lower_than" else last
    return Spans(look, high=high, without_high=operator == "lower_than")


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _one(rule: Rule) -> Any:
    if len(rule.values) != 1:
        raise Invalid(f"Operator '{rule.operator}' compares with one value.")
    return rule.values[0]


def _two(rule: Rule) -> tuple[Any, Any]:
    if len(rule.values) != 2:
        raise Invalid(f"Operator '{rule.operator}' compares with two values.")
    return rule.values[0], rule.values[1]

"""Reading a formula once, and computing it for one pulse after another. Nothing in it is ever run as a program."""

import inspect
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, TypeAlias

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around
from lundi.domains.column_types.formulas.functions import FUNCTIONS, is_equal, power
from lundi.domains.column_types.formulas.values import (
    Value,
    bounded,
    number,
    order,
    text,
    truth,
)

DEEPEST = 100
_CONSTANTS: dict[str, Value] = {"TRUE": True, "FALSE": False, "PI": 3.141592653589793}
Node: TypeAlias = Any


class Formula(msgspec.Struct, frozen=True):
    """`columns`: the names between its braces, as `date` or `timeline#Start`."""

    tree: Node
    columns: frozenset[str]


class Given(msgspec.Struct, frozen=True):
    """What it is computed with: the values by their names in the formula."""

    columns: Mapping[str, Value]
    around: Around


@lru_cache(1_000)
def read_formula(source: str) -> Formula:
    """Raises Invalid, saying where it can't be read or what it names that isn't there."""
    # Loaded with the first formula: a server without one is smaller by that.
    from lark import Tree  # noqa: PLC0415
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415

    try:
        tree = _parser().parse(source)
    except UnexpectedInput as error:
        is_over = getattr(getattr(error, "token", None), "type", "") == "$END"
        where = "at its end" if is_over else f"at character {error.column}"
        raise Invalid(f"The formula can't be read {where}.") from None
    node = tree if isinstance(tree, Tree) else Tree("text", [tree])
    _check(node)
    columns = {str(t)[1:-1] for t in node.scan_values(_is_column)}
    return Formula(node, frozenset(columns))


def compute(formula: Formula, given: Given) -> Value:
    """Raises Illegal where it gives nothing, as for a division by zero."""
    return _value(formula.tree, given)


def shown(formula: Formula, given: Given) -> str:
    """As the cell shows it."""
    try:
        return text(compute(formula, given))
    except (ValueError, OverflowError):
        return "Illegal formula"


def _is_column(token: Any) -> bool:
    return bool(token.type == "COLUMN")


@cache
def _parser() -> Any:
    from lark import Lark  # noqa: PLC0415

    grammar = resources.files(__package__).joinpath("grammar.lark").read_text()
    return Lark(grammar, parser="lalr", maybe_placeholders=False)


def _check(root: Node) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise Invalid(f"The formula is nested more than {DEEPEST} deep.")
        for node in level:
            if node.data == "call":
                _check_call(node)
            elif node.data == "constant" and str(node.children[0]).upper() not in _CONSTANTS:
                raise Invalid(
                    f"The formula names '{str(node.children[0])[:40]}', which is nothing it knows."
                )
        level = [child for node in level for child in node.children if hasattr(child, "data")]


def _check_call(node: Node) -> None:
    name, arguments = _called(node)
    least, most = _arities().get(name, (None, None))
    if least is None or most is None:
        raise Invalid(f"There is no function {name[:40]} for formulas.")
    if not least <= len(arguments) <= most:
        raise Invalid(f"{name} takes {_counted(least, most)} values, not {len(arguments)}.")


def _counted(least: int, most: int) -> str:
    if least == most:
        return str(least)
    return f"at least {least}" if most == _ANY else f"{least} to {most}"


_ANY = 10_000


@cache
def _arities() -> dict[str, tuple[int, int]]:
    found = {"IF": (2, 3), "IFERROR": (2, 2), "SWITCH": (3, _ANY), "TODAY": (0, 0), "NOW": (0, 0)}
    for name, function in FUNCTIONS.items():
        parameters = inspect.signature(function).parameters.values()
        least = sum(p.default is p.empty and p.kind is not p.VAR_POSITIONAL for p in parameters)
        has_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
        found[name] = (max(1, least), _ANY if has_any else len(parameters))
    return found


def _called(node: Node) -> tuple[str, list[Node]]:
    name, *arguments = node.children
    return str(name).upper(), arguments


def _value(node: Node, given: Given) -> Value:
    return _KINDS[node.data](node, given)


def _call(node: Node, given: Given) -> Value:
    name, arguments = _called(node)
    if name in _LAZY:
        return _LAZY[name](arguments, given)
    return FUNCTIONS[name](*(_value(one, given) for one in arguments))


def _if(arguments: list[Node], given: Given) -> Value:
    if truth(_value(arguments[0], given)):
        return _value(arguments[1], given)
    return _value(arguments[2], given) if len(arguments) == 3 else ""


def _switch(arguments: list[Node], given: Given) -> Value:
    """(value, case, result, case, result, …, otherwise)"""
    value, *cases = arguments
    found = _value(value, given)
    while len(cases) >= 2:
        if is_equal(found, _value(cases[0], given)):
            return _value(cases[1], given)
        cases = cases[2:]
    return _value(cases[0], given) if cases else ""


def _if_error(arguments: list[Node], given: Given) -> Value:
    try:
        return _value(arguments[0], given)
    except (ValueError, OverflowError):
        return _value(arguments[1], given)


_LAZY: dict[str, Callable[[list[Node], Given], Value]] = {
    "IF": _if,
    "IFERROR": _if_error,
    "SWITCH": _switch,
    "TODAY": lambda arguments, given: given.around.as_day(given.around.now),
    "NOW": lambda arguments, given: given.around.moment.astimezone(given.around.zone).replace(
        tzinfo=None
    ),
}


def _calculated(node: Node, given: Given) -> Value:
    left, sign, right = node.children
    return _SIGNS[sign.type](_value(left, given), _value(right, given))


def _compared(node: Node, given: Given) -> Value:
    left, sign, right = node.children
    return _COMPARES[sign.type](order(_value(left, given), _value(right, given)))


def _column(node: Node, given: Given) -> Value:
    return given.columns.get(str(node.children[0])[1:-1])


def _token(node: Node) -> str:
    return str(node.children[0])


_SIGNS: dict[str, Callable[[Value, Value], Value]] = {
    "PLUS": lambda left, right: number(left) + number(right),
    "MINUS": lambda left, right: number(left) - number(right),
    "TIMES": lambda left, right: number(left) * number(right),
    "OVER": FUNCTIONS["DIVIDE"],
    "POWER": power,
}
_COMPARES: dict[str, Callable[[int], bool]] = {
    "EQUAL": lambda found: found == 0,
    "UNEQUAL": lambda found: found != 0,
    "BELOW": lambda found: found < 0,
    "BELOW_OR_EQUAL": lambda found: found <= 0,
    "ABOVE": lambda found: found > 0,
    "ABOVE_OR_EQUAL": lambda found: found >= 0,
}
_KINDS: dict[str, Callable[[Node, Given], Value]] = {
    "call": _call,
    "calculated": _calculated,
    "compared": _compared,
    "column": _column,
    "constant": lambda node, given: _CONSTANTS[_token(node).upper()],
    "hundredth": lambda node, given: number(_value(node.children[0], given)) / 100,
    "negative": lambda node, given: -number(_value(node.children[1], given)),
    "number": lambda node, given: float(_token(node)),
    "positive": lambda node, given: number(_value(node.children[1], given)),
    "text": lambda node, given: _token(node)[1:-1],
    "together": lambda node, given: bounded(
        "".join(text(_value(one, given)) for one in node.children)
    ),
}

"""A filter in plain Python, written from the description of the operators, to compare the engine with."""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec

TODAY = datetime.date(2026, 3, 18)
LABELS = {"0": "Working on it", "1": "Done", "2": "Stuck"}
OPTIONS = {1: "Alpha", 2: "beta", 3: "Ünïted"}


class Item(msgspec.Struct):
    """`values`: by column id, as plain Python has them; None where there is nothing."""

    id: int
    name: str
    group: str
    values: dict[str, Any]


def low(text: str) -> str:
    return text.lower()


COUNTRIES = {"DE": "Germany", "FR": "France", "US": "United States"}
TEXTS: dict[str, Callable[[Any, dict[str, str]], list[str]]] = {
    "status": lambda value, names: [LABELS[str(value)]],
    "dropdown": lambda value, names: [OPTIONS[one] for one in value],
    "people": lambda value, names: [names[str(one)] for one in value],
    "tags": lambda value, names: [names[str(one)] for one in value],
    "country": lambda value, names: [COUNTRIES[value]],
    "email": lambda value, names: [part for part in value if part],
    "link": lambda value, names: [part for part in value if part],
    "checkbox": lambda value, names: ["v"],
}
MATCHES: dict[str, Callable[[Any, Any], bool]] = {
    "status": lambda value, wanted: str(wanted) == str(value),
    "dropdown": lambda value, wanted: wanted in value,
    "tags": lambda value, wanted: wanted in value,
    "people": lambda value, wanted: wanted.removeprefix("person-") in map(str, value),
    "numbers": lambda value, wanted: float(wanted) == float(value),
    "rating": lambda value, wanted: float(wanted) == float(value),
    "date": lambda value, wanted: days(wanted)[0] <= value <= days(wanted)[1],
    "timeline": lambda value, wanted: days(wanted)[0] <= value[0] <= days(wanted)[1],
    "email": lambda value, wanted: low(wanted) in [low(part) for part in value if part],
    "link": lambda value, wanted: low(wanted) in [low(part) for part in value if part],
}


def texts_of(kind: str, value: Any, names: dict[str, str]) -> list[str]:
    """What a text operator looks at: any of them may fit."""
    if value is None:
        return []
    return TEXTS[kind](value, names) if kind in TEXTS else [str(value)]


def any_of(kind: str, value: Any, wanted: Any) -> bool:
    """One value of a rule against one of a cell."""
    if wanted == "" or value is None:
        return bool(wanted == "" and value is None)
    if kind in MATCHES:
        return MATCHES[kind](value, wanted)
    return low(str(wanted)) == low(str(value))


def days(word: str) -> tuple[str, str]:
    monday = TODAY - datetime.timedelta(days=TODAY.weekday())
    spans = {
        "TODAY": (TODAY, TODAY),
        "TOMORROW": (TODAY + datetime.timedelta(days=1),) * 2,
        "THIS_WEEK": (monday, monday + datetime.timedelta(days=6)),
        "THIS_MONTH": (TODAY.replace(day=1), TODAY.replace(day=31)),
    }
    first, last = spans[word] if word in spans else (datetime.date.fromisoformat(word),) * 2
    return first.isoformat(), last.isoformat()


def holds(kind: str, value: Any, rule: dict[str, Any], names: dict[str, str]) -> bool:
    operator, wanted = rule["operator"], rule["compare_value"]
    empty = value is None
    texts = [low(text) for text in texts_of(kind, value, names)]
    plain: dict[str, Callable[[], bool]] = {
        "is_empty": lambda: empty,
        "is_not_empty": lambda: not empty,
        "any_of": lambda: any(any_of(kind, value, one) for one in wanted),
        "not_any_of": lambda: not any(any_of(kind, value, one) for one in wanted),
        "contains_text": lambda: any(low(wanted) in text for text in texts),
        "not_contains_text": lambda: not any(low(wanted) in text for text in texts),
        "starts_with": lambda: any(text.startswith(low(wanted)) for text in texts),
        "contains_terms": lambda: (
            bool(wanted.split())
            and all(any(low(term) in text for text in texts) for term in wanted.split())
        ),
    }
    if operator in plain:
        return plain[operator]()
    if empty:
        return False
    return compared(kind, value, operator, wanted)


def compared(kind: str, value: Any, operator: str, wanted: Any) -> bool:
    if kind == "numbers":
        number, bound = float(value), float(wanted)
        first = last = bound
        subject: Any = number
    else:
        subject = value if kind == "date" else value[0]
        if operator == "between":
            return bool(days(wanted[0])[0] <= subject <= days(wanted[1])[1])
        first, last = days(wanted)  # type: ignore[assignment]
    return bool(
        {
            "greater_than": lambda: subject > last,
            "greater_than_or_equals": lambda: subject >= first,
            "lower_than": lambda: subject < first,
            "lower_than_or_equal": lambda: subject <= last,
        }[operator]()
    )


def fits(item: Item, query: dict[str, Any], kinds: dict[str, str], names: dict[str, str]) -> bool:
    found = [fits(item, group, kinds, names) for group in query.get("groups", [])]
    for rule in query.get("rules", []):
        column_id = rule["column_id"]
        if column_id == "name":
            found.append(holds("text", item.name, rule, names))
        elif column_id == "group":
            inside = item.group in rule["compare_value"]
            found.append(inside if rule["operator"] == "any_of" else not inside)
        else:
            found.append(holds(kinds[column_id], item.values.get(column_id), rule, names))
    if not found:
        return True
    return any(found) if query.get("operator") == "or" else all(found)


def sort_key(kind: str, value: Any) -> Any:
    if kind == "numbers":
        return float(value)
    if kind == "status":
        return int(value)
    return low(str(value)).encode()


def in_order(items: list[Item], orders: list[dict[str, str]], kinds: dict[str, str]) -> list[int]:
    """`items` in the board's order."""
    found = list(items)
    for order in reversed(orders):
        column_id = order["column_id"]

        def value(item: Item, column_id: str = column_id) -> Any:
            return item.name if column_id == "name" else item.values.get(column_id)

        kind = "text" if column_id == "name" else kinds[column_id]
        there = [item for item in found if value(item) is not None]
        there.sort(
            key=lambda item: sort_key(kind, value(item)),
            reverse=order["direction"] == "desc",
        )
        # Python's reverse keeps the order of equals, as SQL's next key does.
        found = there + [item for item in found if value(item) is None]
    return [item.id for item in found]

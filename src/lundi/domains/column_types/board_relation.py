"""Pulses of other boards. Stored: {"item_ids"}, in the order given."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import (
    Around,
    ColumnType,
    Given,
    Settings,
    Stored,
    none,
)
from lundi.domains.column_types.conditions import Condition, Holds, HoldsWithin, LinksTo
from lundi.domains.column_types.filtering import Filters, Rule, number
from lundi.domains.column_types.inputs import ids, mapping, unfit
from lundi.domains.column_types.operators import BETWEEN, EMPTY, RANGE, SET, TEXT

_FORM = 'items, written {"item_ids": [1, 2]}'
REFLECTION = "reflection"
MAKE_REFLECTION = "allowCreateReflectionColumn"
"""In the settings of a new column: make the column that links back."""
_BOARDS = 'boards, written {"boardIds": [1, 2]}'


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    linked = parts.get("item_ids")
    if linked is None and isinstance(parts.get("linkedPulseIds"), list):
        links = [mapping(one, _FORM) for one in parts["linkedPulseIds"]]
        linked = [one.get("linkedPulseId") for one in links]
    item_ids = ids(linked, _FORM)
    if len(item_ids) > 1 and around.settings.get("allowMultipleItems") is False:
        raise Invalid("The column takes one item at most.")
    return Given(value={"item_ids": list(item_ids)} if item_ids else None, pulses=item_ids)


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"linked_item_ids": [] if stored is None else stored["item_ids"]}


def reflection_of(settings: Settings) -> tuple[int, str] | None:
    """Of a column that links both ways: the board and the column that links back."""
    other = settings.get(REFLECTION)
    return (other["board_id"], other["column_id"]) if other else None


def complete(settings: Settings) -> dict[str, Any]:
    board_ids = settings.get("boardIds")
    if board_ids is None:
        board_ids = [settings["boardId"]] if settings.get("boardId") is not None else []
    allows_many = settings.get("allowMultipleItems", True)
    if not isinstance(allows_many, bool):
        raise unfit(allows_many, "true or false, as allowMultipleItems is")
    checked = {"boardIds": list(ids(board_ids, _BOARDS)), "allowMultipleItems": allows_many}
    return {**settings, **checked}


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """By the ids of items, as numbers; a text matches nothing."""
    wanted = tuple(str(value) for value in values if not isinstance(value, str))
    return Holds(("item_ids",), (("", wanted),))


def _text(needle: str, at_start: bool, around: Around) -> Condition:
    return LinksTo(("item_ids",), needle, at_start)


def _ranges(rule: Rule, around: Around) -> Condition:
    """By the ids: that is what the original compares."""
    bounds = [number(value) for value in rule.values]
    if len(bounds) != (2 if rule.operator == "between" else 1):
        raise Invalid(f"Operator '{rule.operator}' has too many or too few values.")
    low = bounds[0] if rule.operator.startswith(("greater", "between")) else None
    high = bounds[-1] if rule.operator.startswith(("lower", "between")) else None
    return HoldsWithin(
        ("item_ids",),
        low,
        high,
        without_low=rule.operator == "greater_than",
        without_high=rule.operator == "lower_than",
    )


LINKS = Filters(_among, _text, _ranges)

TYPE = ColumnType(
    name="board_relation",
    internal="board-relation",
    v2_type="BoardRelationValue",
    read_json=read_json,
    value_of=none,
    text_of=none,
    text_if_empty=None,
    fields=fields,
    complete=complete,
    settings_schema={
        "boardIds": {"type": "array", "items": {"type": "integer", "minimum": 1}},
        "allowMultipleItems": {"type": "boolean"},
        MAKE_REFLECTION: {"type": "boolean", "description": "Make the column that links back."},
    },
    operators=SET | EMPTY | RANGE | BETWEEN | TEXT,
    sort_key=lambda value: tuple(value["item_ids"]),
    filters=LINKS,
)

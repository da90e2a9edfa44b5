"""The schema of a type's settings says what the type takes: what fits the one fits the other, and what doesn't, doesn't."""

from typing import Any

import jsonschema_rs
import pytest

from lundi.core.errors import Invalid
from lundi.domains.column_types.registry import COLUMN_TYPES, IN_V2

FITTING: list[tuple[str, dict[str, Any]]] = [
    *((name, {}) for name in IN_V2),
    ("status", {"labels": {"0": "A", "101": "B"}, "done_colors": [0, 101]}),
    ("status", {"labels": [{"label": "A", "color": "teal", "index": 3, "is_done": True}]}),
    ("status", {"labels": [{"label": "A", "color": "teal", "description": None}]}),
    ("status", {"labels_positions_v2": {"0": 1, "5": 0}}),
    ("dropdown", {"labels": ["A", {"label": "B"}, {"id": 7, "name": "C"}]}),
    ("dropdown", {"limit_select": True, "label_limit_count": 2}),
    ("dropdown", {"limit_select": True, "label_limit_count": None}),
    ("numbers", {"unit": {"symbol": "$", "direction": "left"}}),
    ("numbers", {"unit": None, "of our own": [1]}),
    ("numbers", {"unit": {"symbol": "custom", "custom_unit": "bags"}}),
    ("people", {"max_people_allowed": 3}),
    ("people", {"max_people_allowed": "0"}),
    ("people", {"max_people_allowed": None}),
    ("rating", {"max": 10}),
    ("board_relation", {"boardIds": [1, 2], "allowMultipleItems": False}),
    ("mirror", {"relation_column": {"links": True}, "displayed_linked_columns": {"1": ["text"]}}),
    ("progress", {"columns": {"status": 40, "status_1": 60}}),
    ("formula", {"formula": "{numbers} * 2"}),
    ("button", {"label": "Go", "color": "#00c875"}),
]
UNFIT: list[tuple[str, dict[str, Any]]] = [
    ("status", {"labels": {"55": "A"}}),
    ("status", {"labels": {"0": 7}}),
    ("status", {"labels": [{"label": "x" * 256, "color": "teal"}]}),
    ("status", {"labels": "A"}),
    ("status", {"done_colors": [55]}),
    ("status", {"done_colors": 1}),
    ("status", {"labels_positions_v2": {"0": -1}}),
    ("dropdown", {"labels": [""]}),
    ("dropdown", {"labels": [{"id": 0, "name": "A"}]}),
    ("dropdown", {"labels": {"1": "A"}}),
    ("dropdown", {"limit_select": True, "label_limit_count": 1001}),
    ("numbers", {"unit": {"direction": "up"}}),
    ("numbers", {"unit": "$"}),
    ("people", {"max_people_allowed": -1}),
    ("people", {"max_people_allowed": "many"}),
    ("rating", {"max": 11}),
    ("board_relation", {"boardIds": ["x"]}),
    ("board_relation", {"allowMultipleItems": "yes"}),
    ("mirror", {"displayed_linked_columns": {"1": [2]}}),
    ("progress", {"columns": {"status": 101}}),
    ("formula", {"formula": 1}),
    ("button", {"label": ["Go"]}),
]


def validator(name: str) -> Any:
    return jsonschema_rs.Draft202012Validator(IN_V2[name].schema_of_settings())


@pytest.mark.parametrize(("name", "settings"), FITTING)
def test_what_fits(name: str, settings: dict[str, Any]) -> None:
    validator(name).validate(settings)
    # What it makes of them fits again.
    validator(name).validate(IN_V2[name].defaults(settings))


@pytest.mark.parametrize(("name", "settings"), UNFIT)
def test_what_does_not(name: str, settings: dict[str, Any]) -> None:
    assert not validator(name).is_valid(settings)
    with pytest.raises(Invalid):
        IN_V2[name].defaults(settings)


def test_each_type_that_checks_its_settings_has_a_schema() -> None:
    for kind in COLUMN_TYPES.values():
        assert (kind.complete is dict) == (not kind.settings_schema), kind.name
    assert {name for name, _ in UNFIT} == {
        kind.in_v2 for kind in COLUMN_TYPES.values() if kind.settings_schema
    }

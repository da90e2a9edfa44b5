"""Cells of column types that only API v2 makes, as REST API v1 shows them."""

from typing import Any

import pytest

from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.rest_v1.cells import CellColumn, cell_makers, cells_of

PULSE = Pulse(
    id=345,
    board_id=12,
    group_id="g",
    parent_id=None,
    position="a",
    name="Cake",
    number=1,
    values_text='{"check": true, "stars": 4, "choice": {"ids": [1]}, "when": {"date": "2026-01-02", "time": "10:00:00"}}',
    state="active",
    creator_id=7,
    updates_count=0,
    last_update_at=None,
    created_at=1_612_080_000_000_000,
    updated_at=1_612_080_001_000_000,
)


@pytest.mark.parametrize(
    ("column_id", "type_name", "value"),
    [
        ("check", "checkbox", {"checked": True}),
        ("stars", "rating", {"rating": 4}),
        ("choice", "dropdown", {"ids": [1]}),
        ("when", "date", "2026-01-02"),
        ("made", "creation_log", {"created_at": "2021-01-31T08:00:00Z", "creator_id": 7}),
        ("id", "item_id", {"item_id": 345}),
        ("empty", "checkbox", None),
        ("sum", "formula", None),
    ],
)
def test_a_cell_reads_as_in_v2(column_id: str, type_name: str, value: Any) -> None:
    (cell,) = cells_of(PULSE, cell_makers([CellColumn(column_id, "Title", type_name)], {}))
    assert cell.value == value


def test_new_types_have_their_old_names() -> None:
    names = {name: COLUMN_TYPES[name].shown_as for name in COLUMN_TYPES}
    assert names["checkbox"] == "boolean"
    assert names["mirror"] == "lookup"
    assert names["long_text"] == "long-text"
    assert (names["person"], names["last_post"]) == ("person", "lastpost")

"""Labels of statuses and dropdowns: found, made, counted and shown."""

from typing import Any

import msgspec
import pytest

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around
from lundi.domains.column_types.palette import PALETTE
from lundi.domains.column_types.registry import COLUMN_TYPES
from tests.domains.column_types.examples import DROPDOWN, STATUS

status, dropdown = COLUMN_TYPES["status"], COLUMN_TYPES["dropdown"]


def making(settings: dict[str, Any]) -> Around:
    return Around(settings=settings, make_labels=True)


def test_a_status_has_forty_colours() -> None:
    assert [*PALETTE] == [*range(20), *range(101, 111), *range(151, 161)]
    assert len({color.hex for color in PALETTE.values()}) == 40


def test_a_label_that_reads_as_an_index_is_a_label() -> None:
    around = Around(settings=STATUS)
    assert status.from_text("1", around).value["index"] == 101
    assert status.from_json({"index": "1"}, around).value["index"] == 1


def test_labels_are_found_exactly_first() -> None:
    settings = {"labels": {"1": "DONE", "2": "done"}}
    assert status.from_text("done", Around(settings=settings)).value["index"] == 2
    assert status.from_text("Done", Around(settings=settings)).value["index"] == 1


def test_a_status_makes_a_label_of_the_next_free_colour() -> None:
    given = status.from_json({"label": "New"}, making(STATUS))
    assert given.value == {"index": 3, "update_id": None}
    assert given.settings == {"labels": {**STATUS["labels"], "3": "New"}}
    assert status.from_json({"label": "Done"}, making(STATUS)).settings is None
    full = {"labels": {str(index): f"label {index}" for index in PALETTE}}
    with pytest.raises(Invalid, match="each of its 40 colours"):
        status.from_text("New", making(full))


def test_grey_is_never_given_to_a_new_label() -> None:
    settings: dict[str, Any] = {"labels": {}}
    for number in range(39):
        made = status.from_text(f"label {number}", making(settings)).settings
        assert made is not None
        settings = made
    assert set(map(int, settings["labels"])) == set(PALETTE) - {5}


def test_a_dropdown_makes_labels_with_the_next_ids() -> None:
    given = dropdown.from_json({"labels": ["New", "A", "new"]}, making(DROPDOWN))
    assert given.value == {"ids": [4, 1]}
    assert given.settings == {"labels": [*DROPDOWN["labels"], {"id": 4, "name": "New"}]}
    assert dropdown.from_text("b, c", making(DROPDOWN)).value == {"ids": [3]}
    assert dropdown.from_text("x, 7", making({})).value == {"ids": [1, 2]}


def test_a_dropdown_takes_as_many_as_it_is_set_to() -> None:
    settings = {**DROPDOWN, "limit_select": True, "label_limit_count": 1}
    assert dropdown.from_text("A", Around(settings=settings)).value == {"ids": [1]}
    with pytest.raises(Invalid, match="takes 1 labels at most"):
        dropdown.from_text("A, B", Around(settings=settings))


def test_a_new_status_has_the_usual_labels() -> None:
    settings = status.defaults({})
    assert settings == {
        "labels": {"0": "Working on it", "1": "Done", "2": "Stuck"},
        "done_colors": [1],
    }
    shown = status.settings_v2(settings)
    assert shown["labels_positions_v2"] == {"0": 0, "1": 1, "2": 2, "5": 3}
    assert shown["labels_colors"]["2"] == {
        "color": "#e2445c",
        "border": "#CE3048",
        "var_name": "red-shadow",
    }
    assert shown["labels_colors"].keys() == shown["labels"].keys()


def test_the_labels_of_a_new_status_can_be_a_list() -> None:
    given = [
        {"label": "Later", "color": "teal", "index": 1},
        {"label": "Shipped", "color": "lilac", "index": 0, "is_done": True},
    ]
    settings = status.defaults({"labels": given})
    assert settings == {
        "labels": {"156": "Shipped", "160": "Later"},
        "labels_positions_v2": {"160": 1, "156": 0},
        "done_colors": [156],
    }
    assert status.settings_v2(settings)["labels_positions_v2"]["5"] == 2
    value = status.from_text("shipped", Around(settings=settings)).value
    assert status.fields(value, Around(settings=settings))["is_done"] is True


def test_the_labels_of_a_new_dropdown_get_ids() -> None:
    settings = dropdown.defaults({"labels": ["A", {"label": "B"}, {"id": 9, "name": "C"}]})
    named = [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}, {"id": 9, "name": "C"}]
    assert dropdown.settings_v2(settings) == {"labels": named}
    assert dropdown.settings_v2({}) == {"labels": []}


def test_changed_labels_of_a_status_stand_for_all_there_are() -> None:
    old = status.defaults({"labels": {"0": "Doing", "1": "Done", "2": "Stuck"}, "mine": 1})
    given = [
        {"label": "In work", "color": "working_orange", "index": 1, "id": 0, "description": "Now"},
        {
            "label": "Done",
            "color": "done_green",
            "index": 0,
            "is_done": True,
            "is_deactivated": True,
        },
        {"label": "New", "color": "teal", "index": 2, "is_done": True},
    ]
    new = status.defaults(status.changed(old, {"labels": given}))
    assert new == {
        "labels": {"0": "In work", "160": "New"},
        "labels_positions_v2": {"0": 1, "160": 2},
        "done_colors": [160],
        "labels_descriptions": {"0": "Now"},
        "mine": 1,
    }
    assert status.defaults(status.changed(new, {"labels": []}))["labels"] == {}
    assert "labels_descriptions" not in status.changed(new, {"labels": given[2:]})
    assert status.changed(new, {"done_colors": [0]}) == {**new, "done_colors": [0]}
    with pytest.raises(Invalid, match="keeps it"):
        status.changed(old, {"labels": [{**given[0], "color": "teal"}]})


def test_changed_labels_of_a_dropdown_keep_their_ids() -> None:
    old = dropdown.defaults({"labels": ["A", "B", "C"]})
    given: list[Any] = [
        "C",
        {"label": "New"},
        {"label": "Renamed", "id": 1},
        {"label": "B", "is_deactivated": True},
        {"label": "Newer"},
    ]
    new = dropdown.defaults(dropdown.changed(old, {"labels": given, "limit_select": True}))
    assert new == {
        "labels": [
            {"id": 3, "name": "C"},
            {"id": 4, "name": "New"},
            {"id": 1, "name": "Renamed"},
            {"id": 5, "name": "Newer"},
        ],
        "limit_select": True,
    }
    assert dropdown.changed(new, {"limit_select": False})["labels"] == new["labels"]


def test_settings_survive_json() -> None:
    settings = status.settings_v2(status.defaults({}))
    assert msgspec.json.decode(msgspec.json.encode(settings)) == settings

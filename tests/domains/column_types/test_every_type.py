"""What holds for all column types: their examples, what they refuse, and that none is forgotten."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.core.errors import Invalid
from lundi.domains import column_types
from lundi.domains.column_types import person
from lundi.domains.column_types.column_type import CLEARED, Around, ColumnType
from lundi.domains.column_types.filtering import Rule
from lundi.domains.column_types.registry import COLUMN_TYPES, IN_V2, creatable_type_in_v2
from tests.domains.column_types.examples import READ, WRITTEN, Example, around

V2 = {
    *("auto_number", "board_relation", "button", "checkbox", "color_picker", "country"),
    *(
        "creation_log",
        "date",
        "dependency",
        "direct_doc",
        "doc",
        "dropdown",
        "email",
        "file",
        "formula",
    ),
    *("hour", "item_id", "last_updated", "link", "location", "long_text", "mirror", "numbers"),
    *("people", "phone", "progress", "rating", "status", "tags", "team", "text", "timeline"),
    *("time_tracking", "vote", "week", "world_clock", "name", "person", "subtasks"),
}
WITHOUT_A_TYPE = {
    "column_type",
    "inputs",
    "operators",
    "palette",
    "registry",
    "status_settings",
    "conditions",
    "filtering",
    "moments",
}
WRITABLE = [kind for kind in COLUMN_TYPES.values() if kind.writable]

letters = st.text(st.characters(), max_size=30)
keys = st.sampled_from(
    [
        *(
            "label",
            "index",
            "labels",
            "ids",
            "date",
            "time",
            "personsAndTeams",
            "kind",
            "id",
            "text",
        ),
        *("team_id", "checked", "from", "to", "week", "startDate", "endDate", "hour", "minute"),
        *("rating", "email", "url", "phone", "countryShortName", "lat", "lng", "address", "files"),
        *("countryCode", "timezone", "color", "hex", "tag_ids", "item_ids", "linkedPulseIds"),
        *("clear_all", "post_id", "visualization_type", "linkedPulseId", "countryName"),
    ]
)
likely = st.sampled_from(
    [
        *("2023-06-11", "0001-01-01", "9999-12-31", "23:59", "https://[", "mailto:", "+1", "US"),
        *("US", "1,2", "Done", "#037f4c", "a@b", "-0", "1e5", "12:00 PM", "+", "٣", " ", ","),
        "29.9 31.1 x",
    ]
)
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | letters | likely,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys | letters, inner, max_size=4),
    max_leaves=12,
)


def test_each_type_of_the_api_has_a_file_and_each_file_a_type() -> None:
    folder = Path(next(iter(column_types.__path__)))
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"} - WITHOUT_A_TYPE
    assert files == set(COLUMN_TYPES)
    assert set(IN_V2) == V2
    assert {one.type for one in [*WRITTEN, *READ]} == set(COLUMN_TYPES)


def test_internal_names_are_those_of_the_original() -> None:
    internal = {kind.in_v2: kind.internal for kind in COLUMN_TYPES.values()}
    known = {"status": "color", "people": "multiple-person", "tags": "tag", "numbers": "numeric"}
    known |= {"timeline": "timerange", "mirror": "lookup", "last_updated": "pulse-updated"}
    assert known.items() <= internal.items()
    assert COLUMN_TYPES["person"].shown_as == "person"
    assert COLUMN_TYPES["last_updated"].id_prefix == "pulse_updated"
    assert len(set(internal.values())) == len(internal)


def test_columns_of_most_types_can_be_made() -> None:
    assert creatable_type_in_v2("numbers") is COLUMN_TYPES["numeric"]
    assert creatable_type_in_v2("person") is creatable_type_in_v2("people")
    for word in ("name", "group", "color", "x" * 100):
        with pytest.raises(Invalid, match="can't be made"):
            creatable_type_in_v2(word)


@pytest.mark.parametrize("example", WRITTEN, ids=lambda one: one.type)
def test_what_is_given_is_understood(example: Example) -> None:
    kind = COLUMN_TYPES[example.type]
    for given_value in example.given:
        assert kind.from_json(given_value, example.around).value == example.stored, given_value
        if isinstance(given_value, str):
            assert kind.from_text(given_value, example.around).value == example.stored


@pytest.mark.parametrize("example", [*WRITTEN, *READ], ids=lambda one: one.type)
def test_what_is_stored_is_read(example: Example) -> None:
    kind = COLUMN_TYPES[example.type]
    assert kind.value(example.stored, example.around) == example.value
    assert kind.text(example.stored, example.around) == example.text
    assert kind.fields(example.stored, example.around) == example.fields


@pytest.mark.parametrize("example", WRITTEN, ids=lambda one: one.type)
def test_what_is_read_can_be_written_again(example: Example) -> None:
    kind = COLUMN_TYPES[example.type]
    value = kind.value(example.stored, example.around)
    if value is None:
        value = {"item_ids": example.fields["linked_item_ids"]}
    if isinstance(value, dict):
        value = {**value, "changed_at": "2019-03-01T17:28:23.178Z"}
    assert kind.from_json(value, example.around).value == example.stored


@pytest.mark.parametrize("name", COLUMN_TYPES)
def test_an_empty_cell_reads_as_one(name: str) -> None:
    kind = COLUMN_TYPES[name]
    empty = around("nothing")
    if not kind.from_facts:
        assert kind.value(None, empty) is None
        assert kind.text(None, empty) in ("", None)
    for example in [*WRITTEN, *READ]:
        if example.type == name:
            assert kind.fields(None, empty).keys() == example.fields.keys()


@pytest.mark.parametrize("name", COLUMN_TYPES)
def test_nothing_clears(name: str) -> None:
    kind = COLUMN_TYPES[name]
    for nothing in (None, {}, ""):
        if kind.writable and name != "name":
            assert kind.from_json(nothing, around(name)) == CLEARED
        else:
            with pytest.raises(Invalid, match=r"can't be (written|empty)"):
                kind.from_json(nothing, around(name))


@pytest.mark.parametrize("name", COLUMN_TYPES)
def test_what_no_database_keeps_is_refused(name: str) -> None:
    for odd in (10**400, float("nan"), float("inf"), "a\0b", "\ud800", {"\0": 1}, object()):
        with pytest.raises(Invalid):
            COLUMN_TYPES[name].from_json(odd, around(name))
    nested: Any = {}
    for _ in range(5_000):
        nested = [nested]
    for huge in (nested, ["x"] * 30_000, "x" * 300_000):
        with pytest.raises(Invalid, match="too large"):
            COLUMN_TYPES[name].from_json(huge, around(name))


@pytest.mark.parametrize("kind", WRITABLE, ids=lambda kind: kind.name)
@given(given_value=json)
@settings(max_examples=60, deadline=None)
def test_no_json_does_worse_than_be_refused(kind: Any, given_value: Any) -> None:
    beside = around(kind.name)
    try:
        meant = kind.from_json(given_value, beside)
    except Invalid:
        return
    if meant.emails:
        meant = person.with_users(meant, dict.fromkeys(meant.emails, 1))
    stored = meant.value
    kind.value(stored, beside)
    kind.text(stored, beside)
    kind.fields(stored, beside)
    if stored is not None:
        kind.sort_key(stored)


@pytest.mark.parametrize("kind", WRITABLE, ids=lambda kind: kind.name)
@given(text=letters | likely)
@settings(max_examples=60, deadline=None)
def test_no_text_does_worse_than_be_refused(kind: Any, text: str) -> None:
    with suppress(Invalid):
        kind.from_text(text, around(kind.name))


@pytest.mark.parametrize("name", COLUMN_TYPES)
@given(settings_given=json)
@settings(max_examples=40, deadline=None)
def test_no_settings_do_worse_than_be_refused(name: str, settings_given: Any) -> None:
    kind = COLUMN_TYPES[name]
    try:
        completed = kind.defaults(settings_given)
    except Invalid:
        return
    assert kind.defaults(completed) == completed
    kind.settings_v2(completed)


@pytest.mark.parametrize("kind", COLUMN_TYPES.values(), ids=lambda kind: kind.name)
def test_who_names_operators_answers_them(kind: ColumnType) -> None:
    """With a condition, or with a sentence for values that don't fit."""
    for operator in kind.operators:
        assert kind.filters is not None
        for values in (["1"], ["2026-01-01"], [1, 2], []):
            with suppress(Invalid):
                kind.filters.condition(Rule(operator, values), Around(settings={}))

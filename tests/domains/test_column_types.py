"""Each column type takes what fits, says what doesn't, and sorts as people expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.core.errors import Invalid
from lundi.domains.column_types import date, numeric, status, status_settings, timeline
from lundi.domains.column_types.registry import COLUMN_TYPES, CREATABLE, creatable_type


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [("25", "25"), ("007.50", "7.50"), ("+3", "3"), ("-.5", "-0.5"), ("1.", "1"), (" 4 ", "4")],
)
def test_a_number_keeps_its_decimals(given_text: str, stored: str) -> None:
    assert numeric.parse(given_text) == stored


@pytest.mark.parametrize(
    "text", ["", ".", "1,000", "1e5", "NaN", "inf", "--1", "1.2.3", "٣", "9" * 41]
)
def test_what_is_not_a_number_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="not a number"):
        numeric.parse(text)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20
    )
)
def test_no_number_is_rounded(value: object) -> None:
    assert COLUMN_TYPES["numeric"].sort_key(numeric.parse(f"{value:f}")) == value


@pytest.mark.parametrize(
    "text", ["2017-02-30", "2017-2-3", "20170203", "2017-02-03T00:00", "٢٠١٧-02-03"]
)
def test_a_day_must_be_of_the_calendar(text: str) -> None:
    with pytest.raises(Invalid, match="not a date"):
        date.parse(text)


def test_a_timeline_does_not_end_before_it_starts() -> None:
    assert timeline.stored("2016-01-01", "2016-01-01") == {"from": "2016-01-01", "to": "2016-01-01"}
    with pytest.raises(Invalid, match="must not be after"):
        timeline.stored("2016-01-02", "2016-01-01")


def test_labels_are_of_the_eleven_colours() -> None:
    assert status.check_labels({"08": "Warning", "10": ""}) == {"8": "Warning", "10": ""}
    for index in ("11", "-1", "x", "", "1.5", "9" * 50):
        with pytest.raises(Invalid, match="colour index"):
            status.check_labels({index: "x"})
    assert status.index_of("DONE", status_settings.DEFAULT_LABELS) == 1


@pytest.mark.parametrize(
    ("type_name", "rising"),
    [
        ("numeric", ["-10", "-9.5", "0", "2", "10"]),
        ("date", ["2016-12-31", "2017-01-01", date.stored("2017-01-01", "08:00")]),
        ("hour", [{"hour": 9, "minute": 5}, {"hour": 10, "minute": 0}]),
        ("vote", [{"voters": [9]}, {"voters": [1, 2]}]),
        ("text", ["Apple", "banana", "Cherry"]),
        ("status", [status.stored(0, None), status.stored(8, 3)]),
        (
            "timeline",
            [
                timeline.stored("2016-01-01", "2016-01-02"),
                timeline.stored("2016-01-01", "2016-02-01"),
            ],
        ),
    ],
)
def test_values_sort_as_people_expect(type_name: str, rising: list[object]) -> None:
    key = COLUMN_TYPES[type_name].sort_key
    falling = rising[::-1]
    assert sorted(falling, key=key) == rising


def test_a_type_is_known_by_both_its_names() -> None:
    assert creatable_type("status") is creatable_type("color")
    assert set(CREATABLE) == {
        *("status", "color", "text", "person", "date", "numeric"),
        *("timeline", "timerange", "tags", "tag"),
    }
    with pytest.raises(Invalid, match="lastpost"):
        creatable_type("lastpost")

"""What each column type refuses, and the sentence that says why."""

from typing import Any

import pytest

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import UnknownLabel
from lundi.domains.column_types.inputs import LONGEST_TEXT
from lundi.domains.column_types.registry import COLUMN_TYPES
from tests.domains.column_types.examples import around

LONG = "x" * 3_000


@pytest.mark.parametrize(
    ("type_name", "given", "sentence"),
    [
        ("text", ["a"], """'["a"]' is not a text."""),
        ("text", True, "'true' is not a text."),
        ("text", "x" * (LONGEST_TEXT + 1), "too long for a text: 65536 characters at most"),
        ("long_text", {"text": 5}, "is not a long text, written"),
        ("numeric", "12,5", "'12,5' is not a number"),
        ("numeric", 1e300, "is not a number"),
        ("numeric", {"number": 1}, "is not a number, written"),
        ("status", [1], "is not a status, written"),
        ("status", {"index": 20}, "There is no colour 20"),
        ("status", {"index": 1, "post_id": "x"}, "'x' is not an update's id"),
        ("dropdown", {"labels": "A"}, "is not a choice of labels"),
        ("dropdown", {"ids": [[1]]}, "is not a choice of labels"),
        ("date", {"date": "2023-02-30"}, "is not a date of the calendar"),
        ("date", {"date": "2023-02-03", "time": "25:00"}, "'25:00' is not a time of the day"),
        ("date", {"time": "13:00"}, "is not a date, written"),
        ("person", {"personsAndTeams": {"id": 1}}, "is not people, written"),
        ("person", {"personsAndTeams": [{"id": 1, "kind": "agent"}]}, "'agent' is not person or"),
        ("person", {"personsAndTeams": [{"id": 0}]}, "'0' is not the id of a person"),
        ("person", "John Doe", "'John Doe' is not a user's id or email"),
        ("team", {"team_id": "Cooks"}, "is not a team, written"),
        ("team", "51166", "is given as JSON, not as a simple string"),
        ("checkbox", {"checked": "yes"}, "is not a check"),
        ("timeline", {"from": "2019-06-07", "to": "2019-06-03"}, "must not be after"),
        ("timeline", {"from": "2019-06-07"}, "is not a timeline, written"),
        ("week", {"week": {"startDate": "2019-06-10", "endDate": "2019-06-17"}}, "has seven days"),
        ("hour", {"hour": 24}, "'24' is not an hour from 0 to 23"),
        ("hour", {"hour": 1, "minute": 60}, "'60' is not a minute"),
        ("hour", "13:00 PM", "is not an hour before AM or PM"),
        ("rating", {"rating": 6}, "'6' is not a rating from 1 to 5"),
        ("rating", {"rating": 1.5}, "'1.5' is not a rating"),
        ("email", {"email": "a.b"}, "'a.b' is not an email address"),
        ("email", {"text": "a"}, "'' is not an email address"),
        ("link", {"url": "javascript:alert(1)"}, "is not a link that starts with http://"),
        ("link", {"url": "https://a b"}, "is not a link"),
        ("link", {"url": f"https://{LONG}"}, "2048 characters at most"),
        ("phone", {"phone": "5", "countryShortName": "US"}, "is not a phone number of US"),
        ("phone", {"phone": "+442079460958", "countryShortName": "US"}, "of GB, not of US"),
        ("phone", {"phone": "1", "countryShortName": "XX"}, "'XX' is not a country"),
        ("location", {"lat": 91, "lng": 0}, "'91' is not a latitude"),
        ("location", {"lat": "1", "lng": "east"}, "'east' is not a longitude"),
        ("location", "Giza", "'Giza' is not a place"),
        ("country", {"countryCode": "ZZ"}, "'ZZ' is not a country"),
        ("world_clock", {"timezone": "../etc/passwd"}, "is not a time zone"),
        ("color_picker", {"color": "red"}, "'red' is not a colour, written #037f4c"),
        ("tags", {"tag_ids": ["open"]}, "is not tags|'open'"),
        ("tags", {"tag_ids": list(range(1, 1_002))}, "at most 1000 ids"),
        ("file", {"files": []}, "the only JSON they take"),
        ("board_relation", {"item_ids": 5}, "is not items, written"),
        ("board_relation", {"item_ids": [2**63]}, "at most 18 digits"),
        ("name", {"name": "x"}, "is given as a simple string, not as JSON"),
        ("name", "  ", "A name has at least one character"),
        *((name, {"x": 1}, "can't be written") for name in ("vote", "mirror", "item_id", "button")),
    ],
)
def test_what_does_not_fit_is_refused(type_name: str, given: Any, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence.replace("[", r"\[").replace("(", r"\(")) as refusal:
        COLUMN_TYPES[type_name].from_json(given, around(type_name))
    assert len(str(refusal.value)) < 250


@pytest.mark.parametrize(
    ("type_name", "given"),
    [
        ("status", {"label": "Gone"}),
        ("status", "Gone"),
        ("status", {"index": 7}),
        ("dropdown", {"labels": ["A", "Gone"]}),
        ("dropdown", {"ids": [9]}),
    ],
)
def test_a_label_that_is_not_there_is_told_apart(type_name: str, given: Any) -> None:
    with pytest.raises(UnknownLabel, match="has no label"):
        COLUMN_TYPES[type_name].from_json(given, around(type_name))


@pytest.mark.parametrize(
    ("type_name", "settings", "sentence"),
    [
        ("status", {"labels": {"20": "x"}}, "There is no colour 20"),
        ("status", {"labels": {"1": "x" * 256}}, "255 characters at most"),
        ("status", {"labels": [{"label": "a", "index": 1}, {"label": "b", "index": 1}]}, "Two"),
        ("status", {"done_colors": 1}, "is not a list"),
        ("dropdown", {"labels": ["A", "A"]}, "each has a text of its own"),
        ("dropdown", {"labels": [{"id": 1, "name": "A"}, {"id": 1, "name": "B"}]}, "Two labels"),
        ("numeric", {"unit": {"symbol": "$", "direction": "up"}}, "is left or right"),
        ("rating", {"max": 11}, "'11' is not a highest rating"),
        ("board_relation", {"boardIds": "x"}, "is not boards"),
        ("person", {"max_people_allowed": "many"}, "is not a number of people"),
        ("text", [1], "is not a column's settings"),
        ("tags", {"x": "y" * 70_000}, "at most 65536 bytes"),
    ],
)
def test_settings_that_do_not_fit_are_refused(type_name: str, settings: Any, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        COLUMN_TYPES[type_name].defaults(settings)

"""What is written into cells by the web app, by the type of their columns."""

from typing import Any

import pytest

from tests.app_client import AppClient
from tests.company import Company

People = dict[str, AppClient]


def cell_of(company: Company, people: People, kind: str, **settings: Any) -> str:
    """The path of a new cell of a new column on a new board."""
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    given = {"title": "Column", "type": kind, "settings": settings}
    columns = people["member"].post(f"boards/{board_id}/columns", **given).json()
    return f"boards/{board_id}/pulses/{pulse_id}/values/{columns[-1]['id']}"


@pytest.mark.parametrize(
    ("kind", "given", "stored"),
    [
        ("text", "Hi", "Hi"),
        ("long_text", {"text": "a\nb"}, {"text": "a\nb"}),
        ("numeric", "007.50", "7.50"),
        ("status", {"index": 1}, {"index": 1, "update_id": None}),
        (
            "date",
            {"date": "2026-01-02", "time": "10:30"},
            {"date": "2026-01-02", "time": "10:30:00"},
        ),
        (
            "timeline",
            {"from": "2026-01-02", "to": "2026-01-05"},
            {"from": "2026-01-02", "to": "2026-01-05"},
        ),
        ("checkbox", {"checked": True}, True),
        ("rating", {"rating": 4}, 4),
        (
            "email",
            {"email": "a@b.example", "text": "A"},
            {"email": "a@b.example", "text": "A"},
        ),
        (
            "phone",
            {"phone": "202 555 0169", "countryShortName": "US"},
            {"phone": "+12025550169", "country": "US"},
        ),
        (
            "link",
            {"url": "https://a.example", "text": "A"},
            {"url": "https://a.example", "text": "A"},
        ),
        ("country", {"countryCode": "NO"}, "NO"),
        (
            "location",
            {"lat": 1.5, "lng": 2, "address": "Here"},
            {"lat": 1.5, "lng": 2.0, "address": "Here"},
        ),
        ("hour", {"hour": 16, "minute": 5}, {"hour": 16, "minute": 5}),
        (
            "week",
            {"week": {"startDate": "2026-01-05", "endDate": "2026-01-11"}},
            {"from": "2026-01-05", "to": "2026-01-11"},
        ),
        ("world_clock", {"timezone": "Europe/Oslo"}, "Europe/Oslo"),
        ("color_picker", {"color": {"hex": "#00FF00"}}, "#00ff00"),
    ],
)
def test_a_value_is_set_and_cleared(
    company: Company, people: People, kind: str, given: Any, stored: Any
) -> None:
    cell = cell_of(company, people, kind)
    answer = people["member"].put(cell, type="value", value=given)
    assert answer.json() == {"value": stored}
    assert people["member"].put(cell, type="value").json() == {"value": None}


def test_labels_of_a_dropdown_are_picked(company: Company, people: People) -> None:
    labels = [{"id": 1, "name": "Red"}, {"id": 2, "name": "Blue"}]
    cell = cell_of(company, people, "dropdown", labels=labels)
    answer = people["member"].put(cell, type="value", value={"ids": [2, 1]})
    assert answer.json() == {"value": {"ids": [2, 1]}}
    assert people["member"].put(cell, type="value", value={"ids": [3]}).status_code == 400


def test_a_cell_names_people_and_teams(company: Company, people: People) -> None:
    member = people["member"]
    team_id = member.post("teams", name="Crew").json()["id"]
    cell = cell_of(company, people, "person")
    named = [{"id": company.ids["viewer"], "kind": "person"}, {"id": team_id, "kind": "team"}]
    answer = member.put(cell, type="value", value={"personsAndTeams": named})
    assert answer.json() == {"value": {"people": named}}
    cell = cell_of(company, people, "team")
    answer = member.put(cell, type="value", value={"team_id": team_id})
    assert answer.json() == {"value": {"team_id": team_id}}


def test_each_votes_for_themselves(company: Company, people: People) -> None:
    cell = cell_of(company, people, "vote")
    ids = company.ids
    people["member"].put(cell, type="vote", votes=True)
    both = people["admin"].put(cell, type="vote", votes=True).json()["value"]
    assert both == {"voters": [ids["member"], ids["admin"]]}
    assert people["viewer"].put(cell, type="vote", votes=True).status_code == 403
    one = people["member"].put(cell, type="vote", votes=False).json()["value"]
    assert one == {"voters": [ids["admin"]]}
    assert people["admin"].put(cell, type="vote", votes=False).json() == {"value": None}


@pytest.mark.parametrize("kind", ["button", "creation_log", "item_id", "vote"])
def test_what_is_computed_is_not_written(company: Company, people: People, kind: str) -> None:
    answer = people["member"].put(cell_of(company, people, kind), type="value", value="1")
    assert answer.status_code == 400
    assert "can't be written" in answer.json()["error"]


def test_settings_of_a_column_are_laid_over_those_present(company: Company, people: People) -> None:
    cell = cell_of(company, people, "rating", max=3)
    _, board_id, *_, column_id = cell.split("/")
    path = f"boards/{board_id}/columns/{column_id}"
    assert people["member"].put(cell, type="value", value={"rating": 5}).status_code == 400
    changed = people["member"].put(path, title="Stars", settings={"max": 7}).json()[-1]
    assert (changed["title"], changed["settings"]) == ("Stars", {"max": 7})
    assert people["member"].put(cell, type="value", value={"rating": 5}).status_code == 200
    assert people["member"].put(path, settings={"max": 70}).status_code == 400

"""People by address, the first of them in REST API v1, times in the reader's zone, and what actions of their own store."""

from datetime import tzinfo

import pytest

from lundi.core.errors import Conflict, Invalid
from lundi.domains.column_types import file, person, progress, time_tracking, vote
from lundi.domains.column_types.column_type import Around, Person
from lundi.domains.column_types.operators import EMPTY
from lundi.domains.column_types.registry import COLUMN_TYPES
from tests.domains.column_types.examples import DATE, PEOPLE, ZONES

people = COLUMN_TYPES["person"]


def test_people_named_by_address_get_their_places() -> None:
    given = people.from_text("a@b.c, 7, D@e.f", Around())
    assert (given.emails, given.users) == (("a@b.c", "D@e.f"), (7,))
    known = person.with_users(given, {"a@b.c": 1, "D@e.f": 7})
    assert known.value == {"people": [{"id": 1, "kind": "person"}, {"id": 7, "kind": "person"}]}
    assert (known.emails, known.users) == ((), (1, 7))
    without = people.from_text("7", Around())
    assert person.with_users(without, {}) == without


def test_who_is_named_is_told_for_checking() -> None:
    given = people.from_json({"personsAndTeams": PEOPLE}, Around())
    assert (given.users, given.teams) == ((1,), (2,))
    assert (people.people(given.value), people.teams(given.value)) == ((1,), (2,))
    assert COLUMN_TYPES["team"].from_json({"team_id": 5}, Around()).teams == (5,)
    assert COLUMN_TYPES["tags"].from_json({"tag_ids": [5]}, Around()).tags == (5,)
    assert COLUMN_TYPES["dependency"].from_json({"item_ids": [5]}, Around()).pulses == (5,)


def test_a_column_takes_as_many_people_as_it_is_set_to() -> None:
    with pytest.raises(Invalid, match="1 people at most"):
        people.from_text("1, 2", Around(settings={"max_people_allowed": "1"}))
    assert people.from_text("1, 2", Around(settings={"max_people_allowed": "0"})).value
    one_item = Around(settings={"allowMultipleItems": False})
    with pytest.raises(Invalid, match="one item at most"):
        COLUMN_TYPES["board_relation"].from_json({"item_ids": [1, 2]}, one_item)


def test_v1_shows_the_first_person_that_it_may_name() -> None:
    ann = Person("Ann", 7, "photo", False)
    value = {"people": [{"id": 7, "kind": "team"}, *person.stored(3)["people"]]}
    assert people.show(value, {7: ann}) is None
    assert people.show({"people": [*value["people"], {"id": 7, "kind": "person"}]}, {7: ann}) == ann
    assert people.show_after_change(person.stored(7), {7: ann}) == {
        "name": "Ann",
        "id": 7,
        "photo_url": "photo",
    }


def test_v1_shows_the_day_of_a_date_with_a_time() -> None:
    assert COLUMN_TYPES["date"].show(DATE, {}) == "2023-06-11"
    assert COLUMN_TYPES["date"].show_after_change(DATE, {}) == {"date": "2023-06-11", "icon": ""}


@pytest.mark.parametrize(("zone", "text"), ZONES)
def test_a_time_is_read_in_the_zone_of_the_reader(zone: tzinfo, text: str) -> None:
    assert COLUMN_TYPES["date"].text(DATE, Around(zone=zone)) == text
    last = {"date": "9999-12-31", "time": "23:59:00"}
    assert COLUMN_TYPES["date"].text(last, Around(zone=zone)) == "9999-12-31 23:59"


def test_time_runs_once_at_a_time() -> None:
    running = time_tracking.started(None, 1_000_000, 7)
    assert COLUMN_TYPES["time_tracking"].value(running, Around())["startDate"] == 1
    with pytest.raises(Conflict):
        time_tracking.started(running, 2_000_000, 7)
    stopped = time_tracking.stopped(running, 61_900_000, 8)
    assert COLUMN_TYPES["time_tracking"].text(stopped, Around()) == "00:01:00"
    assert stopped["history"][0]["ended_user_id"] == 8
    for still in (None, stopped):
        with pytest.raises(Conflict):
            time_tracking.stopped(still, 3, 7)
    again = time_tracking.started(stopped, 70_000_000, 7)
    assert [one["id"] for one in again["history"]] == [1, 2]


def test_each_votes_once() -> None:
    once = vote.with_vote(None, 7, votes=True)
    assert vote.with_vote(once, 7, votes=True) == {"voters": [7]}
    assert vote.with_vote(once, 8, votes=True) == {"voters": [7, 8]}
    assert vote.with_vote(once, 7, votes=False) is None


def test_files_are_added_and_read_by_their_addresses() -> None:
    picture = file.asset(9, "a.png", is_image=True, created_at=0, creator_id=1)
    plan = file.doc(4, "Plan", created_at=0, creator_id=None)
    stored = file.with_file(file.with_file(None, picture), plan)
    around = Around(assets={9: "https://x/9"}, docs={4: "https://x/docs/4"})
    assert COLUMN_TYPES["file"].text(stored, around) == "https://x/9, https://x/docs/4"
    assert COLUMN_TYPES["file"].assets(stored) == (9,)
    assert COLUMN_TYPES["file"].from_json({"clear_all": True}, around).value is None
    with pytest.raises(Invalid, match="starts with http"):
        file.link("javascript:x", "x", created_at=0, creator_id=None)


def test_progress_counts_by_shares() -> None:
    settings = COLUMN_TYPES["progress"].defaults({"columns": {"status": 60, "status_1": "20"}})
    assert progress.percent({"status"}, settings["columns"]) == 75
    assert progress.percent({"status", "status_1", "gone"}, settings["columns"]) == 100
    assert progress.percent({"status"}, {}) == 0


def test_filters_are_those_that_work_on_the_original() -> None:
    assert COLUMN_TYPES["subtasks"].operators == EMPTY
    assert "between" not in COLUMN_TYPES["numeric"].operators
    assert "between" in COLUMN_TYPES["date"].operators
    assert COLUMN_TYPES["formula"].operators == frozenset()
    assert all("ends_with" not in kind.operators for kind in COLUMN_TYPES.values())

"""The pulses of a board that a query finds, asked by the web app."""

import datetime
from typing import Any

import httpx
import pytest

from lundi.domains.column_types.registry import COLUMN_TYPES
from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.app_api.declared import NO_RULES

People = dict[str, AppClient]


@pytest.fixture
def board(company: Company) -> int:
    """With the pulses b, a and c, in that order, and a number for each."""
    board_id = int(company.board()["id"])
    company["member"].data(
        """mutation ($b: ID!) {create_column(
          board_id: $b, title: "Hours", column_type: numbers, id: "hours") {id}}""",
        b=board_id,
    )
    for name, hours in (("c", 3), ("a", 1), ("b", 2)):
        company["member"].data(
            "mutation ($b: ID!, $n: String!, $v: JSON) {create_item(board_id: $b, item_name: $n, column_values: $v) {id}}",
            b=board_id,
            n=name,
            v=f'{{"hours": "{hours}"}}',
        )
    return board_id


def ask(client: AppClient, board: int, **query: Any) -> httpx.Response:
    everything = {**NO_RULES, "order_by": [], "text": "", "zone": "UTC"}
    return client.post(f"boards/{board}/query", **{**everything, **query})


def found(people: People, board: int, by: str = "member", **query: Any) -> list[str]:
    """Their names."""
    answer = ask(people[by], board, **query)
    assert answer.status_code == 200, answer.text
    rows = people["member"].get(f"boards/{board}").json()["rows"]
    names = {row["id"]: row["name"] for row in rows}
    return [names[pulse_id] for pulse_id in answer.json()["ids"]]


def refused(people: People, board: int, **query: Any) -> tuple[int, str]:
    answer = ask(people["member"], board, **query)
    return answer.status_code, answer.json()["error"]


def rule(column_id: str, operator: str, *values: Any) -> dict[str, Any]:
    return {"column_id": column_id, "operator": operator, "compare_value": list(values)}


def test_all_are_found_in_the_order_of_the_board(people: People, board: int) -> None:
    rows = people["member"].get(f"boards/{board}").json()["rows"]
    assert found(people, board) == [row["name"] for row in rows]


def test_rules_within_rules_an_order_and_words(people: People, board: int) -> None:
    either = {**NO_RULES, "operator": "or"}
    either["rules"] = [rule("name", "any_of", "a"), rule("hours", "any_of", 3)]
    by_hours = [{"column_id": "hours", "direction": "desc"}]
    assert found(people, board, groups=[either], order_by=by_hours) == ["c", "a"]
    both = {"rules": [rule("hours", "lower_than", 3)], "groups": [either]}
    assert found(people, board, **both) == ["a"]
    assert found(people, board, text="B") == ["b"]


def test_who_may_only_read_finds_the_same(people: People, board: int) -> None:
    query = {
        "rules": [rule("name", "not_any_of", "b")],
        "order_by": [{"column_id": "name", "direction": "asc"}],
    }
    assert found(people, board, "viewer", **query) == found(people, board, **query) == ["a", "c"]


def test_the_reader_is_oneself(company: Company, people: People) -> None:
    board = company.board()["id"]
    column = company.column(board, "person", "Owner")
    for who in ("member", "viewer"):
        pulse_id = company.pulse(board, who)
        cell = f"boards/{board}/pulses/{pulse_id}/values/{column}"
        people["member"].put(cell, type="value", value=str(company.ids[who]))
    mine = {"rules": [rule(column, "any_of", "assigned_to_me")]}
    assert found(people, board, **mine) == ["member"]
    assert found(people, board, "viewer", **mine) == ["viewer"]


def test_days_are_those_of_the_readers_zone(company: Company, people: People) -> None:
    """The two are 26 hours apart: it is never the same day in both."""
    board = company.board()["id"]
    column = company.column(board, "date", "Due")
    for ahead in range(-2, 3):
        day = str(datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(ahead))
        cell = f"boards/{board}/pulses/{company.pulse(board, day)}/values/{column}"
        people["member"].put(cell, type="value", value=day)
    today = {"rules": [rule(column, "any_of", "TODAY")]}
    west, east = (
        datetime.date.fromisoformat(*found(people, board, zone=zone, **today))
        for zone in ("Etc/GMT+12", "Etc/GMT-14")
    )
    assert east > west


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        (
            {"rules": [rule("gone", "any_of", 1)]},
            404,
            "There is no column 'gone' on board {board}.",
        ),
        (
            {"order_by": [{"column_id": "gone", "direction": "asc"}]},
            404,
            "There is no column 'gone' on board {board}.",
        ),
        (
            {"rules": [rule("hours", "starts_with", "1")]},
            400,
            'Operator "starts_with" is not supported yet in the API for the numbers column "hours".',
        ),
        ({"rules": [rule("hours", "nears", 1)]}, 400, "'nears' is no operator of rules."),
        ({"rules": [rule("hours", "greater_than", "x")]}, 400, "'x' is not a number."),
        ({"zone": "Moon/Sea"}, 400, "There is no time zone 'Moon/Sea'."),
        ({"zone": "../../etc/passwd"}, 400, "There is no time zone '../../etc/passwd'."),
        ({"zone": ""}, 400, "There is no time zone ''."),
    ],
)
def test_what_does_not_fit_the_board_is_told(
    people: People, board: int, query: dict[str, Any], status: int, sentence: str
) -> None:
    assert refused(people, board, **query) == (status, sentence.format(board=board))


def test_what_types_take_is_what_the_engine_takes(people: People) -> None:
    types = {one.pop("type"): one for one in people["viewer"].get("column-types").json()}
    assert types["group"] == {"operators": ["any_of", "not_any_of"], "sorts": False}
    assert types["formula"] == {"operators": [], "sorts": False}
    assert types["numeric"]["sorts"]
    for name, kind in COLUMN_TYPES.items():
        assert set(types[name]["operators"]) == kind.operators

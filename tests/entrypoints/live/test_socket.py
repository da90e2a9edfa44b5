"""What happens on a board is told to every browser that has it open, and to no other."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.live.conftest import WITHIN, Browser

People = dict[str, AppClient]
Opened = Callable[..., Browser]


def move(people: People, pulse_id: int, source: int, target: int) -> None:
    given = {"pulse_ids": [pulse_id], "board_id": target, "group_id": "topics"}
    assert people["member"].post(f"boards/{source}/pulses/move", **given).status_code == 200


def has_row(pulse_id: int) -> Callable[[dict[str, Any]], bool]:
    return lambda heard: pulse_id in [row["id"] for row in heard.get("rows", [])]


def kinds_of(heard: dict[str, Any]) -> list[str]:
    return [event["kind"] for event in heard.get("events", [])]


def test_a_changed_value_is_told_within_a_second(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    column_id = company.column(board_id, "text", "Words")
    pulse_id = company.pulse(board_id)
    viewer = opened(people["viewer"], watch=board_id)
    cell = f"boards/{board_id}/pulses/{pulse_id}/values/{column_id}"
    people["member"].put(cell, type="value", value="New")
    began = time.monotonic()
    heard = viewer.hear_until(has_row(pulse_id))
    assert time.monotonic() - began < WITHIN
    assert heard["rows"][0]["values"] == {column_id: "New"}
    (event,) = heard["events"]
    assert (event["kind"], event["pulse_id"]) == ("ValueChanged", pulse_id)
    assert event["actor_id"] == company.ids["member"]
    assert "data" not in event


def test_a_pulse_that_moves_away_is_gone(company: Company, people: People, opened: Opened) -> None:
    here, there = company.board()["id"], company.board()["id"]
    pulse_id = company.pulse(here)
    viewer = opened(people["viewer"], watch=here)
    move(people, pulse_id, here, there)
    heard = viewer.hear_until(lambda heard: "gone" in heard)
    assert heard["gone"] == [pulse_id]
    assert "rows" not in heard


def test_a_pulse_that_moves_in_is_a_row(company: Company, people: People, opened: Opened) -> None:
    here, there = company.board()["id"], company.board()["id"]
    pulse_id = company.pulse(there, "Moved")
    viewer = opened(people["viewer"], watch=here)
    move(people, pulse_id, there, here)
    (row,) = viewer.hear_until(has_row(pulse_id))["rows"]
    assert (row["name"], row["group_id"]) == ("Moved", "topics")


def test_a_deleted_pulse_is_gone(company: Company, people: People, opened: Opened) -> None:
    board_id = company.board()["id"]
    pulse_id = company.pulse(board_id)
    viewer = opened(people["viewer"], watch=board_id)
    people["member"].delete(f"pulses/{pulse_id}")
    assert viewer.hear_until(lambda heard: "gone" in heard)["gone"] == [pulse_id]


def test_both_boards_are_told_of_a_group_that_moves(
    company: Company, people: People, opened: Opened
) -> None:
    here, there = company.board()["id"], company.board()["id"]
    company.pulse(here)
    browsers = {board_id: opened(people["viewer"], watch=board_id) for board_id in (here, there)}
    path = f"boards/{here}/groups/topics/move.json"
    assert company["member"].post(path, dest_board_id=there).status_code == 201
    for board_id, kind in ((here, "GroupLeft"), (there, "GroupMoved")):
        browsers[board_id].hear_until(
            lambda heard, kind=kind, board_id=board_id: (
                (kind, board_id)  # type: ignore[misc]
                in [(event["kind"], event["board_id"]) for event in heard.get("events", [])]
            )
        )


def test_a_new_view_is_told_to_who_has_the_board_open(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    viewer = opened(people["viewer"], watch=board_id)
    view_id = company.view(board_id)
    viewer.hear_until(lambda heard: "ViewCreated" in kinds_of(heard))
    people["member"].delete(f"boards/{board_id}/views/{view_id}")
    viewer.hear_until(lambda heard: "ViewDeleted" in kinds_of(heard))


def test_what_other_programs_do_is_told_too(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    viewer = opened(people["viewer"], watch=board_id)
    user_id = company.ids["admin"]
    pulse_id = company.pulse(board_id, "By REST", by="company", user_id=user_id)
    assert viewer.hear_until(has_row(pulse_id))["rows"][0]["name"] == "By REST"


def test_a_guest_is_told_nothing_of_what_they_do_not_see(
    company: Company, people: People, opened: Opened
) -> None:
    shared, main = company.board(kind="share")["id"], company.board()["id"]
    guest_id = company.ids["guest"]
    people["member"].put(f"boards/{shared}/subscribers/{guest_id}", as_owner=False)
    guest = opened(people["guest"], watch=shared)
    company.pulse(main, "Hidden")
    assert guest.hears_nothing_of(main)
    pulse_id = company.pulse(shared, "Shared")
    guest.hear_until(has_row(pulse_id))
    guest.say(watch=main)
    company.pulse(main, "Hidden")
    assert guest.hear_until(lambda heard: heard.get("lost", False)).get("events", []) == []


def test_who_loses_a_board_is_told_so_and_nothing_more(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    other = opened(people["other_member"], watch=board_id)
    people["member"].put(f"boards/{board_id}", kind="private")
    heard = other.hear_until(lambda heard: heard.get("lost", False))
    assert board_id not in [event["board_id"] for event in heard.get("events", [])]
    assert "rows" not in heard


def test_another_account_is_told_nothing(
    company: Company, people: People, opened: Opened, other_person: AppClient
) -> None:
    board_id = company.board()["id"]
    stranger = opened(other_person)
    stranger.say(watch=board_id)
    company.pulse(board_id)
    with pytest.raises(TimeoutError):
        stranger.hear()


def test_who_was_away_is_told_what_they_missed(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    kept, gone = company.pulse(board_id), company.pulse(board_id)
    after = people["viewer"].get(f"boards/{board_id}").json()["last_event"]
    people["member"].put(f"pulses/{kept}/name", name="Renamed")
    people["member"].delete(f"pulses/{gone}")
    viewer = opened(people["viewer"])
    viewer.say(watch=board_id, after=after)
    heard = viewer.hear()
    assert heard["last"] > after
    assert [row["name"] for row in heard["rows"] if row["id"] == kept] == ["Renamed"]
    assert gone in heard["gone"]


def test_who_signs_out_is_told_nothing_more(
    company: Company, people: People, opened: Opened
) -> None:
    viewer = opened(people["viewer"], watch=company.board()["id"])
    assert people["viewer"].post("sign-out").status_code == 200
    assert viewer.closed_with() == 4401


@pytest.mark.parametrize("secret", ["", "x" * 43])
def test_only_who_is_signed_in_may_listen(company: Company, opened: Opened, secret: str) -> None:
    assert opened(AppClient(company.server, secret)).closed_with() == 4401


def test_no_other_site_may_listen(people: People, opened: Opened) -> None:
    assert opened(people["viewer"], origin="http://evil.example").closed_with() == 4403


@pytest.mark.parametrize(
    "said",
    [
        *("", "{", "[]", '{"watch":"x"}', '{"after":-5}', '{"watch":-1}', '{"watch":0}'),
        *('{"after":9223372036854775807}', '{"after":1e30}', '{"watch":1' + "0" * 30 + "}"),
    ],
)
def test_odd_words_do_no_harm(company: Company, people: People, opened: Opened, said: str) -> None:
    board_id = company.board()["id"]
    viewer = opened(people["viewer"])
    viewer.connection.send(said)
    viewer.say(watch=board_id)
    pulse_id = company.pulse(board_id)
    viewer.hear_until(has_row(pulse_id))

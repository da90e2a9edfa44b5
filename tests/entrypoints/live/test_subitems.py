"""Who watches a board hears of its subitems as well."""

from typing import Any

from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.live.conftest import Browser
from tests.entrypoints.live.test_socket import Opened, People, has_row


def add(client: AppClient, item: int, name: str = "Sub") -> dict[str, Any]:
    made = client.post(f"pulses/{item}/subitems", name=name).json()
    return {**made["row"], "board_id": made["board_id"]}


def hear_of(browser: Browser, pulse_id: int) -> dict[str, Any]:
    return browser.hear_until(
        lambda heard: has_row(pulse_id)(heard) or pulse_id in heard.get("gone", [])
    )


def test_the_first_subitem_is_told_to_who_watches_the_board(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    item = company.pulse(board_id)
    viewer = opened(people["viewer"], watch=board_id)
    sub = add(people["member"], item)
    heard = hear_of(viewer, sub["id"])
    (row,) = [row for row in heard["rows"] if row["id"] == sub["id"]]
    assert (row["name"], row["parent_id"]) == ("Sub", item)
    assert heard["subitems"] == {str(item): 1}
    assert ("ColumnCreated", board_id) in [(e["kind"], e["board_id"]) for e in heard["events"]]


def test_one_made_by_the_api_is_told_and_so_is_its_end(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    item = company.pulse(board_id)
    add(people["member"], item)
    viewer = opened(people["viewer"], watch=board_id)
    made = company["member"].data(
        'mutation ($i: ID!) {create_subitem(parent_item_id: $i, item_name: "By API") {id}}',
        i=str(item),
    )
    sub = int(made["create_subitem"]["id"])
    assert hear_of(viewer, sub)["subitems"] == {str(item): 2}
    people["member"].put(f"pulses/{sub}/name", name="New")
    (row,) = hear_of(viewer, sub)["rows"]
    assert (row["name"], row["parent_id"]) == ("New", item)
    people["member"].delete(f"pulses/{sub}")
    heard = hear_of(viewer, sub)
    assert (heard["gone"], heard["subitems"]) == ([sub], {str(item): 1})


def test_subitems_come_with_an_item_that_is_restored_or_copied(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board()["id"]
    item = company.pulse(board_id)
    sub = add(people["member"], item)
    people["member"].delete(f"pulses/{item}")
    viewer = opened(people["viewer"], watch=board_id)
    people["member"].post(f"pulses/{item}/restore")
    heard = hear_of(viewer, sub["id"])
    assert {row["id"] for row in heard["rows"]} == {item, sub["id"]}
    assert heard["subitems"] == {str(item): 1}
    copy = people["member"].post(f"boards/{board_id}/pulses/{item}/duplicate").json()["id"]
    heard = hear_of(viewer, copy)
    assert [row["parent_id"] for row in heard["rows"] if row["id"] != copy] == [copy]
    assert heard["subitems"] == {str(copy): 1}


def test_who_does_not_see_a_board_hears_nothing_of_its_subitems(
    company: Company, people: People, opened: Opened
) -> None:
    board_id = company.board("private")["id"]
    item = company.pulse(board_id)
    subitems = add(people["member"], item)["board_id"]
    other = opened(people["other_member"])
    other.say(watch=board_id, after=0)
    other.hear_until(lambda heard: "lost" in heard)
    add(people["member"], item)
    assert other.hears_nothing_of(subitems)

"""Subitems in the web app: under their items, on a board of their own, with the rights of the board they belong to."""

from typing import Any

import pytest

from lundi.core.work import Work
from lundi.entrypoints.app_api.resources.boards import open_board
from tests.app_client import AppClient
from tests.company import Company
from tests.entrypoints.app_api.test_inbox import Counted

People = dict[str, AppClient]
READERS = [("viewer", 403), ("guest", 404), ("stranger", 404), ("nobody", 401)]


def add(client: AppClient, item: int, name: str = "Sub") -> dict[str, Any]:
    """The subitem's row, with its board beside it."""
    made = client.post(f"pulses/{item}/subitems", name=name)
    assert made.status_code == 200, made.text
    return {**made.json()["row"], "board_id": made.json()["board_id"]}


def names_of(client: AppClient, subitems: int, item: int) -> list[str]:
    rows = client.get(f"boards/{subitems}").json()["rows"]
    own = [row for row in rows if row["parent_id"] == item]
    return [row["name"] for row in sorted(own, key=lambda row: str(row["position"]))]


def counts_of(client: AppClient, board: int) -> dict[str, int]:
    counts: dict[str, int] = client.get(f"boards/{board}").json()["subitems"]["counts"]
    return counts


def test_the_first_subitem_makes_their_board_and_the_column_that_shows_it(
    company: Company, people: People
) -> None:
    member, board = people["member"], company.board()["id"]
    item, other = company.pulse(board, "Parent"), company.pulse(board)
    before = member.get(f"boards/{board}").json()
    assert (before["subitems"], before["parent_board_id"]) == (None, None)
    first = add(member, item, "First")
    add(member, item, "Second")
    add(member, other, "Third")
    opened = member.get(f"boards/{board}").json()
    assert opened["subitems"] == {
        "board_id": first["board_id"],
        "counts": {str(item): 2, str(other): 1},
    }
    assert [column["type"] for column in opened["columns"]][-1] == "subtasks"
    assert not [row for row in opened["rows"] if "parent_id" in row]
    under = member.get(f"boards/{first['board_id']}").json()
    assert (under["parent_board_id"], under["subitems"]) == (board, None)
    assert [c["title"] for c in under["columns"]] == [
        "Name",
        "Last Update",
        "Owner",
        "Status",
        "Date",
    ]
    assert [(row["name"], row["parent_id"]) for row in under["rows"]] == [
        ("First", item),
        ("Second", item),
        ("Third", other),
    ]


@pytest.mark.parametrize(("who", "status"), [*READERS, ("other_member", 200)])
def test_who_may_make_a_subitem(company: Company, people: People, who: str, status: int) -> None:
    item = company.pulse(company.board()["id"])
    assert people[who].post(f"pulses/{item}/subitems", name="Sub").status_code == status


def test_a_viewer_reads_subitems_and_others_read_those_of_boards_they_see(
    company: Company, people: People
) -> None:
    board = company.board("private")["id"]
    sub = add(people["member"], company.pulse(board))
    path = f"boards/{sub['board_id']}"
    for who in ("admin", "viewer", "guest", "stranger"):
        assert people[who].get(path).status_code == 404
        assert people[who].put(f"pulses/{sub['id']}/name", name="No").status_code == 404
    for reader in ("viewer", "other_member"):
        people["member"].put(f"boards/{board}/subscribers/{company.ids[reader]}", as_owner=False)
    assert people["viewer"].get(path).json()["may_write"] is False
    assert people["other_member"].get(path).json()["may_write"] is True


def test_a_subitem_is_changed_as_any_other_pulse(company: Company, people: People) -> None:
    member, item = people["member"], company.pulse(company.board()["id"])
    sub = add(member, item)
    board = sub["board_id"]
    assert member.put(f"pulses/{sub['id']}/name", name="New").json()["parent_id"] == item
    cell = f"boards/{board}/pulses/{sub['id']}/values"
    assert member.put(f"{cell}/status", type="status", index=1).json()["value"]["index"] == 1
    day = member.put(f"{cell}/date0", type="value", value="2026-01-31")
    assert day.json()["value"] == "2026-01-31"
    twin = member.post(f"boards/{board}/pulses/{sub['id']}/duplicate").json()
    assert (twin["name"], twin["parent_id"], twin["values"]["date0"]) == ("New", item, "2026-01-31")
    for away in ("archive", "delete"):
        gone = (
            member.post(f"pulses/{twin['id']}/archive")
            if away == "archive"
            else member.delete(f"pulses/{twin['id']}")
        )
        assert gone.status_code == 200
        assert names_of(member, board, item) == ["New"]
        assert member.post(f"pulses/{twin['id']}/restore").json()["parent_id"] == item
    said = member.post(f"pulses/{sub['id']}/updates", html="<p>Hi</p>")
    assert said.status_code == 200


@pytest.mark.parametrize(("who", "status"), READERS)
def test_who_may_not_change_a_board_changes_no_subitem(
    company: Company, people: People, who: str, status: int
) -> None:
    sub = add(people["member"], company.pulse(company.board()["id"]))
    board, pulse = sub["board_id"], f"pulses/{sub['id']}"
    place = {"pulse_ids": [sub["id"]], "group_id": sub["group_id"], "after_id": None}
    answers = [
        people[who].put(f"{pulse}/name", name="No"),
        people[who].put(f"boards/{board}/{pulse}/values/status", type="status", index=1),
        people[who].post(f"boards/{board}/{pulse}/duplicate"),
        people[who].post(f"boards/{board}/pulses/place", **place),
        people[who].post(f"boards/{board}/columns", title="New", type="text"),
        people[who].post(f"{pulse}/archive"),
        people[who].delete(pulse),
    ]
    assert {answer.status_code for answer in answers} == {status}


def test_where_assignees_may_change_pulses_a_subitem_goes_by_its_own_people(
    company: Company, people: People
) -> None:
    board = company.board()["id"]
    item = company.pulse(board)
    mine, other = add(people["member"], item), add(people["member"], item)
    me = [{"id": company.ids["other_member"], "kind": "person"}]
    cell = f"boards/{mine['board_id']}/pulses/{mine['id']}/values/person"
    people["member"].put(cell, type="value", value={"personsAndTeams": me})
    people["member"].put(f"boards/{board}", permissions="assignee")
    assert people["other_member"].put(f"pulses/{mine['id']}/name", name="x").status_code == 200
    assert people["other_member"].put(f"pulses/{other['id']}/name", name="x").status_code == 403
    assert people["other_member"].post(f"pulses/{item}/subitems", name="x").status_code == 403
    told = people["other_member"].get(f"boards/{mine['board_id']}").json()
    assert told["assignee"]["user_id"] == company.ids["other_member"]


def test_subitems_are_put_in_another_order(company: Company, people: People) -> None:
    member, board = people["member"], company.board()["id"]
    item, other = company.pulse(board), company.pulse(board)
    one, two = add(member, item, "One"), add(member, item, "Two")
    add(member, other, "Other")
    three = add(member, item, "Three")

    def place(sub: dict[str, Any], after: dict[str, Any] | None) -> None:
        given = {"group_id": sub["group_id"], "after_id": after and after["id"]}
        path = f"boards/{sub['board_id']}/pulses/place"
        (placed,) = member.post(path, pulse_ids=[sub["id"]], **given).json()
        assert placed["parent_id"] == item

    place(three, one)
    assert names_of(member, one["board_id"], item) == ["One", "Three", "Two"]
    place(two, None)
    assert names_of(member, one["board_id"], item) == ["Two", "One", "Three"]
    assert names_of(member, one["board_id"], other) == ["Other"]


def test_what_subitems_are_not_for_is_refused(company: Company, people: People) -> None:
    member, board = people["member"], company.board()["id"]
    item = company.pulse(board)
    sub = add(member, item)
    move = {"pulse_ids": [sub["id"]], "board_id": board, "group_id": "topics"}
    refused = [
        member.post(f"pulses/{sub['id']}/subitems", name="Below"),
        member.post(f"boards/{sub['board_id']}/pulses", name="Alone"),
        member.post(f"boards/{sub['board_id']}/pulses/move", **move),
        member.post(f"pulses/{item}/subitems", name=""),
        member.post(f"pulses/{item}/subitems", name="x" * 256),
        member.post(f"pulses/{item}/subitems"),
    ]
    assert [answer.status_code for answer in refused] == [400] * len(refused)
    member.post(f"pulses/{item}/archive")
    assert member.post(f"pulses/{item}/subitems", name="Late").status_code == 409
    assert member.post("pulses/999999/subitems", name="Nowhere").status_code == 404


def test_subitems_that_are_away_are_not_counted(company: Company, people: People) -> None:
    member, board = people["member"], company.board()["id"]
    item, other = company.pulse(board), company.pulse(board)
    stays, gone = add(member, item), add(member, item)
    add(member, other)
    member.delete(f"pulses/{gone['id']}")
    assert counts_of(member, board) == {str(item): 1, str(other): 1}
    member.post(f"pulses/{item}/archive")
    assert counts_of(member, board) == {str(other): 1}
    member.post(f"pulses/{item}/restore")
    assert counts_of(member, board) == {str(item): 1, str(other): 1}
    assert names_of(member, stays["board_id"], item) == ["Sub"]


def test_boards_of_subitems_are_not_where_people_look_for_boards(
    company: Company, people: People
) -> None:
    sub = add(people["member"], company.pulse(company.board()["id"]))
    listed = [board["id"] for board in people["member"].get("boards").json()]
    listed += [board["id"] for board in people["admin"].get("admin/boards").json()]
    assert sub["board_id"] not in listed


def test_more_subitems_take_no_more_statements(company: Company, people: People) -> None:
    member, board = people["member"], company.board()["id"]
    item = company.pulse(board)
    sub = add(member, item)

    async def count(work: Work) -> int:
        counted = Counted(work)
        await open_board(counted, board)  # type: ignore[arg-type]
        await open_board(counted, sub["board_id"])  # type: ignore[arg-type]
        return counted.statements

    few = company.read("member", count)
    for _ in range(5):
        add(member, item)
        add(member, company.pulse(board))
    assert company.read("member", count) == few
    assert few <= 22

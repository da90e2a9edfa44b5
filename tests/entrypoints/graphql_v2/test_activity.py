"""What happened on boards in API v2, and taking it back."""

import asyncio
import json
import uuid
from typing import Any

import pytest

from lundi.domains.pulses.move_actions import move_pulses
from tests.company import Company
from tests.entrypoints.graphql_v2.test_items import CHANGE, COLUMN, create, errors_of

LOGS = """
query ($boards: [ID!], $from: ISO8601DateTime, $to: ISO8601DateTime, $limit: Int, $page: Int, $users: [ID!],
  $columns: [String], $groups: [String], $items: [ID!]) {
  boards(ids: $boards) {id activity_logs(from: $from, to: $to, limit: $limit, page: $page, user_ids: $users,
    column_ids: $columns, group_ids: $groups, item_ids: $items) {
      id event entity data user_id account_id created_at}}
}
"""
UNDO = "mutation ($id: ID!) {undo_action(job_id: $id) {success message}}"
UPDATE = """
mutation ($board: ID!, $what: BoardAttributes!, $value: String!) {
  update_board(board_id: $board, board_attribute: $what, new_value: $value)}
"""


def logs(company: Company, board: int, by: str = "member", **given: Any) -> list[dict[str, Any]]:
    (found,) = company[by].data(LOGS, boards=[board], **given)["boards"]
    return [{**one, "data": json.loads(one["data"])} for one in found["activity_logs"]]


def kinds(found: list[dict[str, Any]]) -> list[str]:
    return [one["event"] for one in found]


def undo(company: Company, what: str, by: str = "member") -> None:
    done = company[by].data(UNDO, id=what)["undo_action"]
    assert done == {"success": True, "message": None}


@pytest.fixture
def board(company: Company) -> int:
    board_id = int(company.board()["id"])
    company["member"].data(COLUMN, board=board_id, title="State", type="status", id="state")
    return board_id


@pytest.fixture
def item(company: Company, board: int) -> str:
    return str(create(company, board, "Order", group="topics")["id"])


def change(company: Company, board: int, item: str, label: str, by: str = "member") -> None:
    value = json.dumps({"label": label})
    company[by].data(CHANGE, board=board, item=item, column="state", value=value, labels=True)


def test_a_log_says_who_when_and_from_what_to_what(company: Company, board: int, item: str) -> None:
    change(company, board, item, "Done")
    change(company, board, item, "Stuck", by="other_member")
    last, first, *_ = logs(company, board)
    assert (last["event"], last["entity"]) == ("update_column_value", "pulse")
    assert last["user_id"] == str(company.ids["other_member"])
    assert last["account_id"] == str(company.account_id)
    assert len(last["created_at"]) == 17
    assert last["created_at"].isdigit()
    assert int(last["created_at"]) > int(first["created_at"])
    assert str(uuid.UUID(last["id"])) == last["id"]
    told = last["data"]
    assert (told["board_id"], told["pulse_id"], told["pulse_name"]) == (board, int(item), "Order")
    assert (told["column_id"], told["column_title"]) == ("state", "State")
    assert told["column_type"] == "color"
    assert told["value"]["index"] != told["previous_value"]["index"]
    assert told["previous_value"] == first["data"]["value"]
    assert first["data"]["previous_value"] is None


def test_a_log_says_by_what_token(company: Company, board: int) -> None:
    for who, kind in (("member", "personal"), ("company", "company")):
        company.server.request(
            "POST",
            "/v2",
            headers={
                "Authorization": company.tokens[who],
                "User-Agent": "robot/1.0",
                "API-Version": "2025-10",
            },
            json={"query": UPDATE, "variables": {"board": board, "what": "name", "value": kind}},
        )
        entry = logs(company, board)[0]
        assert entry["data"]["via"] == {
            "token": kind,
            "client": "robot/1.0",
            "version": "2025-10",
        }
    company.pulse(board)
    assert logs(company, board)[0]["data"]["via"]["version"] == "v1"


@pytest.mark.parametrize("client", ["a\x07b", " ", "", "x" * 5000])
def test_an_odd_name_of_a_client_does_no_harm(company: Company, board: int, client: str) -> None:
    headers = {"User-Agent": client.encode("latin-1")}
    path = f"boards/{board}/pulses.json"
    answer = company["member"].request("POST", path, headers=headers, json={"pulse": {"name": "x"}})
    assert answer.status_code == 201
    assert logs(company, board)[0]["data"]["via"].get("client") in (None, "x" * 100)


def test_events_are_called_as_they_always_were(company: Company, board: int, item: str) -> None:
    member = company["member"]
    for step in (
        f'create_group(board_id: {board}, group_name: "Later") {{id}}',
        f'change_column_title(board_id: {board}, column_id: "state", title: "S") {{id}}',
        f'change_simple_column_value(board_id: {board}, item_id: {item}, column_id: "name", value: "New") {{id}}',
        f'move_item_to_group(item_id: {item}, group_id: "topics") {{id}}',
        f'update_board(board_id: {board}, board_attribute: name, new_value: "B")',
        f'update_board(board_id: {board}, board_attribute: description, new_value: "D")',
        f"archive_item(item_id: {item}) {{id}}",
        f"delete_item(item_id: {item}) {{id}}",
        f'delete_column(board_id: {board}, column_id: "state") {{id}}',
        f"add_users_to_board(board_id: {board}, user_ids: [{company.ids['viewer']}]) {{id}}",
    ):
        member.data(f"mutation {{{step}}}")
    found = logs(company, board)
    assert kinds(found) == [
        "subscribe",
        "delete_column",
        "delete_pulse",
        "archive_pulse",
        "update_board_description",
        "update_board_name",
        "move_pulse_from_group",
        "update_name",
        "update_column_name",
        "create_group",
        "create_pulse",
        "create_column",
        "create_board",
    ]
    assert {one["entity"] for one in found} == {"board", "pulse"}
    name = next(one for one in found if one["event"] == "update_board_name")["data"]
    assert (name["old"], name["new"]) == ({"name": "Board"}, {"name": "B"})


def test_logs_are_filtered_and_paged(company: Company, board: int, item: str) -> None:
    other = str(create(company, board, "Other", group="topics")["id"])
    change(company, board, item, "Done")
    change(company, board, other, "Stuck", by="other_member")
    everything = logs(company, board)
    assert len(everything) == 6
    assert logs(company, board, limit=2, page=2) == everything[2:4]
    assert logs(company, board, limit=2, page=4) == []
    assert kinds(logs(company, board, users=[company.ids["other_member"]])) == [
        "update_column_value"
    ]
    assert kinds(logs(company, board, columns=["state"])) == [
        "update_column_value",
        "update_column_value",
        "create_column",
    ]
    assert kinds(logs(company, board, items=[item])) == ["update_column_value", "create_pulse"]
    assert kinds(logs(company, board, groups=["topics"])) == [
        "update_column_value",
        "update_column_value",
        "create_pulse",
        "create_pulse",
    ]
    assert logs(company, board, groups=["elsewhere"]) == []
    assert logs(company, board, to="2020-01-01T00:00:00Z") == []
    assert logs(company, board, **{"from": "2020-01-01"}) == everything
    assert logs(company, board, **{"from": "2999-01-01"}) == []


def test_each_board_has_a_page_of_its_own(company: Company) -> None:
    boards = [company.board()["id"] for _ in range(3)]
    for at, board_id in enumerate(boards):
        for _ in range(at):
            company.pulse(board_id)
    found = company["member"].data(LOGS, boards=boards, limit=2)["boards"]
    assert {int(one["id"]): kinds(one["activity_logs"]) for one in found} == {
        boards[0]: ["create_board"],
        boards[1]: ["create_pulse", "create_board"],
        boards[2]: ["create_pulse", "create_pulse"],
    }


def test_where_an_item_came_from_is_told_to_who_sees_that_board(company: Company) -> None:
    private, public = company.board("private")["id"], company.board()["id"]
    item = company.pulse(private)
    company.write(
        "member",
        lambda work: move_pulses(work, private, [item], "topics", to_board_id=public),
    )
    for who, is_told in (("member", True), ("viewer", False)):
        entry = logs(company, public, by=who)[0]
        assert entry["event"] == "move_pulse_into_board"
        assert ("old" in entry["data"]) is is_told
        assert str(private) not in json.dumps(entry["data"]) or is_told


def test_a_change_of_a_board_is_taken_back_by_its_record(company: Company, board: int) -> None:
    answer = company["member"].data(UPDATE, board=board, what="name", value="New")["update_board"]
    record = json.loads(answer)["undo_data"]
    assert record["entity_id"] == board
    undo(company, record["undo_record_id"])
    (shown,) = company["member"].data("query ($b: [ID!]) {boards(ids: $b) {name}}", b=[board])[
        "boards"
    ]
    assert shown == {"name": "Board"}
    (error,) = errors_of(company, UNDO, id=record["undo_record_id"])
    assert error["extensions"]["code"] == "RecordInvalidException"
    assert "was changed since" in error["message"]


def test_a_bulk_change_is_taken_back_by_its_job(company: Company, board: int) -> None:
    items = [str(create(company, board, name)["id"]) for name in "abc"]
    for action in ("bulk_delete_items", "bulk_archive_items"):
        job = company["member"].data(
            f"mutation ($b: ID!, $i: [ID!]!) {{{action}(board_id: $b, item_ids: $i) {{job_id}}}}",
            b=board,
            i=items,
        )[action]["job_id"]
        undo(company, job)
        found = company["member"].data("query ($i: [ID!]) {items(ids: $i) {state}}", i=items)
        assert found["items"] == [{"state": "active"}] * 3


def test_an_entry_of_the_log_is_taken_back_and_says_so(
    company: Company, board: int, item: str
) -> None:
    change(company, board, item, "Done")
    entry = logs(company, board)[0]
    undo(company, entry["id"])
    back = logs(company, board)[0]
    assert back["data"]["undo_of"] == entry["id"]
    assert (back["data"]["value"], back["data"]["previous_value"]) == (
        None,
        entry["data"]["value"],
    )
    undo(company, back["id"])
    assert logs(company, board)[0]["data"]["value"] == entry["data"]["value"]


@pytest.mark.parametrize(
    "what",
    [
        "",
        "x",
        "1",
        "7d3f0a52-1f7c-4c39-9f0e-2d1f6d0a9b11",
        str(uuid.UUID(int=0)),
        "00000001-0000-8000-8fff-ffffffffffff",
    ],
)
def test_what_was_never_done_is_not_taken_back(company: Company, what: str) -> None:
    (error,) = errors_of(company, UNDO, id=what)
    assert error["extensions"]["code"] == "ResourceNotFoundException"


def test_who_may_not_undo_is_told_so(company: Company, board: int, item: str) -> None:
    change(company, board, item, "Done")
    entry = logs(company, board)[0]["id"]
    for who, code in (
        ("other_member", "USER_UNAUTHORIZED"),
        ("viewer", "USER_UNAUTHORIZED"),
        ("guest", "ResourceNotFoundException"),
    ):
        (error,) = errors_of(company, UNDO, by=who, id=entry)
        assert error["extensions"]["code"] == code


def test_of_many_at_once_one_takes_it_back(company: Company, board: int, item: str) -> None:
    change(company, board, item, "Done")
    entry = logs(company, board)[0]["id"]

    async def undo_all() -> list[bool]:
        asked = [
            company.server.arequest(
                "POST",
                "/v2",
                headers={"Authorization": company.tokens["member"]},
                json={"query": UNDO, "variables": {"id": entry}},
            )
            for _ in range(10)
        ]
        return ["errors" not in answer.json() for answer in await asyncio.gather(*asked)]

    assert sorted(company.server.run(undo_all())) == [False] * 9 + [True]

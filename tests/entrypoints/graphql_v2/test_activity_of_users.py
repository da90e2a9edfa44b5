"""What users did, in API v2."""

import json
from typing import Any

from lundi.domains.pulses.move_actions import move_pulses
from tests.company import Company
from tests.entrypoints.graphql_v2.test_activity import LOGS, board, change, item, kinds
from tests.entrypoints.graphql_v2.test_items import errors_of

__all__ = ["board", "item"]

OF_USERS = """
query ($users: [ID!], $from: String, $to: String, $boards: [ID!], $limit: Int, $types: [String!], $cursor: String) {
  users(ids: $users) {id activity_logs(from: $from, to: $to, board_ids: $boards, limit: $limit, event_types: $types,
    cursor: $cursor) {cursor logs {id event entity data user_id account_id created_at}}}}
"""


def page_of(company: Company, who: str, by: str = "member", **given: Any) -> dict[str, Any]:
    """What one of them did, as another reads it."""
    (found,) = company[by].data(OF_USERS, users=[company.ids[who]], **given)["users"]
    return dict(found["activity_logs"])


def test_what_somebody_did_is_read_page_by_page_while_they_go_on(
    company: Company, board: int, item: str
) -> None:
    for at in range(4):
        change(company, board, item, f"Label {at}", by="other_member")
        change(company, board, item, f"Label {at}", by="member")
    whole = page_of(company, "other_member", boards=[board])
    assert whole["cursor"] is None
    assert kinds(whole["logs"]).count("update_column_value") == 4
    on_board = [
        one
        for one in company["member"].data(LOGS, boards=[board])["boards"][0]["activity_logs"]
        if one["user_id"] == str(company.ids["other_member"])
    ]
    assert whole["logs"] == on_board
    first = page_of(company, "other_member", boards=[board], limit=3)
    change(company, board, item, "Later", by="other_member")
    rest = page_of(company, "other_member", boards=[board], limit=1000, cursor=first["cursor"])
    assert first["logs"] + rest["logs"] == whole["logs"]
    assert (len(first["logs"]), rest["cursor"]) == (3, None)
    at = "2999-01-01"
    assert page_of(company, "other_member", boards=[board], **{"from": at})["logs"] == []
    assert len(page_of(company, "other_member", boards=[board], to=at)["logs"]) > len(whole["logs"])


def test_what_users_did_is_read_for_several_at_once(
    company: Company, board: int, item: str
) -> None:
    for who in ("member", "other_member"):
        change(company, board, item, who, by=who)
    users = [company.ids[who] for who in ("other_member", "member", "guest")]
    query = OF_USERS.replace("users(ids: $users)", "users(ids: $users, newest_first: false)")
    found = company["member"].data(query, users=users, boards=[board], limit=1)["users"]
    logs_by = {int(one["id"]): one["activity_logs"] for one in found}
    assert [kinds(logs_by[one]["logs"]) for one in users] == [["update_column_value"]] * 2 + [[]]
    assert [bool(logs_by[one]["cursor"]) for one in users] == [True, True, False]
    cursor = logs_by[users[1]]["cursor"]
    answer = company["member"].v2(query, users=users, cursor=cursor).json()
    assert [one["activity_logs"] is None for one in answer["data"]["users"]].count(True) == 2
    assert {one["extensions"]["code"] for one in answer["errors"]} == {"InvalidArgumentException"}
    for given in (
        {"cursor": "x"},
        {"limit": 0},
        {"limit": 1001},
        {"from": "soon"},
        {"boards": ["x"]},
    ):
        (error,) = errors_of(company, OF_USERS, users=users[:1], **given)
        assert error["extensions"]["code"] == "InvalidArgumentException"


def test_each_event_is_found_by_its_name(company: Company, board: int, item: str) -> None:
    member, other = company["member"], company.board()["id"]
    for step in (
        f'create_group(board_id: {board}, group_name: "Later") {{id}}',
        f'update_group(board_id: {board}, group_id: "topics", group_attribute: title, new_value: "T") {{id}}',
        f'update_group(board_id: {board}, group_id: "topics", group_attribute: color, new_value: "#ff158a") {{id}}',
        f'change_column_title(board_id: {board}, column_id: "state", title: "S") {{id}}',
        f'change_column_metadata(board_id: {board}, column_id: "state", column_property: description, value: "D") {{id}}',
        f'update_board(board_id: {board}, board_attribute: name, new_value: "B")',
        f'update_board(board_id: {board}, board_attribute: description, new_value: "D")',
        f'update_board(board_id: {board}, board_attribute: description, new_value: "")',
        f'update_board(board_id: {board}, board_attribute: communication, new_value: "C")',
        f'move_item_to_group(item_id: {item}, group_id: "topics") {{id}}',
        f'move_item_to_board(item_id: {item}, board_id: {other}, group_id: "topics", columns_mapping: [{{source: "state"}}]) {{id}}',
        f"add_users_to_board(board_id: {board}, user_ids: [{company.ids['viewer']}]) {{id}}",
    ):
        member.data(f"mutation {{{step}}}")
    change(company, board, company.pulse(board), "Done")
    company["member"].put(f"boards/{board}.json", name="Both", description="at once")
    boards = [board, other]
    everything = page_of(company, "member", boards=boards, limit=1000)["logs"]
    names = set(kinds(everything))
    assert {"move_pulse_from_group", "move_pulse_into_board", "update_board_name"} <= names
    assert {"update_group_name", "update_group_color", "update_column_name"} <= names
    assert {"update_board_description", "update_board_communication", "subscribe"} <= names
    assert "update_column_description" in names
    for name in names:
        found = page_of(company, "member", boards=boards, types=[name], limit=1000)["logs"]
        assert found == [one for one in everything if one["event"] == name], name
    some = ["update_board_name", "move_pulse_into_board"]
    assert set(kinds(page_of(company, "member", boards=boards, types=some)["logs"])) == set(some)
    for name in ("nothing", "", "'", '"', "BoardChanged"):
        assert page_of(company, "member", boards=boards, types=[name])["logs"] == []


def test_what_somebody_did_is_told_of_boards_that_the_reader_sees(company: Company) -> None:
    private, public = company.board("private")["id"], company.board()["id"]
    item = company.pulse(private)
    company.write(
        "member",
        lambda work: move_pulses(work, private, [item], "topics", to_board_id=public),
    )
    secret = company.pulse(private, "Secret")
    for who in ("member", "viewer", "other_member", "company", "admin"):
        logs = page_of(company, "member", by=who, limit=1000)["logs"]
        told = [json.loads(one["data"]) for one in logs]
        assert (private in {one["board_id"] for one in told}) is (who == "member"), who
        assert (secret in {one.get("pulse_id") for one in told}) is (who == "member"), who
        assert public in {one["board_id"] for one in told}, who
        assert ([private, "topics"] in [one.get("old") for one in told]) is (who == "member"), who
    found = page_of(company, "member", by="viewer", boards=[private])
    assert found == {"cursor": None, "logs": []}

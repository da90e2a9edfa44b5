"""Notifications in API v2: told to who sees what they are about, and read by nobody else."""

from typing import Any

import pytest

from tests.company import Company, make_company
from tests.server import Server

NOTIFY = """mutation ($user: ID!, $target: ID!, $type: NotificationTargetType!, $text: String!) {
  create_notification(user_id: $user, target_id: $target, target_type: $type, text: $text) {id text}}"""
OWN = (
    "{notifications {id text title read created_at creators {id} board {id} item {id} update {id}}}"
)


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_company(server)


def notify(
    company: Company, to: str, target: Any, kind: str = "Project", by: str = "member"
) -> Any:
    given = {"user": str(company.ids[to]), "target": str(target), "type": kind, "text": "Look"}
    return company[by].v2(NOTIFY, **given).json()


def test_an_item_a_board_and_an_update_can_be_told_of(company: Company) -> None:
    member, board = company["member"], company.board()["id"]
    item = company.pulse(board)
    post = 'mutation ($i: ID) {create_update(item_id: $i, body: "Hi") {id}}'
    update = member.data(post, i=str(item))["create_update"]["id"]
    for target, kind in ((item, "Project"), (update, "Post")):
        assert (
            notify(company, "viewer", target, kind)["data"]["create_notification"]["text"] == "Look"
        )
    told, first = company["viewer"].data(OWN)["notifications"][:2]
    assert told["update"] == {"id": update}
    assert first["item"] == {"id": str(item)}
    assert first["creators"] == [{"id": str(company.ids["member"])}]
    assert first["read"] is False
    assert member.data(OWN)["notifications"] == []


def test_nobody_is_told_of_what_they_do_not_see(company: Company) -> None:
    item = company.pulse(company.board("private")["id"])
    (error,) = notify(company, "other_member", item)["errors"]
    assert "doesn't see board" in error["message"]
    (error,) = notify(company, "member", item, by="other_member")["errors"]
    assert error["extensions"]["code"] == "InvalidBoardIdException"


@pytest.mark.parametrize("by", ["viewer", "guest"])
def test_who_may_not_write_tells_nobody(company: Company, by: str) -> None:
    board = company.board("share")["id"]
    company["member"].put(f"boards/{board}/subscribers.json", user_id=company.ids[by])
    assert notify(company, "member", company.pulse(board), by=by)["errors"]
    assert company["member"].data(OWN)["notifications"] == []


def test_older_versions_have_the_fields_that_their_clients_ask_for(company: Company) -> None:
    item = company.pulse(company.board()["id"])
    query = NOTIFY.replace("{id text}", "{text user_id target_id target_type}")
    given = {"user": str(company.ids["admin"]), "target": str(item), "type": "Project", "text": "x"}
    made = company["member"].data(query, "2026-01", **given)["create_notification"]
    assert made == {
        "text": "x",
        "user_id": given["user"],
        "target_id": str(item),
        "target_type": "Project",
    }
    assert (
        company["member"]
        .v2(query, **given)
        .json()["errors"][0]["message"]
        .startswith("Cannot query")
    )


def test_who_is_invited_has_the_id_that_they_come_with(company: Company) -> None:
    query = """mutation ($e: [String!]!) {invite_users(emails: $e, user_role: MEMBER) {
      invited_users {id email} errors {email message}}}"""
    admin = company["admin"]
    address = f"new{company.account_id}@example.com"
    made = admin.data(query, e=[address, "no address"])["invite_users"]
    assert made["invited_users"][0]["email"] == address
    assert [error["email"] for error in made["errors"]] == ["no address"]
    taken = company.ids.values()
    assert int(made["invited_users"][0]["id"]) not in taken
    assert company["member"].v2(query, e=["x@example.com"]).json()["errors"]


def test_admins_change_what_is_known_of_users(company: Company) -> None:
    query = """mutation ($u: [UserUpdateInput!]!) {update_multiple_users(user_updates: $u) {
      updated_users {name title birthday} errors {user_id code message}}}"""
    user = str(company.ids["viewer"])
    change = {"title": "Cook", "name": "New Name", "birthday": "1990-12-31"}
    given = [
        {"user_id": user, "user_attribute_updates": change},
        {"user_id": user, "user_attribute_updates": {"birthday": "soon", "name": "Not kept"}},
        {"user_id": "999999", "user_attribute_updates": {"name": "x"}},
    ]
    made = company["admin"].data(query, u=given)["update_multiple_users"]
    assert [one["title"] for one in made["updated_users"]] == ["Cook"]
    assert [error["user_id"] for error in made["errors"]] == [user, "999999"]
    named = company["admin"].data("query ($u: [ID!]) {users(ids: $u) {name}}", u=[user])["users"]
    assert named == [{"name": "New Name"}]
    assert company["member"].v2(query, u=given).json()["errors"]

"""The first start: an account and its admin are made in the browser, once."""

import asyncio
from collections import Counter
from typing import Any

from tests.app_client import ORIGIN, AppClient, let_in
from tests.server import Server

ADA = {
    "company": "Acme",
    "name": "Ada Lovelace",
    "email": "Ada@example.com",
    "password": "correct horse battery",
}


def set_up(server: Server, **given: Any) -> AppClient:
    return let_in(server, AppClient(server).post("setup", **ADA, **given))


def test_who_sets_up_is_signed_in_as_the_admin(own_server: Server) -> None:
    nobody = AppClient(own_server)
    assert nobody.get("start").json() == {"needs_setup": True, "is_signed_in": False}
    ada = set_up(own_server)
    assert ada.get("start").json() == {"needs_setup": False, "is_signed_in": True}
    me = ada.get("me").json()
    assert (me["user"]["name"], me["company"], me["is_admin"]) == ("Ada Lovelace", "Acme", True)
    assert ada.get("boards").json() == []
    kinds = [entry["kind"] for entry in ada.get("admin/audit").json()]
    assert kinds == ["SignedIn", "TokenRotated", "UserAdded", "TokenRotated", "AccountCreated"]


def test_nobody_sets_up_a_second_time(own_server: Server) -> None:
    ada = set_up(own_server)
    again = AppClient(own_server).post("setup", **{**ADA, "email": "eve@example.com"})
    assert again.status_code == 409
    assert "set up already" in again.json()["error"]
    assert "set-cookie" not in again.headers
    assert [one["user"]["email"] for one in ada.get("admin/users").json()] == [ADA["email"]]


def test_what_is_missing_is_said_and_nothing_is_made(own_server: Server) -> None:
    nobody = AppClient(own_server)
    for wrong in (
        {"password": "seven77"},
        {"password": "x" * 1001},
        {"email": "ada"},
        {"name": " "},
        {"company": ""},
        {"plan": "gold"},
    ):
        assert nobody.post("setup", **{**ADA, **wrong}).status_code == 400, wrong
    assert nobody.get("start").json()["needs_setup"] is True


def test_an_example_shows_what_boards_can_do(own_server: Server) -> None:
    ada = set_up(own_server, with_example=True)
    me = ada.get("me").json()["user"]["id"]
    listed = ada.get("boards").json()
    assert [board["name"] for board in listed] == [
        *("Product launch", "Team tasks", "Customer requests")
    ]
    assert all(board["owned"] and board["kind"] == "public" for board in listed)
    boards = [ada.get(f"boards/{board['id']}").json() for board in listed]
    rows = [row for board in boards for row in board["rows"]]
    assert len(rows) >= 38
    assert sum(row["updates_count"] for row in rows) >= 7
    types = Counter(column["type"] for board in boards for column in board["columns"])
    assert types.keys() >= {"person", "status", "date", "numeric", "timeline", "tags"}
    assert [group["title"] for group in boards[0]["groups"]] == [
        *("Planning", "Getting ready", "Launch week")
    ]
    owners = {
        one["id"]
        for row in boards[0]["rows"]
        if "owner" in row["values"]
        for one in row["values"]["owner"]["people"]
    }
    assert owners == {me}
    assert [one["user"]["id"] for one in ada.get("admin/users").json()] == [me]


def test_of_many_who_set_up_at_once_one_does(own_server: Server) -> None:
    headers = {"Origin": ORIGIN}

    async def one(number: int) -> int:
        given = {**ADA, "email": f"ada{number}@example.com"}
        answer = await own_server.arequest("POST", "/app/setup", headers=headers, json=given)
        return answer.status_code

    async def all_at_once() -> list[int]:
        return list(await asyncio.gather(*(one(number) for number in range(6))))

    assert sorted(own_server.run(all_at_once())) == [200] + [409] * 5

"""Webhooks in the web app: made, looked into, delivered once more, deleted."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from lundi.domains.webhooks.sender import Sender
from tests.app_client import AppClient
from tests.company import Company
from tests.receiver import Receiver, receiver

People = dict[str, AppClient]


@pytest.fixture(scope="module")
def company(company_alone: Company) -> Company:
    return company_alone


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as running:
        yield running


@pytest.fixture
def board(company: Company) -> int:
    return int(company.board()["id"])


def deliver(company: Company) -> None:
    server = company.server

    async def run() -> None:
        await Sender(server.database, server.vault, server.caller).deliver_due()

    server.run(run())


def make(people: People, board: int, there: Receiver, **given: Any) -> dict[str, Any]:
    answer = people["member"].post(
        f"boards/{board}/webhooks", **{"event": "create_item", "url": there.url, **given}
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_what_a_webhook_delivered_can_be_read(
    company: Company, people: People, board: int, there: Receiver
) -> None:
    made = make(people, board, there)
    assert (made["url"], made["created_by"]) == (there.url, company.ids["member"])
    there.answers = [500]
    for name in ("first", "second"):
        company.pulse(board, name)
    deliver(company)
    full = people["other_member"].get(f"webhooks/{made['id']}").json()
    assert full["webhook"] == made
    assert len(full["secret"]) == 32
    second, first = full["deliveries"]
    assert json.loads(first["payload"])["event"]["pulseName"] == "first"
    assert (first["state"], second["state"]) == ("waiting", "delivered")
    assert first["next_at"] > first["created_at"]
    (attempt,) = first["attempts"]
    assert (attempt["status"], attempt["answer"], attempt["error"]) == (500, "thanks", "")
    older = people["member"].get(f"webhooks/{made['id']}", before=second["id"]).json()
    assert older["deliveries"] == [first]
    again = people["member"].post(f"deliveries/{first['id']}/replay")
    assert again.status_code == 200, again.text
    deliver(company)
    assert [event["pulseName"] for event in there.events] == ["first", "second", "first"]


def test_the_address_is_for_who_may_change_the_board(
    people: People, board: int, there: Receiver
) -> None:
    made = make(people, board, there)
    path = f"boards/{board}/webhooks"
    assert people["other_member"].get(path).json() == [made]
    assert people["viewer"].get(path).json() == [{**made, "url": None}]
    assert people["viewer"].get(f"webhooks/{made['id']}").status_code == 403
    assert people["viewer"].delete(f"webhooks/{made['id']}").status_code == 403


def test_of_a_hidden_board_no_webhook_is_told(
    company: Company, people: People, there: Receiver
) -> None:
    hidden = company.board(kind="private")["id"]
    made = make(people, hidden, there)
    company.pulse(hidden)
    (delivery,) = people["member"].get(f"webhooks/{made['id']}").json()["deliveries"]
    for who in ("other_member", "admin", "guest", "stranger"):
        client = people[who]
        assert client.get(f"webhooks/{made['id']}").status_code == 404
        assert client.delete(f"webhooks/{made['id']}").status_code == 404
        assert client.post(f"deliveries/{delivery['id']}/replay").status_code == 404
        assert client.get(f"boards/{hidden}/webhooks").status_code == 404
    assert people["member"].delete(f"webhooks/{made['id']}").status_code == 200
    assert people["member"].get(f"boards/{hidden}/webhooks").json() == []


def test_an_address_that_does_not_answer_is_refused_with_the_reason(
    people: People, board: int, there: Receiver
) -> None:
    there.willing = False
    answer = people["member"].post(f"boards/{board}/webhooks", event="create_item", url=there.url)
    assert answer.status_code == 400
    assert "with the challenge" in answer.json()["error"]
    odd = people["member"].post(f"boards/{board}/webhooks", event="create_items", url=there.url)
    assert odd.status_code == 400
    assert "create_item" in odd.json()["error"]

"""How what happened reaches its receivers: in order, again after a failure, signed, by one process at a time."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import time_machine

from lundi.core.errors import NotFound
from lundi.core.secrets import open_vault
from lundi.core.work import Work
from lundi.domains.pulses.actions import delete_pulse
from lundi.domains.webhooks import actions, outbox
from lundi.domains.webhooks.queries import deliveries_of
from lundi.domains.webhooks.schemas import Delivery, Webhook
from lundi.domains.webhooks.sender import Sender, sending
from lundi.housekeeping import tidy
from tests.company import Company
from tests.process import Installation
from tests.receiver import Receiver, receiver

MINUTE = 60
STARTED = "2026-03-01T12:00:00Z"


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


def hook(company: Company, board: int, url: str, event: str = "create_item") -> Webhook:
    vault = company.server.vault
    new = actions.NewWebhook(board, event, None, url)
    return company.write("member", lambda work: actions.create_webhook(work, vault, new))


def deliver(company: Company) -> None:
    server = company.server

    async def run() -> None:
        await Sender(server.database, server.vault, server.caller).deliver_due()

    server.run(run())


def log(company: Company, webhook: Webhook) -> list[Delivery]:
    return company.read("member", lambda work: deliveries_of(work, webhook))


def test_deliveries_of_a_webhook_come_in_order_and_one_at_a_time(
    company: Company, there: Receiver, board: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lundi.domains.webhooks.sender.MOST_IN_A_ROW", 6)
    hook(company, board, there.url)
    names = [f"Pulse {number}" for number in range(20)]
    for name in names:
        company.pulse(board, name)
    deliver(company)
    assert [event["pulseName"] for event in there.events] == names
    assert there.most_at_once == 1


def test_webhooks_do_not_wait_for_each_other(company: Company, there: Receiver, board: int) -> None:
    there.slow = 0.2
    for _ in range(4):
        hook(company, board, there.url)
    company.pulse(board)
    deliver(company)
    assert len(there.calls) == 4
    assert there.most_at_once > 1


def test_one_account_does_not_take_all_places(
    company: Company, there: Receiver, board: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lundi.domains.webhooks.sender.AT_ONCE_OF_ACCOUNT", 2)
    there.slow = 0.1
    for _ in range(5):
        hook(company, board, there.url)
    company.pulse(board)
    deliver(company)
    assert len(there.calls) == 5
    assert there.most_at_once == 2


def test_two_processes_deliver_each_thing_once(
    company: Company, there: Receiver, board: int
) -> None:
    server = company.server
    for _ in range(3):
        hook(company, board, there.url)
    for number in range(5):
        company.pulse(board, str(number))

    async def both() -> None:
        senders = [Sender(server.database, server.vault, server.caller) for _ in range(2)]
        await asyncio.gather(*(sender.deliver_due() for sender in senders))

    server.run(both())
    told = [(event["subscriptionId"], event["pulseName"]) for event in there.events]
    assert len(told) == len(set(told)) == 15


def test_what_failed_comes_again_and_is_given_up_after_a_day(
    company: Company, there: Receiver, board: int
) -> None:
    webhook = hook(company, board, there.url)
    there.answers = [500] * 20
    there.says = "broken \0 here"
    with time_machine.travel(STARTED, tick=False) as clock:
        company.pulse(board)
        tried_after = []
        for minute in range(0, 26 * 60, 1):
            before = len(there.calls)
            if minute in range(10) or not minute % 5:
                deliver(company)
            if len(there.calls) > before:
                tried_after.append(minute)
            clock.shift(MINUTE)
    (delivery,) = log(company, webhook)
    assert (delivery.state, delivery.tries, delivery.next_at) == ("failed", 9, None)
    assert len({call.body for call in there.calls}) == 1
    assert tried_after[:3] == [0, 1, 6]
    assert tried_after[-1] in range(23 * 60, 24 * 60)
    last = delivery.past_attempts[-1]
    assert (last.status, last.answer, last.error) == (500, "broken \ufffd here", "")
    assert json.loads(delivery.payload)["event"]["type"] == "create_pulse"


def test_a_failure_is_mended_by_the_next_try_and_holds_nothing_up(
    company: Company, there: Receiver, board: int
) -> None:
    webhook = hook(company, board, there.url)
    there.answers = [503]
    with time_machine.travel(STARTED, tick=False) as clock:
        company.pulse(board, "first")
        deliver(company)
        company.pulse(board, "second")
        deliver(company)
        states = [delivery.state for delivery in log(company, webhook)]
        clock.shift(MINUTE)
        deliver(company)
    assert states == ["delivered", "waiting"]
    assert [event["pulseName"] for event in there.events] == ["first", "second", "first"]
    second, first = log(company, webhook)
    assert (first.state, second.state) == ("delivered", "delivered")
    assert [attempt.status for attempt in first.past_attempts] == [503, 200]


def test_who_is_not_there_is_logged_with_the_reason(company: Company, board: int) -> None:
    webhook = hook(company, board, "http://127.0.0.1:1/")
    company.pulse(board)
    deliver(company)
    (delivery,) = log(company, webhook)
    (attempt,) = delivery.past_attempts
    assert (attempt.status, attempt.error) == (None, "No connection: it was refused.")
    assert delivery.state == "waiting"


def test_a_receiver_can_tell_who_calls(company: Company, there: Receiver, board: int) -> None:
    webhook = hook(company, board, there.url)
    company.pulse(board)
    deliver(company)
    (call,) = there.calls
    secret = company.server.vault.open(webhook.sealed).encode()
    parts = dict(part.split("=") for part in call.headers["x-lundi-signature"].split(","))
    signed = f"{parts['t']}.".encode() + call.body
    assert parts["v1"] == hmac.new(secret, signed, hashlib.sha256).hexdigest()
    head, claims, signature = call.headers["authorization"].split(".")
    mac = hmac.new(secret, f"{head}.{claims}".encode(), hashlib.sha256).digest()
    assert base64.urlsafe_b64encode(mac).rstrip(b"=").decode() == signature
    told = json.loads(base64.urlsafe_b64decode(claims + "=="))
    assert told == {
        "accountId": company.account_id,
        "userId": company.ids["member"],
        "aud": there.url,
        "iat": int(parts["t"]),
        "exp": int(parts["t"]) + 300,
    }
    assert json.loads(base64.urlsafe_b64decode(head + "==")) == {"alg": "HS256", "typ": "JWT"}


def test_a_delivery_can_be_had_once_more(company: Company, there: Receiver, board: int) -> None:
    webhook = hook(company, board, there.url)
    company.pulse(board)
    deliver(company)
    (delivery,) = log(company, webhook)

    async def replay(work: Work) -> Delivery:
        return await actions.replay_delivery(work, delivery.id)

    again = company.write("other_member", replay)
    assert (again.state, again.tries) == ("waiting", 0)
    deliver(company)
    assert [call.body for call in there.calls] == [delivery.payload.encode()] * 2
    assert len(log(company, webhook)[0].past_attempts) == 2


def test_of_a_hidden_board_no_delivery_is_replayed(company: Company, there: Receiver) -> None:
    board = company.board(kind="private")["id"]
    webhook = hook(company, board, there.url)
    company.pulse(board)
    (delivery,) = log(company, webhook)
    for delivery_id in (delivery.id, 99_999_999):
        with pytest.raises(NotFound, match="There is no delivery"):
            company.write(
                "other_member",
                lambda work, one=delivery_id: actions.replay_delivery(work, one),
            )


def test_what_a_change_that_failed_would_have_told_is_not_told(
    company: Company, there: Receiver, board: int
) -> None:
    hook(company, board, there.url, "item_deleted")
    pulse = company.pulse(board)

    async def change_and_fail(work: Work) -> None:
        await delete_pulse(work, pulse)
        raise NotFound("Something else.")

    with pytest.raises(NotFound):
        company.write("member", change_and_fail)
    deliver(company)
    assert there.calls == []


def test_what_a_process_that_died_was_at_is_taken_over_once_its_lease_is_over(
    company: Company, there: Receiver, board: int
) -> None:
    hook(company, board, there.url)
    with time_machine.travel(STARTED, tick=False) as clock:
        company.pulse(board)
        (leased,) = company.write("company", lambda work: outbox.lease_due(work, 5))
        deliver(company)
        assert there.calls == []
        clock.shift(2 * MINUTE)
        deliver(company)
        assert len(there.calls) == 1
        # It wasn't dead after all: what it held is no longer its own.
        assert company.write("company", lambda work: outbox.renew(work, leased)) is None


def test_with_another_secret_key_nothing_is_sent(
    company: Company, there: Receiver, board: int
) -> None:
    server = company.server
    webhook = hook(company, board, there.url)
    company.pulse(board)
    other = open_vault("another key", server.settings.data_folder)

    async def run() -> None:
        await Sender(server.database, other, server.caller).deliver_due()

    server.run(run())
    assert there.calls == []
    (delivery,) = log(company, webhook)
    assert "another secret key" in delivery.past_attempts[0].error


def test_the_log_is_kept_for_thirty_days(company: Company, there: Receiver, board: int) -> None:
    webhook = hook(company, board, there.url)
    with time_machine.travel(STARTED, tick=False) as clock:
        company.pulse(board)
        deliver(company)
        found = []
        for days in (0, 29, 2):
            clock.shift(days * 86_400)
            company.server.run(tidy(company.server.database, company.server.blobs))
            found.append(len(log(company, webhook)))
    assert found == [1, 1, 0]


def test_the_sender_hears_of_changes_by_itself_and_can_be_stopped(
    company: Company, there: Receiver, board: int
) -> None:
    server = company.server
    webhook = hook(company, board, there.url)
    url = f"/v1/boards/{board}/pulses.json"
    headers = {"Authorization": company.tokens["member"]}

    async def serve_a_moment() -> None:
        async with sending(server.database, server.vault, server.caller):
            for number in range(3):
                body = {"pulse": {"name": str(number)}}
                await server.arequest("POST", url, headers=headers, json=body)
            async with asyncio.timeout(10):
                while len(there.calls) < 3:
                    await asyncio.sleep(0.01)
            there.slow = 0.3
            body = {"pulse": {"name": "last"}}
            await server.arequest("POST", url, headers=headers, json=body)
            async with asyncio.timeout(10):
                while not there.at_once:
                    await asyncio.sleep(0.01)

    server.run(serve_a_moment())
    assert [event["pulseName"] for event in there.events][:3] == ["0", "1", "2"]
    # Its lease was given back, so another process need not wait for its end.
    deliver(company)
    assert {delivery.state for delivery in log(company, webhook)} == {"delivered"}


def test_a_running_server_delivers(installation: Installation, there: Receiver) -> None:
    made = installation.prepared().account()
    token = made["personal_token"]
    headers = {"Authorization": token}
    with installation.served(LUNDI_WEBHOOKS_PRIVATE_ADDRESSES="true") as running:

        def ask(query: str, **variables: Any) -> Any:
            body = {"query": query, "variables": variables}
            answer = httpx.post(f"{running.url}/v2", json=body, headers=headers).json()
            assert "errors" not in answer, answer
            return answer["data"]

        made = ask('mutation {create_board(board_name: "x", board_kind: public) {id}}')
        board = made["create_board"]["id"]
        ask(
            "mutation ($b: ID!, $u: String!) {create_webhook(board_id: $b, event: create_item, url: $u) {id}}",
            b=board,
            u=there.url,
        )
        ask(f'mutation {{create_item(board_id: {board}, item_name: "Told") {{id}}}}')
        ends = time.monotonic() + 20
        while not there.calls and time.monotonic() < ends:
            time.sleep(0.02)
        assert running.stop() == 0
    assert [event["pulseName"] for event in there.events] == ["Told"]
    assert there.url not in running.output()

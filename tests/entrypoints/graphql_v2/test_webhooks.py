"""Webhooks of API v2: the handshake, what fires, and what is told."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from lundi.core.work import Work
from lundi.domains.pulses.actions import rename_pulse, restore_pulse
from lundi.domains.webhooks.listening import keep_deliveries
from lundi.domains.webhooks.schemas import EVENTS
from lundi.domains.webhooks.sender import Sender
from tests.company import Client, Company
from tests.entrypoints.graphql_v2.test_items import COLUMN, CREATE
from tests.receiver import Receiver, receiver
from tests.server import Server

MAKE = """mutation ($board: ID!, $event: WebhookEventType!, $url: String!, $config: JSON) {
  create_webhook(board_id: $board, event: $event, url: $url, config: $config) {id board_id event config}}"""
CHANGE = """mutation ($board: ID!, $item: ID!, $column: String!, $value: JSON!) {
  change_column_value(board_id: $board, item_id: $item, column_id: $column, value: $value) {id}}"""


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


def listen(
    company: Company, there: Receiver, board: int, event: str, by: str = "member", **config: Any
) -> dict[str, Any]:
    made = company[by].data(
        MAKE, board=board, event=event, url=there.url, config=json.dumps(config) if config else None
    )
    return dict(made["create_webhook"])


def deliver(company: Company) -> None:
    server = company.server

    async def run() -> None:
        await Sender(server.database, server.vault, server.caller).deliver_due()

    server.run(run())


def item(company: Company, board: int, name: str = "Item", by: str = "member") -> str:
    return str(company[by].data(CREATE, board=board, name=name)["create_item"]["id"])


def error(client: Client, query: str, **variables: Any) -> dict[str, Any]:
    (one,) = client.v2(query, **variables).json()["errors"]
    return {"message": one["message"], **one["extensions"]}


def test_an_address_that_takes_the_challenge_becomes_a_webhook(
    company: Company, there: Receiver, board: int
) -> None:
    made = listen(company, there, board, "create_item")
    assert made == {
        "id": made["id"],
        "board_id": str(board),
        "event": "create_item",
        "config": None,
    }
    (challenge,) = there.challenges
    assert list(json.loads(challenge.body)) == ["challenge"]
    assert challenge.headers["content-type"] == "application/json"
    found = company["viewer"].data(f"{{webhooks(board_id: {board}) {{id event config board_id}}}}")
    assert found == {"webhooks": [made]}
    own = company["member"].data(f"{{webhooks(board_id: {board}, app_webhooks_only: true) {{id}}}}")
    assert own == {"webhooks": []}


def test_an_address_that_does_not_take_the_challenge_becomes_none(
    company: Company, there: Receiver, board: int
) -> None:
    given = {"board": board, "event": "create_item", "url": there.url}
    there.willing = False
    refused = error(company["member"], MAKE, **given)
    assert refused["code"] == "InvalidArgumentException"
    assert "with the challenge" in refused["message"]
    unreachable = error(company["member"], MAKE, **{**given, "url": "http://127.0.0.1:1/"})
    assert "could not be called" in unreachable["message"]
    assert "https://" in error(company["member"], MAKE, **{**given, "url": "nonsense"})["message"]
    assert company["member"].data(f"{{webhooks(board_id: {board}) {{id}}}}") == {"webhooks": []}


def test_private_addresses_are_called_only_where_the_settings_allow_it(
    company: Company, there: Receiver, board: int
) -> None:
    settings = company.server.settings
    with Server(
        settings.data_folder, settings.database_url, webhooks_private_addresses=False
    ) as careful:
        client = Client(careful, company.tokens["member"])
        for host in ("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"):
            url = f"http://{host}:{there.port}/"
            refused = error(client, MAKE, board=board, event="create_item", url=url)
            assert "not an address of the public internet" in refused["message"], host
    assert not there.challenges


def test_a_board_of_subitems_takes_none(company: Company, there: Receiver, board: int) -> None:
    make = 'mutation ($i: ID!) {create_subitem(parent_item_id: $i, item_name: "x") {board {id}}}'
    made = company["member"].data(make, i=item(company, board))["create_subitem"]["board"]["id"]
    refused = error(company["member"], MAKE, board=made, event="create_item", url=there.url)
    assert refused["code"] == "InvalidArgumentException"
    assert refused["message"] == "Creating webhook on subitems board isn't allowed"
    assert not there.challenges


def test_a_stranger_can_not_have_the_server_call_anybody(company: Company, there: Receiver) -> None:
    hidden = company.board(kind="private")["id"]
    given = {"event": "create_item", "url": there.url}
    for board in (hidden, 99_999_999):
        refused = error(company["other_member"], MAKE, board=board, **given)
        assert refused["code"] == "InvalidArgumentException"
        assert refused["message"] == "Board not found"
        query = f"{{webhooks(board_id: {board}) {{id}}}}"
        assert error(company["other_member"], query)["message"] == "Board not found"
    visible = company.board()["id"]
    assert error(company["viewer"], MAKE, board=visible, **given)["code"] == "USER_UNAUTHORIZED"
    assert not there.challenges


def test_a_webhook_is_deleted_by_who_may_change_its_board(
    company: Company, there: Receiver
) -> None:
    board = company.board(kind="private")["id"]
    made = listen(company, there, board, "create_item")
    remove = f"mutation {{delete_webhook(id: {made['id']}) {{id board_id event}}}}"
    missing = error(company["other_member"], remove)
    assert missing["code"] == "ResourceNotFoundException"
    done = company["member"].data(remove)["delete_webhook"]
    assert done == {"id": made["id"], "board_id": str(board), "event": "create_item"}
    assert error(company["member"], remove)["message"] == f"There is no webhook {made['id']}."
    item(company, board)
    deliver(company)
    assert there.calls == []


def test_a_new_item_is_told_as_the_original_tells_it(
    company: Company, there: Receiver, board: int
) -> None:
    webhook = listen(company, there, board, "create_item")
    made = item(company, board, "First")
    deliver(company)
    (event,) = there.events
    group = company["member"].get(f"boards/{board}/groups.json").json()[0]
    assert event == {
        "app": "monday",
        "type": "create_pulse",
        "triggerTime": event["triggerTime"],
        "subscriptionId": int(webhook["id"]),
        "userId": company.ids["member"],
        "originalTriggerUuid": None,
        "boardId": board,
        "pulseId": int(made),
        "pulseName": "First",
        "groupId": group["id"],
        "groupName": group["title"],
        "groupColor": event["groupColor"],
        "isTopGroup": True,
        "columnValues": {},
        "triggerUuid": event["triggerUuid"],
    }
    assert len(event["triggerUuid"]) == 32
    assert event["triggerTime"].endswith("Z")


def test_a_changed_value_is_told_with_what_it_was(
    company: Company, there: Receiver, board: int
) -> None:
    member = company["member"]
    for kind, name in (
        ("status", "state"),
        ("text", "words"),
        ("numbers", "size"),
        ("date", "day"),
    ):
        member.data(COLUMN, board=board, title=name, type=kind, id=name)
    made = item(company, board)
    listen(company, there, board, "change_column_value")
    listen(company, there, board, "change_specific_column_value", columnId="words")
    done = {"columnId": "state", "columnValue": {"index": 1}}
    config = listen(company, there, board, "change_status_column_value", **done)["config"]
    assert json.loads(config) == done
    changes = (
        *(("state", '{"index": 0}'), ("state", '{"index": 1}'), ("words", '"a"'), ("words", '"b"')),
        *(("words", '"b"'), ("size", '"3.5"'), ("day", '{"date": "2026-03-01"}'), ("state", "{}")),
    )
    for column, value in changes:
        member.data(CHANGE, board=board, item=made, column=column, value=value)
    deliver(company)
    told = [
        (one["columnId"], one["columnType"], one["value"], one["previousValue"])
        for one in sorted(there.events, key=lambda one: (one["subscriptionId"], one["changedAt"]))
    ]
    working = {
        "label": {
            "index": 0,
            "text": "Working on it",
            "style": {"color": "#fdab3d", "border": "#E99729", "var_name": "orange"},
            "is_done": False,
        },
        "post_id": None,
    }
    is_done = told[1][2]
    assert is_done["label"]["text"] == "Done"
    assert is_done["label"]["is_done"] is True
    to_done = ("state", "color", is_done, working)
    words = [
        ("words", "text", {"value": "a"}, None),
        ("words", "text", {"value": "b"}, {"value": "a"}),
    ]
    assert told == [
        ("state", "color", working, None),
        to_done,
        *words,
        ("size", "numeric", {"value": 3.5, "unit": None}, None),
        ("day", "date", {"date": "2026-03-01", "icon": None}, None),
        ("state", "color", None, is_done),
        *words,
        to_done,
    ]


def test_each_event_reaches_the_webhooks_of_its_kind(
    company: Company, there: Receiver, board: int
) -> None:
    member = company["member"]
    member.data(COLUMN, board=board, title="words", type="text", id="words")
    member.data(COLUMN, board=board, title="state", type="status", id="state")
    other = member.post(f"boards/{board}/groups.json", title="Other").json()["id"]
    configs: dict[str, dict[str, Any]] = {
        "change_specific_column_value": {"columnId": "words"},
        "change_status_column_value": {"columnId": "state", "columnValue": {"$any$": True}},
        "item_moved_to_specific_group": {"groupId": other},
    }
    events = {
        int(listen(company, there, board, event, **configs.get(event, {}))["id"]): event
        for event in EVENTS
    }
    made = item(company, board)
    home = member.data(f"{{items(ids: [{made}]) {{group {{id}}}}}}")["items"][0]["group"]["id"]
    target = other if home != other else "topics"
    if target != other:
        member.data(
            f'mutation {{move_item_to_group(item_id: {made}, group_id: "{target}") {{id}}}}'
        )
        target = other
    update = member.data(f'mutation {{create_update(item_id: {made}, body: "<p>One</p>") {{id}}}}')
    update_id = update["create_update"]["id"]
    reply = member.data(
        f'mutation {{create_update(item_id: {made}, body: "Two", parent_id: {update_id}) {{id}}}}'
    )
    for change in (
        f'change_simple_column_value(board_id: {board}, item_id: {made}, column_id: "name", value: "Renamed") {{id}}',
        f'change_simple_column_value(board_id: {board}, item_id: {made}, column_id: "words", value: "x") {{id}}',
        f'change_simple_column_value(board_id: {board}, item_id: {made}, column_id: "state", value: "Done") {{id}}',
        f'move_item_to_group(item_id: {made}, group_id: "{target}") {{id}}',
        f'edit_update(id: {update_id}, body: "Three") {{id}}',
        f"delete_update(id: {update_id}) {{id}}",
        f'create_column(board_id: {board}, title: "New", column_type: rating, id: "new") {{id}}',
        f"archive_item(item_id: {made}) {{id}}",
    ):
        member.data(f"mutation {{{change}}}")
    assert company.write("member", lambda work: restore_pulse(work, int(made))).id == int(made)
    member.data(f"mutation {{delete_item(item_id: {made}) {{id}}}}")
    deliver(company)
    told: dict[str, list[dict[str, Any]]] = {}
    for event in there.events:
        told.setdefault(events[event["subscriptionId"]], []).append(event)
    assert {name: {one["type"] for one in found} for name, found in told.items()} == {
        "change_column_value": {"update_column_value"},
        "change_name": {"update_name"},
        "change_specific_column_value": {"update_column_value"},
        "change_status_column_value": {"update_column_value"},
        "create_column": {"create_column"},
        "create_item": {"create_pulse"},
        "create_update": {"create_update"},
        "delete_update": {"delete_update"},
        "edit_update": {"edit_update"},
        "item_archived": {"archive_pulse"},
        "item_deleted": {"delete_pulse"},
        "item_moved_to_any_group": {"move_pulse_into_group"},
        "item_moved_to_specific_group": {"move_pulse_into_group"},
        "item_restored": {"restore_pulse"},
    }
    (renamed,) = told["change_name"]
    assert (renamed["value"], renamed["previousValue"]) == ({"name": "Renamed"}, {"name": "Item"})
    first, second = told["create_update"]
    assert (first["updateId"], first["replyId"]) == (int(update_id), None)
    assert (first["body"], first["textBody"]) == ("<p>One</p>", "One")
    reply_id = int(reply["create_update"]["id"])
    assert (second["updateId"], second["replyId"]) == (int(update_id), reply_id)
    (edited,) = told["edit_update"]
    assert (edited["textBody"], edited["previousTextBody"]) == ("Three", "One")
    assert told["item_moved_to_specific_group"][-1]["destGroup"]["id"] == other
    (column,) = told["create_column"]
    assert (column["columnId"], column["columnType"], column["columnTitle"]) == (
        *("new", "rating", "New"),
    )
    assert "pulseId" not in column
    (deleted,) = told["item_deleted"]
    assert (deleted["itemId"], deleted["itemName"]) == (int(made), "Renamed")


@pytest.mark.parametrize(
    ("event", "config", "code"),
    [
        ("change_specific_column_value", None, "InvalidArgumentException"),
        ("change_specific_column_value", '{"columnId": 7}', "InvalidArgumentException"),
        ("change_specific_column_value", '{"columnId": "none"}', "InvalidColumnIdException"),
        ("change_status_column_value", '{"columnId": "name"}', "InvalidArgumentException"),
        ("item_moved_to_specific_group", '{"groupId": "none"}', "ResourceNotFoundException"),
        ("create_item", "[1]", "InvalidArgumentException"),
        ("create_item", "{", "JsonParseException"),
        ("create_item", json.dumps({"x": "y" * 5000}), "InvalidArgumentException"),
    ],
)
def test_a_config_that_does_not_fit_its_event_is_refused(
    company: Company, there: Receiver, board: int, event: str, config: str | None, code: str
) -> None:
    refused = error(company["member"], MAKE, board=board, event=event, url=there.url, config=config)
    assert refused["code"] == code, refused
    assert not there.challenges


def test_a_webhook_tells_no_more_than_its_creator_sees(company: Company, there: Receiver) -> None:
    board = company.board(kind="private")["id"]
    subscribe = f"mutation {{add_users_to_board(board_id: {board}, user_ids: [%d]) {{id}}}}"
    company["member"].data(subscribe % company.ids["other_member"])
    listen(company, there, board, "create_item", by="other_member")
    item(company, board, "Seen")
    remove = f"mutation {{delete_subscribers_from_board(board_id: {board}, user_ids: [%d]) {{id}}}}"
    company["member"].data(remove % company.ids["other_member"])
    item(company, board, "Unseen")
    deliver(company)
    assert [event["pulseName"] for event in there.events] == ["Seen"]


def test_the_company_token_has_webhooks_too(company: Company, there: Receiver, board: int) -> None:
    listen(company, there, board, "create_item", by="company")
    item(company, board)
    deliver(company)
    assert len(there.calls) == 1


def test_many_changes_at_once_take_no_more_statements(
    company: Company, there: Receiver, board: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen(company, there, board, "change_name")
    pulses = [company.pulse(board) for _ in range(12)]
    asked: list[Any] = []

    async def rename(work: Work, count: int) -> int:
        for pulse in pulses[:count]:
            await rename_pulse(work, pulse, f"{work.now}")
        asked.clear()
        await keep_deliveries(work)
        return len(asked)

    for name in ("all", "run", "new_ids"):
        plain = getattr(Work, name)

        async def counting(self: Work, *args: Any, plain: Any = plain, **given: Any) -> Any:
            asked.append(args)
            return await plain(self, *args, **given)

        monkeypatch.setattr(Work, name, counting)
    taken = [
        company.write("member", lambda work, count=count: rename(work, count)) for count in (1, 12)
    ]
    assert taken[0] == taken[1] <= 4
    quiet = company.board()["id"]
    pulses[0] = company.pulse(quiet)
    assert company.write("member", lambda work: rename(work, 1)) == 1

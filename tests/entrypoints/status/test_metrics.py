"""/metrics: who may read it, and that each number is of what it says."""

import asyncio
import re
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import asyncpg
import httpx
import pytest
import time_machine

from lundi import __version__
from lundi.core.database import STATEMENTS, TRANSACTIONS, Session
from lundi.core.opening import FILE
from lundi.domains.webhooks import actions
from lundi.domains.webhooks.sender import Sender
from lundi.entrypoints.app_api.operation import OPERATIONS as APP_OPERATIONS
from lundi.entrypoints.graphql_v2.schema import schema_of
from lundi.entrypoints.graphql_v2.versions import VERSIONS
from lundi.entrypoints.rest_v1.resources import OPERATIONS as V1_OPERATIONS
from lundi.housekeeping import housekeeping
from tests.app_client import AppClient, signed_in
from tests.company import Company, make_company
from tests.entrypoints.status.figures import HERE, figures
from tests.receiver import Receiver, receiver
from tests.server import Server

REQUESTS, SECONDS = "lundi_requests_total", "lundi_request_seconds_count"
TOKEN = "b7e0c4f19a6d5832"


def ask(server: Server, *, client: str = "127.0.0.1", **headers: str | bytes) -> int:
    """From an address, as uvicorn tells it once it has believed a proxy or not."""

    async def get() -> int:
        transport = httpx.ASGITransport(server.app, client=(client, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as asking:
            return (await asking.get("/metrics", headers=headers)).status_code

    return server.run(get())


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8080", "[::1]"])
def test_without_a_token_it_answers_this_machine(host: str, server: Server) -> None:
    assert ask(server, Host=host) == 200
    assert ask(server, client="::1", Host=host) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "lundi.example"},
        {"Host": "localhost.example:80"},
        {"Host": "[bad"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Proto": "https"},
        {"X-Real-IP": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
    ],
    ids=str,
)
def test_what_comes_by_a_proxy_finds_nothing(headers: dict[str, str], server: Server) -> None:
    assert ask(server, **headers) == 404


@pytest.mark.parametrize("client", ["10.0.0.7", "203.0.113.9", "unknown", "::ffff:10.0.0.7"])
def test_another_machine_finds_nothing(client: str, server: Server) -> None:
    assert ask(server, client=client) == 404


def test_with_a_token_it_answers_who_has_it_and_nobody_else(tmp_path: Path) -> None:
    with Server(tmp_path / "data", None, metrics_token=TOKEN) as server:
        assert ask(server, client="10.0.0.7", Authorization=f"Bearer {TOKEN}") == 200
        assert ask(server, Host="lundi.example", Authorization=f"bearer {TOKEN}") == 200
        for wrong in ("", TOKEN, f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer"):
            assert ask(server, Authorization=wrong) == 401
        assert ask(server) == 401
        assert ask(server, Authorization=b"Bearer \xe4") == 401


def test_requests_are_counted_by_way_in_and_action(company: Company) -> None:
    server, member = company.server, signed_in(company, "member")
    board = company.board()["id"]
    before = figures(server)
    company["member"].get("boards.json")
    company["member"].get("boards.json", page="x")
    server.request("GET", "/v1/boards.json")
    company["member"].put(f"boards/{board}.json")
    company["member"].data("query {boards {id}}")
    company["member"].data("query {a: boards {id} b: boards {id} me {id}}")
    company["member"].v2("query {nonsense}")
    member.get(f"boards/{board}")
    server.request("GET", "/protected_static/1/resources/1/x.png")
    server.request("GET", "/favicon.svg")
    server.request("GET", f"/boards/{board}")
    server.request("GET", "/assets/app.js")
    after = figures(server)

    def more(way: str, action: str, status: int) -> float:
        labels = {"way": way, "action": action, "status": str(status)}
        return after.of(REQUESTS, **labels) - before.of(REQUESTS, **labels)

    assert more("v1", "get_boards", 200) == 1
    assert more("v1", "get_boards", 400) == 1
    assert more("v1", "get_boards", 401) == 1
    assert more("v1", "none", 405) == 1
    assert more("v2", "boards", 200) == 1
    assert more("v2", "several", 200) == 1
    assert more("v2", "none", 200) == 1
    assert more("app", "open_board", 200) == 1
    assert more("files", "file", 401) == 1
    assert more("pages", "show_icon", 200) + more("pages", "show_icon", 503) == 1
    assert more("pages", "show_app", 200) + more("pages", "show_app", 503) == 1
    assert more("pages", "assets", 404) == 1
    for way, count in (("v1", 4), ("v2", 3), ("app", 1), ("files", 1), ("pages", 3)):
        assert after.of(SECONDS, way=way) - before.of(SECONDS, way=way) == count
        assert after.of("lundi_request_seconds_sum", way=way) > 0


def test_no_path_and_no_id_is_a_label(company: Company) -> None:
    server = company.server
    figures(server)
    before = figures(server)
    for number in range(60):
        for path in (f"/v1/boards/{number}.json", f"/{number}", f"/v1/{number}", f"/app/{number}"):
            server.request("GET", path, headers={"Authorization": company.tokens["member"]})
        company["member"].v2(f"query q{number} {{a{number}: boards(ids: [{number}]) {{id}}}}")
    after = figures(server)
    actions = after.labels_of(REQUESTS, "action")
    schemas: list[Any] = [schema_of(version) for version in VERSIONS.values()]
    declared = {operation.name for operation in (*V1_OPERATIONS, *APP_OPERATIONS)}
    for schema in schemas:
        declared |= {"__type", *schema.query_type.fields, *schema.mutation_type.fields}
    pages = {
        "show_document",
        "show_app",
        "show_nothing",
        "show_icon",
        "show_photo",
        "show_logo",
        "assets",
    }
    others = {"file", "picture", "healthz", "readyz", "metrics", "listen", "several", "none"}
    assert actions <= declared | pages | others
    grown = sum(len(one.samples) for one in after.families)
    assert grown - sum(len(one.samples) for one in before.families) < 50


def test_statements_and_transactions_are_counted(company: Company) -> None:
    server, member = company.server, company["member"]
    pulse_id = company.pulse(company.board()["id"])
    member.get(f"pulses/{pulse_id}.json")

    def counted() -> list[float]:
        kinds = [sum(TRANSACTIONS.counts[kind]) for kind in ("read", "write")]
        return [STATEMENTS.values[()], *kinds]

    first = counted()
    # Another question, as the answer to the first is known.
    member.get(f"pulses/{pulse_id}.json", another="question")
    second = counted()
    member.put(f"pulses/{pulse_id}.json", name="New")
    third = counted()
    read = [after - before for before, after in zip(first, second, strict=True)]
    write = [after - before for before, after in zip(second, third, strict=True)]
    assert read[1:] == [1, 0]
    assert 2 <= read[0] <= 8
    assert write[1:] == [1, 1]
    assert write[0] > 3
    told = figures(server)
    assert told.of("lundi_database_statements_total") >= third[0]
    assert told.of("lundi_database_transaction_seconds_count", kind="write") >= third[2]


def test_writes_that_collide_are_counted(company_alone: Company, engine: str) -> None:
    server = company_alone.server
    before = figures(server).of("lundi_database_write_retries_total")
    if engine == "postgres":
        tries = []

        async def collide(session: Session) -> None:
            tries.append(1)
            if len(tries) < 3:
                raise asyncpg.SerializationError("again")

        server.run(server.database.write(collide))
        expected = 2
    else:
        with closing(apsw.Connection(str(server.settings.data_folder / FILE))) as other:
            other.execute("BEGIN IMMEDIATE")
            threading.Timer(0.5, lambda: other.execute("COMMIT")).start()
            company_alone.board()
        expected = 1
    assert figures(server).of("lundi_database_write_retries_total") == before + expected


def test_connections_to_postgres_are_told(own_server: Server, engine: str) -> None:
    found = figures(own_server)
    states = found.labels_of("lundi_database_connections", "state")
    assert states == ({"used", "idle", "limit"} if engine == "postgres" else set())
    if engine == "postgres":
        limit = own_server.settings.database_connections
        assert found.of("lundi_database_connections", state="limit") == limit
        assert found.of("lundi_database_connections", state="idle") >= 1


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as running:
        yield running


def test_deliveries_are_counted_by_what_came_of_them(
    own_server: Server, there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outcomes() -> dict[str, float]:
        found = figures(own_server)
        names = ("delivered", "waiting", "failed")
        return {one: found.of("lundi_webhook_deliveries_total", outcome=one) for one in names}

    async def deliver() -> None:
        await Sender(own_server.database, own_server.vault, own_server.caller).deliver_due()

    company = make_company(own_server)
    board = hooked(company, there)
    before = outcomes()
    there.answers = [200, 500]
    for _ in range(2):
        company.pulse(board)
    own_server.run(deliver())
    monkeypatch.setattr("lundi.domains.webhooks.outbox.RETRY_AFTER", ())
    there.answers = [500]
    company.pulse(board)
    own_server.run(deliver())
    after = outcomes()
    assert {name: after[name] - before[name] for name in after} == {
        "delivered": 1,
        "waiting": 1,
        "failed": 1,
    }


def hooked(company: Company, there: Receiver) -> int:
    """A board of which each new pulse is told there."""
    board = int(company.board()["id"])
    new = actions.NewWebhook(board, "create_item", None, there.url)
    vault = company.server.vault
    company.write("member", lambda work: actions.create_webhook(work, vault, new))
    return board


def test_deliveries_that_wait_are_told_with_the_age_of_the_oldest(
    own_server: Server, there: Receiver
) -> None:
    companies = [make_company(own_server), make_company(own_server)]
    assert figures(own_server).of("lundi_webhook_deliveries_due") == 0
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        for company in companies:
            company.pulse(hooked(company, there))
            clock.shift(30)
        found = figures(own_server)
    assert found.of("lundi_webhook_deliveries_due") == 2
    assert found.of("lundi_webhook_lag_seconds") == 60


def test_refusals_by_a_limit_are_counted(tmp_path: Path) -> None:
    def rejections(server: Server) -> dict[str, float]:
        found = figures(server)
        limits = ("minute", "day", "tries", "complexity")
        return {one: found.of("lundi_limit_rejections_total", limit=one) for one in limits}

    given = {"plan_limits": "enterprise=3/4,pro=9/2", "complexity_per_minute": 10}
    with Server(tmp_path / "data", None, **given) as server:
        before = rejections(server)
        company, other = make_company(server), make_company(server, "pro")
        for _ in range(4):
            company["member"].get("boards.json")
        for _ in range(3):
            other["member"].get("boards.json")
        third = make_company(server)
        third["member"].v2("query {boards(limit: 100) {id}}")
        for _ in range(6):
            AppClient(server).post("sign-in", email="nobody@x.example", password="wrong")
        more = {name: count - before[name] for name, count in rejections(server).items()}
    assert more == {"minute": 1, "day": 1, "tries": 1, "complexity": 1}


def test_housekeeping_tells_when_it_last_ran(own_server: Server) -> None:
    name = "lundi_housekeeping_last_run_timestamp_seconds"
    began = time.time()

    async def keep_house() -> None:
        async with housekeeping(own_server.database, own_server.usage, own_server.blobs):
            await asyncio.sleep(1)

    own_server.run(keep_house())
    found = figures(own_server)
    assert began <= found.of(name, task="counts") <= time.time()
    assert began <= found.of(name, task="tidy") <= time.time()


def test_housekeeping_that_fails_is_counted(own_server: Server) -> None:
    name = "lundi_housekeeping_failures_total"
    before = figures(own_server).of(name, task="tidy")

    async def rename(session: Session) -> int:
        return await session.run("ALTER TABLE invitations RENAME TO gone", ())

    async def keep_house() -> None:
        await own_server.database.write(rename)
        async with housekeeping(own_server.database, own_server.usage, own_server.blobs):
            await asyncio.sleep(1)

    make_company(own_server)
    own_server.run(keep_house())
    assert figures(own_server).of(name, task="tidy") == before + 1


def test_what_runs_is_told(own_server: Server, engine: str) -> None:
    found = figures(own_server)
    assert __version__ in found.labels_of("lundi_build_info", "version")
    name = "postgresql" if engine == "postgres" else "sqlite"
    assert name in found.labels_of("lundi_build_info", "engine")
    assert found.of("process_resident_memory_bytes") > 10_000_000


def test_what_cannot_be_measured_is_left_out(tmp_path: Path) -> None:
    with Server(tmp_path / "data", None) as server:
        assert "lundi_webhook_lag_seconds 0" in server.request("GET", "/metrics", headers=HERE).text

        async def rename(session: Session) -> int:
            return await session.run("ALTER TABLE accounts RENAME TO gone", ())

        server.run(server.database.write(rename))
        text = server.request("GET", "/metrics", headers=HERE).text
    assert not re.search(r"^lundi_webhook_lag_seconds", text, flags=re.M)
    assert "lundi_requests_total{" in text

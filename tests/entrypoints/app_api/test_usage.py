"""How much of the API was used, as admins see it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import time_machine

from lundi.core.clock import DAY, MINUTE
from lundi.domains.accounts.client_usage import DAYS_KEPT, MOST_A_DAY, OTHER
from lundi.entrypoints.graphql_v2.versions import NEWEST
from lundi.housekeeping import housekeeping, tidy
from tests.app_client import signed_in
from tests.company import Company, make_company
from tests.server import Server

HTTPX = f"python-httpx/{httpx.__version__}"
NOON = 29_539_440
"""Minutes until 2026-03-01 12:00."""


@pytest.fixture
def limited(database_url: str | None, tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "data", database_url, plan_limits="pro=5/100") as running:
        yield running


def usage_of(company: Company) -> dict[str, Any]:
    answer = signed_in(company, "admin").get("admin/usage")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_every_call_is_counted_by_its_token(limited: Server) -> None:
    company, other = make_company(limited, plan="pro"), make_company(limited, plan="pro")
    with time_machine.travel("2026-03-01T12:00:30Z", tick=False) as clock:
        for who, times in (("company", 1), ("member", 2), ("viewer", 1)):
            for _ in range(times):
                assert company[who].get("users.json").status_code == 200
        # What is refused for another reason than the limit is a call too; what has no token is nobody's.
        assert company["viewer"].post("boards.json", name="No").status_code == 403
        assert company["member"].get("users.json").status_code == 429
        limited.request("GET", "/v1/users.json")
        other["admin"].get("users.json")
        first = usage_of(company)
        clock.shift(60)
        assert company["member"].get("users.json").status_code == 200
        second = usage_of(company)
        clock.shift(86_400)
        third = usage_of(company)
    ids = company.ids
    assert (first["per_minute"], first["per_day"]) == (5, 100)
    assert [len(first[spans]) for spans in ("days", "minutes")] == [30, 60]
    assert first["minutes"][-1] == {"at": NOON * MINUTE, "calls": 5, "refused": 1}
    assert first["days"][-1] == {
        "at": NOON // (24 * 60) * DAY,
        "calls": 5,
        "refused": 1,
        "tokens": [
            {"user_id": user_id, "calls": calls}
            for user_id, calls in ((0, 1), (ids["member"], 2), (ids["viewer"], 2))
        ],
        "clients": [{"client": HTTPX, "version": "v1", "calls": 5}],
    }
    assert not any(minute["calls"] for minute in first["minutes"][:-1])
    assert [minute["calls"] for minute in second["minutes"][-2:]] == [5, 1]
    assert second["days"][-1]["tokens"][1] == {"user_id": ids["member"], "calls": 3}
    assert [day["calls"] for day in third["days"][-3:]] == [0, 6, 0]
    assert not any(minute["calls"] for minute in third["minutes"])


def test_counts_are_kept_when_the_server_stops(limited: Server) -> None:
    company = make_company(limited)
    company["member"].get("users.json")

    async def serve_a_moment() -> None:
        async with housekeeping(limited.database, limited.usage, limited.blobs):
            limited.usage.count(company.account_id, 0, passed=True)

    limited.run(serve_a_moment())
    assert usage_of(company)["days"][-1]["calls"] == 2


def test_old_minutes_are_forgotten_and_days_are_not(limited: Server) -> None:
    company = make_company(limited)
    with time_machine.travel("2026-03-01T12:00:30Z", tick=False) as clock:
        company["member"].get("users.json")
        usage_of(company)
        clock.shift(86_400 + 120)
        limited.run(tidy(limited.database, limited.blobs))
        after = usage_of(company)
        clock.shift(-86_400)
        before = usage_of(company)
    assert after["days"][-2]["calls"] == 1
    assert not any(minute["calls"] for minute in before["minutes"])


def ask_v2(company: Company, agent: str, **headers: str) -> None:
    headers = {"Authorization": company.tokens["member"], "User-Agent": agent, **headers}
    company.server.request("POST", "/v2", headers=headers, json={"query": "{me {id}}"})


def clients_of(company: Company) -> dict[tuple[str, str], int]:
    today = usage_of(company)["days"][-1]["clients"]
    return {(one["client"], one["version"]): one["calls"] for one in today}


def test_every_call_is_counted_by_its_client_and_version(server: Server) -> None:
    company, other = make_company(server), make_company(server)
    for _ in range(2):
        ask_v2(company, "python-urllib3/2.8.0", **{"API-Version": "2026-01"})
    ask_v2(company, "python-urllib3/2.8.0", **{"API-Version": "1999-01"})
    ask_v2(company, "node", **{"Api-Sdk-Version": "14.0.0", "API-Version": "DEV "})
    ask_v2(company, "Mozilla/5.0 (X11; Linux x86_64) Chrome/143")
    ask_v2(company, "")
    ask_v2(company, "x" * 500)
    company["member"].get("users.json")
    ask_v2(other, "other-client/1")
    assert clients_of(company) == {
        ("python-urllib3/2.8.0", "2026-01"): 2,
        ("python-urllib3/2.8.0", "unknown"): 1,
        ("@mondaydotcomorg/api/14.0.0", "dev"): 1,
        ("browser", NEWEST): 1,
        ("", NEWEST): 1,
        ("x" * 60, NEWEST): 1,
        (HTTPX, "v1"): 1,
    }
    assert clients_of(other) == {("other-client/1", NEWEST): 1}


def test_clients_that_call_themselves_everything_are_counted_as_one(server: Server) -> None:
    company = make_company(server)
    for number in range(MOST_A_DAY + 3):
        ask_v2(company, f"client-{number}")
    first = clients_of(company)
    ask_v2(company, "one-more")
    ask_v2(company, next(name for name, _ in first if name.startswith("client-")))
    then = clients_of(company)
    assert (len(first), first[OTHER, ""]) == (MOST_A_DAY + 1, 3)
    assert (len(then), then[OTHER, ""]) == (MOST_A_DAY + 1, 4)
    assert sum(then.values()) == MOST_A_DAY + 5


def test_clients_of_old_are_forgotten(limited: Server) -> None:
    company = make_company(limited)
    with time_machine.travel("2026-03-01T12:00:30Z", tick=False) as clock:
        ask_v2(company, "old-client")
        assert clients_of(company) == {("old-client", NEWEST): 1}
        clock.shift(86_400 * (DAYS_KEPT + 1))
        limited.run(tidy(limited.database, limited.blobs))
        clock.shift(-86_400 * (DAYS_KEPT + 1))
        assert clients_of(company) == {}

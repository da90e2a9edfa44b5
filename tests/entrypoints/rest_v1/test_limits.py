"""The plan's limits as clients of REST API v1 meet them."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import time_machine

from lundi.core.work import Work
from lundi.domains.accounts import actions
from tests.company import Company, make_company
from tests.server import Server

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY_LEFT = 12 * 3600


@pytest.fixture
def limited(database_url: str | None, tmp_path: Path) -> Iterator[Server]:
    """A server with the limits of the plans, and few requests from an address."""
    settings = {"plan_limits": "pro=5/7", "address_limit": 20}
    with Server(tmp_path / "data", database_url, **settings) as running:
        yield running


@pytest.fixture
def still() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def test_exactly_n_of_many_at_once_pass(limited: Server) -> None:
    company = make_company(limited, plan="standard")
    tokens = [company.tokens[name] for name in ("admin", "member", "viewer", "company")]

    async def ask(number: int) -> httpx.Response:
        headers = {"Authorization": tokens[number % len(tokens)]}
        return await limited.arequest("GET", "/v1/users.json?per_page=1", headers=headers)

    async def all_at_once() -> list[httpx.Response]:
        return list(await asyncio.gather(*(ask(number) for number in range(350))))

    answers = limited.run(all_at_once())
    assert sorted(answer.status_code for answer in answers) == [200] * 300 + [429] * 50
    for answer in answers:
        if answer.status_code == 429:
            assert 1 <= int(answer.headers["retry-after"]) <= 60
            assert "300 requests a minute" in answer.json()["error"]
        else:
            assert "retry-after" not in answer.headers


def test_a_refused_request_changes_nothing(limited: Server, still: time_machine.Traveller) -> None:
    company = make_company(limited, plan="pro")
    answers = [company["member"].post("boards.json", name=f"Board {n}") for n in range(8)]
    assert [answer.status_code for answer in answers] == [201] * 5 + [429] * 3
    still.shift(60)
    listed = company["member"].get("boards.json").json()
    assert [board["name"] for board in listed] == [f"Board {n}" for n in range(5)]


def test_the_minute_slides_and_the_day_turns(
    limited: Server, still: time_machine.Traveller
) -> None:
    company = make_company(limited, plan="pro")

    def statuses(count: int) -> list[int]:
        return [company["admin"].get("users.json").status_code for _ in range(count)]

    assert statuses(6) == [200] * 5 + [429]
    still.shift(60)
    # Two are left of the day's seven.
    assert statuses(3) == [200, 200, 429]
    refused = company["company"].get("users.json")
    assert int(refused.headers["retry-after"]) == DAY_LEFT - 60
    assert "7 requests a day" in refused.json()["error"]
    still.shift(DAY_LEFT - 61)
    assert statuses(1) == [429]
    still.shift(1)
    assert statuses(6) == [200] * 5 + [429]


def test_headers_tell_the_limit_that_is_nearer_to_its_end(
    limited: Server, still: time_machine.Traveller
) -> None:
    company = make_company(limited, plan="pro")
    noon = int(NOON.timestamp())
    told = [_told(company["admin"].get("users.json")) for _ in range(6)]
    assert [answer["x-ratelimit-remaining"] for answer in told] == ["4", "3", "2", "1", "0", "0"]
    assert told[0] == {
        "ratelimit-policy": '"minute";q=5;w=60, "day";q=7;w=86400',
        "ratelimit": '"minute";r=4;t=60',
        "x-ratelimit-limit": "5",
        "x-ratelimit-remaining": "4",
        "x-ratelimit-reset": str(noon + 60),
        "retry-after": None,
    }
    assert told[5]["ratelimit"] == '"minute";r=0;t=60'
    assert told[5]["retry-after"] == "60"
    still.shift(60)
    assert _told(company["admin"].get("users.json")) == {
        "ratelimit-policy": '"minute";q=5;w=60, "day";q=7;w=86400',
        "ratelimit": f'"day";r=1;t={DAY_LEFT - 60}',
        "x-ratelimit-limit": "7",
        "x-ratelimit-remaining": "1",
        "x-ratelimit-reset": str(noon + DAY_LEFT),
        "retry-after": None,
    }


def test_every_answer_of_an_account_counts(limited: Server, still: Any) -> None:
    company = make_company(limited, plan="pro")
    client = company["admin"]
    tag = client.get("users.json").headers["etag"]
    answers = [
        client.request("GET", "users.json", headers={"If-None-Match": tag}),
        client.get("nothing.json"),
        client.request("PATCH", "users.json"),
        client.request(
            "POST", "boards.json", content=b"{", headers={"Content-Type": "application/json"}
        ),
        client.get("users.json"),
    ]
    assert [answer.status_code for answer in answers] == [304, 404, 405, 400, 429]
    assert [answer.headers["x-ratelimit-remaining"] for answer in answers] == [*"32100"]


def test_another_account_is_not_affected(limited: Server, still: Any) -> None:
    first, second = make_company(limited, plan="pro"), make_company(limited, plan="pro")
    for _ in range(6):
        last = first["admin"].get("users.json")
    assert last.status_code == 429
    assert second["admin"].get("users.json").headers["x-ratelimit-remaining"] == "4"


def test_without_a_valid_token_the_address_is_limited(limited: Server, still: Any) -> None:
    company = make_company(limited, plan="pro")
    for number in range(22):
        headers = {"Authorization": f"guess-{number}"} if number % 2 else {}
        answer = limited.request("GET", "/v1/users.json", headers=headers)
        assert answer.status_code == (401 if number < 20 else 429)
        assert answer.headers["ratelimit-policy"] == '"minute";q=20;w=60'
    assert answer.headers["retry-after"] == "60"
    # Who has a token is not kept out by those who haven't, nor did they use up anything of the account.
    assert company["admin"].get("users.json").headers["x-ratelimit-remaining"] == "4"
    still.shift(60)
    assert limited.request("GET", "/v1/users.json").status_code == 401


def test_a_new_plan_counts_at_once(limited: Server, still: Any) -> None:
    company = make_company(limited, plan="pro")
    for _ in range(6):
        answer = company["admin"].get("users.json")
    assert answer.status_code == 429
    _set_plan(company, "enterprise")
    answer = company["admin"].get("users.json")
    assert answer.status_code == 200
    assert answer.headers["ratelimit-policy"] == '"minute";q=600;w=60, "day";q=120000;w=86400'
    assert answer.headers["x-ratelimit-remaining"] == "594"
    _set_plan(company, "pro")
    assert company["admin"].get("users.json").status_code == 429


def test_plans_have_their_limits(database_url: str | None, tmp_path: Path) -> None:
    smaller = '"minute";q=300;w=60, "day";q=60000;w=86400'
    plans = {
        "standard": smaller,
        "pro": smaller,
        "enterprise": '"minute";q=600;w=60, "day";q=120000;w=86400',
    }
    with Server(tmp_path, database_url, plan_limits=None) as running:
        for plan, policy in plans.items():
            answer = make_company(running, plan=plan)["company"].get("users.json")
            assert answer.headers["ratelimit-policy"] == policy


def _told(answer: httpx.Response) -> dict[str, str | None]:
    names = ("ratelimit-policy", "ratelimit", "retry-after")
    more = ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")
    return {name: answer.headers.get(name) for name in names + more}


def _set_plan(company: Company, plan: str) -> None:
    async def change(work: Work) -> None:
        await actions.set_plan(work, await actions.enter_account(work, company.slug), plan)

    company.server.write(company.operator, change)

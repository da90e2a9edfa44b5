"""Limits, budgets and locks hold over all nodes, and each node keeps to its share while Redis is gone."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import httpx
import pytest
from redis.asyncio import Redis

import lundi.core.nodes
from lundi.core.attempts import Rule, Try
from lundi.core.broker import Broker
from lundi.core.nodes import Nodes
from lundi.core.rate_limit import Allowance, Verdict
from lundi.core.shared_attempts import SharedAttempts
from lundi.core.shared_rate_limit import SharedRateLimiter
from lundi.entrypoints.graphql_v2.complexity import Budget, BudgetSpent, Meter
from tests.nodes.conftest import Serve
from tests.nodes.redis_server import RedisServer
from tests.nodes.team import Person, sign_in, until
from tests.process import Installation

T = TypeVar("T")
STRICT = Try(Rule(free=3, first=10, longest=100), "strict")


@asynccontextmanager
async def joined(redis: RedisServer, count: int) -> AsyncIterator[list[Nodes]]:
    nodes = [Nodes(redis.url, "test") for _ in range(count)]
    contexts = [one.joined(Broker()) for one in nodes]
    for context in contexts:
        await context.__aenter__()
    try:
        yield nodes
    finally:
        for context in contexts:
            await context.__aexit__(None, None, None)


def on(redis: RedisServer, count: int, body: Callable[[list[Nodes]], Awaitable[T]]) -> T:
    async def run() -> T:
        async with joined(redis, count) as nodes, asyncio.timeout(30):
            return await body(nodes)

    return asyncio.run(run())


async def hits(
    limiters: list[SharedRateLimiter], count: int, allowance: Allowance
) -> list[Verdict]:
    """All at once, of one after the other in turn."""
    asked = [limiters[at % len(limiters)].hit("account:1", allowance) for at in range(count)]
    return list(await asyncio.gather(*asked))


def passed(verdicts: list[Verdict]) -> int:
    return sum(verdict.passed for verdict in verdicts)


async def pass_time(redis: RedisServer, seconds: int) -> None:
    """As if what was counted had been counted that much earlier."""
    async with Redis.from_url(redis.url) as connection:
        key = "lundi:test:{account:1}:minute"
        times = [float(one) - seconds * 1e6 for one in await connection.lrange(key, 0, -1)]
        await connection.delete(key)
        if times:
            await connection.rpush(key, *(f"{one:.0f}" for one in times))


def test_exactly_n_pass_over_three_nodes(postgres_installation: Installation, serve: Serve) -> None:
    nodes = [serve(LUNDI_PLAN_LIMITS="standard=100/130") for _ in range(3)]
    person = Person(postgres_installation)

    async def ask(count: int) -> Counter[int]:
        async with httpx.AsyncClient(headers={"Authorization": person.token}) as client:
            urls = [f"{nodes[at % 3].url}/v1/users.json" for at in range(count)]
            answers = await asyncio.gather(*(client.get(url, timeout=30) for url in urls))
        return Counter(answer.status_code for answer in answers)

    assert asyncio.run(ask(150)) == {200: 100, 429: 50}
    # By whichever node: nothing is left, and all say so.
    assert asyncio.run(ask(6)) == {429: 6}


def test_the_limit_of_a_day_holds_over_all_nodes_too(redis: RedisServer) -> None:
    allowance = Allowance(minute=40, day=60)

    async def body(nodes: list[Nodes]) -> None:
        limiters = [SharedRateLimiter(one) for one in nodes]
        assert passed(await hits(limiters, 90, allowance)) == 40
        await pass_time(redis, 60)
        # Neither has the minute been pushed on by the refused ones, nor has the day lost any to them.
        verdicts = await hits(limiters, 90, allowance)
        assert passed(verdicts) == 20
        refused = verdicts[-1]
        assert (refused.name, refused.limit, refused.remaining) == ("day", 60, 0)
        left = 86_400 - time.time() % 86_400
        assert abs(refused.seconds_left - left) < 5

    on(redis, 3, body)


def test_the_minute_slides(redis: RedisServer) -> None:
    allowance = Allowance(minute=30)

    async def body(nodes: list[Nodes]) -> None:
        limiters = [SharedRateLimiter(one) for one in nodes]
        assert passed(await hits(limiters, 10, allowance)) == 10
        await pass_time(redis, 30)
        assert passed(await hits(limiters, 30, allowance)) == 20
        (refused,) = await hits(limiters, 1, allowance)
        assert (refused.name, refused.remaining) == ("minute", 0)
        assert 25 < refused.seconds_left <= 31
        await pass_time(redis, 31)
        assert passed(await hits(limiters, 30, allowance)) == 10

    on(redis, 2, body)


def test_what_nobody_asks_for_any_more_is_forgotten(redis: RedisServer) -> None:
    async def body(nodes: list[Nodes]) -> None:
        await SharedRateLimiter(nodes[0]).hit("account:1", Allowance(5, 10))
        await SharedAttempts(nodes[0]).begin(STRICT)
        await Meter(Budget(minute=5), nodes[0]).spend(1, 5)
        async with Redis.from_url(redis.url) as connection:
            keys = await connection.keys("*")
            assert len(keys) == 5
            assert all([await connection.pttl(key) > 0 for key in keys])

    on(redis, 1, body)


def test_without_redis_each_node_keeps_to_its_share_and_nobody_waits(redis: RedisServer) -> None:
    allowance = Allowance(minute=30, day=60)

    async def body(nodes: list[Nodes]) -> None:
        limiters = [SharedRateLimiter(one) for one in nodes]
        await until(lambda: all(one.count == 3 for one in nodes))
        redis.kill()
        began = time.monotonic()
        assert passed(await hits(limiters, 90, allowance)) == 30
        assert time.monotonic() - began < 2
        began = time.monotonic()
        await hits(limiters, 90, allowance)
        assert time.monotonic() - began < 0.5
        assert [one.is_reachable for one in nodes] == [False] * 3
        assert [one.outages for one in nodes] == [1] * 3
        redis.start()
        await until(lambda: all(one.is_reachable for one in nodes))
        # It begins anew with what it lost, and over all of them again.
        assert passed(await hits(limiters, 90, allowance)) == 30

    on(redis, 3, body)


def test_nobody_waits_long_for_a_redis_that_hangs(redis: RedisServer) -> None:
    async def body(nodes: list[Nodes]) -> None:
        (limiter,) = [SharedRateLimiter(one) for one in nodes]
        await hits([limiter], 20, Allowance(10))
        redis.freeze()
        began = time.monotonic()
        await hits([limiter], 50, Allowance(10))
        assert time.monotonic() - began < 2.5
        began = time.monotonic()
        await hits([limiter], 50, Allowance(10))
        assert time.monotonic() - began < 0.2
        redis.thaw()
        await until(lambda: nodes[0].is_reachable)

    on(redis, 1, body)


def test_a_budget_of_complexity_is_spent_by_all_nodes_together(redis: RedisServer) -> None:
    async def body(nodes: list[Nodes]) -> None:
        meters = [Meter(Budget(minute=100), one) for one in nodes]
        spent = [await meters[at % 3].spend(1, 30) for at in range(3)]
        assert [(one.before, one.after) for one in spent] == [(100, 70), (70, 40), (40, 10)]
        with pytest.raises(BudgetSpent, match="budget remaining 10 out of 100"):
            await meters[0].spend(1, 30)
        # What was too much was not counted.
        assert (await meters[1].spend(1, 10)).after == 0

    on(redis, 3, body)


def test_wrong_passwords_count_over_all_nodes(redis: RedisServer) -> None:
    async def body(nodes: list[Nodes]) -> None:
        attempts = [SharedAttempts(one) for one in nodes]
        begun = await asyncio.gather(*(attempts[at % 3].begin(STRICT) for at in range(9)))
        assert begun.count(0) == 3
        await attempts[1].take_back(STRICT)
        assert await attempts[2].begin(STRICT) == 0
        assert await attempts[0].begin(STRICT) > 0
        await attempts[1].succeed(STRICT)
        assert await attempts[2].begin(STRICT) == 0

    on(redis, 3, body)


def test_who_guesses_on_one_node_is_locked_on_the_others(
    postgres_installation: Installation, serve: Serve
) -> None:
    nodes = [serve(), serve()]
    Person(postgres_installation)
    guesses = [sign_in(nodes[at % 2], "ada@example.com", "wrong") for at in range(7)]
    assert [one.status_code for one in guesses] == [401] * 5 + [429] * 2


def test_a_node_leaves_whatever_is_on_its_way(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lundi.core.nodes, "SECONDS_BETWEEN_BEATS", 0)

    async def come_and_go() -> None:
        for turns in range(100):
            async with asyncio.timeout(5), joined(redis, 1):
                for _ in range(turns % 30):
                    await asyncio.sleep(0)

    asyncio.run(come_and_go())

"""Exactly N requests pass: in any minute, on any day, however many ask at once."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from lundi.core.rate_limit import Allowance, RateLimiter, Verdict

STANDARD = Allowance(minute=300, day=60_000)
ENTERPRISE = Allowance(minute=600, day=120_000)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as moved:
        yield moved


def hits(limiter: RateLimiter, count: int, allowance: Allowance, key: str = "a") -> list[Verdict]:
    async def all_at_once() -> list[Verdict]:
        return list(await asyncio.gather(*(limiter.hit(key, allowance) for _ in range(count))))

    return asyncio.run(all_at_once())


def passed(verdicts: list[Verdict]) -> int:
    return sum(verdict.passed for verdict in verdicts)


@pytest.mark.parametrize("allowance", [STANDARD, ENTERPRISE], ids=["standard", "enterprise"])
def test_exactly_n_pass_at_once(allowance: Allowance) -> None:
    assert passed(hits(RateLimiter(), allowance.minute + 50, allowance)) == allowance.minute


def test_the_minute_slides(clock: time_machine.Traveller) -> None:
    limiter = RateLimiter()
    assert passed(hits(limiter, 100, STANDARD)) == 100
    clock.shift(30)
    assert passed(hits(limiter, 300, STANDARD)) == 200
    clock.shift(29.9)
    (refused,) = hits(limiter, 1, STANDARD)
    assert (refused.passed, refused.name, refused.remaining) == (False, "minute", 0)
    assert refused.seconds_left == 1
    clock.shift(0.1)
    # The first hundred have left the window, and no more than they.
    assert passed(hits(limiter, 300, STANDARD)) == 100
    clock.shift(29.9)
    assert passed(hits(limiter, 300, STANDARD)) == 0
    clock.shift(0.1)
    assert passed(hits(limiter, 300, STANDARD)) == 200


def test_no_minute_holds_more_than_its_limit(clock: time_machine.Traveller) -> None:
    limiter, at = RateLimiter(), []
    for second in range(200):
        at += [second] * passed(hits(limiter, 7, Allowance(minute=50, day=10_000)))
        clock.shift(1)
    for start in range(140):
        assert sum(start <= second < start + 60 for second in at) <= 50
    assert len(at) >= 150


def test_the_day_turns_at_midnight_utc(clock: time_machine.Traveller) -> None:
    limiter, allowance = RateLimiter(), Allowance(minute=10, day=15)
    assert passed(hits(limiter, 12, allowance)) == 10
    clock.shift(60)
    verdicts = hits(limiter, 12, allowance)
    assert passed(verdicts) == 5
    refused = verdicts[-1]
    assert (refused.name, refused.limit, refused.remaining) == ("day", 15, 0)
    assert refused.seconds_left == 12 * 3600 - 60
    clock.shift(refused.seconds_left - 1)
    assert passed(hits(limiter, 12, allowance)) == 0
    clock.shift(1)
    assert passed(hits(limiter, 12, allowance)) == 10


def test_the_whole_day_of_a_plan_can_be_used(clock: time_machine.Traveller) -> None:
    limiter, total = RateLimiter(), 0
    for _ in range(210):
        total += passed(hits(limiter, 310, STANDARD))
        clock.shift(60)
    assert total == 60_000


def test_what_does_not_pass_is_not_counted(clock: time_machine.Traveller) -> None:
    limiter, allowance = RateLimiter(), Allowance(minute=10, day=25)
    hits(limiter, 1000, allowance)
    clock.shift(59)
    assert passed(hits(limiter, 1000, allowance)) == 0
    clock.shift(1)
    # Neither has the minute been pushed on by the refused ones, nor has the day lost any to them.
    (first,) = hits(limiter, 1, allowance)
    assert (first.passed, first.remaining) == (True, 9)
    assert passed(hits(limiter, 1000, allowance)) == 9
    clock.shift(60)
    assert passed(hits(limiter, 1000, allowance)) == 5


def test_keys_do_not_count_for_each_other() -> None:
    limiter = RateLimiter()
    hits(limiter, 300, STANDARD, key="a")
    (other,) = hits(limiter, 1, STANDARD, key="b")
    assert (other.passed, other.remaining) == (True, 299)


def test_another_plan_goes_on_from_the_same_count(clock: time_machine.Traveller) -> None:
    limiter = RateLimiter()
    hits(limiter, 300, STANDARD)
    assert passed(hits(limiter, 400, ENTERPRISE)) == 300
    clock.shift(1)
    (refused,) = hits(limiter, 1, STANDARD)
    assert (refused.passed, refused.remaining, refused.seconds_left) == (False, 0, 59)
    clock.shift(59)
    assert passed(hits(limiter, 400, STANDARD)) == 300


def test_the_limit_that_is_nearer_to_its_end_is_told(clock: time_machine.Traveller) -> None:
    limiter, allowance = RateLimiter(), Allowance(minute=10, day=12)
    names = []
    for _ in range(12):
        (verdict,) = hits(limiter, 1, allowance)
        names.append((verdict.name, verdict.remaining))
        clock.shift(30)
    assert names[0] == ("minute", 9)
    assert names[1] == ("minute", 8)
    assert names[-2:] == [("day", 1), ("day", 0)]
    assert all(left >= 0 for _, left in names)


def test_after_the_seconds_told_one_passes(clock: time_machine.Traveller) -> None:
    limiter, allowance = RateLimiter(), Allowance(minute=3)
    for _ in range(3):
        hits(limiter, 1, allowance)
        clock.shift(7.3)
    (refused,) = hits(limiter, 1, allowance)
    clock.shift(refused.seconds_left)
    assert passed(hits(limiter, 5, allowance)) == 1


def test_a_clock_that_is_set_back_locks_nobody_out(clock: time_machine.Traveller) -> None:
    limiter = RateLimiter()
    hits(limiter, 300, STANDARD)
    clock.shift(-3600)
    assert hits(limiter, 1, STANDARD)[0].passed


def test_addresses_that_went_away_are_forgotten(clock: time_machine.Traveller) -> None:
    limiter, allowance = RateLimiter(), Allowance(minute=10)
    for number in range(1000):
        hits(limiter, 1, allowance, key=str(number))
    clock.shift(61)
    hits(limiter, 1, allowance, key="last")
    assert len(limiter) == 1


def test_a_limit_of_none_at_all_lets_nothing_pass() -> None:
    (refused,) = hits(RateLimiter(), 1, Allowance(minute=0, day=0))
    assert not refused.passed
    (refused,) = hits(RateLimiter(), 1, Allowance(minute=0))
    assert not refused.passed
    assert refused.seconds_left >= 1

"""Guessing becomes slow, and nobody can lock somebody else out for good."""

import asyncio
from collections.abc import Iterator

import pytest
import time_machine

from lundi.core.attempts import MOST_KEPT, Attempts, Rule, Try, network_of

STRICT = Try(Rule(free=3, first=10, longest=100), "strict")
MILD = Try(Rule(free=3, first=10, longest=20), "mild")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as traveller:
        yield traveller


def fail(attempts: Attempts, one: Try, times: int) -> None:
    for _ in range(times):
        attempts.fail(one)


def test_each_lock_is_twice_as_long_up_to_the_longest(clock: time_machine.Traveller) -> None:
    attempts = Attempts()
    fail(attempts, STRICT, 2)
    assert attempts.seconds_locked(STRICT) == 0
    for seconds in (10, 20, 40, 80, 100, 100):
        attempts.fail(STRICT)
        assert attempts.seconds_locked(STRICT) == seconds + 1
        clock.shift(seconds)
    fail(attempts, STRICT, 2000)
    assert attempts.seconds_locked(STRICT) == 101


def test_a_mild_rule_is_over_soon(clock: time_machine.Traveller) -> None:
    attempts = Attempts()
    fail(attempts, MILD, 2000)
    clock.shift(21)
    assert attempts.seconds_locked(MILD) == 0


def test_taking_one_back_leaves_those_before_it(clock: time_machine.Traveller) -> None:
    attempts = Attempts()
    fail(attempts, STRICT, 3)
    asyncio.run(attempts.take_back(STRICT))
    assert attempts.seconds_locked(STRICT) == 0
    attempts.fail(STRICT)
    assert attempts.seconds_locked(STRICT) == 11
    asyncio.run(attempts.succeed(STRICT))
    assert attempts.seconds_locked(STRICT) == 0


def test_memory_is_bounded() -> None:
    attempts = Attempts()
    for number in range(MOST_KEPT + 100):
        attempts.fail(Try(STRICT.rule, str(number)))
    assert len(attempts._failures) == MOST_KEPT


def test_an_ipv6_customer_is_one() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1") == "2001:db8::/64"
    assert network_of("192.0.2.7") == "192.0.2.7"
    assert network_of("unknown") == "unknown"

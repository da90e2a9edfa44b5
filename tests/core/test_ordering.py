"""Positions: always room between two, and the numbers that clients of REST v1 know."""

from hypothesis import given
from hypothesis import strategies as st

from lundi.core.ordering import STEP, as_number, between, several_between

# Where the next one goes, as a share of the list that is there.
PLACES = st.lists(st.floats(0, 1), min_size=1, max_size=120)


def grown(places: list[float]) -> list[str]:
    keys: list[str] = []
    for place in places:
        at = round(place * len(keys))
        before = keys[at - 1] if at else None
        after = keys[at] if at < len(keys) else None
        key = between(before, after)
        assert before is None or before < key
        assert after is None or key < after
        keys.insert(at, key)
    return keys


@given(PLACES)
def test_a_key_is_strictly_between_its_neighbours(places: list[float]) -> None:
    keys = grown(places)
    assert keys == sorted(set(keys))
    # Both engines compare bytes.
    assert [key.encode() for key in keys] == sorted(key.encode() for key in keys)


@given(PLACES, st.integers(0, 60), st.floats(0, 1))
def test_several_fit_between_any_two(places: list[float], count: int, place: float) -> None:
    keys = grown(places)
    at = round(place * len(keys))
    before = keys[at - 1] if at else None
    after = keys[at] if at < len(keys) else None
    made = several_between(before, after, count)
    assert len(made) == count
    assert keys[:at] + made + keys[at:] == sorted({*keys, *made})


@given(PLACES)
def test_the_number_rises_with_the_key(places: list[float]) -> None:
    numbers = [as_number(key) for key in grown(places)]
    assert numbers == sorted(numbers)


def test_pulses_at_the_bottom_are_steps_apart() -> None:
    keys: list[str] = []
    for _ in range(5000):
        keys.append(between(keys[-1] if keys else None, None))
    assert [as_number(key) for key in keys] == [STEP * n for n in range(1, 5001)]
    assert [as_number(key) for key in keys[:2]] == [65536.0, 131072.0]


def test_pulses_on_top_are_steps_apart() -> None:
    keys = [between(None, None)]
    for _ in range(5000):
        keys.insert(0, between(None, keys[0]))
    assert [as_number(key) for key in keys] == [STEP * n for n in range(1 - 5000, 2)]
    assert as_number(keys[-2]) == 0.0


def test_one_between_two_is_halfway() -> None:
    first = between(None, None)
    second = between(first, None)
    assert as_number(between(first, second)) == STEP * 1.5


def test_a_gap_that_is_halved_for_ever_never_closes() -> None:
    low, high = between(None, None), between(between(None, None), None)
    for turn in range(2000):
        key = between(low, high)
        assert low < key < high
        low, high = (key, high) if turn % 2 else (low, key)
    assert len(key) < 1000

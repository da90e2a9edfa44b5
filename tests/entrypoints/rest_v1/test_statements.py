"""How many SQL statements the requests that scripts send most may take, once their token and their board are known."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from lundi.core.database import STATEMENTS
from tests.company import Client, Company


@contextmanager
def queries(at_most: int) -> Iterator[None]:
    before = STATEMENTS.values[()]
    yield
    assert STATEMENTS.values[()] - before <= at_most


class Place:
    def __init__(self, company: Company) -> None:
        self.board = int(company.board()["id"])
        self.status = company.column(self.board, "status", "Status")
        self.pulses = [company.pulse(self.board) for _ in range(30)]


Ask = Callable[[Client, Place], object]
ASKED: dict[str, tuple[int, Ask]] = {
    "a pulse": (2, lambda by, place: by.get(f"pulses/{place.pulses[0]}.json")),
    "a page": (3, lambda by, place: by.get(f"boards/{place.board}/pulses.json")),
    "the second page": (3, lambda by, place: by.get(f"boards/{place.board}/pulses.json?page=2")),
    "a board": (3, lambda by, place: by.get(f"boards/{place.board}.json")),
    "a new pulse": (
        7,
        lambda by, place: by.post(f"boards/{place.board}/pulses.json", pulse={"name": "New"}),
    ),
    "a status": (
        4,
        lambda by, place: by.put(
            f"boards/{place.board}/columns/{place.status}/status.json",
            pulse_id=place.pulses[0],
            color_index=1,
        ),
    ),
}


@pytest.fixture(scope="module")
def place(company: Company) -> Place:
    return Place(company)


@pytest.mark.parametrize("name", ASKED)
def test_it_takes_few(company: Company, place: Place, name: str) -> None:
    at_most, ask = ASKED[name]
    member = company["member"]
    ask(member, place)
    # A change that makes the answer itself old.
    member.put(f"pulses/{place.pulses[0]}.json", name="Changed")
    with queries(at_most):
        ask(member, place)


@pytest.mark.parametrize("name", ["a pulse", "a page", "a board"])
def test_what_nobody_changed_takes_none(company: Company, place: Place, name: str) -> None:
    _, ask = ASKED[name]
    ask(company["member"], place)
    with queries(at_most=0):
        ask(company["member"], place)

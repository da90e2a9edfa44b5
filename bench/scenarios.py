"""What is asked of a server, again and again, and how fast that has to be beside the same in bare and in floor."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from bench.asking import app, ask, v1, v2
from bench.filling import Account, Wanted
from bench.places import POSTGRES, SQLITE
from bench.servers import Server

T = TypeVar("T")
READERS, WRITERS = 32, 64
PULSES = 1000
BOARDS = (Wanted(PULSES, columns=8), Wanted(PULSES, columns=20), Wanted(0, columns=8))
"""For API v1 and the web app, for API v2, and for new pulses."""

PAGE = """query ($board: [ID!], $limit: Int!) {
  boards(ids: $board) {items_page(limit: $limit) {cursor items {id name column_values {id type text value}}}}
}"""


class Mark(msgspec.Struct, frozen=True):
    """The least ratio to each; 0 for none."""

    bare: float = 0
    floor: float = 0


NONE = Mark()


class Scenario(msgspec.Struct, frozen=True):
    """`make`: its requests, given a server on the filled place. `marks`: engine -> mark, for one process. `from_nothing`: is
    also measured on a server that keeps no answers.
    """

    name: str
    make: Callable[[Account, Server], list[bytes]]
    clients: int = READERS
    marks: dict[str, Mark] = {}
    from_nothing: bool = False
    is_quick: bool = False


def reading(account: Account, server: Server) -> list[bytes]:
    board = account.boards[0]
    return [v1(account.token, "GET", f"pulses/{id_}.json") for id_ in _shuffled(board.pulses)]


def pages(account: Account, server: Server) -> list[bytes]:
    return [v1(account.token, "GET", path) for path in _pages(account)]


def large_pages(account: Account, server: Server) -> list[bytes]:
    path = f"boards/{account.boards[0].id}/pulses.json?per_page=500&page="
    return [v1(account.token, "GET", f"{path}{number}") for number in (1, 2)]


def known_pages(account: Account, server: Server) -> list[bytes]:
    requests = []
    for path in _pages(account):
        tag = ask(server.port, v1(account.token, "GET", path)).headers["etag"]
        request = v1(account.token, "GET", path, known=tag)
        assert ask(server.port, request).status == 304
        requests.append(request)
    return requests


def listing(account: Account, server: Server) -> list[bytes]:
    return [v1(account.token, "GET", "boards.json")]


def creating(account: Account, server: Server) -> list[bytes]:
    path = f"boards/{account.boards[-1].id}/pulses.json"
    return [v1(account.token, "POST", path, **{"pulse[name]": "New"})]


def setting(account: Account, server: Server) -> list[bytes]:
    board = account.boards[0]
    path = f"boards/{board.id}/columns/status/status.json"
    return [
        v1(account.token, "PUT", path, pulse_id=id_, color_index=id_ % 11)
        for id_ in _shuffled(board.pulses)
    ]


def posting(account: Account, server: Server) -> list[bytes]:
    return [
        v1(account.token, "POST", "updates.json", pulse=id_, update_text="<p>It is done.</p>")
        for id_ in _shuffled(account.boards[0].pulses)
    ]


def nine_of_ten(account: Account, server: Server) -> list[bytes]:
    """Eight pulses and a page are read, then a status is set."""
    read, write = iter(reading(account, server)), iter(setting(account, server))
    return [
        request
        for page in pages(account, server)
        for request in (*(next(read) for _ in range(8)), page, next(write))
    ]


def opening(account: Account, server: Server) -> list[bytes]:
    return [app(account.secret, f"boards/{account.boards[0].id}")]


def items(count: int) -> Callable[[Account, Server], list[bytes]]:
    return lambda account, server: [
        v2(account.token, PAGE, board=account.boards[1].id, limit=count)
    ]


SCENARIOS = (
    Scenario(
        "read a pulse",
        reading,
        marks={SQLITE: Mark(0.35, 0.70), POSTGRES: Mark(floor=0.70)},
        from_nothing=True,
        is_quick=True,
    ),
    Scenario(
        "page of 25",
        pages,
        marks={SQLITE: Mark(0.25, 0.60), POSTGRES: Mark(floor=0.60)},
        from_nothing=True,
        is_quick=True,
    ),
    Scenario(
        "page of 25, unchanged (ETag)",
        known_pages,
        marks={SQLITE: Mark(0.45), POSTGRES: Mark(0.45)},
        is_quick=True,
    ),
    Scenario("page of 500", large_pages),
    Scenario("list of boards", listing),
    Scenario("web app: a board opened", opening),
    Scenario("v2: 100 items of 20 columns", items(100)),
    Scenario("v2: 500 items of 20 columns", items(500)),
    Scenario(
        "create a pulse",
        creating,
        WRITERS,
        marks={SQLITE: Mark(0.20), POSTGRES: Mark(floor=0.60)},
        is_quick=True,
    ),
    Scenario(
        "set a status",
        setting,
        WRITERS,
        marks={SQLITE: Mark(0.20), POSTGRES: Mark(floor=0.60)},
        is_quick=True,
    ),
    Scenario("post an update", posting, WRITERS),
    Scenario("90 % reads, 10 % writes", nine_of_ten, WRITERS),
)
"""Those that write come last: the pages before them stay unchanged."""


def _pages(account: Account) -> Sequence[str]:
    board = account.boards[0]
    numbers = range(1, PULSES // 25 + 1)
    return _shuffled([f"boards/{board.id}/pulses.json?page={number}" for number in numbers])


def _shuffled(things: Sequence[T]) -> Sequence[T]:
    """The same way each time: the first of them are a fair sample."""
    return random.Random(1).sample(things, len(things))

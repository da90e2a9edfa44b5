"""A large board beside a small one in the same account, and a large account beside a small one: each action by both in turns."""

import random
from collections.abc import Callable, Sequence
from statistics import median

import msgspec

from bench.asking import ask, v1, v2
from bench.comparing import Effort
from bench.filling import Account, Board, Wanted, filled
from bench.places import Place
from bench.servers import Server, lundi
from bench.tables import at_most, number, table

SMALL, LARGE = 1_000, 100_000
LARGE_ACCOUNT = 1_000_000
COLUMNS = 10
MOST_OF_SMALL = 1.3
SAMPLE = 200
MOVE = """mutation ($item: ID!, $beside: ID!) {
  change_item_position(item_id: $item, relative_to: $beside, position_relative_method: after_at) {id}
}"""


class Asked(msgspec.Struct):
    token: str
    board: Board

    def sample(self) -> Sequence[int]:
        """Some of its pulses."""
        return random.Random(1).sample(self.board.pulses, SAMPLE)


class Flat(msgspec.Struct):
    """Of an action, in milliseconds: one p50 of each round."""

    engine: str
    what: str
    action: str
    small: list[float]
    large: list[float]

    @property
    def ratio(self) -> float:
        pairs = zip(self.large, self.small, strict=True)
        return median(large / small for large, small in pairs)


def first_page(asked: Asked) -> list[bytes]:
    return [v1(asked.token, "GET", f"boards/{asked.board.id}/pulses.json")]


def last_page(asked: Asked) -> list[bytes]:
    path = f"boards/{asked.board.id}/pulses.json?page={len(asked.board.pulses) // 25}"
    return [v1(asked.token, "GET", path)]


def reading(asked: Asked) -> list[bytes]:
    return [v1(asked.token, "GET", f"pulses/{id_}.json") for id_ in asked.sample()]


def setting(asked: Asked) -> list[bytes]:
    path = f"boards/{asked.board.id}/columns/status/status.json"
    return [
        v1(asked.token, "PUT", path, pulse_id=id_, color_index=id_ % 11) for id_ in asked.sample()
    ]


def moving(asked: Asked) -> list[bytes]:
    middle = asked.board.pulses[len(asked.board.pulses) // 2]
    return [
        v2(asked.token, MOVE, item=id_, beside=middle) for id_ in asked.sample() if id_ != middle
    ]


def creating(asked: Asked) -> list[bytes]:
    path = f"boards/{asked.board.id}/pulses.json"
    return [v1(asked.token, "POST", path, **{"pulse[name]": "New"})]


ACTIONS: dict[str, Callable[[Asked], list[bytes]]] = {
    "first page": first_page,
    "last page": last_page,
    "read a pulse": reading,
    "set a value": setting,
    "move to the middle": moving,
    "create a pulse": creating,
}


def flat_boards(place: Place, account: Account, effort: Effort) -> list[Flat]:
    """Its first board is small, its second large."""
    small, large = account.boards
    token = account.token
    what = f"board of {len(large.pulses):,}"
    return _measured(place, what, Asked(token, small), Asked(token, large), effort)


def flat_accounts(place: Place, effort: Effort, size: int) -> list[Flat]:
    """Two boards of the same size: one alone in its account, one the last of many."""
    small = filled(place, [Wanted(SMALL, COLUMNS)], name="Small")
    large = filled(place, [Wanted(SMALL, COLUMNS)] * (size // SMALL), name="Large")
    return _measured(place, f"account of {size:,}", _last(small), _last(large), effort)


def _last(account: Account) -> Asked:
    return Asked(account.token, account.boards[-1])


def _measured(place: Place, what: str, small: Asked, large: Asked, effort: Effort) -> list[Flat]:
    # What is asked again and again here must not be an answer that was kept.
    with lundi(place, LUNDI_ANSWERS_MEGABYTES="0") as server:
        return [
            Flat(place.engine, what, name, *_in_turns(server, make(small), make(large), effort))
            for name, make in ACTIONS.items()
        ]


def _in_turns(
    server: Server, small: list[bytes], large: list[bytes], effort: Effort
) -> tuple[list[float], list[float]]:
    """One client: what an action takes, not what waits before it."""
    took: tuple[list[float], list[float]] = ([], [])
    for requests in (small, large):
        # What is loaded when it is first asked for, is loaded now.
        ask(server.port, requests[0])
    for _ in range(effort.rounds):
        for requests, so_far in zip((small, large), took, strict=True):
            so_far.append(server.load(requests, 1, effort.seconds).p50)
    return took


def shown(flats: list[Flat]) -> str:
    rows = [
        [
            f"{one.action}, {one.what}",
            one.engine,
            number(median(one.small)),
            number(median(one.large)),
            at_most(one.ratio, MOST_OF_SMALL),
        ]
        for one in flats
    ]
    return table(("what", "engine", f"{SMALL:,}: p50, ms", "large: p50, ms", "ratio"), rows)

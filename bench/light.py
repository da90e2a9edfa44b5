"""How little a server takes: memory when nobody asks and after a large board was opened, its start, a browser's first load."""

import re
import time
from statistics import median

import msgspec

from bench.asking import app, ask, page, v1, v2
from bench.filling import Account
from bench.places import Place
from bench.scenarios import PAGE
from bench.servers import lundi
from bench.tables import at_most, number, table

IDLE_MEGABYTES, USED_MEGABYTES = 80, 200
SECONDS_TO_START = 1.0
FIRST_LOAD_KILOBYTES = 300
STARTS = 5
# After its housekeeping has begun.
SECONDS_TO_SETTLE = 2
_ASSET = re.compile(r'(?:src|href)="(/assets/[^"]+)"')


class Light(msgspec.Struct):
    """`pulses`: on the board that was opened. `used`: after that, `most`: meanwhile. Memory in megabytes."""

    engine: str
    start: float
    idle: float
    used: float
    most: float
    pulses: int
    first_load: float


def weigh(place: Place, account: Account) -> Light:
    """Opens the last of its boards."""
    board = account.boards[-1]
    starts = [_start(place, account) for _ in range(STARTS)]
    with lundi(place) as server:
        time.sleep(SECONDS_TO_SETTLE)
        idle = server.megabytes
        first_load = _first_load(server.port)
        ask(server.port, app(account.secret, f"boards/{board.id}"))
        ask(server.port, v2(account.token, PAGE, board=board.id, limit=500))
        return Light(
            engine=place.engine,
            start=median(starts),
            idle=idle,
            used=server.megabytes,
            most=server.most_megabytes,
            pulses=len(board.pulses),
            first_load=first_load,
        )


def _start(place: Place, account: Account) -> float:
    """Seconds until its first request is answered."""
    started = time.perf_counter()
    with lundi(place) as server:
        ask(server.port, v1(account.token, "GET", "boards.json?per_page=1"))
        return time.perf_counter() - started


def _first_load(port: int) -> float:
    """Kilobytes of the page and what it names, packed."""
    first = ask(port, page("/"))
    loaded = [ask(port, page(asset)) for asset in _ASSET.findall(first.body.decode())]
    return sum(len(answer.body) for answer in (first, *loaded)) / 1000


def shown(lights: list[Light]) -> str:
    rows = [
        row
        for one in lights
        for row in (
            [f"memory, idle, {one.engine}", at_most(one.idle, IDLE_MEGABYTES, " MB")],
            [
                f"memory after a board of {one.pulses:,} was opened, {one.engine}",
                at_most(one.used, USED_MEGABYTES, " MB"),
            ],
            [
                f"memory at the most while it was opened, {one.engine}",
                f"{number(one.most)} MB",
            ],
            [
                f"start to first answer, median of {STARTS}, {one.engine}",
                at_most(one.start, SECONDS_TO_START, " s"),
            ],
        )
    ]
    load = at_most(lights[0].first_load, FIRST_LOAD_KILOBYTES, " KB")
    return table(("what", ""), [*rows, ["a browser's first load, packed", load]])

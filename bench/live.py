"""How soon all of many open browsers have heard of a change.

As a program of its own it is those browsers: it reads Told as JSON on standard input, and writes the seconds from sending each
change until the last of them has heard of it.
"""

import asyncio
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from statistics import median

import msgspec
import uvloop
from websockets.asyncio.client import connect
from websockets.typing import Origin

from bench.asking import ask
from bench.comparing import Effort, Standing
from bench.scenarios import READERS, reading, setting
from bench.servers import bare, module
from bench.tables import number, table

SOCKETS = 500
CHANGES = 20
SECONDS_TO_SETTLE = 1.0
MESSAGE_BYTES = 800


class Told(msgspec.Struct):
    """`board`: what the browsers look at. `changes`: requests that change it, one after the other."""

    port: int
    secret: str
    board: int
    changes: list[bytes]


class Live(msgspec.Struct):
    """`took`: seconds of each change. `bare`: requests a second of bare, right after."""

    setup: str
    took: list[float]
    bare: float


def listen(stands: Standing, effort: Effort) -> Live:
    changes = setting(stands.account, stands.server)[:CHANGES]
    board = stands.account.boards[0].id
    finished = subprocess.run(
        module("bench.live"),
        input=msgspec.json.encode(Told(stands.server.port, stands.account.secret, board, changes)),
        stdout=subprocess.PIPE,
        check=True,
    )
    took = msgspec.json.decode(finished.stdout, type=list[float])
    with bare(MESSAGE_BYTES) as ceiling:
        requests = reading(stands.account, ceiling)
        rate = ceiling.load(requests, READERS, effort.seconds).a_second
    return Live(stands.setup.name, took, rate)


def shown(lives: list[Live]) -> str:
    rows = [
        [
            one.setup,
            number(1000 * median(one.took)),
            number(1000 * max(one.took)),
            number(len(one.took) / sum(one.took)),
            number(SOCKETS * len(one.took) / sum(one.took) / one.bare),
        ]
        for one in lives
    ]
    head = (
        *("setup", "until the last has heard: median, ms", "longest, ms", "changes, /s"),
        "messages/s of bare's requests/s",
    )
    return table(head, rows)


async def hear(told: Told) -> list[float]:
    address = f"127.0.0.1:{told.port}"
    cookie = {"cookie": f"lundi_session={told.secret}"}
    async with AsyncExitStack() as stack:
        sockets = []
        for _ in range(SOCKETS):
            opening = connect(
                f"ws://{address}/app/live",
                origin=Origin(f"http://{address}"),
                additional_headers=cookie,
            )
            sockets.append(await stack.enter_async_context(opening))
            await sockets[-1].send(msgspec.json.encode({"watch": told.board}).decode())
        await asyncio.sleep(SECONDS_TO_SETTLE)
        took = []
        for change in told.changes:
            started = time.perf_counter()
            changing = asyncio.to_thread(ask, told.port, change)
            await asyncio.gather(changing, *(socket.recv() for socket in sockets))
            took.append(time.perf_counter() - started)
        return took


if __name__ == "__main__":
    heard = uvloop.run(hear(msgspec.json.decode(sys.stdin.buffer.read(), type=Told)))
    sys.stdout.buffer.write(msgspec.json.encode(heard))

"""Sends requests over keep-alive connections, from a process of its own.

Without a rate it is a closed loop: each client sends its next request when it has its answer. With one, that many are sent a
second whether or not answers come, and who finds no connection free waits for one: that counts as waiting for the answer.

Reads a Job as JSON on standard input, writes a Result on standard output.
"""

import asyncio
import itertools
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from typing import cast

import msgspec
import uvloop

HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length: "
WITHOUT_BODY = (b"204", b"304")


class Job(msgspec.Struct):
    """`rate`: requests a second, 0 for a closed loop. Before the seconds that count it goes on for `warm_up`."""

    port: int
    requests: list[bytes]
    clients: int
    seconds: float
    rate: float = 0
    warm_up: float = 0.2


class Result(msgspec.Struct):
    """`p50` and `p99` in milliseconds."""

    answered: int
    seconds: float
    statuses: dict[str, int]
    p50: float
    p99: float

    @property
    def a_second(self) -> float:
        return self.answered / self.seconds


class Run:
    """What its clients share: what is to be sent, when, and what came of it."""

    def __init__(self, job: Job) -> None:
        self.requests: Iterator[bytes] = itertools.cycle(job.requests)
        self.is_paced = bool(job.rate)
        self.started = time.perf_counter()
        self.counts_from = self.started + job.warm_up
        self.ends_at = self.counts_from + job.seconds
        self.free: deque[Client] = deque()
        self.waiting: deque[float] = deque()
        self.statuses: Counter[bytes] = Counter()
        self.took: list[float] = []

    def note(self, status: bytes, asked_at: float) -> None:
        now = time.perf_counter()
        self.statuses[status] += 1
        if now >= self.counts_from:
            self.took.append(now - asked_at)

    async def pace(self, rate: float) -> None:
        sent = 0
        while (now := time.perf_counter()) < self.ends_at:
            # The clock of the event loop ticks in milliseconds: what is due by now goes at once.
            for _ in range(int((now - self.started) * rate) - sent):
                sent += 1
                if self.free:
                    self.free.popleft().ask(now)
                else:
                    self.waiting.append(now)
            await asyncio.sleep(1 / rate)

    def result(self) -> Result:
        seconds = time.perf_counter() - self.counts_from
        took = sorted(self.took)
        return Result(
            answered=len(took),
            seconds=seconds,
            statuses={status.decode(): count for status, count in self.statuses.items()},
            p50=took[len(took) // 2] * 1000,
            p99=took[len(took) * 99 // 100] * 1000,
        )


class Client(asyncio.Protocol):
    def __init__(self, run: Run) -> None:
        self.finished = asyncio.get_running_loop().create_future()
        self._run = run
        self._head = b""
        self._status = b""
        self._missing = 0
        self._asked_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.WriteTransport, transport)
        self._go_on()

    def ask(self, at: float) -> None:
        self._asked_at = at
        self._transport.write(next(self._run.requests))

    def finish(self) -> None:
        if not self.finished.done():
            self.finished.set_result(None)
        self._transport.close()

    def data_received(self, data: bytes) -> None:
        if self._missing:
            self._missing -= len(data)
        else:
            self._head += data
            end = self._head.find(HEAD_END)
            if end < 0:
                return
            self._missing = end + len(HEAD_END) + _length(self._head[:end]) - len(self._head)
            self._status, self._head = self._head[9:12], b""
        if not self._missing:
            self._run.note(self._status, self._asked_at)
            self._go_on()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.finished.done():
            self.finished.set_exception(error or ConnectionError("The server hung up."))

    def _go_on(self) -> None:
        run, now = self._run, time.perf_counter()
        if run.waiting:
            self.ask(run.waiting.popleft())
        elif now > run.ends_at:
            self.finish()
        elif run.is_paced:
            run.free.append(self)
        else:
            self.ask(now)


def _length(head: bytes) -> int:
    if head[9:12] in WITHOUT_BODY:
        return 0
    at = head.index(LENGTH) + len(LENGTH)
    return int(head[at:].partition(b"\r")[0])


async def send(job: Job) -> Result:
    loop = asyncio.get_running_loop()
    run = Run(job)
    clients = []
    for _ in range(job.clients):
        _, client = await loop.create_connection(lambda: Client(run), "127.0.0.1", job.port)
        clients.append(client)
    if job.rate:
        await run.pace(job.rate)
        for client in run.free:
            client.finish()
    await asyncio.gather(*(client.finished for client in clients))
    return run.result()


if __name__ == "__main__":
    result = uvloop.run(send(msgspec.json.decode(sys.stdin.buffer.read(), type=Job)))
    sys.stdout.buffer.write(msgspec.json.encode(result))

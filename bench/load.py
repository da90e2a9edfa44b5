"""A closed loop of clients: each sends its next request when it has its answer.

Reads a Job as JSON on standard input, writes a Result on standard output.
"""

import asyncio
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import cast

import msgspec
import uvloop

HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length: "


class Job(msgspec.Struct):
    """`seconds` 0 sends every request once."""

    port: int
    clients: int
    seconds: float
    requests: list[bytes]


class Result(msgspec.Struct):
    answered: int
    seconds: float
    statuses: dict[str, int]

    @property
    def a_second(self) -> float:
        return self.answered / self.seconds


class Client(asyncio.Protocol):
    def __init__(self, requests: Iterator[bytes], ends_at: float) -> None:
        self.statuses: Counter[bytes] = Counter()
        self.finished = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._ends_at = ends_at
        self._received = b""
        self._wanted = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.WriteTransport, transport)
        self._next()

    def data_received(self, data: bytes) -> None:
        self._received = self._received + data if self._received else data
        if len(self._received) < self._wanted:
            return
        head_end = self._received.find(HEAD_END)
        if head_end < 0:
            return
        at = self._received.index(LENGTH) + len(LENGTH)
        length = int(self._received[at : self._received.index(b"\r", at)])
        self._wanted = head_end + len(HEAD_END) + length
        if len(self._received) < self._wanted:
            return
        self.statuses[self._received[9:12]] += 1
        self._received, self._wanted = b"", 0
        self._next()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.finished.done():
            self.finished.set_exception(error or ConnectionError("The server hung up."))

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None or time.perf_counter() > self._ends_at:
            if not self.finished.done():
                self.finished.set_result(None)
            self._transport.close()
        else:
            self._transport.write(request)


async def run(job: Job) -> Result:
    loop = asyncio.get_running_loop()
    started = time.perf_counter()
    requests = itertools.cycle(job.requests) if job.seconds else iter(job.requests)
    ends_at = started + (job.seconds or 3600)
    clients = []
    for _ in range(job.clients):
        _, client = await loop.create_connection(
            lambda: Client(requests, ends_at), "127.0.0.1", job.port
        )
        clients.append(client)
    await asyncio.gather(*(client.finished for client in clients))
    seconds = time.perf_counter() - started
    statuses = sum((client.statuses for client in clients), Counter[bytes]())
    return Result(statuses.total(), seconds, {status.decode(): n for status, n in statuses.items()})


if __name__ == "__main__":
    result = uvloop.run(run(msgspec.json.decode(sys.stdin.buffer.read(), type=Job)))
    sys.stdout.buffer.write(msgspec.json.encode(result))

"""Several processes on one socket: starts them, starts again what dies, and stops them all."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Callable

import structlog

from lundi.core.errors import Refusal
from lundi.settings import Settings

SECONDS_TO_STOP = 20
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
LIVED_WELL = 60.0
"""Who lived as long as that died of something new."""
READY = b"ready"

_log = structlog.get_logger()


class Workers:
    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._listener = listener
        self._count = settings.workers
        self._seconds_to_stop = SECONDS_TO_STOP + settings.drain_seconds
        self._environment = {**os.environ, **settings.as_environment()}
        self._stopping = asyncio.Event()
        self._running: dict[int, asyncio.subprocess.Process] = {}
        self._ready = 0
        self._all_ready = asyncio.Event()

    async def run(self, greet: Callable[[], None]) -> None:
        """Until it is told to stop. `greet` is called once all of them serve. Raises Refusal where one can't even start."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stopping.set)
        keeping = [asyncio.create_task(self._keep_one(number)) for number in range(self._count)]
        stopping = asyncio.create_task(self._stopping.wait())
        greeting = asyncio.create_task(self._greet(greet))
        try:
            await asyncio.wait([*keeping, stopping], return_when=asyncio.FIRST_COMPLETED)
        finally:
            greeting.cancel()
            stopping.cancel()
            await self._stop()
            ends = await asyncio.gather(*keeping, return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):
                raise end

    async def _greet(self, greet: Callable[[], None]) -> None:
        await self._all_ready.wait()
        greet()

    async def _keep_one(self, number: int) -> None:
        wait = FIRST_WAIT
        while not self._stopping.is_set():
            began = time.monotonic()
            was_ready, code = await self._run_one(number)
            if self._stopping.is_set():
                return
            if not was_ready and not self._all_ready.is_set():
                # It has said why.
                raise Refusal("A worker could not start.")
            if time.monotonic() - began > LIVED_WELL:
                wait = FIRST_WAIT
            _log.error("worker died", worker=number, code=code, starts_again_in=wait)
            try:
                await asyncio.wait_for(self._stopping.wait(), wait)
            except TimeoutError:
                wait = min(2 * wait, LONGEST_WAIT)

    async def _run_one(self, number: int) -> tuple[bool, int]:
        """Whether it came to serve, and its exit code."""
        ours, its = socket.socketpair()
        with ours, its:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "lundi", "serve"),
                *("--socket-fd", str(self._listener.fileno()), "--parent-fd", str(its.fileno())),
                env=self._environment,
                pass_fds=(self._listener.fileno(), its.fileno()),
                # Ctrl+C in a terminal is ours to pass on.
                start_new_session=True,
            )
            its.close()
            self._running[number] = process
            ours.setblocking(False)
            was_ready = await self._is_ready(ours)
            code = await process.wait()
        del self._running[number]
        return was_ready, code

    async def _is_ready(self, ours: socket.socket) -> bool:
        if await asyncio.get_running_loop().sock_recv(ours, len(READY)) != READY:
            return False
        self._ready += 1
        if self._ready >= self._count:
            self._all_ready.set()
        return True

    async def _stop(self) -> None:
        self._stopping.set()
        for process in self._running.values():
            process.terminate()
        until = time.monotonic() + self._seconds_to_stop
        while self._running and time.monotonic() < until:
            await asyncio.sleep(0.02)
        for process in self._running.values():
            process.kill()


class Parent:
    """Seen from a worker: told once it serves; a worker whose parent is gone stops."""

    def __init__(self, descriptor: int) -> None:
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)

    def tell_ready(self) -> None:
        self._socket.send(READY)

    async def gone(self) -> None:
        try:
            await asyncio.get_running_loop().sock_recv(self._socket, 1)
        except OSError:
            """It is gone, too."""

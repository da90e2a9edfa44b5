"""Clients that post pulses as fast as they can, and remember what they were answered."""

import asyncio
import itertools
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from tests.process import RunningServer

FREE = {"LUNDI_PLAN_LIMITS": "standard=1000000/1000000", "LUNDI_ADDRESS_LIMIT": "1000000"}


class Traffic:
    """`answered`: the ids of what was answered 201, by name. `refused`: all other answers."""

    def __init__(self, url: str, token: str, board: int, clients: int = 8) -> None:
        self.answered: dict[str, int] = {}
        self.refused: list[httpx.Response] = []
        self.broken: list[httpx.TransportError] = []
        self._url = url
        self._token = token
        self._board = board
        self._clients = clients
        self._numbers = itertools.count(1)
        self._is_over = threading.Event()

    @contextmanager
    def flowing(self) -> Iterator["Traffic"]:
        thread = threading.Thread(target=lambda: asyncio.run(self._flow()), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._is_over.set()
            thread.join(60)
        assert not thread.is_alive()

    def wait_for(self, more: int, seconds: float = 30) -> None:
        """Until so many more were answered."""
        wanted = len(self.answered) + more
        ends_at = time.monotonic() + seconds
        while len(self.answered) < wanted:
            assert time.monotonic() < ends_at, f"Only {len(self.answered)} of {wanted} in time."
            time.sleep(0.01)

    async def _flow(self) -> None:
        async with httpx.AsyncClient(
            base_url=self._url, headers={"Authorization": self._token}, timeout=30
        ) as client:
            await asyncio.gather(*(self._post(client) for _ in range(self._clients)))

    async def _post(self, client: httpx.AsyncClient) -> None:
        while not self._is_over.is_set():
            name = f"Pulse {next(self._numbers)}"
            form = {"pulse[name]": name, "update[text]": f"About {name}"}
            try:
                answer = await client.post(f"/v1/boards/{self._board}/pulses.json", data=form)
            except httpx.TransportError as error:
                self.broken.append(error)
                await asyncio.sleep(0.05)
                continue
            if answer.status_code == 201:
                self.answered[name] = answer.json()["pulse"]["id"]
            else:
                self.refused.append(answer)
                await asyncio.sleep(0.05)


def new_board(server: RunningServer, token: str) -> int:
    answer = httpx.post(
        f"{server.url}/v1/boards.json", data={"name": "B"}, headers={"Authorization": token}
    )
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def pulses_on(server: RunningServer, token: str, board: int) -> list[dict[str, Any]]:
    pulses: list[dict[str, Any]] = []
    for page in itertools.count(1):
        path = f"/v1/boards/{board}/pulses.json?per_page=500&page={page}"
        more = server.get(path, token).json()
        pulses += (one["pulse"] for one in more)
        if len(more) < 500:
            return pulses
    raise AssertionError


def check_all_is_there(
    traffic: Traffic, server: RunningServer, token: str, board: int
) -> list[dict[str, Any]]:
    """What was answered is there, and nothing is there twice or in part."""
    found = pulses_on(server, token, board)
    names = Counter(pulse["name"] for pulse in found)
    assert [name for name, times in names.items() if times > 1] == []
    ids = {pulse["name"]: pulse["id"] for pulse in found}
    lost = {name for name, pulse_id in traffic.answered.items() if ids.get(name) != pulse_id}
    assert lost == set()
    assert all(pulse["updates_count"] == 1 for pulse in found)
    return found

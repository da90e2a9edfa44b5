"""Clients that make pulses as fast as they can, by both APIs, and remember what they were answered."""

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
    """`answered`: the ids of what was done, by name. `refused`: all other answers."""

    def __init__(
        self, url: str, token: str, board: int, clients: int = 8, prefix: str = ""
    ) -> None:
        self.answered: dict[str, int] = {}
        self.refused: list[httpx.Response] = []
        self.broken: list[httpx.TransportError] = []
        self._url = url
        self._token = token
        self._board = board
        self._clients = clients
        self._prefix = prefix
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
            await asyncio.gather(
                *(self._make(client, by_v2=n % 4 == 3) for n in range(self._clients))
            )

    async def _make(self, client: httpx.AsyncClient, by_v2: bool) -> None:
        while not self._is_over.is_set():
            name = f"{'Item' if by_v2 else 'Pulse'} {self._prefix}{next(self._numbers)}"
            try:
                answer = await self._sent(client, name, by_v2)
            except httpx.TransportError as error:
                self.broken.append(error)
                await asyncio.sleep(0.05)
                continue
            if answer.status_code == 201:
                self.answered[name] = answer.json()["pulse"]["id"]
            elif by_v2 and "errors" not in answer.json():
                self.answered[name] = int(answer.json()["data"]["create_item"]["id"])
            else:
                self.refused.append(answer)
                await asyncio.sleep(0.05)

    async def _sent(self, client: httpx.AsyncClient, name: str, by_v2: bool) -> httpx.Response:
        if by_v2:
            query = f'mutation {{create_item(board_id: {self._board}, item_name: "{name}") {{id}}}}'
            return await client.post("/v2", json={"query": query})
        form = {"pulse[name]": name, "update[text]": f"About {name}"}
        return await client.post(f"/v1/boards/{self._board}/pulses.json", data=form)


def sentence(answer: httpx.Response) -> str:
    """Of a refusal."""
    told = answer.json()
    return str(told["error"] if "error" in told else told["errors"][0]["message"])


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
    twice = {name for name, times in names.items() if times > 1}
    assert twice == set(), twice
    ids = {pulse["name"]: pulse["id"] for pulse in found}
    lost = {name for name, pulse_id in traffic.answered.items() if ids.get(name) != pulse_id}
    assert lost == set(), lost
    assert all(pulse["updates_count"] == pulse["name"].startswith("P") for pulse in found)
    return found

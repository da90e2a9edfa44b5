"""A soak: nodes that are killed and started again at random, under traffic that knows what must be there in the end.

`python -m tests.faults.soak --engine postgres --nodes 3 --seconds 300` ends with a sentence, and with 1 where anything is amiss.
"""

import argparse
import asyncio
import itertools
import os
import random
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import msgspec

from tests.faults.traffic import FREE, new_board, pulses_on
from tests.nodes.redis_server import RedisServer
from tests.postgres import OwnPostgres, own_postgres
from tests.process import Installation, RunningServer, new_database

CLIENTS = 8
# Seconds between two faults; the faults of PostgreSQL and of Redis are one in so many.
SHORTEST, LONGEST = 0.5, 3.0
ONE_IN = 6
AGAIN = (502, 503)


class Made(msgspec.Struct):
    """What a pulse must be, by all that was answered."""

    id: int
    name: str
    updates: int = 0
    is_deleted: bool = False
    writes: int = 1


class Outcome(msgspec.Struct):
    answered: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: list[str] = []

    @property
    def is_well(self) -> bool:
        return self.answered > 0 and not self.lost and not self.doubled and not self.wrong

    def __str__(self) -> str:
        told = f"{self.answered:,} writes answered, {self.answered - self.lost:,} found, {self.lost} lost, {self.doubled} doubled."
        return "\n".join([*self.wrong[:20], told])


class Node:
    """A server that comes back at the same address."""

    def __init__(self, installation: Installation, environment: dict[str, str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._installation = installation
        self._environment = {**environment, "LUNDI_PORT": str(self.port)}
        self._served: AbstractContextManager[RunningServer] | None = None
        self.server: RunningServer

    def start(self) -> None:
        self._served = self._installation.served(**self._environment)
        self.server = self._served.__enter__()

    def end(self, by: signal.Signals) -> None:
        if self._served is not None:
            self.server.stop(by)
            self._served.__exit__(None, None, None)
            self._served = None


class Model:
    """Clients, each with pulses of its own; what is not answered is sent again with the same key, to any node."""

    def __init__(self, nodes: list[Node], token: str, board: int) -> None:
        self.made: list[Made] = []
        self.wrong: list[str] = []
        self.sent_again = 0
        self._nodes = nodes
        self._token = token
        self._board = board
        self._numbers = itertools.count(1)
        self._is_over = threading.Event()

    @contextmanager
    def flowing(self) -> Iterator[None]:
        thread = threading.Thread(target=lambda: asyncio.run(self._flow()), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._is_over.set()
            thread.join(90)
        if thread.is_alive():
            self.wrong.append("Some clients never got an answer.")

    async def _flow(self) -> None:
        async with httpx.AsyncClient(headers={"Authorization": self._token}, timeout=20) as client:
            await asyncio.gather(*(self._live(client) for _ in range(CLIENTS)))

    async def _live(self, client: httpx.AsyncClient) -> None:
        own: list[Made] = []
        while not self._is_over.is_set():
            alive = [one for one in own if not one.is_deleted]
            acts = [self._create, self._create_two]
            if alive:
                acts = [self._create, self._create_two, *(3 * [self._update, self._rename])]
                acts += [self._delete, self._look]
            made = await random.choice(acts)(client, random.choice(alive) if alive else None)
            own += made
            self.made += made

    async def _create(self, client: httpx.AsyncClient, _: Any) -> list[Made]:
        name = f"Pulse {next(self._numbers)}"
        form = {"pulse[name]": name, "update[text]": "First"}
        path = f"/v1/boards/{self._board}/pulses.json"
        answer = await self._answered(client, "POST", path, {201}, data=form)
        return [Made(answer.json()["pulse"]["id"], name, updates=1)] if answer else []

    async def _create_two(self, client: httpx.AsyncClient, _: Any) -> list[Made]:
        names = [f"Item {next(self._numbers)}" for _ in range(2)]
        fields = (
            f'f{at}: create_item(board_id: {self._board}, item_name: "{name}") {{id}}'
            for at, name in enumerate(names)
        )
        query = {"query": f"mutation {{{' '.join(fields)}}}"}
        answer = await self._answered(client, "POST", "/v2", {200}, json=query)
        if answer is None or "errors" in answer.json():
            self.wrong += [answer.text] if answer else []
            return []
        data = answer.json()["data"]
        return [Made(int(data[f"f{at}"]["id"]), name) for at, name in enumerate(names)]

    async def _update(self, client: httpx.AsyncClient, one: Made) -> list[Made]:
        form = {"pulse": one.id, "update_text": "More"}
        if await self._answered(client, "POST", "/v1/updates.json", {201}, data=form):
            one.updates += 1
            one.writes += 1
        return []

    async def _rename(self, client: httpx.AsyncClient, one: Made) -> list[Made]:
        name = f"{one.name.partition(' to ')[0]} to {next(self._numbers)}"
        path = f"/v1/pulses/{one.id}.json"
        if await self._answered(client, "PUT", path, {200}, data={"name": name}):
            one.name = name
            one.writes += 1
        return []

    async def _delete(self, client: httpx.AsyncClient, one: Made) -> list[Made]:
        # Who sends it again finds it deleted.
        if await self._answered(client, "DELETE", f"/v1/pulses/{one.id}.json", {200, 409}):
            one.is_deleted = True
            one.writes += 1
        return []

    async def _look(self, client: httpx.AsyncClient, one: Made) -> list[Made]:
        answer = await self._answered(client, "GET", f"/v1/pulses/{one.id}.json", {200})
        if answer is not None:
            found = answer.json()
            if (found["name"], found["updates_count"]) != (one.name, one.updates):
                self.wrong.append(f"{one} was answered, and read as {answer.text}")
        return []

    async def _answered(
        self, client: httpx.AsyncClient, method: str, path: str, good: set[int], **given: Any
    ) -> httpx.Response | None:
        headers = {"Idempotency-Key": os.urandom(12).hex()} if method == "POST" else {}
        while True:
            node = random.choice(self._nodes)
            try:
                answer = await client.request(method, node.url + path, headers=headers, **given)
            except httpx.TransportError:
                answer = None
            if answer is None or answer.status_code in AGAIN:
                self.sent_again += 1
                await asyncio.sleep(0.1)
                continue
            if answer.status_code in good:
                return answer
            self.wrong.append(f"{method} {path} was answered {answer.status_code}: {answer.text}")
            return None


def outcome_of(model: Model, found: list[dict[str, Any]]) -> Outcome:
    outcome = Outcome(sum(one.writes for one in model.made), wrong=model.wrong)
    there = {pulse["id"]: pulse for pulse in found}
    for one in model.made:
        pulse = there.pop(one.id, None)
        if one.is_deleted or pulse is None:
            outcome.lost += 1 if one.is_deleted and pulse else 0
            outcome.lost += 0 if one.is_deleted else one.writes
            continue
        outcome.lost += pulse["name"] != one.name
        outcome.lost += max(0, one.updates - pulse["updates_count"])
        outcome.doubled += max(0, pulse["updates_count"] - one.updates)
    # Whatever nobody was told of.
    outcome.doubled += len(there)
    return outcome


def soak(
    installation: Installation,
    seconds: float,
    nodes: int,
    postgres: OwnPostgres | None = None,
) -> Outcome:
    """Several nodes have a Redis between them, which is killed too, as is `postgres`."""
    token = installation.prepared().account()["personal_token"]
    with ExitStack() as stack:
        redis = stack.enter_context(RedisServer()) if nodes > 1 else None
        environment = {**FREE, **({"LUNDI_REDIS_URL": redis.url} if redis else {})}
        running = [Node(installation, environment) for _ in range(nodes)]
        for node in running:
            stack.callback(node.end, signal.SIGKILL)
            node.start()
        board = new_board(running[0].server, token)
        model = Model(running, token, board)
        faults = 0
        ends_at = time.monotonic() + seconds
        with model.flowing():
            while time.monotonic() < ends_at:
                time.sleep(random.uniform(SHORTEST, LONGEST))
                _strike(running, postgres, redis)
                faults += 1
        outcome = outcome_of(model, pulses_on(running[0].server, token, board))
    print(f"{faults} faults, {model.sent_again} requests sent again.", file=sys.stderr)
    return outcome


def _strike(nodes: list[Node], postgres: OwnPostgres | None, redis: RedisServer | None) -> None:
    if postgres is not None and random.randrange(ONE_IN) == 0:
        postgres.stop(random.choice(["fast", "immediate"]))
        postgres.start()
        return
    if redis is not None and random.randrange(ONE_IN) == 0:
        redis.kill()
        redis.start()
        return
    node = random.choice(nodes)
    node.end(random.choice([signal.SIGKILL, signal.SIGTERM]))
    node.start()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--nodes", type=int, default=1)
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lundi"))) / "data"
        postgres = stack.enter_context(own_postgres()) if given.engine == "postgres" else None
        url = new_database(postgres.url) if postgres else None
        installation = Installation(folder, url)
        outcome = soak(installation, given.seconds, given.nodes, postgres)
    print(outcome)
    sys.exit(0 if outcome.is_well else 1)


if __name__ == "__main__":
    main()

"""What the nodes of one installation share through Redis: counts, who is there, and word of what happened.

Redis holds nothing that has to last. While it is gone each node counts its share on its own, and looks into the database by itself.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import structlog

from lundi.core.broker import Broker
from lundi.core.metrics import Counter, Gauge

if TYPE_CHECKING:
    from redis.commands.core import AsyncScript

SECONDS_TO_ANSWER = 0.5
SECONDS_BETWEEN_BEATS = 1.0
SECONDS_BETWEEN_TRIES = 0.5
SECONDS_ALIVE = 6.0
"""How long a node counts without a beat."""
SECONDS_TO_END = 0.1
AT_ONCE = 16

Script: TypeAlias = "AsyncScript"

_BEAT = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[1], 10 * ARGV[2])
return redis.call('ZCARD', KEYS[1])
"""
_OUTAGES = Counter(
    "lundi_redis_outages_total", "How often Redis went away, as this process saw it.", known=[()]
)
_REACHABLE = Gauge(
    "lundi_redis_reachable", "Whether Redis answers (1), or this process goes on alone (0)."
)
_NODES = Gauge("lundi_nodes", "Processes that serve together, as last known.")
_log = structlog.get_logger()


class RedisGone(Exception):
    """It can't be reached, or not in time; whoever asks does without."""


async def _end(tasks: Iterable["asyncio.Task[None]"]) -> None:
    """Cancelled until they end: Python 3.11's `wait_for`, by which the library sends, swallows a cancellation that comes just as it is done."""
    going = set(tasks)
    while going:
        for task in going:
            task.cancel()
        _, going = await asyncio.wait(going, timeout=SECONDS_TO_END)


class Nodes:
    """`is_reachable`, `outages` and `count`, the nodes last known of, are there to be shown."""

    def __init__(self, url: str, installation: str, at_least: int = 1) -> None:
        """`installation` keeps those apart that use the same Redis; `at_least` so many nodes are there."""
        # A server that is alone need not hold its 20 MB.
        from redis.asyncio import Redis  # noqa: PLC0415
        from redis.asyncio.retry import Retry  # noqa: PLC0415
        from redis.backoff import NoBackoff  # noqa: PLC0415
        from redis.exceptions import RedisError  # noqa: PLC0415

        self.is_reachable = True
        self.outages = 0
        self.count = at_least
        self._failures = (RedisError, OSError, TimeoutError)
        self._prefix = f"lundi:{installation}:"
        self._name = secrets.token_hex(8)
        self._at_least = at_least
        once = Retry(NoBackoff(), 0)
        self._redis = Redis.from_url(
            url,
            socket_connect_timeout=SECONDS_TO_ANSWER,
            socket_timeout=SECONDS_TO_ANSWER,
            retry=once,
        )
        # Who waits for messages waits long.
        self._hearing = Redis.from_url(
            url, socket_connect_timeout=SECONDS_TO_ANSWER, socket_timeout=None, retry=once
        )
        self._places = asyncio.Semaphore(AT_ONCE)
        self._beat = self.script(_BEAT)
        self._happened: set[int] = set()
        self._something = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    def script(self, text: str) -> Script:
        return self._redis.register_script(text)

    async def run(self, script: Script, keys: Sequence[str], *arguments: int | str) -> Any:
        """Raises RedisGone; at once where that is known already."""
        async with self._places:
            if not self.is_reachable:
                raise RedisGone
            try:
                return await self._run(script, keys, *arguments)
            except self._failures as error:
                self._goes(error)
                raise RedisGone from None

    async def measure(self) -> None:
        _REACHABLE.set(self.is_reachable)
        _NODES.set(self.count)

    def share(self, limit: int) -> int:
        """This node's part of what all of them may, where they can't count together."""
        return min(limit, max(1, limit // self.count))

    async def _run(self, script: Script, keys: Sequence[str], *arguments: int | str) -> Any:
        async with asyncio.timeout(2 * SECONDS_TO_ANSWER):
            return await script(keys=[self._prefix + key for key in keys], args=arguments)

    @asynccontextmanager
    async def joined(self, broker: Broker) -> AsyncIterator[None]:
        """Here, and heard of by the others, as long as what is inside goes on."""
        broker.listen(self._tell)
        await self._beat_once(broker)
        tasks = [asyncio.create_task(self._beat_on(broker)), asyncio.create_task(self._tell_on())]
        try:
            yield
        finally:
            await _end(tasks)
            if self._listening is not None:
                await _end([self._listening])
            await self._leave()

    async def _beat_on(self, broker: Broker) -> None:
        while True:
            await asyncio.sleep(
                SECONDS_BETWEEN_BEATS if self.is_reachable else SECONDS_BETWEEN_TRIES
            )
            await self._beat_once(broker)

    async def _beat_once(self, broker: Broker) -> None:
        try:
            alive = int(SECONDS_ALIVE * 1000)
            found = int(await self._run(self._beat, ["nodes"], self._name, alive))
        except self._failures as error:
            self._goes(error)
            return
        self.count = max(found, self._at_least)
        if not self.is_reachable:
            self.is_reachable = True
            _log.warning("redis is back", nodes=self.count)
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen(broker))

    def _goes(self, error: BaseException) -> None:
        self._stop_listening()
        if self.is_reachable:
            self.is_reachable = False
            self.outages += 1
            _OUTAGES.add()
            _log.error("redis is gone", error=type(error).__name__, nodes=self.count)

    def _stop_listening(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            self._listening = None

    def _tell(self, account_id: int) -> None:
        self._happened.add(account_id)
        self._something.set()

    async def _tell_on(self) -> None:
        """What is lost here the others find within a second."""
        while True:
            await self._something.wait()
            self._something.clear()
            happened, self._happened = self._happened, set()
            if not self.is_reachable:
                continue
            words = f"{self._name} {' '.join(map(str, happened))}"
            try:
                await self._redis.publish(f"{self._prefix}happened", words)
            except self._failures as error:
                self._goes(error)

    async def _listen(self, broker: Broker) -> None:
        try:
            async with self._hearing.pubsub(ignore_subscribe_messages=True) as hearing:
                await hearing.subscribe(f"{self._prefix}happened")
                async for message in hearing.listen():
                    sender, *account_ids = message["data"].decode().split()
                    if sender != self._name:
                        for account_id in account_ids:
                            broker.hear(int(account_id))
        except self._failures as error:
            _log.info("redis doesn't tell any more", error=type(error).__name__)

    async def _leave(self) -> None:
        try:
            if self.is_reachable:
                await self._redis.zrem(f"{self._prefix}nodes", self._name)
            await self._redis.aclose()
            await self._hearing.aclose()
        except self._failures:
            """The others notice by the beat that isn't there."""

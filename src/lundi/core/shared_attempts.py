"""The same locks after failures, counted by all nodes together in Redis, whose clock alone counts."""

from lundi.core.attempts import FORGOTTEN_AFTER, Attempts, Try
from lundi.core.nodes import Nodes, RedisGone

# The rule of each key: free, first, longest. First all are looked at, then all are counted, as in memory.
_BEGIN = """
local t = redis.call('TIME')
local now = t[1] + t[2] / 1000000
local lasting = tonumber(ARGV[1])
local counts, locked = {}, 0
for i, key in ipairs(KEYS) do
  local free, first, longest = tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i]), tonumber(ARGV[3 * i + 1])
  local known = redis.call('HMGET', key, 'count', 'last')
  local count, last = tonumber(known[1] or 0), tonumber(known[2] or 0)
  if count >= free and last > 0 then
    locked = math.max(locked, last + math.min(first * 2 ^ math.min(count - free, 20), longest) - now)
  end
  counts[i] = count + 1
end
if locked > 0 then return math.floor(locked) + 1 end
for i, key in ipairs(KEYS) do
  redis.call('HSET', key, 'count', counts[i], 'last', string.format('%.6f', now))
  redis.call('EXPIRE', key, lasting)
end
return 0
"""
_SUCCEED = "for _, key in ipairs(KEYS) do redis.call('DEL', key) end"
_TAKE_BACK = """
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then redis.call('HINCRBY', key, 'count', -1) end
end
"""


class SharedAttempts(Attempts):
    """While Redis is gone each node counts what comes to it."""

    def __init__(self, nodes: Nodes) -> None:
        super().__init__()
        self._nodes = nodes
        self._begin = nodes.script(_BEGIN)
        self._succeed = nodes.script(_SUCCEED)
        self._take_back = nodes.script(_TAKE_BACK)

    async def begin(self, *tries: Try) -> int:
        rules = [
            str(part) for one in tries for part in (one.rule.free, one.rule.first, one.rule.longest)
        ]
        try:
            return int(
                await self._nodes.run(self._begin, _keys(tries), int(FORGOTTEN_AFTER), *rules)
            )
        except RedisGone:
            return await super().begin(*tries)

    async def succeed(self, *tries: Try) -> None:
        await super().succeed(*tries)
        try:
            await self._nodes.run(self._succeed, _keys(tries))
        except RedisGone:
            """What was counted there is forgotten in a day."""

    async def take_back(self, *tries: Try) -> None:
        try:
            await self._nodes.run(self._take_back, _keys(tries))
        except RedisGone:
            await super().take_back(*tries)


def _keys(tries: tuple[Try, ...]) -> list[str]:
    return [f"{{attempts}}:{one.key}" for one in tries]

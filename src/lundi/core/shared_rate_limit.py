"""The same limits, counted by all nodes together in Redis, whose clock alone counts."""

import time

from lundi.core.nodes import Nodes, RedisGone
from lundi.core.rate_limit import Allowance, RateLimiter, Verdict, verdict

# The same steps as in memory: a list of when, of the last minute, and how many today. Times in microseconds; A negative limit of a day is none.
_HIT = """
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local minute, by_day = tonumber(ARGV[1]), tonumber(ARGV[2])
local first = redis.call('LINDEX', KEYS[1], 0)
while first and not (tonumber(first) <= now and tonumber(first) > now - 60000000) do
  redis.call('LPOP', KEYS[1])
  first = redis.call('LINDEX', KEYS[1], 0)
end
local day = math.floor(t[1] / 86400)
local known = redis.call('HMGET', KEYS[2], 'day', 'count')
local today = tonumber(known[1]) == day and tonumber(known[2]) or 0
local held = redis.call('LLEN', KEYS[1])
local passed = held < minute and (by_day < 0 or today < by_day)
if passed then
  redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[1], 60000)
  held = held + 1
  if by_day >= 0 then
    today = today + 1
    redis.call('HSET', KEYS[2], 'day', day, 'count', today)
    redis.call('EXPIRE', KEYS[2], 86400)
  end
end
local since = redis.call('LINDEX', KEYS[1], math.max(0, held - minute)) or now
return {passed and 1 or 0, held, since - now + 60000000, today, (day + 1) * 86400 - t[1]}
"""


class SharedRateLimiter(RateLimiter):
    """While Redis is gone this node lets its share pass: what is allowed, by the number of nodes."""

    def __init__(self, nodes: Nodes) -> None:
        super().__init__()
        self._nodes = nodes
        self._hit = nodes.script(_HIT)

    async def hit(self, key: str, allowance: Allowance) -> Verdict:
        keys = (f"{{{key}}}:minute", f"{{{key}}}:day")
        by_day = -1 if allowance.day is None else allowance.day
        try:
            passed, in_minute, minute_left, today, day_left = await self._nodes.run(
                self._hit, keys, allowance.minute, by_day
            )
        except RedisGone:
            return await super().hit(key, self._share(allowance))
        now = time.time()
        return verdict(
            bool(passed),
            allowance,
            in_minute=in_minute,
            minute_resets_at=now + minute_left / 1_000_000,
            today=today,
            day_ends_at=now + day_left,
        )

    def _share(self, allowance: Allowance) -> Allowance:
        of_day = None if allowance.day is None else self._nodes.share(allowance.day)
        return Allowance(self._nodes.share(allowance.minute), of_day)

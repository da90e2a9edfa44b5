"""How much of the API was used: the last 30 days by token and by client, the last hour minute by minute."""

from collections import defaultdict

import msgspec

from lundi.core import clock
from lundi.core.work import Work, read
from lundi.domains.accounts import usage
from lundi.domains.accounts.client_usage import clients_since
from lundi.domains.accounts.queries import account_of
from lundi.domains.accounts.usage import Used, used_since
from lundi.entrypoints.app_api.operation import Visit, get

DAYS, MINUTES = 30, 60


class TokenCalls(msgspec.Struct):
    """`user_id` 0 is the company token."""

    user_id: int
    calls: int


class ClientCalls(msgspec.Struct):
    """`client`: as it calls itself, '' where it doesn't, `other` where there were too many. `version`: of the API."""

    client: str
    version: str
    calls: int


class DayUsage(msgspec.Struct):
    """`refused`: over the limit, and not in `calls`. `at`: when the day began, in microseconds, UTC."""

    at: int
    calls: int
    refused: int
    tokens: list[TokenCalls]
    clients: list[ClientCalls]


class MinuteUsage(msgspec.Struct):
    at: int
    calls: int
    refused: int


class ApiUsage(msgspec.Struct):
    """The oldest first; a day or minute without a call is there with 0."""

    per_minute: int
    per_day: int | None
    days: list[DayUsage]
    minutes: list[MinuteUsage]


@get("/admin/usage")
async def get_usage(visit: Visit) -> ApiUsage:
    """How much of the API the account's tokens used."""
    await visit.usage.flush(visit.database)
    return await read(visit.database, visit.actor, lambda work: _usage(work, visit))


async def _usage(work: Work, visit: Visit) -> ApiUsage:
    allowance = visit.plans[(await account_of(work)).plan]
    clients = await _clients_by_day(work)
    return ApiUsage(
        per_minute=allowance.minute,
        per_day=allowance.day,
        days=[
            DayUsage(at * clock.DAY, _calls(used), _refused(used), _tokens(used), clients[at])
            for at, used in await _by_moment(work, usage.DAY, work.now // clock.DAY, DAYS)
        ],
        minutes=[
            MinuteUsage(at * clock.MINUTE, _calls(used), _refused(used))
            for at, used in await _by_moment(work, usage.MINUTE, work.now // clock.MINUTE, MINUTES)
        ],
    )


async def _by_moment(work: Work, span: str, last: int, count: int) -> list[tuple[int, list[Used]]]:
    first = last - count + 1
    found: defaultdict[int, list[Used]] = defaultdict(list)
    for used in await used_since(work, span, first):
        found[used.at].append(used)
    return [(at, found[at]) for at in range(first, last + 1)]


async def _clients_by_day(work: Work) -> defaultdict[int, list[ClientCalls]]:
    found: defaultdict[int, list[ClientCalls]] = defaultdict(list)
    for one in await clients_since(work, work.now // clock.DAY - DAYS + 1):
        found[one.day].append(ClientCalls(one.client, one.version, one.calls))
    return found


def _calls(used: list[Used]) -> int:
    return sum(one.calls for one in used)


def _refused(used: list[Used]) -> int:
    return sum(one.refused for one in used)


def _tokens(used: list[Used]) -> list[TokenCalls]:
    return [TokenCalls(one.user_id, one.calls) for one in used]

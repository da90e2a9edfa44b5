"""How much of the API each token and client uses: counted in memory, and kept minute by minute and day by day."""

import asyncio
import time
from collections import defaultdict
from typing import TypeAlias

import msgspec
import sqlalchemy as sa
import structlog

from lundi.core import clock
from lundi.core.database import Database
from lundi.core.schema import parameter
from lundi.core.work import Actor, Work, write
from lundi.domains.accounts.client_usage import Client, ClientUsed, keep_clients
from lundi.domains.accounts.tables import api_usage

MINUTE, DAY = "minute", "day"
MINUTES_OF_DAY = 24 * 60
MINUTES_KEPT = MINUTES_OF_DAY

_Key: TypeAlias = tuple[int, int, int]
_ClientKey: TypeAlias = tuple[int, int, Client]
_log = structlog.get_logger()

_THE_ROW = sa.and_(
    api_usage.c.account_id == parameter("account_id"),
    api_usage.c.span == parameter("span", sa.Text),
    api_usage.c.at == parameter("at"),
    api_usage.c.user_id == parameter("user_id"),
)
_COUNT_ON = (
    sa.update(api_usage)
    .where(_THE_ROW)
    .values(
        calls=api_usage.c.calls + parameter("calls"),
        refused=api_usage.c.refused + parameter("refused"),
    )
)
_ADD = sa.insert(api_usage).values(
    account_id=parameter("account_id"),
    span=parameter("span", sa.Text),
    at=parameter("at"),
    user_id=parameter("user_id"),
    calls=parameter("calls"),
    refused=parameter("refused"),
)
_SINCE = (
    sa.select(
        api_usage.c.at,
        api_usage.c.user_id,
        api_usage.c.calls,
        api_usage.c.refused,
    )
    .where(
        api_usage.c.account_id == parameter("account_id"),
        api_usage.c.span == parameter("span", sa.Text),
        api_usage.c.at >= parameter("first"),
    )
    .order_by(api_usage.c.at, api_usage.c.user_id)
)
_REMOVE_OLD = sa.delete(api_usage).where(
    api_usage.c.account_id == parameter("account_id"),
    api_usage.c.span == MINUTE,
    api_usage.c.at < parameter("first"),
)


class Used(msgspec.Struct, frozen=True):
    """By one token, `user_id` 0 the company's, in the minute or day `at`. `refused`: over the limit, and not in `calls`."""

    at: int
    user_id: int
    calls: int
    refused: int


class Counted(msgspec.Struct):
    """Of one account."""

    tokens: list[Used] = []
    clients: list[ClientUsed] = []


class Usage:
    """What this process has counted and not kept yet, by account, user and minute, and by account, day and client."""

    def __init__(self) -> None:
        self._calls: defaultdict[_Key, int] = defaultdict(int)
        self._refused: defaultdict[_Key, int] = defaultdict(int)
        self._clients: defaultdict[_ClientKey, int] = defaultdict(int)
        self._keeping = asyncio.Lock()

    def count(
        self, account_id: int, user_id: int, passed: bool, client: Client | None = None
    ) -> None:
        minute = int(time.time() / 60)
        counts = self._calls if passed else self._refused
        counts[account_id, user_id, minute] += 1
        if passed and client is not None:
            self._clients[account_id, minute // MINUTES_OF_DAY, client] += 1

    async def flush(self, database: Database) -> None:
        """Into the database, all that was counted before. What can't be kept now is there for the next time."""
        # Who is told to stop in the middle still brings it to its end.
        await asyncio.shield(self._flush(database))

    async def _flush(self, database: Database) -> None:
        # One at a time: who has flushed finds there what another one was about to keep.
        async with self._keeping:
            counted = self._taken()
            kept = await asyncio.gather(
                *(_keep(database, account_id, of_one) for account_id, of_one in counted.items()),
                return_exceptions=True,
            )
        for account_id, failure in zip(counted, kept, strict=True):
            if failure is not None:
                _log.error("usage not kept", account=account_id, exc_info=failure)
                self._take_back(account_id, counted[account_id])

    def _taken(self) -> dict[int, Counted]:
        calls, self._calls = self._calls, defaultdict(int)
        refused, self._refused = self._refused, defaultdict(int)
        clients, self._clients = self._clients, defaultdict(int)
        of_accounts: defaultdict[int, Counted] = defaultdict(Counted)
        for account_id, user_id, minute in calls.keys() | refused.keys():
            key = (account_id, user_id, minute)
            used = Used(minute, user_id, calls.get(key, 0), refused.get(key, 0))
            of_accounts[account_id].tokens.append(used)
        for (account_id, day, client), count in clients.items():
            by_client = ClientUsed(day, client.name, client.version, count)
            of_accounts[account_id].clients.append(by_client)
        return of_accounts

    def _take_back(self, account_id: int, counted: Counted) -> None:
        for one in counted.tokens:
            self._calls[account_id, one.user_id, one.at] += one.calls
            self._refused[account_id, one.user_id, one.at] += one.refused
        for by_client in counted.clients:
            client = Client(by_client.client, by_client.version)
            self._clients[account_id, by_client.day, client] += by_client.calls


async def used_since(work: Work, span: str, first: int) -> list[Used]:
    """The oldest first."""
    return await work.all(_SINCE, Used, span=span, first=first)


async def forget_old_minutes(work: Work) -> None:
    await work.run(_REMOVE_OLD, first=work.now // clock.MINUTE - MINUTES_KEPT)


async def _keep(database: Database, account_id: int, counted: Counted) -> None:
    async def keep(work: Work) -> None:
        await keep_clients(work, counted.clients)
        for one in counted.tokens:
            for span, at in ((MINUTE, one.at), (DAY, one.at // MINUTES_OF_DAY)):
                row = {"span": span, "at": at, "user_id": one.user_id}
                row |= {"calls": one.calls, "refused": one.refused}
                if not await work.run(_COUNT_ON, **row):
                    await work.run(_ADD, **row)

    await write(database, Actor(account_id, None, "company"), keep)

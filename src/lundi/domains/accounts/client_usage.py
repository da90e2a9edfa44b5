"""Which client asks in which version of the API: kept day by day."""

import msgspec
import sqlalchemy as sa

from lundi.core import clock
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.tables import api_clients

DAYS_KEPT = 30
# A client may call itself anything, and something else each time.
MOST_A_DAY = 50
OTHER = "other"

_THE_DAY = sa.and_(
    api_clients.c.account_id == parameter("account_id"), api_clients.c.day == parameter("day")
)
_COUNT_ON = (
    sa.update(api_clients)
    .where(
        _THE_DAY,
        api_clients.c.client == parameter("client", sa.Text),
        api_clients.c.version == parameter("version", sa.Text),
    )
    .values(calls=api_clients.c.calls + parameter("calls"))
)
_ADD = sa.insert(api_clients).values(
    account_id=parameter("account_id"),
    day=parameter("day"),
    client=parameter("client", sa.Text),
    version=parameter("version", sa.Text),
    calls=parameter("calls"),
)
_HOW_MANY = sa.select(sa.func.count()).select_from(api_clients).where(_THE_DAY)
_SINCE = (
    sa.select(api_clients.c.day, api_clients.c.client, api_clients.c.version, api_clients.c.calls)
    .where(
        api_clients.c.account_id == parameter("account_id"),
        api_clients.c.day >= parameter("first"),
    )
    .order_by(api_clients.c.day, api_clients.c.client, api_clients.c.version)
)
_REMOVE_OLD = sa.delete(api_clients).where(
    api_clients.c.account_id == parameter("account_id"), api_clients.c.day < parameter("first")
)


class Client(msgspec.Struct, frozen=True):
    """`name` as it calls itself, '' where it doesn't; `version`: of the API, `v1` for the first."""

    name: str
    version: str


class ClientUsed(msgspec.Struct, frozen=True):
    day: int
    client: str
    version: str
    calls: int


async def keep_clients(work: Work, counted: list[ClientUsed]) -> None:
    for one in counted:
        if await _counted_on(work, one):
            continue
        if await work.one(_HOW_MANY, int, day=one.day) < MOST_A_DAY:
            await work.run(_ADD, **msgspec.structs.asdict(one))
            continue
        rest = msgspec.structs.replace(one, client=OTHER, version="")
        if not await _counted_on(work, rest):
            await work.run(_ADD, **msgspec.structs.asdict(rest))


async def clients_since(work: Work, first: int) -> list[ClientUsed]:
    """The oldest day first."""
    return await work.all(_SINCE, ClientUsed, first=first)


async def forget_old_clients(work: Work) -> None:
    await work.run(_REMOVE_OLD, first=work.now // clock.DAY - DAYS_KEPT)


async def _counted_on(work: Work, one: ClientUsed) -> bool:
    return bool(await work.run(_COUNT_ON, **msgspec.structs.asdict(one)))

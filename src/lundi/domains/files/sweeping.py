"""What goes for good: files that were taken away some days ago, and blobs that no asset has."""

import sqlalchemy as sa

from lundi.core.blobs import Blobs
from lundi.core.clock import DAY
from lundi.core.database import Database
from lundi.core.schema import one_of, parameter
from lundi.core.work import Actor, Work, as_json, read
from lundi.domains.files.storing import WAITS, remove_blobs
from lundi.domains.files.tables import assets, loose_blobs
from lundi.domains.pulses.recycle_bin import KEPT_DAYS

MOST_AT_ONCE = 100

_COLUMNS = ["account_id", "blob", "since"]
_BLOB = (assets.c.account_id, assets.c.blob, parameter("now"))
# For who removes pulses: before the pulses, and the updates, themselves.
LOOSEN_OF_PULSES = sa.insert(loose_blobs).from_select(
    _COLUMNS,
    sa.select(*_BLOB).where(
        assets.c.account_id == parameter("account_id"), one_of(assets.c.pulse_id, "pulse_ids")
    ),
)
REMOVE_OF_PULSES = sa.delete(assets).where(
    assets.c.account_id == parameter("account_id"), one_of(assets.c.pulse_id, "pulse_ids")
)
_OVERDUE = (
    sa.select(assets.c.id)
    .where(
        assets.c.account_id == parameter("account_id"),
        assets.c.removed_at.is_not(None),
        assets.c.removed_at < parameter("before"),
    )
    .order_by(assets.c.removed_at, assets.c.id)
    .limit(parameter("take"))
    .with_for_update()
)
_BY_ID = sa.and_(assets.c.account_id == parameter("account_id"), one_of(assets.c.id, "asset_ids"))
_LOOSEN = sa.insert(loose_blobs).from_select(_COLUMNS, sa.select(*_BLOB).where(_BY_ID))
_REMOVE = sa.delete(assets).where(_BY_ID)
_LOOSE = (
    sa.select(loose_blobs.c.blob)
    .where(
        loose_blobs.c.account_id == parameter("account_id"),
        loose_blobs.c.since < parameter("before"),
    )
    .order_by(loose_blobs.c.since, loose_blobs.c.blob)
    .limit(parameter("take"))
)


async def purge_files(work: Work) -> int:
    """Files that were taken away more than 30 days ago; gives how many, and where it is MOST_AT_ONCE, ask again."""
    before = work.now - KEPT_DAYS * DAY
    overdue = await work.all(_OVERDUE, int, before=before, take=MOST_AT_ONCE)
    if overdue:
        asset_ids = as_json(overdue)
        await work.run(_LOOSEN, asset_ids=asset_ids)
        await work.run(_REMOVE, asset_ids=asset_ids)
    return len(overdue)


async def sweep(database: Database, actor: Actor, blobs: Blobs) -> None:
    """Removes the blobs that have been loose for longer than an upload takes."""

    async def look(work: Work) -> list[str]:
        # Twice as long as an asset may still take one.
        return await work.all(_LOOSE, str, before=work.now - 2 * WAITS, take=MOST_AT_ONCE)

    while found := await read(database, actor, look):
        await remove_blobs(database, actor, blobs, found)

"""Reading uploaded files, of many pulses or updates at once."""

from collections.abc import Collection
from typing import Any

from lundi.core.schema import one_of
from lundi.core.work import Work, id_list
from lundi.domains.boards.schemas import DELETED
from lundi.domains.files.access import VISIBLE_ASSETS
from lundi.domains.files.schemas import Asset
from lundi.domains.files.tables import assets

_BY_ID = VISIBLE_ASSETS.where(one_of(assets.c.id, "asset_ids"))
_OF_PULSES = VISIBLE_ASSETS.where(one_of(assets.c.pulse_id, "pulse_ids")).order_by(assets.c.id)
_OF_UPDATES = VISIBLE_ASSETS.where(one_of(assets.c.update_id, "update_ids")).order_by(assets.c.id)


async def assets_by_id(work: Work, asset_ids: Collection[int]) -> dict[int, Asset]:
    """Those of them that the actor sees."""
    if not asset_ids:
        return {}
    found = await work.all(_BY_ID, Asset, asset_ids=id_list(asset_ids))
    return {asset.id: asset for asset in found if asset.pulse_state != DELETED}


async def assets_of_pulses(work: Work, pulse_ids: Collection[int]) -> dict[int, list[Asset]]:
    """Those in cells and those of updates, the oldest first."""
    owned: dict[int, list[Asset]] = {one: [] for one in pulse_ids}
    for asset in await work.all(_OF_PULSES, Asset, pulse_ids=id_list(pulse_ids)):
        if asset.pulse_state != DELETED:
            owned[asset.pulse_id].append(asset)
    return owned


async def assets_of_updates(work: Work, update_ids: Collection[int]) -> dict[int, list[Asset]]:
    """Of replies too, the oldest first."""
    owned: dict[int, list[Asset]] = {one: [] for one in update_ids}
    if not owned:
        return owned
    for asset in await work.all(_OF_UPDATES, Asset, update_ids=id_list(update_ids)):
        if asset.update_id is not None and asset.pulse_state != DELETED:
            owned[asset.update_id].append(asset)
    return owned


def in_cells(values: dict[str, Any], column_ids: Collection[str] | None = None) -> set[int]:
    """The ids of the files in a pulse's cells: in those columns, if any are named."""
    return {
        one["asset_id"]
        for column_id, value in values.items()
        if (column_ids is None or column_id in column_ids) and isinstance(value, dict)
        for one in value.get("files", ())
        if "asset_id" in one
    }

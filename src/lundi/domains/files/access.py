"""The only door to uploaded files: they are seen by who sees their pulse, those of an update while it is there."""

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.schemas import ACTIVE, DELETED
from lundi.domains.boards.tables import boards, groups
from lundi.domains.column_types import file
from lundi.domains.conversation.access import update_to_edit
from lundi.domains.conversation.schemas import Update
from lundi.domains.conversation.tables import updates
from lundi.domains.files.schemas import Asset
from lundi.domains.files.tables import assets
from lundi.domains.pulses.access import IN_GROUP, ON_BOARD, STATE, cell_to_edit
from lundi.domains.pulses.schemas import Cell
from lundi.domains.pulses.tables import pulses

ASSET_COLUMNS = (
    assets.c.id,
    assets.c.pulse_id,
    assets.c.update_id,
    assets.c.column_id,
    assets.c.uploaded_by,
    assets.c.name,
    assets.c.extension,
    assets.c.size,
    assets.c.blob,
    assets.c.width,
    assets.c.height,
    assets.c.created_at,
    assets.c.removed_at,
    pulses.c.board_id,
    STATE.label("pulse_state"),
)
_UPDATE_IS_THERE = sa.or_(
    assets.c.update_id.is_(None),
    sa.exists()
    .where(
        updates.c.account_id == parameter("account_id"),
        updates.c.id == assets.c.update_id,
        updates.c.state == ACTIVE,
    )
    .correlate_except(updates),
)
_ASSETS = (
    sa.select(*ASSET_COLUMNS)
    .join(
        pulses,
        sa.and_(pulses.c.account_id == assets.c.account_id, pulses.c.id == assets.c.pulse_id),
    )
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(assets.c.account_id == parameter("account_id"), _UPDATE_IS_THERE)
)
VISIBLE_ASSETS = _ASSETS.where(assets.c.removed_at.is_(None), board_is_visible())
_ASSET = VISIBLE_ASSETS.where(assets.c.id == parameter("asset_id"))
_LINKED_ASSET = _ASSETS.where(assets.c.removed_at.is_(None), assets.c.id == parameter("asset_id"))


async def asset_to_read(work: Work, asset_id: int) -> Asset:
    return _there(await work.first(_ASSET, Asset, asset_id=asset_id), asset_id)


async def asset_by_link(work: Work, asset_id: int) -> Asset:
    """For who has a link to it that was signed here: whoever that is."""
    return _there(await work.first(_LINKED_ASSET, Asset, asset_id=asset_id), asset_id)


async def cell_for_files(work: Work, board_id: int, pulse_id: int, column_id: str) -> Cell:
    """To put files into or take them from. Invalid where the column is for other things."""
    return await cell_to_edit(work, board_id, column_id, pulse_id, file.TYPE.name)


async def asset_to_detach(work: Work, update_id: int, asset_id: int) -> tuple[Update, Asset]:
    """By the update's author."""
    update = await update_to_edit(work, update_id)
    asset = await asset_to_read(work, asset_id)
    if asset.update_id != update.id:
        raise NotFound(f"There is no file {asset_id} on update {update_id}.", asset_id=asset_id)
    return update, asset


def _there(asset: Asset | None, asset_id: int) -> Asset:
    if asset is None or asset.pulse_state == DELETED:
        raise NotFound(f"There is no file {asset_id}.", asset_id=asset_id)
    return asset

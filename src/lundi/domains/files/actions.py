"""Adding files to cells and updates, and taking them away."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid, NotFound
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.accounts.access import act_for_account
from lundi.domains.boards.access import board_to_edit
from lundi.domains.column_types import file
from lundi.domains.column_types.column_type import Stored
from lundi.domains.conversation.access import update_to_edit
from lundi.domains.files.access import asset_to_detach, asset_to_read, cell_for_files
from lundi.domains.files.events import FileAttached, FileDetached
from lundi.domains.files.queries import in_cells
from lundi.domains.files.schemas import Asset, Kept, Linked
from lundi.domains.files.storing import take_blob
from lundi.domains.files.tables import assets
from lundi.domains.pulses.access import pulse_to_edit
from lundi.domains.pulses.events import ValueChanged
from lundi.domains.pulses.schemas import Cell, Pulse
from lundi.domains.pulses.tables import pulses
from lundi.domains.pulses.value_actions import store_value

_ADD = sa.insert(assets).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    pulse_id=parameter("pulse_id"),
    update_id=parameter("update_id"),
    column_id=parameter("column_id", sa.Text),
    uploaded_by=parameter("uploaded_by"),
    name=parameter("name", sa.Text),
    extension=parameter("extension", sa.Text),
    size=parameter("size"),
    blob=parameter("blob", sa.Text),
    width=parameter("width"),
    height=parameter("height"),
    created_at=parameter("now"),
)
# Two files that are added at once: the second finds the first in the cell.
_LOCK = (
    sa.select(pulses.c.id)
    .where(pulses.c.account_id == parameter("account_id"), pulses.c.id == parameter("pulse_id"))
    .with_for_update()
)
# Those that were taken away too: they may come back.
_OF_PULSE = sa.select(assets.c.id, assets.c.name, assets.c.width, assets.c.uploaded_by).where(
    assets.c.account_id == parameter("account_id"),
    one_of(assets.c.id, "asset_ids"),
    assets.c.pulse_id == parameter("pulse_id"),
)
_THESE_OF_PULSE = sa.and_(
    assets.c.account_id == parameter("account_id"),
    one_of(assets.c.id, "asset_ids"),
    assets.c.pulse_id == parameter("pulse_id"),
    assets.c.update_id.is_(None),
)
_TAKE_AWAY = sa.update(assets).where(_THESE_OF_PULSE).values(removed_at=parameter("now"))
_BRING_BACK = sa.update(assets).where(_THESE_OF_PULSE).values(removed_at=sa.null())
_DETACH = (
    sa.update(assets)
    .where(assets.c.account_id == parameter("account_id"), assets.c.id == parameter("asset_id"))
    .values(removed_at=parameter("now"))
)


class _Known(msgspec.Struct, frozen=True):
    id: int
    name: str
    width: int | None
    uploaded_by: int


async def add_to_cell(work: Work, pulse_id: int, column_id: str, kept: Kept) -> Asset:
    """After those that are there. Invalid where the column is for other things than files."""
    cell = await _cell(work, pulse_id, column_id)
    asset = await _add(work, kept, pulse_id=pulse_id, column_id=column_id)
    one = file.asset(
        asset.id,
        asset.name,
        is_image=asset.is_image,
        created_at=work.now,
        creator_id=asset.uploaded_by,
    )
    value = file.with_file(cell.pulse.values.get(column_id), one)
    await store_value(work, cell.pulse, cell.column, value)
    return asset


async def set_files(
    work: Work, board_id: int, pulse_id: int, column_id: str, given: Sequence[int | Linked]
) -> Pulse:
    """In the place of those in the cell: files of the same pulse, by the ids of their assets, and links."""
    await board_to_edit(work, board_id)
    cell = await _cell(work, pulse_id, column_id)
    if cell.board.id != board_id:
        raise NotFound(f"There is no pulse {pulse_id} on board {board_id}.", pulse_id=pulse_id)
    if len(given) > file.MOST:
        raise Invalid(f"A cell has at most {file.MOST:,} files.")
    user_id = await act_for_account(work)
    there = _files(cell.pulse.values.get(column_id))
    known = await _known(work, pulse_id, [one for one in given if isinstance(one, int)])
    files = [
        _linked(one, there, work.now, user_id)
        if isinstance(one, Linked)
        else _asset(known[one], there, work.now)
        for one in dict.fromkeys(given)
    ]
    await _store(work, cell, files)
    return await pulse_to_edit(work, pulse_id)


async def take_from_cell(
    work: Work, board_id: int, pulse_id: int, column_id: str, asset_id: int
) -> Stored | None:
    """Gives what is left in the cell. The file itself goes some days later."""
    await board_to_edit(work, board_id)
    cell = await _cell(work, pulse_id, column_id)
    there = _files(cell.pulse.values.get(column_id))
    left = [one for one in there if one.get("asset_id") != asset_id]
    if cell.board.id != board_id or len(left) == len(there):
        raise NotFound(f"There is no file {asset_id} in this cell.", asset_id=asset_id)
    return await _store(work, cell, left)


async def attach_to_update(work: Work, update_id: int, kept: Kept) -> Asset:
    """To a reply too; by its author."""
    update = await update_to_edit(work, update_id)
    asset = await _add(work, kept, pulse_id=update.pulse_id, update_id=update.id)
    work.record(
        FileAttached(
            board_id=update.board_id,
            pulse_id=update.pulse_id,
            asset_id=asset.id,
            update_id=update.id,
            name=asset.name,
        )
    )
    return asset


async def detach_from_update(work: Work, update_id: int, asset_id: int) -> None:
    update, asset = await asset_to_detach(work, update_id, asset_id)
    await work.run(_DETACH, asset_id=asset.id)
    work.record(
        FileDetached(
            board_id=update.board_id,
            pulse_id=update.pulse_id,
            asset_id=asset.id,
            update_id=update.id,
            name=asset.name,
        )
    )


async def settle_files(work: Work) -> None:
    """After cells were changed: the files that are in none of them any more are taken away, what is back is there again."""
    named: dict[int, set[int]] = {}
    for event in work.recorded:
        if isinstance(event, ValueChanged) and event.pulse_id is not None:
            ids = in_cells({"old": event.old, "new": event.new})
            if ids:
                named.setdefault(event.pulse_id, set()).update(ids)
    for pulse_id, ids in named.items():
        there = in_cells((await pulse_to_edit(work, pulse_id)).values)
        await work.run(_TAKE_AWAY, asset_ids=id_list(ids - there), pulse_id=pulse_id)
        await work.run(_BRING_BACK, asset_ids=id_list(ids & there), pulse_id=pulse_id)


async def _cell(work: Work, pulse_id: int, column_id: str) -> Cell:
    pulse = await pulse_to_edit(work, pulse_id)
    await work.lock(_LOCK, pulse_id=pulse_id)
    return await cell_for_files(work, pulse.board_id, pulse_id, column_id)


async def _add(
    work: Work,
    kept: Kept,
    *,
    pulse_id: int,
    column_id: str | None = None,
    update_id: int | None = None,
) -> Asset:
    """Where the actor was found to be allowed to."""
    uploaded_by = await act_for_account(work)
    await take_blob(work, kept)
    asset_id = await work.new_id("asset")
    await work.run(
        _ADD,
        id=asset_id,
        pulse_id=pulse_id,
        update_id=update_id,
        column_id=column_id,
        uploaded_by=uploaded_by,
        **msgspec.structs.asdict(kept),
    )
    return await asset_to_read(work, asset_id)


async def _store(work: Work, cell: Cell, files: list[Stored]) -> Stored | None:
    value = {"files": files} if files else None
    await store_value(work, cell.pulse, cell.column, value)
    await settle_files(work)
    return value


async def _known(work: Work, pulse_id: int, asset_ids: list[int]) -> dict[int, _Known]:
    if not asset_ids:
        return {}
    rows = await work.all(_OF_PULSE, _Known, pulse_id=pulse_id, asset_ids=id_list(asset_ids))
    found = {one.id: one for one in rows}
    for asset_id in asset_ids:
        if asset_id not in found:
            raise NotFound(
                f"There is no file {asset_id} of item {pulse_id}: upload it to that item.",
                asset_id=asset_id,
            )
    return found


def _files(stored: Stored | None) -> list[Stored]:
    return [] if stored is None else list(stored["files"])


def _asset(known: _Known, there: list[Stored], now: int) -> Stored:
    """As it stands in the cell already, if it does."""
    for one in there:
        if one.get("asset_id") == known.id:
            return one
    is_image = known.width is not None
    return file.asset(
        known.id, known.name, is_image=is_image, created_at=now, creator_id=known.uploaded_by
    )


def _linked(link: Linked, there: list[Stored], now: int, user_id: int) -> Stored:
    for one in there:
        if one.get("url") == link.url and one["name"] == link.name:
            return one
    return file.link(link.url, link.name, created_at=now, creator_id=user_id, service=link.service)

"""Files in cells and on updates. A file is the request's whole body; what it is called stands in the query."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec

from lundi.core.work import Work, read, write
from lundi.domains.column_types.column_type import Stored
from lundi.domains.conversation.access import update_to_edit
from lundi.domains.files import actions
from lundi.domains.files.access import cell_for_files
from lundi.domains.files.queries import assets_of_pulses
from lundi.domains.files.schemas import Asset, Kept
from lundi.domains.pulses.access import pulse_to_read
from lundi.entrypoints.app_api.operation import Visit, delete, get, post
from lundi.entrypoints.app_api.resources.cells import Changed
from lundi.entrypoints.app_api.shapes import Done
from lundi.entrypoints.shared.links import protected, protected_small
from lundi.entrypoints.shared.uploads import Body

T = TypeVar("T")
UNNAMED = "file"


class File(msgspec.Struct):
    """`url` is for who is signed in; `small_url`: a small picture of it, if it is one. `size` in bytes."""

    id: int
    name: str
    size: int
    url: str
    small_url: str | None
    uploaded_by: int
    created_at: int
    update_id: int | None


class Added(msgspec.Struct):
    """`value`: what is in the cell now, as rows show it."""

    file: File
    value: Stored


@get("/pulses/{pulse_id}/files")
async def get_files(work: Work, pulse_id: int) -> list[File]:
    """All files of a pulse: in its cells, and on its updates and their replies."""
    pulse = await pulse_to_read(work, pulse_id)
    found = (await assets_of_pulses(work, [pulse.id]))[pulse.id]
    return [show_file(work, asset) for asset in found]


@post("/boards/{board_id}/pulses/{pulse_id}/files/{file_column_id}")
async def add_file(
    visit: Visit,
    board_id: int,
    pulse_id: int,
    file_column_id: str,
    body: Body,
    name: str = UNNAMED,
) -> Added:
    """Add a file to those in a cell."""

    async def may(work: Work) -> None:
        await cell_for_files(work, board_id, pulse_id, file_column_id)

    async def add(work: Work, kept: Kept) -> Added:
        asset = await actions.add_to_cell(work, pulse_id, file_column_id, kept)
        pulse = await pulse_to_read(work, pulse_id)
        return Added(show_file(work, asset), pulse.values[file_column_id])

    return await _uploaded(visit, body, name, may, add)


@delete("/boards/{board_id}/pulses/{pulse_id}/files/{file_column_id}/{asset_id}")
async def take_file(
    work: Work, board_id: int, pulse_id: int, file_column_id: str, asset_id: int
) -> Changed:
    """Take a file out of a cell; some days later it is gone."""
    cell = (board_id, pulse_id, file_column_id)
    return Changed(await actions.take_from_cell(work, *cell, asset_id))


@post("/updates/{update_id}/files")
async def attach_file(visit: Visit, update_id: int, body: Body, name: str = UNNAMED) -> File:
    """Attach a file to one's own update or reply."""

    async def may(work: Work) -> None:
        await update_to_edit(work, update_id)

    async def attach(work: Work, kept: Kept) -> File:
        return show_file(work, await actions.attach_to_update(work, update_id, kept))

    return await _uploaded(visit, body, name, may, attach)


@delete("/updates/{update_id}/files/{attached_id}")
async def detach_file(work: Work, update_id: int, attached_id: int) -> Done:
    """Take a file off one's own update or reply."""
    await actions.detach_from_update(work, update_id, attached_id)
    return Done()


def show_file(work: Work, asset: Asset) -> File:
    return File(
        id=asset.id,
        name=asset.name,
        size=asset.size,
        url=protected("", work.account_id, asset),
        small_url=protected_small("", work.account_id, asset) if asset.is_image else None,
        uploaded_by=asset.uploaded_by,
        created_at=asset.created_at,
        update_id=asset.update_id,
    )


async def _uploaded(
    visit: Visit,
    body: Body,
    name: str,
    may: Callable[[Work], Awaitable[None]],
    act: Callable[[Work, Kept], Awaitable[T]],
) -> T:
    """Read only for who `may`, kept before the transaction that `act`s."""
    await read(visit.database, visit.actor, may)
    upload = await body.file(name, visit.store.rules.largest)
    with upload.file:
        kept = await visit.store.keep(visit.actor, upload.file, name=name, size=upload.size)
    try:
        return await write(visit.database, visit.actor, lambda work: act(work, kept))
    finally:
        await visit.store.drop_loose(visit.actor, [kept])

"""Uploaded files: in cells, on updates, and by themselves."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.accounts.schemas import User
from lundi.domains.column_types.file import SERVICES
from lundi.domains.conversation.access import update_to_edit
from lundi.domains.conversation.schemas import Update
from lundi.domains.files.actions import add_to_cell, attach_to_update, set_files
from lundi.domains.files.queries import (
    assets_by_id,
    assets_of_pulses,
    assets_of_updates,
    in_cells,
)
from lundi.domains.files.schemas import Asset, Kept, Linked
from lundi.domains.pulses.access import pulse_to_edit
from lundi.domains.pulses.cells import ReadCell as Cell
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.multipart import NoFile
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids, needed_id
from lundi.entrypoints.graphql_v2.resolvers.lookups import users_of
from lundi.entrypoints.shared.links import protected, protected_small
from lundi.entrypoints.shared.uploads import Upload

_TYPES = {"asset": "FileAssetValue", "link": "FileLinkValue", "doc": "FileDocValue"}


class InCell(msgspec.Struct, frozen=True):
    """A file, a link or a doc of a cell, as it is stored there. `asset`: if the reader sees it."""

    stored: dict[str, Any]
    asset: Asset | None = None

    @property
    def v2_type(self) -> str:
        kind = self.stored["kind"]
        if kind == "asset" and self.asset is None:
            return "FileAssetInvalidValue"
        return _TYPES[kind]


async def assets(ctx: Context, parents: Sequence[Any], ids: list[str]) -> list[list[Asset]]:
    wanted = as_ids(ids) or []
    found = await ctx.look_up("assets", wanted, assets_by_id)
    return [[asset for one in wanted if (asset := found[one])]]


async def assets_of_items(
    ctx: Context,
    parents: Sequence[Pulse],
    assets_source: str | None = None,
    column_ids: list[str | None] | None = None,
) -> list[list[Asset]]:
    """`columns`: what is in the cells. `gallery`: what else there is, that is, what hangs on updates."""
    found = await ctx.look_up("assets of items", (item.id for item in parents), assets_of_pulses)
    columns = {one for one in column_ids or () if one is not None} or None
    shown = []
    for item in parents:
        placed = in_cells(item.values, columns)
        there = found[item.id] or []
        if assets_source == "gallery":
            shown.append([one for one in there if one.id not in in_cells(item.values)])
        elif assets_source == "columns" or columns is not None:
            shown.append([one for one in there if one.id in placed])
        else:
            shown.append(there)
    return shown


async def of_updates(ctx: Context, parents: Sequence[Update]) -> list[list[Asset]]:
    ids = (update.id for update in parents)
    found = await ctx.look_up("assets of updates", ids, assets_of_updates)
    return [found[update.id] or [] for update in parents]


async def uploaders(ctx: Context, parents: Sequence[Asset]) -> list[User | None]:
    return await users_of(ctx, [asset.uploaded_by for asset in parents])


async def files_of_cells(ctx: Context, parents: Sequence[Cell]) -> list[list[InCell]]:
    ids = [asset_id for cell in parents for asset_id in cell.kind.assets(cell.stored or _NO_FILES)]
    found = await ctx.look_up("assets", ids, assets_by_id)
    return [
        [InCell(one, found.get(one.get("asset_id", 0))) for one in cell.fields["files"]]
        for cell in parents
    ]


async def creators(ctx: Context, parents: Sequence[InCell]) -> list[User | None]:
    return await users_of(ctx, [one.stored["creator_id"] for one in parents])


async def add_file_to_column(
    ctx: Context, parents: Sequence[None], column_id: str, file: Upload, item_id: str
) -> list[Asset]:
    target = as_id(item_id, "item_id")
    await pulse_to_edit(ctx.work, target)
    return [await add_to_cell(ctx.work, target, column_id, _kept(file))]


async def add_file_to_update(
    ctx: Context, parents: Sequence[None], file: Upload, update_id: str
) -> list[Asset]:
    target = as_id(update_id, "update_id")
    await update_to_edit(ctx.work, target)
    return [await attach_to_update(ctx.work, target, _kept(file))]


async def update_assets_on_item(
    ctx: Context,
    parents: Sequence[None],
    board_id: str,
    column_id: str,
    files: list[dict[str, Any]],
    item_id: str,
) -> list[Pulse]:
    item, board = as_id(item_id, "item_id"), as_id(board_id, "board_id")
    await pulse_to_edit(ctx.work, item)
    return [await set_files(ctx.work, board, item, column_id, [_wanted(one) for one in files])]


def _wanted(given: dict[str, Any]) -> int | Linked:
    kind = given["fileType"]
    if kind == "asset":
        return needed_id(given.get("assetId"), "assetId")
    if kind != "link" and kind not in SERVICES:
        raise Invalid(f"Files of type {kind} aren't supported by this server.")
    if not given.get("linkToFile"):
        raise Invalid("linkToFile is missing.")
    return Linked(given["linkToFile"], given["name"], kind)


def _kept(file: Upload) -> Kept:
    if file.kept is None:
        raise NoFile("The file was not kept.")
    return file.kept


def _size(asset: Asset) -> str | None:
    return f"{asset.width}x{asset.height}" if asset.is_image else None


def _small(ctx: Context, asset: Asset) -> str | None:
    work = ctx.work
    return protected_small(work.site, work.account_id, asset) if asset.is_image else None


def _public(ctx: Context, asset: Asset) -> str:
    work = ctx.work
    return ctx.links.public(work.site, work.account_id, asset, work.now)


_NO_FILES: dict[str, Any] = {"files": []}
RESOLVERS: Resolvers = {
    ("Query", "assets"): assets,
    ("Item", "assets"): assets_of_items,
    ("Update", "assets"): of_updates,
    ("Reply", "assets"): of_updates,
    ("Asset", "uploaded_by"): uploaders,
    ("FileValue", "files"): files_of_cells,
    **{(name, "creator"): creators for name in (*_TYPES.values(), "FileAssetInvalidValue")},
    ("Mutation", "add_file_to_column"): add_file_to_column,
    ("Mutation", "add_file_to_update"): add_file_to_update,
    ("Mutation", "update_assets_on_item"): update_assets_on_item,
}
_OF_ALL: Lookups = {
    (name, field): lookup
    for name in (*_TYPES.values(), "FileAssetInvalidValue")
    for field, lookup in (
        ("created_at", lambda ctx, one: one.stored["created_at"]),
        ("creator_id", lambda ctx, one: one.stored["creator_id"]),
        ("name", lambda ctx, one: one.stored["name"]),
        ("asset_id", lambda ctx, one: one.stored["asset_id"]),
        ("file_id", lambda ctx, one: one.stored.get("doc_id") or one.stored["url"]),
        ("url", lambda ctx, one: one.stored.get("url")),
    )
}
LOOKUPS: Lookups = {
    **_OF_ALL,
    ("FileAssetValue", "is_image"): lambda ctx, one: one.stored["is_image"],
    ("FileAssetInvalidValue", "error"): lambda ctx, one: "The file is gone, or not for you.",
    ("FileLinkValue", "kind"): lambda ctx, one: one.stored.get("service", "link"),
    ("Asset", "file_extension"): lambda ctx, asset: asset.extension and f".{asset.extension}",
    ("Asset", "file_size"): lambda ctx, asset: asset.size,
    ("Asset", "original_geometry"): lambda ctx, asset: _size(asset),
    ("Asset", "public_url"): _public,
    ("Asset", "url"): lambda ctx, asset: protected(ctx.work.site, ctx.work.account_id, asset),
    ("Asset", "url_thumbnail"): _small,
}

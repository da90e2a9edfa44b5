"""Docs, their blocks, and the docs in cells."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.core.errors import NotFound
from lundi.core.ordering import as_number
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.places import folders_by_id, workspaces_by_id
from lundi.domains.docs.exporting import export_markdown
from lundi.domains.docs.queries import (
    BY_USE,
    blocks_of_docs,
    descriptions_of,
    docs_by_id,
    find_docs,
)
from lundi.domains.docs.schemas import Block, Doc
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.workspaces.schemas import Workspace
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids, window
from lundi.entrypoints.graphql_v2.resolvers.lookups import users_of
from lundi.entrypoints.graphql_v2.resolvers.workspaces import kept_ids
from lundi.entrypoints.graphql_v2.schema import shown_time

_MOST = 100
_encode = msgspec.json.Encoder().encode


async def docs(
    ctx: Context,
    parents: Sequence[Any],
    ids: list[str] | None = None,
    limit: int | None = None,
    object_ids: list[str] | None = None,
    order_by: str | None = None,
    page: int | None = None,
    workspace_ids: list[str | None] | None = None,
) -> list[list[Doc]]:
    found = await find_docs(
        ctx.work,
        window(limit, page, most=_MOST),
        doc_ids=_both(as_ids(ids), as_ids(object_ids, "object_ids")),
        workspace_ids=await kept_ids(ctx, workspace_ids) if workspace_ids else None,
        by_use=order_by == BY_USE,
    )
    ctx.knows("docs", {doc.id: doc for doc in found})
    return [found]


async def export_markdown_from_doc(
    ctx: Context,
    parents: Sequence[Any],
    docId: str,
    blockIds: list[str] | None = None,
) -> list[dict[str, Any]]:
    chosen = [as_block_id(one) for one in blockIds or ()]
    markdown = await export_markdown(ctx.work, as_id(docId, "docId"), chosen)
    return [{"success": True, "markdown": markdown, "error": None}]


def as_block_id(given: str) -> int:
    """What is no number is the id of no block of ours."""
    text = given.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise NotFound(f"There is no block '{text[:40]}'.", block_id=text[:40])
    return int(text)


def _both(ids: list[int] | None, object_ids: list[int] | None) -> list[int] | None:
    """A doc has one id, by both of its names."""
    if ids is None or object_ids is None:
        return object_ids if ids is None else ids
    return [one for one in ids if one in object_ids]


async def blocks(
    ctx: Context, parents: Sequence[Doc], limit: int | None = None, page: int | None = None
) -> list[list[Block]]:
    within = window(limit, page)
    found = await blocks_of_docs(ctx.work, {doc.id for doc in parents}, within)
    return [found[doc.id] for doc in parents]


async def creators(ctx: Context, parents: Sequence[Doc | Block]) -> list[User | None]:
    return await users_of(ctx, [one.creator_id for one in parents])


async def workspace(ctx: Context, parents: Sequence[Doc]) -> list[Workspace | None]:
    named = {doc.workspace_id for doc in parents if doc.workspace_id is not None}
    found = await ctx.look_up("workspaces", named, workspaces_by_id)
    return [None if d.workspace_id is None else found[d.workspace_id] for d in parents]


async def folder_ids(ctx: Context, parents: Sequence[Doc]) -> list[int | None]:
    named = {doc.folder_id for doc in parents if doc.folder_id is not None}
    found = await ctx.look_up("folders", named, folders_by_id)
    return [doc.folder_in(found) for doc in parents]


async def descriptions(ctx: Context, parents: Sequence[Pulse]) -> list[Doc | None]:
    found = await ctx.look_up("descriptions", (item.id for item in parents), descriptions_of)
    return [found[item.id] for item in parents]


async def _of_cells(ctx: Context, cells: Sequence[Any]) -> list[Doc | None]:
    """What the reader may see of what is stored there."""
    stored = [cell.fields["file"] for cell in cells]
    ids = {one["doc_id"] for one in stored if one is not None}
    found = await ctx.look_up("docs", ids, docs_by_id)
    return [None if one is None else found[one["doc_id"]] for one in stored]


async def files_of_cells(ctx: Context, cells: Sequence[Any]) -> list[dict[str, Any] | None]:
    found = await _of_cells(ctx, cells)
    return [
        None if doc is None else cell.fields["file"] for cell, doc in zip(cells, found, strict=True)
    ]


async def cells_with_docs(ctx: Context, cells: Sequence[Any]) -> list[Any]:
    """The schema has a cell of this type stand for its file too."""
    found = await _of_cells(ctx, cells)
    return [None if doc is None else cell for cell, doc in zip(cells, found, strict=True)]


async def texts_of_cells(ctx: Context, cells: Sequence[Any]) -> list[str]:
    return ["" if doc is None else _url(ctx, doc.id) for doc in await _of_cells(ctx, cells)]


async def docs_of_files(ctx: Context, files: Sequence[Any]) -> list[Doc | None]:
    ids = [_stored(file)["doc_id"] for file in files]
    found = await ctx.look_up("docs", ids, docs_by_id)
    return [found[one] for one in ids]


async def creators_of_files(ctx: Context, files: Sequence[Any]) -> list[User | None]:
    return await users_of(ctx, [_stored(file)["creator_id"] for file in files])


def _stored(file: Any) -> dict[str, Any]:
    """In a cell of files it is wrapped."""
    found: dict[str, Any] = file if isinstance(file, dict) else file.stored
    return found


def _path(doc_id: int) -> str:
    return f"/docs/{doc_id}"


def _url(ctx: Context, doc_id: int) -> str:
    return ctx.work.site + _path(doc_id)


RESOLVERS: Resolvers = {
    ("Query", "docs"): docs,
    ("Query", "export_markdown_from_doc"): export_markdown_from_doc,
    ("Document", "blocks"): blocks,
    ("Document", "created_by"): creators,
    ("Document", "doc_folder_id"): folder_ids,
    ("Document", "workspace"): workspace,
    ("DocumentBlock", "created_by"): creators,
    ("DocumentBlockV2", "created_by"): creators,
    ("DirectDocValue", "file"): cells_with_docs,
    ("DirectDocValue", "text"): texts_of_cells,
    ("DocValue", "file"): files_of_cells,
    ("DocValue", "text"): texts_of_cells,
    ("Item", "description"): descriptions,
    ("ItemDescription", "blocks"): blocks,
    ("FileDocValue", "creator"): creators_of_files,
    ("FileDocValue", "doc"): docs_of_files,
}
LOOKUPS: Lookups = {
    ("Document", "doc_kind"): lambda ctx, doc: doc.kind,
    ("Document", "object_id"): lambda ctx, doc: doc.id,
    ("Document", "relative_url"): lambda ctx, doc: _path(doc.id),
    ("Document", "settings"): lambda ctx, doc: {},
    ("Document", "url"): lambda ctx, doc: _url(ctx, doc.id),
    **{
        (name, field): lookup
        for name in ("DocumentBlock", "DocumentBlockV2")
        for field, lookup in (
            ("parent_block_id", lambda ctx, block: block.parent_id),
            ("position", lambda ctx, block: as_number(block.position)),
        )
    },
    ("DocumentBlock", "content"): lambda ctx, block: _encode(block.content).decode(),
    ("DocumentBlockV2", "created_at"): lambda ctx, block: shown_time(block.created_at),
    ("DocumentBlockV2", "updated_at"): lambda ctx, block: shown_time(block.updated_at),
    ("FileDocValue", "created_at"): lambda ctx, file: _stored(file)["created_at"],
    ("FileDocValue", "creator_id"): lambda ctx, file: _stored(file)["creator_id"],
    ("FileDocValue", "file_id"): lambda ctx, file: _stored(file)["doc_id"],
    ("FileDocValue", "object_id"): lambda ctx, file: _stored(file)["doc_id"],
    ("FileDocValue", "url"): lambda ctx, file: _url(ctx, _stored(file)["doc_id"]),
}

"""Changing docs and their blocks."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.docs import actions, block_actions
from lundi.domains.docs.access import doc_to_edit
from lundi.domains.docs.descriptions import write_description
from lundi.domains.docs.schemas import Block, Doc
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids
from lundi.entrypoints.graphql_v2.resolvers.doc_content import block_given
from lundi.entrypoints.graphql_v2.resolvers.docs import as_block_id
from lundi.entrypoints.graphql_v2.resolvers.item_changes import decoded
from lundi.entrypoints.graphql_v2.resolvers.workspace_changes import kept_workspace_id

MOST_AT_ONCE = 100


async def create_doc(
    ctx: Context,
    parents: Sequence[None],
    location: dict[str, Any],
    doc_owner_ids: list[str] | None = None,
) -> list[Doc]:
    cell, place = location.get("board"), location.get("workspace")
    if cell is not None and place is None:
        item_id = as_id(cell["item_id"], "item_id")
        return [await actions.create_doc_in_cell(ctx.work, item_id, cell["column_id"])]
    if place is None or cell is not None:
        raise Invalid("location names a board or a workspace.")
    folder_id = place.get("folder_id")
    return [
        await actions.create_doc(
            ctx.work,
            name=place["name"],
            kind=place.get("kind") or "public",
            workspace_id=await kept_workspace_id(ctx, place["workspace_id"]),
            folder_id=None if folder_id is None else as_id(folder_id, "folder_id"),
            owner_ids=as_ids(doc_owner_ids, "doc_owner_ids") or [],
        )
    ]


async def update_doc_name(
    ctx: Context,
    parents: Sequence[None],
    docId: str,
    name: str,
) -> list[dict[str, Any]]:
    return [_done(await actions.rename_doc(ctx.work, as_id(docId, "docId"), name))]


async def delete_doc(
    ctx: Context,
    parents: Sequence[None],
    docId: str,
) -> list[dict[str, Any]]:
    return [_done(await actions.delete_doc(ctx.work, as_id(docId, "docId")))]


async def duplicate_doc(
    ctx: Context,
    parents: Sequence[None],
    docId: str,
    duplicateType: str | None = None,
) -> list[dict[str, Any]]:
    """Docs have no updates that could come with them."""
    return [_done(await actions.duplicate_doc(ctx.work, as_id(docId, "docId")))]


async def create_doc_block(
    ctx: Context,
    parents: Sequence[None],
    doc_id: str,
    type: str,
    content: Any,
    after_block_id: str | None = None,
    parent_block_id: str | None = None,
) -> list[Block]:
    return [
        await block_actions.add_block(
            ctx.work,
            as_id(doc_id, "doc_id"),
            kind=type,
            content=decoded(content, "content"),
            after_id=_block_id(after_block_id),
            parent_id=_block_id(parent_block_id),
        )
    ]


async def create_doc_blocks(
    ctx: Context,
    parents: Sequence[None],
    docId: str,
    blocksInput: list[dict[str, Any]],
    afterBlockId: str | None = None,
) -> list[list[Block]]:
    """With several parents, those of each go to its end."""
    doc = await doc_to_edit(ctx.work, as_id(docId, "docId"))
    if len(blocksInput) > MOST_AT_ONCE:
        raise Invalid(f"At most {MOST_AT_ONCE} blocks can be added at once.")
    given = [block_given(one) for one in blocksInput]
    places = list(dict.fromkeys(parent for _, parent in given))
    if afterBlockId is not None and len(places) > 1:
        raise Invalid("Blocks that come after another one have the same parent_block_id.")
    added: dict[str | None, list[Block]] = {}
    for parent in places:
        added[parent] = await block_actions.add_blocks(
            ctx.work,
            doc.id,
            [block for block, own in given if own == parent],
            after_id=_block_id(afterBlockId),
            parent_id=_block_id(parent),
        )
    return [[added[parent].pop(0) for _, parent in given]]


async def add_content_to_doc_from_markdown(
    ctx: Context,
    parents: Sequence[None],
    docId: str,
    markdown: str,
    afterBlockId: str | None = None,
) -> list[dict[str, Any]]:
    added = await block_actions.add_markdown(
        ctx.work, as_id(docId, "docId"), markdown, _block_id(afterBlockId)
    )
    ids = [str(block.id) for block in added]
    return [{"success": True, "block_ids": ids, "error": None}]


async def set_item_description_content(
    ctx: Context, parents: Sequence[None], item_id: str, markdown: str
) -> list[dict[str, Any]]:
    ids = await write_description(ctx.work, as_id(item_id, "item_id"), markdown)
    return [{"success": True, "block_ids": [str(one) for one in ids], "error": None}]


async def update_doc_block(
    ctx: Context, parents: Sequence[None], block_id: str, content: Any
) -> list[Block]:
    given = decoded(content, "content")
    return [await block_actions.change_block(ctx.work, as_block_id(block_id), given)]


async def delete_doc_block(
    ctx: Context, parents: Sequence[None], block_id: str
) -> list[dict[str, str]]:
    found = as_block_id(block_id)
    await block_actions.delete_blocks(ctx.work, [found])
    return [{"id": str(found)}]


async def delete_doc_blocks(
    ctx: Context, parents: Sequence[None], block_ids: list[str]
) -> list[list[dict[str, str]]]:
    found = list(dict.fromkeys(as_block_id(one) for one in block_ids))
    await block_actions.delete_blocks(ctx.work, found)
    return [[{"id": str(one)} for one in found]]


def _block_id(given: str | None) -> int | None:
    return None if given is None else as_block_id(given)


def _done(doc: Doc) -> dict[str, Any]:
    return {"success": True, "id": str(doc.id), "object_id": str(doc.id)}


RESOLVERS: Resolvers = {
    ("Mutation", "create_doc"): create_doc,
    ("Mutation", "update_doc_name"): update_doc_name,
    ("Mutation", "delete_doc"): delete_doc,
    ("Mutation", "duplicate_doc"): duplicate_doc,
    ("Mutation", "create_doc_block"): create_doc_block,
    ("Mutation", "create_doc_blocks"): create_doc_blocks,
    ("Mutation", "add_content_to_doc_from_markdown"): add_content_to_doc_from_markdown,
    ("Mutation", "set_item_description_content"): set_item_description_content,
    ("Mutation", "update_doc_block"): update_doc_block,
    ("Mutation", "delete_doc_block"): delete_doc_block,
    ("Mutation", "delete_doc_blocks"): delete_doc_blocks,
}

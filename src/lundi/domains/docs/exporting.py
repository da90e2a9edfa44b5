"""A doc as Markdown."""

from collections.abc import Sequence

from lundi.core.errors import NotFound
from lundi.core.work import Work
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.boards.listing import boards_by_id
from lundi.domains.docs.access import doc_to_read
from lundi.domains.docs.markdown_writer import markdown_of
from lundi.domains.docs.queries import all_blocks, docs_by_id
from lundi.domains.docs.schemas import Block


async def export_markdown(work: Work, doc_id: int, block_ids: Sequence[int] | None = None) -> str:
    """Of the whole doc or, in their order there, of some of its blocks with all that stand in them."""
    doc = await doc_to_read(work, doc_id)
    blocks = await all_blocks(work, doc)
    if block_ids:
        blocks = _chosen(blocks, block_ids)
    return markdown_of(blocks, await _names(work, blocks))


def _chosen(blocks: list[Block], block_ids: Sequence[int]) -> list[Block]:
    there, wanted = {block.id for block in blocks}, set(block_ids)
    for missing in wanted - there:
        raise NotFound(f"There is no block {missing} in this doc.", block_id=missing)
    for block in blocks:
        if block.parent_id in wanted:
            wanted.add(block.id)
    return [block for block in blocks if block.id in wanted]


async def _names(work: Work, blocks: Sequence[Block]) -> dict[tuple[str, int], str]:
    """Of what is mentioned and the actor sees."""
    ids: dict[str, set[int]] = {"USER": set(), "BOARD": set(), "DOC": set()}
    for block in blocks:
        for operation in block.content.get("deltaFormat", ()):
            mention = isinstance(operation["insert"], dict) and operation["insert"].get("mention")
            if mention:
                ids[mention["type"]].add(mention["id"])
    users = await users_by_id(work, ids["USER"]) if ids["USER"] else {}
    boards = await boards_by_id(work, ids["BOARD"])
    docs = await docs_by_id(work, ids["DOC"])
    return {
        **{("USER", one.id): one.name for one in users.values()},
        **{("BOARD", one.id): one.name for one in boards.values()},
        **{("DOC", one.id): one.name for one in docs.values()},
    }

"""What describes a pulse: a doc of its own beside those in its cells, one at most."""

from collections.abc import Mapping
from itertools import islice

from lundi.core.work import Work
from lundi.domains.accounts.access import act_for_account
from lundi.domains.docs.access import doc_to_edit, doc_to_read
from lundi.domains.docs.actions import add_doc_of_pulse
from lundi.domains.docs.block_rows import copied_rows, insert_rows
from lundi.domains.docs.markdown_reader import blocks_of_markdown
from lundi.domains.docs.queries import all_blocks, descriptions_of, every_block_of
from lundi.domains.docs.saving import save_doc
from lundi.domains.docs.schemas import Doc, NewBlock, Written
from lundi.domains.pulses.access import pulse_to_edit

PORTION = 200
"""Pulses whose descriptions are copied at once."""


async def description_to_edit(work: Work, pulse_id: int) -> Doc:
    """Made, where there is none yet."""
    pulse = await pulse_to_edit(work, pulse_id)
    present = (await descriptions_of(work, [pulse.id])).get(pulse.id)
    if present is not None:
        return await doc_to_edit(work, present.id)
    creator_id = await act_for_account(work)
    doc_id = await add_doc_of_pulse(work, pulse.id, None, pulse.name, creator_id)
    return await doc_to_read(work, doc_id)


async def write_description(work: Work, pulse_id: int, markdown: str) -> list[int]:
    """In place of what it says; gives the ids of its blocks, without those that stand in others."""
    blocks = [_written(block) for block in blocks_of_markdown(markdown)]
    doc = await description_to_edit(work, pulse_id)
    await save_doc(work, doc.id, blocks, doc.revision)
    return [block.id for block in await all_blocks(work, doc) if block.parent_id is None]


async def copy_descriptions(work: Work, pulse_ids: Mapping[int, int]) -> None:
    """`pulse_ids`: those of the originals, and of their copies, which were just made."""
    waiting = iter(pulse_ids)
    while originals := list(islice(waiting, PORTION)):
        found = (await descriptions_of(work, originals)).values()
        doc_ids = {
            doc.id: await add_doc_of_pulse(
                work, pulse_ids[doc.pulse_id or 0], None, doc.name, work.acting_id
            )
            for doc in found
        }
        if doc_ids:
            blocks = await every_block_of(work, doc_ids)
            await insert_rows(work, await copied_rows(work, blocks, doc_ids))


def _written(block: NewBlock) -> Written:
    inner = [_written(one) for one in block.inner]
    return Written(type=block.type, content=block.content, inner=inner, columns=block.columns)

"""Docs, and what they are made of."""

from typing import Any, Literal

import msgspec

from lundi.core.work import Work
from lundi.domains.boards.places import folders_by_id
from lundi.domains.docs import actions, schemas
from lundi.domains.docs.access import doc_is_editable, doc_to_read
from lundi.domains.docs.descriptions import description_to_edit
from lundi.domains.docs.queries import all_blocks, descriptions_of, docs_in_workspaces, owners_of
from lundi.domains.docs.saving import save_doc
from lundi.domains.pulses.access import pulse_to_read
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.shapes import Done, Id, Name


class DocInList(msgspec.Struct):
    """`workspace_id` is None in the Main workspace."""

    id: int
    name: str
    kind: str
    workspace_id: int | None
    folder_id: int | None


class DocBlock(msgspec.Struct):
    """What stands in a block comes right after it. `content` by `type`, as API v2 takes it."""

    id: int
    parent_id: int | None
    type: str
    content: dict[str, Any]


class PulseOfDoc(msgspec.Struct):
    """`column_id` is None where the doc describes the pulse."""

    board_id: int
    id: int
    name: str
    column_id: str | None


class Doc(msgspec.Struct):
    """`revision` grows with each change of the blocks. A doc of a pulse has no owners: who may change the pulse may delete it."""

    id: int
    name: str
    kind: str
    workspace_id: int | None
    folder_id: int | None
    pulse: PulseOfDoc | None
    owners: list[int]
    creator_id: int | None
    created_at: int
    updated_at: int
    may_edit: bool
    may_delete: bool
    revision: int
    blocks: list[DocBlock]


class NewDoc(msgspec.Struct):
    """Without a workspace and a folder, in the Main workspace."""

    name: Name
    kind: Literal["public", "private", "share"] = "public"
    workspace_id: Id | None = None
    folder_id: Id | None = None


class DocName(msgspec.Struct):
    name: Name


class DocContent(msgspec.Struct):
    """`revision`: of the doc that was changed to this."""

    revision: int
    blocks: list[schemas.Written]


class SavedDoc(msgspec.Struct):
    """`made`: the ids of the blocks that were new, in their order."""

    revision: int
    updated_at: int
    made: list[int]


@get("/docs")
async def get_docs(work: Work) -> list[DocInList]:
    """The docs of all workspaces that one sees; those of pulses are found with them."""
    found = await docs_in_workspaces(work)
    folders = await folders_by_id(work, {doc.folder_id for doc in found if doc.folder_id})
    return [_in_list(doc, doc.folder_in(folders)) for doc in found]


@post("/docs")
async def create_doc(work: Work, given: NewDoc) -> DocInList:
    """An empty doc of one's own."""
    doc = await actions.create_doc(
        work,
        name=given.name,
        kind=given.kind,
        workspace_id=given.workspace_id,
        folder_id=given.folder_id,
    )
    return _in_list(doc, doc.folder_id)


@get("/docs/{doc_id}")
async def get_doc(work: Work, doc_id: int) -> Doc:
    """A doc with its blocks."""
    return await _in_full(work, await doc_to_read(work, doc_id))


@put("/docs/{doc_id}")
async def rename_doc(work: Work, doc_id: int, given: DocName) -> DocInList:
    """Rename a doc."""
    doc = await actions.rename_doc(work, doc_id, given.name)
    return _in_list(doc, doc.folder_id)


@put("/docs/{doc_id}/blocks")
async def save_blocks(work: Work, doc_id: int, given: DocContent) -> SavedDoc:
    """Write a doc as an editor leaves it; 409 where somebody else has changed it meanwhile."""
    ids = await save_doc(work, doc_id, given.blocks, given.revision)
    doc = await doc_to_read(work, doc_id)
    return SavedDoc(doc.revision, doc.updated_at, ids)


@delete("/docs/{doc_id}")
async def delete_doc(work: Work, doc_id: int) -> Done:
    """Delete a doc for good."""
    await actions.delete_doc(work, doc_id)
    return Done()


@post("/pulses/{pulse_id}/docs/{doc_column_id}")
async def create_doc_in_cell(work: Work, pulse_id: int, doc_column_id: str) -> DocInList:
    """An empty doc in an empty cell."""
    doc = await actions.create_doc_in_cell(work, pulse_id, doc_column_id)
    return _in_list(doc, doc.folder_id)


@get("/pulses/{pulse_id}/description")
async def get_description(work: Work, pulse_id: int) -> Doc | None:
    """What describes a pulse, where it has a description."""
    pulse = await pulse_to_read(work, pulse_id)
    found = (await descriptions_of(work, [pulse.id])).get(pulse.id)
    return None if found is None else await _in_full(work, found)


@post("/pulses/{pulse_id}/description")
async def begin_description(work: Work, pulse_id: int) -> Doc:
    """The description of a pulse, to be written: an empty one where it had none."""
    return await _in_full(work, await description_to_edit(work, pulse_id))


def _in_list(doc: schemas.Doc, folder_id: int | None) -> DocInList:
    return DocInList(
        id=doc.id,
        name=doc.name,
        kind=doc.kind,
        workspace_id=doc.workspace_id,
        folder_id=folder_id,
    )


async def _in_full(work: Work, doc: schemas.Doc) -> Doc:
    folders = await folders_by_id(work, {doc.folder_id} if doc.folder_id else set())
    may_edit = await doc_is_editable(work, doc)
    return Doc(
        id=doc.id,
        name=doc.name,
        kind=doc.kind,
        workspace_id=doc.workspace_id,
        folder_id=doc.folder_in(folders),
        pulse=await _pulse_of(work, doc),
        owners=await owners_of(work, doc),
        creator_id=doc.creator_id,
        created_at=doc.created_at,
        updated_at=doc.updated_at,
        may_edit=may_edit,
        may_delete=may_edit and doc.owned,
        revision=doc.revision,
        blocks=[
            DocBlock(block.id, block.parent_id, block.type, block.content)
            for block in await all_blocks(work, doc)
        ],
    )


async def _pulse_of(work: Work, doc: schemas.Doc) -> PulseOfDoc | None:
    if doc.pulse_id is None:
        return None
    pulse = await pulse_to_read(work, doc.pulse_id)
    return PulseOfDoc(pulse.board_id, pulse.id, pulse.name, doc.column_id)

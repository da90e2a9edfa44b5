"""Making, naming, copying and deleting docs."""

from collections.abc import Sequence

import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden, Invalid
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import act_for_account, active_user
from lundi.domains.accounts.actions import check_one_of, checked_name
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.access import board_to_read, column_of
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import KINDS, Column
from lundi.domains.column_types import direct_doc, file
from lundi.domains.column_types import doc as doc_type
from lundi.domains.docs.access import doc_to_edit, doc_to_own, doc_to_read
from lundi.domains.docs.block_rows import copied_rows, insert_rows
from lundi.domains.docs.events import DocCreated, DocDeleted, DocDuplicated, DocRenamed
from lundi.domains.docs.queries import all_blocks
from lundi.domains.docs.schemas import Doc
from lundi.domains.docs.tables import doc_subscribers, docs
from lundi.domains.pulses.access import pulse_to_edit
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.value_actions import store_value
from lundi.domains.workspaces.folder_access import place_to_use

_COPY = "Duplicate of "
_LONGEST_NAME = 255
_HOLD_DOCS = (doc_type.TYPE.name, direct_doc.TYPE.name)

_ADD = sa.insert(docs).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    name=parameter("name", sa.Text),
    kind=parameter("kind", sa.Text),
    workspace_id=parameter("workspace_id"),
    folder_id=parameter("folder_id"),
    pulse_id=parameter("pulse_id"),
    column_id=parameter("column_id", sa.Text),
    creator_id=parameter("creator_id"),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_SUBSCRIBE = sa.insert(doc_subscribers).values(
    account_id=parameter("account_id"),
    doc_id=parameter("doc_id"),
    user_id=parameter("user_id"),
    as_owner=parameter("as_owner", sa.Boolean),
    created_at=parameter("now"),
)
_THE_DOC = sa.and_(docs.c.account_id == parameter("account_id"), docs.c.id == parameter("doc_id"))
_RENAME = (
    sa.update(docs)
    .where(_THE_DOC)
    .values(name=parameter("name", sa.Text), updated_at=parameter("now"))
)
_DELETE = sa.delete(docs).where(_THE_DOC)


class CellFull(Conflict):
    """The cell has its doc already."""


async def create_doc(
    work: Work,
    *,
    name: str,
    kind: str = "public",
    workspace_id: int | None = None,
    folder_id: int | None = None,
    owner_ids: Sequence[int] = (),
) -> Doc:
    """In a workspace; where it is put, `place_to_use` says. Who makes it owns it, and so do those named."""
    place = await place_to_use(work, workspace_id, folder_id)
    check_one_of("kind", kind, KINDS)
    if work.actor.is_company and kind != "public":
        raise Forbidden(
            "The company token reaches public docs only and can't make one of another kind."
        )
    name = checked_name("The doc's name", name)
    creator_id = await act_for_account(work)
    owners = [await active_user(work, one) for one in dict.fromkeys((creator_id, *owner_ids))]
    doc_id = await work.new_id("doc")
    await work.run(
        _ADD,
        id=doc_id,
        name=name,
        kind=kind,
        workspace_id=place.workspace_id,
        folder_id=place.folder_id,
        pulse_id=None,
        column_id=None,
        creator_id=creator_id,
    )
    for owner in owners:
        _check_guest_fits(kind, owner)
        await work.run(_SUBSCRIBE, doc_id=doc_id, user_id=owner.id, as_owner=True)
    work.record(DocCreated(doc_id=doc_id, name=name))
    return await doc_to_read(work, doc_id)


async def create_doc_in_cell(work: Work, pulse_id: int, column_id: str) -> Doc:
    """Named as its item. Raises CellFull."""
    pulse = await pulse_to_edit(work, pulse_id)
    column = await column_of(work, await board_to_read(work, pulse.board_id), column_id)
    if column.type not in _HOLD_DOCS:
        raise Invalid(f"Column '{column.id}' is of type {column.type}, which holds no doc.")
    if pulse.values.get(column.id) is not None:
        raise CellFull(f"Item {pulse.id} has a doc in column '{column.id}' already.")
    creator_id = await act_for_account(work)
    doc_id = await add_doc_of_pulse(work, pulse.id, column.id, pulse.name, creator_id)
    one = file.doc(doc_id, pulse.name, created_at=work.now, creator_id=creator_id)
    await store_value(work, pulse, column, file.with_file(None, one))
    work.record(
        DocCreated(board_id=pulse.board_id, pulse_id=pulse.id, doc_id=doc_id, name=pulse.name)
    )
    return await doc_to_read(work, doc_id)


async def add_doc_of_pulse(
    work: Work, pulse_id: int, column_id: str | None, name: str, creator_id: int | None
) -> int:
    """For who has found the pulse and may change it; tells nobody. Without a column it describes the pulse."""
    doc_id = await work.new_id("doc")
    await work.run(
        _ADD,
        id=doc_id,
        name=name,
        kind="public",
        workspace_id=None,
        folder_id=None,
        pulse_id=pulse_id,
        column_id=column_id,
        creator_id=creator_id,
    )
    return doc_id


async def rename_doc(work: Work, doc_id: int, name: str) -> Doc:
    doc = await doc_to_edit(work, doc_id)
    name = checked_name("The doc's name", name)
    await work.run(_RENAME, doc_id=doc.id, name=name)
    cell = await _cell_of(work, doc)
    if cell is not None:
        pulse, column = cell
        (one,) = pulse.values[column.id]["files"]
        await store_value(work, pulse, column, {"files": [{**one, "name": name}]})
    work.record(
        DocRenamed(
            board_id=doc.board_id, pulse_id=doc.pulse_id, doc_id=doc.id, old=doc.name, new=name
        )
    )
    return await doc_to_read(work, doc.id)


async def delete_doc(work: Work, doc_id: int) -> Doc:
    """For good, with its blocks, and out of its cell; gives it as it was."""
    doc = await doc_to_own(work, doc_id)
    cell = await _cell_of(work, doc)
    if cell is not None:
        await store_value(work, *cell, None)
    await work.run(_DELETE, doc_id=doc.id)
    work.record(
        DocDeleted(board_id=doc.board_id, pulse_id=doc.pulse_id, doc_id=doc.id, name=doc.name)
    )
    return doc


async def duplicate_doc(work: Work, doc_id: int) -> Doc:
    """With its blocks, beside it: one from a cell goes into the board's workspace, as visible as the board."""
    doc = await doc_to_read(work, doc_id)
    copy = await create_doc(
        work,
        name=f"{_COPY}{doc.name}"[:_LONGEST_NAME],
        kind=doc.kind,
        workspace_id=doc.workspace_id,
        folder_id=doc.folder_id,
    )
    await insert_rows(work, await copied_rows(work, await all_blocks(work, doc), {doc.id: copy.id}))
    work.record(DocDuplicated(doc_id=copy.id, original_id=doc.id))
    return copy


async def _cell_of(work: Work, doc: Doc) -> tuple[Pulse, Column] | None:
    """Where it is kept, if it still is: a cell can be cleared, and an item moves to a board with other columns."""
    if doc.pulse_id is None:
        return None
    pulse = await pulse_to_edit(work, doc.pulse_id)
    for column in (await columns_of_boards(work, {pulse.board_id}))[pulse.board_id]:
        stored = pulse.values.get(column.id)
        if column.type in _HOLD_DOCS and stored and stored["files"][0]["doc_id"] == doc.id:
            return pulse, column
    return None


def _check_guest_fits(kind: str, user: User) -> None:
    if user.is_guest and kind != "share":
        raise Invalid(f"User {user.id} is a guest, and guests can own shareable docs only.")

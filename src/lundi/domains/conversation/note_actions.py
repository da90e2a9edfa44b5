"""Writing, changing and deleting the notes of a pulse."""

import sqlalchemy as sa

from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.schemas import ACTIVE, DELETED
from lundi.domains.conversation.access import note_to_edit, note_to_read
from lundi.domains.conversation.events import NoteChanged, NoteCreated, NoteDeleted
from lundi.domains.conversation.html import sanitised
from lundi.domains.conversation.schemas import Note
from lundi.domains.conversation.tables import notes
from lundi.domains.pulses.access import pulse_to_edit

_ADD = sa.insert(notes).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    pulse_id=parameter("pulse_id"),
    title=parameter("title", sa.Text),
    content=parameter("content", sa.Text),
    owners_only=parameter("owners_only", sa.Boolean),
    author_id=parameter("author_id"),
    state=ACTIVE,
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_CHANGE = (
    sa.update(notes)
    .where(notes.c.account_id == parameter("account_id"), notes.c.id == parameter("note_id"))
    .values(
        title=parameter("title", sa.Text),
        content=parameter("content", sa.Text),
        state=parameter("state", sa.Text),
        updated_at=parameter("now"),
    )
)


async def create_note(
    work: Work,
    pulse_id: int,
    *,
    author_id: int | None,
    title: str,
    content: str,
    owners_only: bool = False,
) -> Note:
    """`content` is sanitised. `owners_only`: only owners of the pulse may change it; all who see the pulse read it."""
    pulse = await pulse_to_edit(work, pulse_id)
    note_id = await work.new_id("note")
    await work.run(
        _ADD,
        id=note_id,
        pulse_id=pulse.id,
        title=title,
        content=sanitised(content),
        owners_only=owners_only,
        author_id=author_id,
    )
    work.record(NoteCreated(board_id=pulse.board_id, pulse_id=pulse.id, note_id=note_id))
    return await note_to_read(work, pulse.id, note_id)


async def change_note(
    work: Work, pulse_id: int, note_id: int, *, title: str | None, content: str | None
) -> Note:
    pulse, note = await note_to_edit(work, pulse_id, note_id)
    await work.run(
        _CHANGE,
        note_id=note.id,
        title=title or note.title,
        content=note.content if content is None else sanitised(content),
        state=ACTIVE,
    )
    work.record(NoteChanged(board_id=pulse.board_id, pulse_id=pulse.id, note_id=note.id))
    return await note_to_read(work, note.pulse_id, note.id)


async def delete_note(work: Work, pulse_id: int, note_id: int) -> None:
    pulse, note = await note_to_edit(work, pulse_id, note_id)
    await work.run(_CHANGE, note_id=note.id, title=note.title, content=note.content, state=DELETED)
    work.record(NoteDeleted(board_id=pulse.board_id, pulse_id=pulse.id, note_id=note.id))

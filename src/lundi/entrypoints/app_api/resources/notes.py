"""Notes of a pulse."""

import msgspec

from lundi.core.paging import Window
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.conversation import note_actions
from lundi.domains.conversation import schemas as conversation
from lundi.domains.conversation.access import pulse_of_note
from lundi.domains.conversation.queries import notes_of_pulse
from lundi.domains.pulses.access import pulse_to_read
from lundi.entrypoints.app_api.operation import delete, get, post, put
from lundi.entrypoints.app_api.resources.users import ShownUser, show_user
from lundi.entrypoints.app_api.shapes import Done, LongText, Title

ALL = Window(take=1_000)


class Note(msgspec.Struct):
    """`body` is sanitised HTML. One for `owners_only` is read by all who see the pulse. Times in microseconds."""

    id: int
    author: ShownUser | None
    title: str
    body: str
    owners_only: bool
    created_at: int
    updated_at: int


class NewNote(msgspec.Struct):
    title: Title
    body: LongText = ""
    owners_only: bool = False


class NoteChange(msgspec.Struct):
    title: Title | None = None
    body: LongText | None = None


@get("/pulses/{pulse_id}/notes")
async def get_notes(work: Work, pulse_id: int) -> list[Note]:
    """The notes of a pulse, oldest first."""
    pulse = await pulse_to_read(work, pulse_id)
    return await _shown(work, await notes_of_pulse(work, pulse, ALL))


@post("/pulses/{pulse_id}/notes")
async def create_note(work: Work, pulse_id: int, given: NewNote) -> Note:
    """Write a note on a pulse."""
    await pulse_to_read(work, pulse_id)
    note = await note_actions.create_note(
        work,
        pulse_id,
        author_id=await act_as(work, None),
        title=given.title,
        content=given.body,
        owners_only=given.owners_only,
    )
    (shown,) = await _shown(work, [note])
    return shown


@put("/notes/{note_id}")
async def change_note(work: Work, note_id: int, given: NoteChange) -> Note:
    """Change a note; one for owners only, as an owner of its pulse or board."""
    pulse_id = await pulse_of_note(work, note_id)
    note = await note_actions.change_note(
        work, pulse_id, note_id, title=given.title, content=given.body
    )
    (shown,) = await _shown(work, [note])
    return shown


@delete("/notes/{note_id}")
async def delete_note(work: Work, note_id: int) -> Done:
    """Delete a note, by who may change it."""
    await note_actions.delete_note(work, await pulse_of_note(work, note_id), note_id)
    return Done()


async def _shown(work: Work, found: list[conversation.Note]) -> list[Note]:
    authors = await users_by_id(work, {note.author_id for note in found if note.author_id})
    return [
        Note(
            id=note.id,
            author=show_user(authors[note.author_id]) if note.author_id else None,
            title=note.title,
            body=note.content,
            owners_only=note.owners_only,
            created_at=note.created_at,
            updated_at=note.updated_at,
        )
        for note in found
    ]

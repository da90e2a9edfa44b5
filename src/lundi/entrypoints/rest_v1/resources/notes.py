"""Notes of a pulse."""

from html import escape

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as_if_named
from lundi.domains.conversation import note_actions, schemas
from lundi.domains.conversation.actions import post_update
from lundi.domains.conversation.queries import notes_of_pulse
from lundi.domains.pulses.access import pulse_to_read
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Flag, Id, Text, Title
from lundi.entrypoints.rest_v1.operation import delete, get, post, put
from lundi.entrypoints.rest_v1.parameters import Paged, Params, body, path
from lundi.entrypoints.rest_v1.shapes import Note, show_note

_PULSE_ID = "The pulse's id: the number at the end of its URL."
_ACTING = "Who acts, for the company token; a personal token acts for its owner."
_CREATE_UPDATE = (
    "Write the note as an update of the pulse too; the company token needs `user_id` then."
)


class NotesOfPulse(Paged):
    id: Id = path(_PULSE_ID, example=345)


class CreateNote(Params):
    id: Id = path(_PULSE_ID, example=345)
    title: Title = body("The note's title.", example="Agenda")
    content: Text = body("The note's content, as HTML.", example="<p>First, the cake.</p>")
    user_id: Id | None = body(_ACTING, example=48)
    owners_only: Flag = body("Only owners of the pulse may change the note.", default=False)
    create_update: Flag = body(_CREATE_UPDATE, default=False)


class OneNote(Params):
    id: Id = path(_PULSE_ID, example=345)
    note_id: Id = path("The note's id.", example=91)


class ChangeNote(OneNote):
    title: Title | None = body("The note's new title.", example="Agenda of May")
    content: Text | None = body("The note's new content, as HTML.")
    user_id: Id | None = body(_ACTING, example=48)
    create_update: Flag = body(_CREATE_UPDATE, default=False)


@get("/pulses/{id}/notes.json", tag="Pulses", example=[examples.NOTE], lasts=True)
async def get_notes(work: Work, params: NotesOfPulse) -> list[Note]:
    """Get the notes of a pulse."""
    pulse = await pulse_to_read(work, params.id)
    return [show_note(note) for note in await notes_of_pulse(work, pulse, params.window)]


@post("/pulses/{id}/notes.json", tag="Pulses", example=examples.NOTE)
async def create_note(work: Work, params: CreateNote) -> Note:
    """Add a note to a pulse."""
    await pulse_to_read(work, params.id)
    author_id = await act_as_if_named(work, params.user_id)
    note = await note_actions.create_note(
        work,
        params.id,
        author_id=author_id,
        title=params.title,
        content=params.content,
        owners_only=params.owners_only,
    )
    if params.create_update:
        await _post(work, note, author_id)
    return show_note(note)


@put("/pulses/{id}/notes/{note_id}.json", tag="Pulses", example=examples.NOTE)
async def update_note(work: Work, params: ChangeNote) -> Note:
    """Change a note of a pulse."""
    await pulse_to_read(work, params.id)
    author_id = await act_as_if_named(work, params.user_id)
    note = await note_actions.change_note(
        work, params.id, params.note_id, title=params.title, content=params.content
    )
    if params.create_update:
        await _post(work, note, author_id)
    return show_note(note)


@delete("/pulses/{id}/notes/{note_id}.json", tag="Pulses", example=[])
async def delete_note(work: Work, params: OneNote) -> list[Note]:
    """Delete a note of a pulse."""
    await note_actions.delete_note(work, params.id, params.note_id)
    return []


async def _post(work: Work, note: schemas.Note, author_id: int | None) -> None:
    if author_id is None:
        raise Invalid(
            "Parameter 'user_id' is missing: with create_update the company token must say who acts."
        )
    html = f"<p><b>{escape(note.title)}</b></p>{note.content}"
    await post_update(work, note.pulse_id, author_id, html)

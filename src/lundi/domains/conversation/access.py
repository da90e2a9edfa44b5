"""The only door to updates and notes: they are seen by who sees their pulse."""

import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.boards.access import board_is_visible, board_to_read, owns
from lundi.domains.boards.schemas import ACTIVE, DELETED
from lundi.domains.boards.tables import boards, groups
from lundi.domains.conversation.schemas import Note, Update
from lundi.domains.conversation.tables import notes, updates
from lundi.domains.pulses.access import IN_GROUP, ON_BOARD, STATE, pulse_to_edit, pulse_to_read
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.tables import pulse_subscribers, pulses

UPDATE_COLUMNS = (
    updates.c.id,
    updates.c.pulse_id,
    updates.c.parent_id,
    updates.c.author_id,
    updates.c.body,
    updates.c.created_at,
    updates.c.updated_at,
    updates.c.edited_at,
    updates.c.pinned_at,
    pulses.c.board_id,
    STATE.label("pulse_state"),
)
VISIBLE_UPDATES = (
    sa.select(*UPDATE_COLUMNS)
    .join(
        pulses,
        sa.and_(pulses.c.account_id == updates.c.account_id, pulses.c.id == updates.c.pulse_id),
    )
    .join(boards, ON_BOARD)
    .join(groups, IN_GROUP)
    .where(
        updates.c.account_id == parameter("account_id"),
        updates.c.state == ACTIVE,
        board_is_visible(),
    )
)
_DELETED_UPDATE = sa.select(updates.c.author_id, updates.c.parent_id).where(
    updates.c.account_id == parameter("account_id"),
    updates.c.id == parameter("update_id"),
    updates.c.pulse_id == parameter("pulse_id"),
    updates.c.state == DELETED,
)
_UPDATE = VISIBLE_UPDATES.where(updates.c.id == parameter("update_id"))
NOTE_COLUMNS = (
    notes.c.id,
    notes.c.pulse_id,
    notes.c.title,
    notes.c.content,
    notes.c.owners_only,
    notes.c.author_id,
    notes.c.created_at,
    notes.c.updated_at,
)
_NOTE = sa.select(*NOTE_COLUMNS).where(
    notes.c.account_id == parameter("account_id"),
    notes.c.pulse_id == parameter("pulse_id"),
    notes.c.id == parameter("note_id"),
    notes.c.state == ACTIVE,
)
_PULSE_OF_NOTE = (
    sa.select(notes.c.pulse_id)
    .join(
        pulses, sa.and_(pulses.c.account_id == notes.c.account_id, pulses.c.id == notes.c.pulse_id)
    )
    .join(boards, ON_BOARD)
    .where(
        notes.c.account_id == parameter("account_id"),
        notes.c.id == parameter("note_id"),
        notes.c.state == ACTIVE,
        pulses.c.state != DELETED,
        board_is_visible(),
    )
)
_OWNS_PULSE = sa.select(pulse_subscribers.c.user_id).where(
    pulse_subscribers.c.account_id == parameter("account_id"),
    pulse_subscribers.c.pulse_id == parameter("pulse_id"),
    pulse_subscribers.c.user_id == parameter("user_id"),
    pulse_subscribers.c.as_admin == sa.true(),
)


async def update_to_read(work: Work, update_id: int) -> Update:
    """A reply too."""
    update = await work.first(_UPDATE, Update, update_id=update_id)
    if update is None or update.pulse_state == DELETED:
        raise NotFound(f"There is no update {update_id}.", update_id=update_id)
    return update


async def update_to_answer(work: Work, update_id: int) -> Update:
    """To like or to reply to, as everybody who may write can."""
    update = await update_to_read(work, update_id)
    may_write(work)
    if update.pulse_state != ACTIVE:
        raise Conflict(
            f"The pulse of update {update_id} is archived, and its updates can't be changed."
        )
    return update


async def update_to_delete(work: Work, update_id: int) -> Update:
    """By its author, an owner of the board, an admin, or the company token."""
    update = await update_to_answer(work, update_id)
    if not await _may_delete(work, update.board_id, update.author_id):
        raise Forbidden(
            f"Only its author, an owner of the board or an admin may delete update {update_id}."
        )
    return update


async def update_to_restore(work: Work, pulse: Pulse, update_id: int) -> int:
    """A deleted one, by who may delete it, on a pulse that was found by `pulse_to_edit`. A reply only where what it answers is there."""
    found = await work.first(_DELETED_UPDATE, _pair, pulse_id=pulse.id, update_id=update_id)
    if found is None:
        raise NotFound(f"There is no deleted update {update_id}.", update_id=update_id)
    author_id, parent_id = found
    if parent_id is not None:
        await update_to_answer(work, parent_id)
    if not await _may_delete(work, pulse.board_id, author_id):
        raise Forbidden(
            f"Only its author, an owner of the board or an admin may restore update {update_id}."
        )
    return update_id


async def _may_delete(work: Work, board_id: int, author_id: int) -> bool:
    actor = work.actor
    if actor.role in ("admin", "company") or author_id == actor.user_id:
        return True
    return owns(work, await board_to_read(work, board_id))


async def update_to_edit(work: Work, update_id: int) -> Update:
    """By its author, and by nobody else; the company token stands for all of them."""
    update = await update_to_answer(work, update_id)
    if not work.actor.is_company and update.author_id != work.actor.user_id:
        raise Forbidden(f"Only its author may change update {update_id}.")
    return update


async def pulse_of_note(work: Work, note_id: int) -> int:
    """The id of the pulse that it is on; the note itself is found through that."""
    pulse_id = await work.first(_PULSE_OF_NOTE, int, note_id=note_id)
    if pulse_id is None:
        raise NotFound(f"There is no note {note_id}.")
    return pulse_id


async def note_to_edit(work: Work, pulse_id: int, note_id: int) -> tuple[Pulse, Note]:
    """A note for owners only: by an owner of the pulse or the board, or the company token."""
    pulse = await pulse_to_edit(work, pulse_id)
    note = await work.first(_NOTE, Note, pulse_id=pulse.id, note_id=note_id)
    if note is None:
        raise NotFound(f"There is no note {note_id} on pulse {pulse.id}.")
    if note.owners_only and not await _owns(work, pulse):
        raise Forbidden(f"Only owners of pulse {pulse.id} may change note {note_id}.")
    return pulse, note


async def note_to_read(work: Work, pulse_id: int, note_id: int) -> Note:
    pulse = await pulse_to_read(work, pulse_id)
    note = await work.first(_NOTE, Note, pulse_id=pulse.id, note_id=note_id)
    if note is None:
        raise NotFound(f"There is no note {note_id} on pulse {pulse.id}.")
    return note


def _pair(author_id: int, parent_id: int | None) -> tuple[int, int | None]:
    return author_id, parent_id


async def _owns(work: Work, pulse: Pulse) -> bool:
    if owns(work, await board_to_read(work, pulse.board_id)):
        return True
    user_id = work.actor.user_id
    owner = await work.first(_OWNS_PULSE, int, pulse_id=pulse.id, user_id=user_id)
    return owner is not None

"""Taking back what was said about pulses."""

from lundi.core.work import Work
from lundi.domains.conversation import actions
from lundi.domains.conversation.access import update_to_delete, update_to_edit
from lundi.domains.conversation.queries import thread_of
from lundi.domains.history.schemas import Recorded
from lundi.domains.history.standing import check_stands, former


async def edit_back(work: Work, one: Recorded) -> None:
    update = await update_to_edit(work, one.data["update_id"])
    check_stands(update.body == one.data["new"], f"update {update.id} was edited since")
    await actions.edit_update(work, update.id, one.data["old"])


async def unpost(work: Work, one: Recorded) -> None:
    """Deletes it, unless it was answered or edited."""
    update = await update_to_delete(work, one.data["update_id"])
    check_stands(update.edited_at is None, f"update {update.id} was edited since")
    thread = await thread_of(work, update.id)
    check_stands(not thread.replies, f"update {update.id} was answered")
    await actions.delete_update(work, update.id)


async def undelete(work: Work, one: Recorded) -> None:
    await actions.restore_update(work, one.pulse_id or 0, former(one, "update_ids"))


async def delete_again(work: Work, one: Recorded) -> None:
    await actions.delete_update(work, one.data["update_id"])


async def pin_again(work: Work, one: Recorded) -> None:
    await _pin(work, one, is_pinned=True)


async def unpin(work: Work, one: Recorded) -> None:
    await _pin(work, one, is_pinned=False)


async def _pin(work: Work, one: Recorded, *, is_pinned: bool) -> None:
    update_id = one.data["update_id"]
    before = len(work.recorded)
    await actions.pin_update(work, update_id, is_pinned=is_pinned)
    check_stands(len(work.recorded) > before, f"update {update_id} was pinned or unpinned since")

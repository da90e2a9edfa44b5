"""Updates: what people write about pulses."""

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.accounts.access import act_as
from lundi.domains.conversation import actions
from lundi.domains.conversation.access import update_to_read
from lundi.domains.conversation.queries import list_updates, thread_of
from lundi.domains.pulses.access import pulse_to_read
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Flag, Id, Text, When
from lundi.entrypoints.rest_v1.operation import delete, get, post
from lundi.entrypoints.rest_v1.parameters import Paged, Params, body, path, query
from lundi.entrypoints.rest_v1.shapes import Update, show_thread, show_threads

_ACTING = "Who acts. Needed with the company token; a personal token acts for its owner."


class ListUpdates(Paged):
    since: When | None = query(
        "Written at or after this: Unix seconds, YYYY-MM-DD or ISO 8601.", example="2017-01-01"
    )
    until: When | None = query("Written up to this; a date means to its end.")
    updated_since: When | None = query("Last changed at or after this.")
    updated_until: When | None = query("Last changed up to this.")


class CreateUpdate(Params):
    user: Id | None = body(_ACTING, example=48)
    pulse: Id = body("The pulse's id: the number at the end of its URL.", example=345)
    update_text: Text = body("The text, as HTML.", example="It is <b>ready</b>.")
    announcement: Flag = body("Mark it as an announcement.", default=False)


class OneUpdate(Params):
    id: Id = path("The update's id.", example=670)


class LikeUpdate(OneUpdate):
    user: Id | None = body(_ACTING, example=48)


@get("/updates.json", tag="Updates", example=[examples.UPDATE], may_be_late=True, lasts=True)
async def get_updates(work: Work, params: ListUpdates) -> list[Update]:
    """Get all updates, newest first."""
    _check_order("since", params.since, "until", params.until)
    _check_order("updated_since", params.updated_since, "updated_until", params.updated_until)
    bounds = {
        "since": params.since.start if params.since else None,
        "until": params.until.end if params.until else None,
        "updated_since": params.updated_since.start if params.updated_since else None,
        "updated_until": params.updated_until.end if params.updated_until else None,
    }
    return show_threads(work, await list_updates(work, params.window, bounds))


@post("/updates.json", tag="Updates", example=examples.UPDATE)
async def create_update(work: Work, params: CreateUpdate) -> Update:
    """Write an update on a pulse."""
    await pulse_to_read(work, params.pulse)
    author_id = await act_as(work, params.user, name="user")
    thread = await actions.post_update(
        work, params.pulse, author_id, params.update_text, announcement=params.announcement
    )
    return show_thread(work, thread)


@get("/updates/{id}.json", tag="Updates", example=examples.UPDATE, lasts=True)
async def get_update(work: Work, params: OneUpdate) -> Update:
    """Get one update with its replies."""
    return show_thread(work, await thread_of(work, params.id))


@delete("/updates/{id}.json", tag="Updates", example=examples.UPDATE)
async def delete_update(work: Work, params: OneUpdate) -> Update:
    """Delete an update and its replies."""
    return show_thread(work, await actions.delete_update(work, params.id))


@post("/updates/{id}/like.json", tag="Updates", example=True)
async def like_update(work: Work, params: LikeUpdate) -> bool:
    """Like an update."""
    await update_to_read(work, params.id)
    await actions.like_update(work, params.id, await act_as(work, params.user, name="user"))
    return True


@post("/updates/{id}/unlike.json", tag="Updates", example=True)
async def unlike_update(work: Work, params: LikeUpdate) -> bool:
    """Take a like back."""
    await update_to_read(work, params.id)
    await actions.unlike_update(work, params.id, await act_as(work, params.user, name="user"))
    return True


def _check_order(first: str, start: When | None, second: str, end: When | None) -> None:
    if start is not None and end is not None and start.start >= end.end:
        raise Invalid(f"Parameter '{first}' must not be after '{second}'.")

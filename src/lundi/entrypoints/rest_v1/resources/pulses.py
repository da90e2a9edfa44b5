"""Pulses, wherever they are, and who follows them."""

from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.conversation.queries import updates_of_pulse
from lundi.domains.pulses import actions
from lundi.domains.pulses.access import pulse_to_read
from lundi.domains.pulses.queries import list_pulses, subscribers_of_pulse
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Flag, Id, PerPage, Title, When
from lundi.entrypoints.rest_v1.operation import delete, get, put
from lundi.entrypoints.rest_v1.parameters import Paged, Params, body, path, query
from lundi.entrypoints.rest_v1.shapes import (
    Pulse,
    Update,
    User,
    pulse_answer,
    pulse_answers,
    show_threads,
    show_user,
    show_users,
)

_PULSE_ID = "The pulse's id: the number at the end of its URL."


class ListPulses(Paged):
    since: When | None = query(
        "Created at or after this: Unix seconds, YYYY-MM-DD or ISO 8601.", example="2017-01-01"
    )
    until: When | None = query("Created up to this; a date means to its end.")
    order_by_latest: Flag = query("Newest pulses first.", default=False)


class OnePulse(Params):
    id: Id = path(_PULSE_ID, example=345)


class RenamePulse(OnePulse):
    name: Title = body("The pulse's new title.", example="Order two cakes")


class DeletePulse(OnePulse):
    archive: Flag = body("True archives the pulse, else it is deleted.", default=False)


class OfPulse(Paged):
    id: Id = path(_PULSE_ID, example=345)


class UpdatesOfPulse(OfPulse):
    limit: PerPage | None = query("The same as `per_page`.")


class SubscribeToPulse(OnePulse):
    user_id: Id = body("Who shall subscribe.", example=48)
    as_admin: Flag = body("As an owner of the pulse.", default=False)


class UnsubscribeFromPulse(OnePulse):
    user_id: Id = path("Who shall no longer subscribe.", example=48)


@get("/pulses.json", tag="Pulses", example=[examples.PULSE], may_be_late=True, lasts=True)
async def get_pulses(work: Work, params: ListPulses) -> list[Pulse]:
    """Get all pulses."""
    if params.since and params.until and params.since.start >= params.until.end:
        raise Invalid("Parameter 'since' must not be after 'until'.")
    found = await list_pulses(
        work,
        params.window,
        since=params.since.start if params.since else None,
        until=params.until.end if params.until else None,
        latest_first=params.order_by_latest,
    )
    return await pulse_answers(work, found)


@get("/pulses/{id}.json", tag="Pulses", example=examples.PULSE, lasts=True)
async def get_pulse(work: Work, params: OnePulse) -> Pulse:
    """Get one pulse."""
    return await pulse_answer(work, await pulse_to_read(work, params.id))


@put("/pulses/{id}.json", tag="Pulses", example=examples.PULSE)
async def update_pulse(work: Work, params: RenamePulse) -> Pulse:
    """Update a pulse's attributes."""
    return await pulse_answer(work, await actions.rename_pulse(work, params.id, params.name))


@delete("/pulses/{id}.json", tag="Pulses", example=examples.PULSE)
async def delete_pulse(work: Work, params: DeletePulse) -> Pulse:
    """Delete or archive a pulse."""
    remove = actions.archive_pulse if params.archive else actions.delete_pulse
    return await pulse_answer(work, await remove(work, params.id))


@get("/pulses/{id}/subscribers.json", tag="Pulses", example=[examples.USER], lasts=True)
async def get_pulse_subscribers(work: Work, params: OfPulse) -> list[User]:
    """Get the subscribers of a pulse."""
    pulse = await pulse_to_read(work, params.id)
    return show_users(work, await subscribers_of_pulse(work, pulse, params.window))


@put("/pulses/{id}/subscribers.json", tag="Pulses", example=examples.USER)
async def subscribe_to_pulse(work: Work, params: SubscribeToPulse) -> User:
    """Subscribe a user to a pulse."""
    user = await actions.subscribe_to_pulse(work, params.id, params.user_id, params.as_admin)
    return show_user(work, user)


@delete("/pulses/{id}/subscribers/{user_id}.json", tag="Pulses", example=examples.USER)
async def unsubscribe_from_pulse(work: Work, params: UnsubscribeFromPulse) -> User:
    """Unsubscribe a user from a pulse."""
    return show_user(work, await actions.unsubscribe_from_pulse(work, params.id, params.user_id))


@get(
    "/pulses/{id}/updates.json",
    tag="Pulses",
    example=[examples.UPDATE],
    may_be_late=True,
    lasts=True,
)
async def get_pulse_updates(work: Work, params: UpdatesOfPulse) -> list[Update]:
    """Get a pulse's updates, newest first."""
    if params.limit is not None:
        params.per_page = params.limit
    pulse = await pulse_to_read(work, params.id)
    return show_threads(work, await updates_of_pulse(work, pulse, params.window))

"""Users: who they are and what they follow."""

from lundi.core.work import Work
from lundi.domains.boards.people import list_users, user_to_read
from lundi.domains.conversation.queries import updates_by
from lundi.domains.feeds import queries as feeds
from lundi.entrypoints.rest_v1 import examples
from lundi.entrypoints.rest_v1.kinds import Flag, Id
from lundi.entrypoints.rest_v1.operation import get
from lundi.entrypoints.rest_v1.parameters import Paged, Params, path, query
from lundi.entrypoints.rest_v1.shapes import Update, User, show_threads, show_user, show_users


class ListUsers(Paged):
    order_by_latest: Flag = query("Newest users first.", default=False)


class OneUser(Params):
    id: Id = path("The user's id.", example=48)


class OfUser(Paged):
    id: Id = path("The user's id.", example=48)


@get("/users.json", tag="Users", example=[examples.USER], lasts=True)
async def get_users(work: Work, params: ListUsers) -> list[User]:
    """Get the active users of the account."""
    found = await list_users(work, params.window, latest_first=params.order_by_latest)
    return show_users(work, found)


@get("/users/{id}.json", tag="Users", example=examples.USER, lasts=True)
async def get_user(work: Work, params: OneUser) -> User:
    """Get one user."""
    return show_user(work, await user_to_read(work, params.id))


@get("/users/{id}/posts.json", tag="Users", example=[examples.UPDATE], may_be_late=True, lasts=True)
async def get_user_posts(work: Work, params: OfUser) -> list[Update]:
    """Get the updates that a user wrote, newest first."""
    user = await user_to_read(work, params.id)
    return show_threads(work, await updates_by(work, user.id, params.window))


@get("/users/{id}/newsfeed.json", tag="Users", example=[examples.UPDATE], may_be_late=True)
async def get_user_newsfeed(work: Work, params: OfUser) -> list[Update]:
    """Get a user's newsfeed: updates on the boards and pulses they subscribe to."""
    user = await user_to_read(work, params.id)
    return show_threads(work, await feeds.newsfeed(work, user.id, params.window))


@get("/users/{id}/unread_feed.json", tag="Users", example=[examples.UPDATE], may_be_late=True)
async def get_user_unread_feed(work: Work, params: OfUser) -> list[Update]:
    """Get what of their newsfeed a user has not read."""
    user = await user_to_read(work, params.id)
    return show_threads(work, await feeds.unread(work, user.id, params.window))

"""Notifications: sent, and read by who they are for."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.accounts.schemas import User
from lundi.domains.boards.schemas import Board
from lundi.domains.conversation.listing import updates_by_id
from lundi.domains.conversation.schemas import Update
from lundi.domains.feeds.notifications import (
    Notification,
    notify_user,
    own_notifications,
    pulse_or_board,
    update_as_target,
)
from lundi.domains.pulses.queries import visible_pulses
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_moment, window
from lundi.entrypoints.graphql_v2.resolvers.lookups import boards_of, users_of

_MOST = 100


async def notifications(
    ctx: Context,
    parents: Sequence[Any],
    cursor: str | None = None,
    limit: int | None = None,
    filter_read: bool | None = None,
    since: str | None = None,
) -> list[list[Notification]]:
    found = await own_notifications(
        ctx.work,
        before_id=None if cursor is None else as_id(cursor, "cursor"),
        take=window(limit, None, most=_MOST).take,
        only_unread=bool(filter_read),
        since=as_moment(since) or 0,
    )
    return [found]


async def create_notification(
    ctx: Context,
    parents: Sequence[None],
    target_id: str,
    target_type: str,
    text: str,
    user_id: str,
) -> list[Notification]:
    find = update_as_target if target_type == "Post" else pulse_or_board
    target = await find(ctx.work, as_id(target_id, "target_id"))
    return [await notify_user(ctx.work, as_id(user_id, "user_id"), target, text)]


async def creators(ctx: Context, parents: Sequence[Notification]) -> list[list[User]]:
    found = await users_of(ctx, [one.creator_id for one in parents])
    return [[] if user is None else [user] for user in found]


async def boards(ctx: Context, parents: Sequence[Notification]) -> list[Board | None]:
    return await boards_of(ctx, [one.board_id for one in parents])


async def items(ctx: Context, parents: Sequence[Notification]) -> list[Pulse | None]:
    ids = [one.pulse_id for one in parents if one.pulse_id is not None]
    found = await ctx.look_up("items", ids, visible_pulses)
    return [None if one.pulse_id is None else found[one.pulse_id] for one in parents]


async def updates(ctx: Context, parents: Sequence[Notification]) -> list[Update | None]:
    ids = [one.update_id for one in parents if one.update_id is not None]
    found = await ctx.look_up("updates", ids, updates_by_id)
    return [None if one.update_id is None else found[one.update_id] for one in parents]


RESOLVERS: Resolvers = {
    ("Query", "notifications"): notifications,
    ("Mutation", "create_notification"): create_notification,
    ("NotificationV2", "board"): boards,
    ("NotificationV2", "creators"): creators,
    ("NotificationV2", "item"): items,
    ("NotificationV2", "update"): updates,
}
LOOKUPS: Lookups = {
    ("Notification", "target_id"): lambda ctx, one: one.update_id or one.pulse_id or one.board_id,
    ("Notification", "target_type"): lambda ctx, one: "Post" if one.update_id else "Project",
    ("NotificationV2", "read"): lambda ctx, one: one.read_at is not None,
    ("NotificationV2", "title"): lambda ctx, one: one.text,
}

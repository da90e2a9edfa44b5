"""Updates, replies and likes, and what can be done about them."""

from collections.abc import Sequence
from html import escape
from typing import Any

from lundi.core import clock
from lundi.core.errors import Invalid
from lundi.core.paging import read_place
from lundi.domains.accounts.access import act_for_account
from lundi.domains.accounts.queries import users_by_id
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.schemas import Board
from lundi.domains.conversation import actions
from lundi.domains.conversation.access import update_to_answer, update_to_read
from lundi.domains.conversation.html import as_text
from lundi.domains.conversation.listing import (
    Page,
    latest_updates,
    likes_of,
    pages_of_updates,
    replies_on_boards,
    replies_to,
    updates_by_id,
    updates_of_boards,
    updates_of_pulses,
)
from lundi.domains.conversation.schemas import Like, Update
from lundi.domains.pulses.access import pulse_to_discuss
from lundi.domains.pulses.queries import visible_pulses
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Failure, Lookup, Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import (
    as_id,
    as_ids,
    as_moment,
    needed_id,
    owners_of_page,
    page_size,
    window,
)
from lundi.entrypoints.graphql_v2.resolvers.lookups import users_of

_MOST = 100


async def updates(
    ctx: Context,
    parents: Sequence[Any],
    limit: int | None = None,
    page: int | None = None,
    ids: list[str] | None = None,
    from_date: str | None = None,
    to_date: str | None = None,
) -> list[list[Update]]:
    within = window(limit, page, most=_MOST)
    wanted = as_ids(ids)
    if wanted is None:
        return [await latest_updates(ctx.work, within, as_moment(from_date), as_moment(to_date))]
    found = await updates_by_id(ctx.work, set(wanted))
    there = sorted(found.values(), key=lambda update: -update.id)
    return [there[within.skip : within.skip + within.take]]


async def replies(
    ctx: Context,
    parents: Sequence[Any],
    board_ids: list[str],
    limit: int | None = None,
    page: int | None = None,
    created_at_from: str | None = None,
    created_at_to: str | None = None,
) -> list[list[Update]]:
    return [
        await replies_on_boards(
            ctx.work,
            as_ids(board_ids, "board_ids") or [],
            window(limit, page, most=_MOST),
            as_moment(created_at_from),
            as_moment(created_at_to),
        )
    ]


async def item_updates(
    ctx: Context,
    parents: Sequence[Pulse],
    limit: int | None = None,
    page: int | None = None,
    ids: list[str] | None = None,
) -> list[list[Update]]:
    found = await updates_of_pulses(
        ctx.work, {item.id for item in parents}, window(limit, page, most=_MOST), as_ids(ids)
    )
    return [found[item.id] for item in parents]


async def board_updates(
    ctx: Context,
    parents: Sequence[Board],
    limit: int | None = None,
    page: int | None = None,
    ids: list[str] | None = None,
    board_updates_only: bool | None = None,
    from_date: str | None = None,
    to_date: str | None = None,
) -> list[list[Update]]:
    if board_updates_only:
        return [[] for _ in parents]
    found = await updates_of_boards(
        ctx.work,
        {board.id for board in parents},
        window(limit, page, most=_MOST),
        update_ids=as_ids(ids),
        since=as_moment(from_date),
        until=as_moment(to_date),
    )
    return [found[board.id] for board in parents]


async def item_updates_page(
    ctx: Context, parents: Sequence[Pulse], limit: int | None = None, cursor: str | None = None
) -> list[Page | Failure]:
    return await _pages(ctx, "pulse", [item.id for item in parents], limit, cursor)


async def board_updates_page(
    ctx: Context, parents: Sequence[Board], limit: int | None = None, cursor: str | None = None
) -> list[Page | Failure]:
    return await _pages(ctx, "board", [board.id for board in parents], limit, cursor)


async def _pages(
    ctx: Context, owner: str, ids: Sequence[int], limit: int | None, cursor: str | None
) -> list[Page | Failure]:
    after = None if cursor is None else read_place(cursor, 2)
    own, failed = owners_of_page(after, owner, ids)
    found = await pages_of_updates(ctx.work, owner, own, page_size(limit, _MOST), after)
    return [found.get(one, failed) for one in ids]


async def replies_of(ctx: Context, parents: Sequence[Update]) -> list[list[Update]]:
    found = await ctx.look_up("replies", (update.id for update in parents), replies_to)
    return [found[update.id] or [] for update in parents]


async def likes(ctx: Context, parents: Sequence[Update]) -> list[list[Like]]:
    found = await ctx.look_up("likes", (update.id for update in parents), likes_of)
    return [found[update.id] or [] for update in parents]


async def authors(ctx: Context, parents: Sequence[Update]) -> list[User | None]:
    return await users_of(ctx, [update.author_id for update in parents])


async def who_like(ctx: Context, parents: Sequence[Like]) -> list[User | None]:
    return await users_of(ctx, [like.user_id for like in parents])


async def items_of(ctx: Context, parents: Sequence[Update]) -> list[Pulse | None]:
    found = await ctx.look_up("items", (update.pulse_id for update in parents), visible_pulses)
    return [found[update.pulse_id] for update in parents]


async def viewers(
    ctx: Context, parents: Sequence[Update], limit: int | None = None, page: int | None = None
) -> list[list[Any]]:
    return [[] for _ in parents]


async def create_update(
    ctx: Context,
    parents: Sequence[None],
    body: str,
    item_id: str | None = None,
    parent_id: str | None = None,
    mentions_list: list[dict[str, Any] | None] | None = None,
    original_creation_date: str | None = None,
    use_app_info: bool | None = None,
) -> list[Update]:
    # What one doesn't see isn't there, also for who may write nothing.
    if parent_id is not None:
        await update_to_answer(ctx.work, as_id(parent_id, "parent_id"))
    else:
        await pulse_to_discuss(ctx.work, needed_id(item_id, "item_id"))
    author_id = await act_for_account(ctx.work)
    html = body + await _mentions(ctx, mentions_list or ())
    if parent_id is not None:
        answered = as_id(parent_id, "parent_id")
        thread = await actions.reply_to_update(ctx.work, answered, author_id, html)
        return [thread.replies[-1].update]
    posted = await actions.post_update(ctx.work, needed_id(item_id, "item_id"), author_id, html)
    return [posted.update]


async def edit_update(ctx: Context, parents: Sequence[None], id: str, body: str) -> list[Update]:
    return [await actions.edit_update(ctx.work, as_id(id), body)]


async def delete_update(ctx: Context, parents: Sequence[None], id: str) -> list[Update]:
    return [(await actions.delete_update(ctx.work, as_id(id))).update]


async def like_update(
    ctx: Context, parents: Sequence[None], update_id: str, reaction_type: str | None = None
) -> list[Update]:
    target = as_id(update_id, "update_id")
    await update_to_answer(ctx.work, target)
    user_id = await act_for_account(ctx.work)
    await actions.like_update(ctx.work, target, user_id, reaction_type or actions.LIKE)
    return [await update_to_read(ctx.work, target)]


async def unlike_update(ctx: Context, parents: Sequence[None], update_id: str) -> list[Update]:
    target = as_id(update_id, "update_id")
    await update_to_answer(ctx.work, target)
    await actions.unlike_update(ctx.work, target, await act_for_account(ctx.work))
    return [await update_to_read(ctx.work, target)]


async def pin_to_top(
    ctx: Context, parents: Sequence[None], id: str, item_id: str | None = None
) -> list[Update]:
    return [await actions.pin_update(ctx.work, as_id(id), is_pinned=True)]


async def unpin_from_top(
    ctx: Context, parents: Sequence[None], id: str, item_id: str | None = None
) -> list[Update]:
    return [await actions.pin_update(ctx.work, as_id(id), is_pinned=False)]


async def clear_item_updates(ctx: Context, parents: Sequence[None], item_id: str) -> list[Pulse]:
    return [await actions.clear_updates(ctx.work, as_id(item_id, "item_id"))]


async def _mentions(ctx: Context, given: Sequence[dict[str, Any] | None]) -> str:
    """As the editor of the web app writes them."""
    asked = [one for one in given if one is not None]
    for one in asked:
        if one["type"] != "User":
            raise Invalid(f"Only users can be mentioned here, not {one['type']}.")
    ids = [as_id(one["id"], "mentions_list") for one in asked]
    found = await ctx.look_up("users", ids, users_by_id)
    missing = [one for one in ids if found[one] is None]
    if missing:
        raise Invalid(f"There is no user {missing[0]} to be mentioned.")
    names = {user.id: escape(user.name) for one in ids if (user := found[one])}
    return "".join(
        f' <span data-type="mention" data-id="{one}">@{names[one]}</span>' for one in ids
    )


def _at(name: str) -> Lookup:
    """When it was created, updated or edited."""

    def lookup(ctx: Context, update: Update) -> str | int | None:
        at: int | None = getattr(update, name)
        if at is None or not ctx.version.has("updates_in_milliseconds"):
            return at
        return f"{clock.as_datetime(at):%Y-%m-%dT%H:%M:%S}.{at // 1000 % 1000:03}Z"

    return lookup


def _edited_at(ctx: Context, update: Update) -> Any:
    return _at("created_at" if update.edited_at is None else "edited_at")(ctx, update)


def _pins(ctx: Context, update: Update) -> list[dict[str, int]]:
    return [] if update.pinned_at is None else [{"item_id": update.pulse_id}]


_OF_BOTH: Resolvers = {
    (name, field): resolver
    for name in ("Update", "Reply")
    for field, resolver in (("creator", authors), ("likes", likes), ("viewers", viewers))
}
RESOLVERS: Resolvers = {
    **_OF_BOTH,
    ("Query", "updates"): updates,
    ("Query", "replies"): replies,
    ("Item", "updates"): item_updates,
    ("Item", "updates_page"): item_updates_page,
    ("Board", "updates"): board_updates,
    ("Board", "updates_page"): board_updates_page,
    ("Update", "replies"): replies_of,
    ("Update", "item"): items_of,
    ("Like", "creator"): who_like,
    ("Mutation", "create_update"): create_update,
    ("Mutation", "edit_update"): edit_update,
    ("Mutation", "delete_update"): delete_update,
    ("Mutation", "like_update"): like_update,
    ("Mutation", "unlike_update"): unlike_update,
    ("Mutation", "pin_to_top"): pin_to_top,
    ("Mutation", "unpin_from_top"): unpin_from_top,
    ("Mutation", "clear_item_updates"): clear_item_updates,
}
LOOKUPS: Lookups = {
    **{
        (name, field): lookup
        for name in ("Update", "Reply")
        for field, lookup in (
            ("created_at", _at("created_at")),
            ("creator_id", lambda ctx, update: str(update.author_id)),
            ("edited_at", _edited_at),
            ("pinned_to_top", _pins),
            ("text_body", lambda ctx, update: as_text(update.body)),
            ("updated_at", _at("updated_at")),
        )
    },
    ("Update", "item_id"): lambda ctx, update: str(update.pulse_id),
    ("Update", "original_creation_date"): lambda ctx, update: None,
    ("Reply", "kind"): lambda ctx, update: "reply",
    ("Like", "id"): lambda ctx, like: f"{like.update_id}-{like.user_id}",
    ("Like", "creator_id"): lambda ctx, like: str(like.user_id),
    ("Like", "reaction_type"): lambda ctx, like: like.reaction,
    ("Like", "updated_at"): lambda ctx, like: like.created_at,
    ("Like", "attribution_entity_ref"): lambda ctx, like: None,
    ("Like", "attribution_entity_type"): lambda ctx, like: None,
}

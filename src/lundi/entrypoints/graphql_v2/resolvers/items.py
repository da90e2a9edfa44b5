"""Items: the pulses of the other ways in."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.schemas import ACTIVE, Board, Group
from lundi.domains.pulses.computing import subitems_of_pulses
from lundi.domains.pulses.queries import (
    items_by_id,
    list_pulses,
    subscribers_of_pulses,
    visible_pulses,
)
from lundi.domains.pulses.querying.description import read_query
from lundi.domains.pulses.querying.pages import Page, first_exact_page, first_page, next_page
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids, window
from lundi.entrypoints.graphql_v2.resolvers.lookups import boards_of, groups_on, users_of

MOST_ITEMS = 100


async def items(
    ctx: Context,
    parents: Sequence[Any],
    ids: list[str] | None = None,
    exclude_nonactive: bool | None = None,
    limit: int | None = None,
    newest_first: bool | None = None,
    page: int | None = None,
) -> list[list[Pulse]]:
    within = window(limit, page, most=MOST_ITEMS)
    wanted = as_ids(ids)
    if wanted is None:
        return [
            await list_pulses(
                ctx.work, within, since=None, until=None, latest_first=bool(newest_first)
            )
        ]
    if len(wanted) > MOST_ITEMS:
        raise Invalid(f"ids has {len(wanted)} entries; {MOST_ITEMS} is the most.")
    found = await items_by_id(
        ctx.work,
        wanted,
        within,
        newest_first=bool(newest_first),
        only_active=bool(exclude_nonactive),
    )
    return [found]


async def board_items_page(
    ctx: Context,
    parents: Sequence[Board],
    limit: int = 25,
    cursor: str | None = None,
    query_params: dict[str, Any] | None = None,
    hierarchy_scope_config: str | None = None,
) -> list[Page]:
    if cursor is not None:
        return [await _next(ctx, cursor, limit, query_params)] * len(parents)
    query = read_query(query_params)
    return [
        _kept(ctx, await first_page(ctx.work, board, query, limit))
        if board.state == ACTIVE
        else Page([])
        for board in parents
    ]


async def group_items_page(
    ctx: Context,
    parents: Sequence[Group],
    limit: int = 25,
    cursor: str | None = None,
    query_params: dict[str, Any] | None = None,
    hierarchy_scope_config: str | None = None,
) -> list[Page]:
    if cursor is not None:
        return [await _next(ctx, cursor, limit, query_params)] * len(parents)
    query = read_query(query_params)
    boards = await boards_of(ctx, [group.board_id for group in parents])
    return [
        Page([])
        if board is None
        else _kept(ctx, await first_page(ctx.work, board, query, limit, group.id))
        for board, group in zip(boards, parents, strict=True)
    ]


async def next_items_page(
    ctx: Context, parents: Sequence[Any], cursor: str, limit: int = 25
) -> list[Page]:
    return [await _next(ctx, cursor, limit, None)]


async def items_page_by_column_values(
    ctx: Context,
    parents: Sequence[Any],
    board_id: str,
    limit: int = 25,
    columns: list[dict[str, Any]] | None = None,
    cursor: str | None = None,
    hierarchy_scope_config: str | None = None,
) -> list[Page]:
    if cursor is not None:
        return [await _next(ctx, cursor, limit, columns)]
    board = await board_to_read(ctx.work, as_id(board_id, "board_id"))
    if not columns:
        raise Invalid("columns names at least one column, with the values to find.")
    asked = [(one["column_id"], [v or "" for v in one["column_values"]]) for one in columns]
    return [_kept(ctx, await first_exact_page(ctx.work, board, asked, limit))]


async def _next(ctx: Context, cursor: str, limit: int, besides: Any) -> Page:
    if besides:
        raise Invalid("A cursor knows what it is of: give it alone, without what to find.")
    return await next_page(ctx.work, cursor, limit)


def _kept(ctx: Context, page: Page) -> Page:
    if page.snapshot is not None:
        ctx.snapshots.append(page.snapshot)
    return page


async def board_of_item(ctx: Context, parents: Sequence[Pulse]) -> list[Board | None]:
    return await boards_of(ctx, [item.board_id for item in parents])


async def group_of_item(ctx: Context, parents: Sequence[Pulse]) -> list[Group | None]:
    found = await groups_on(ctx, {item.board_id for item in parents})
    groups = {(g.board_id, g.id): g for own in found.values() for g in own}
    return [groups.get((item.board_id, item.group_id)) for item in parents]


async def creator(ctx: Context, parents: Sequence[Pulse]) -> list[User | None]:
    return await users_of(ctx, [item.creator_id for item in parents])


async def subscribers(ctx: Context, parents: Sequence[Pulse]) -> list[list[User]]:
    found = await subscribers_of_pulses(ctx.work, list(parents))
    return [found.get(item.id, []) for item in parents]


async def subitems(ctx: Context, parents: Sequence[Pulse]) -> list[list[Pulse]]:
    return await subitems_of_pulses(ctx, parents)


async def parent_item(ctx: Context, parents: Sequence[Pulse]) -> list[Pulse | None]:
    ids = [item.parent_id for item in parents if item.parent_id is not None]
    found = await ctx.look_up("items", ids, visible_pulses)
    return [None if item.parent_id is None else found[item.parent_id] for item in parents]


def _link(item: Pulse) -> str:
    return f"/boards/{item.board_id}/pulses/{item.id}"


RESOLVERS: Resolvers = {
    ("Query", "items"): items,
    ("Query", "next_items_page"): next_items_page,
    ("Query", "items_page_by_column_values"): items_page_by_column_values,
    ("Board", "items_page"): board_items_page,
    ("Group", "items_page"): group_items_page,
    ("Item", "board"): board_of_item,
    ("Item", "creator"): creator,
    ("Item", "group"): group_of_item,
    ("Item", "parent_item"): parent_item,
    ("Item", "subitems"): subitems,
    ("Item", "subscribers"): subscribers,
}
LOOKUPS: Lookups = {
    ("Item", "creator_id"): lambda ctx, item: str(item.creator_id or 0),
    ("Item", "email"): lambda ctx, item: f"item-{item.id}@{ctx.work.site.partition('://')[2]}",
    ("Item", "relative_link"): lambda ctx, item: _link(item),
    ("Item", "url"): lambda ctx, item: ctx.work.site + _link(item),
    ("ItemsResponse", "items"): lambda ctx, page: page.pulses,
}

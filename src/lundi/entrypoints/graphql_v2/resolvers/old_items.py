"""Lists of items as old versions have them: by pages that are numbered, of active items only."""

from collections.abc import Sequence
from typing import Any

from lundi.core.paging import Window
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.schemas import ACTIVE, Board, Group
from lundi.domains.pulses.queries import visible_pulses
from lundi.domains.pulses.querying.description import EVERYTHING
from lundi.domains.pulses.querying.pages import find_exact_ids, find_ids
from lundi.domains.pulses.schemas import Pulse
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids, cut, window
from lundi.entrypoints.graphql_v2.resolvers.lookups import boards_of

_LISTED = (ACTIVE, "all")


async def items_by_multiple_column_values(
    ctx: Context,
    parents: Sequence[Any],
    board_id: str,
    column_id: str,
    column_values: list[str | None],
    limit: int | None = None,
    page: int | None = None,
    state: str | None = None,
) -> list[list[Pulse]]:
    within = window(limit, page)
    board = await board_to_read(ctx.work, as_id(board_id, "board_id"))
    texts = [value or "" for value in column_values]
    found = await find_exact_ids(ctx.work, board, [(column_id, texts)])
    if (state or ACTIVE) not in _LISTED:
        return [[]]
    return [await _there(ctx, found, within)]


async def items_by_column_values(
    ctx: Context, parents: Sequence[Any], column_value: str, **asked: Any
) -> list[list[Pulse]]:
    return await items_by_multiple_column_values(
        ctx, parents, column_values=[column_value], **asked
    )


async def items_of_boards(
    ctx: Context,
    parents: Sequence[Board],
    ids: list[str] | None = None,
    limit: int | None = None,
    newest_first: bool | None = None,
    page: int | None = None,
) -> list[list[Pulse]]:
    asked = _asked(ids, limit, newest_first, page)
    return [await _listed(ctx, board, None, *asked) for board in parents]


async def items_of_groups(
    ctx: Context,
    parents: Sequence[Group],
    ids: list[str] | None = None,
    limit: int | None = None,
    newest_first: bool | None = None,
    page: int | None = None,
) -> list[list[Pulse]]:
    asked = _asked(ids, limit, newest_first, page)
    boards = await boards_of(ctx, [group.board_id for group in parents])
    return [
        [] if board is None else await _listed(ctx, board, group.id, *asked)
        for board, group in zip(boards, parents, strict=True)
    ]


def _asked(
    ids: list[str] | None, limit: int | None, newest_first: bool | None, page: int | None
) -> tuple[list[int] | None, bool, Window]:
    return as_ids(ids), bool(newest_first), window(limit, page)


async def _listed(
    ctx: Context,
    board: Board,
    group_id: str | None,
    ids: list[int] | None,
    newest_first: bool,
    within: Window,
) -> list[Pulse]:
    if board.state != ACTIVE:
        return []
    found = await find_ids(ctx.work, board, EVERYTHING, group_id)
    chosen = [one for one in found if ids is None or one in ids]
    return await _there(ctx, sorted(chosen, reverse=True) if newest_first else chosen, within)


async def _there(ctx: Context, ids: Sequence[int], within: Window) -> list[Pulse]:
    wanted = cut(ids, within)
    found = await visible_pulses(ctx.work, set(wanted))
    return [found[one] for one in wanted if one in found]


RESOLVERS: Resolvers = {
    ("Query", "items_by_column_values"): items_by_column_values,
    ("Query", "items_by_multiple_column_values"): items_by_multiple_column_values,
    ("Board", "items"): items_of_boards,
    ("Group", "items"): items_of_groups,
}
LOOKUPS: Lookups = {("Board", "pos"): lambda ctx, board: None}

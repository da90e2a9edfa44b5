"""Views of boards, and what can be done about them."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lundi.domains.boards.schemas import Board
from lundi.domains.views import actions
from lundi.domains.views.queries import views_of_boards
from lundi.domains.views.schemas import TABLE, View, Wanted
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids
from lundi.entrypoints.graphql_v2.resolvers.boards import access_level
from lundi.entrypoints.graphql_v2.resolvers.item_changes import decoded
from lundi.entrypoints.graphql_v2.resolvers.lookups import boards_of

_encode = msgspec.json.Encoder().encode


async def views(
    ctx: Context,
    parents: Sequence[Board],
    ids: list[str] | None = None,
    type: str | None = None,
) -> list[list[View]]:
    wanted = as_ids(ids)
    found = await ctx.look_up("views", (board.id for board in parents), views_of_boards)
    return [
        [
            view
            for view in found[board.id] or ()
            if (wanted is None or view.id in wanted) and type in (None, view.kind, _type(view))
        ]
        for board in parents
    ]


async def access_levels(ctx: Context, parents: Sequence[View]) -> list[str]:
    found = await boards_of(ctx, [view.board_id for view in parents])
    return ["view" if board is None else access_level(ctx, board) for board in found]


async def create_view_table(
    ctx: Context, parents: Sequence[None], board_id: str, **given: Any
) -> list[View]:
    return await create_view(ctx, parents, board_id, TABLE, **given)


async def create_view(
    ctx: Context, parents: Sequence[None], board_id: str, type: str, **given: Any
) -> list[View]:
    board = as_id(board_id, "board_id")
    return [await actions.create_view(ctx.work, board, type, _wanted(given))]


async def update_view_table(
    ctx: Context, parents: Sequence[None], view_id: str, board_id: str, **given: Any
) -> list[View]:
    return await update_view(ctx, parents, view_id, board_id, TABLE, **given)


async def update_view(
    ctx: Context, parents: Sequence[None], view_id: str, board_id: str, type: str, **given: Any
) -> list[View]:
    board, view = as_id(board_id, "board_id"), as_id(view_id, "view_id")
    return [await actions.change_view(ctx.work, board, view, type, _wanted(given))]


async def delete_view(
    ctx: Context, parents: Sequence[None], view_id: str, board_id: str
) -> list[View]:
    board, view = as_id(board_id, "board_id"), as_id(view_id, "view_id")
    return [await actions.delete_view(ctx.work, board, view)]


def _wanted(given: dict[str, Any]) -> Wanted:
    for name in ("filter_user_id", "filter_team_id"):
        if given.get(name) is not None:
            given[name] = as_id(given[name], name)
    return Wanted(**{**given, "settings": decoded(given.get("settings"), "settings")})


def _type(view: View) -> str:
    return f"{view.kind.capitalize()}BoardView"


RESOLVERS: Resolvers = {
    ("Board", "views"): views,
    ("BoardView", "access_level"): access_levels,
    ("Mutation", "create_view_table"): create_view_table,
    ("Mutation", "create_view"): create_view,
    ("Mutation", "update_view_table"): update_view_table,
    ("Mutation", "update_view"): update_view,
    ("Mutation", "delete_view"): delete_view,
}
LOOKUPS: Lookups = {
    ("BoardView", "type"): lambda ctx, view: _type(view),
    ("BoardView", "settings_str"): lambda ctx, view: _encode(view.settings).decode(),
    ("BoardView", "view_specific_data_str"): lambda ctx, view: "{}",
    ("BoardView", "source_view_id"): lambda ctx, view: None,
}

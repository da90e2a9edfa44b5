"""Items: the pulses of the other ways in."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.boards.schemas import Board
from lundi.domains.pulses.queries import pulses_of_board
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import window


async def items_page(
    ctx: Context, parents: Sequence[Board], limit: int = 25, **_: Any
) -> list[dict[str, Any]]:
    return [
        {"cursor": None, "items": await pulses_of_board(ctx.work, board, window(limit, 1))}
        for board in parents
    ]


RESOLVERS: Resolvers = {("Board", "items_page"): items_page}
LOOKUPS: Lookups = {
    ("Item", "url"): lambda ctx, item: f"{ctx.work.site}/boards/{item.board_id}/pulses/{item.id}",
    ("Item", "relative_link"): lambda ctx, item: f"/boards/{item.board_id}/pulses/{item.id}",
    ("Item", "creator_id"): lambda ctx, item: item.creator_id or 0,
}

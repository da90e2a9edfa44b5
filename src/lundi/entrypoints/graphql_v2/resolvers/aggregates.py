"""Counts, sums and the like over the items of a board."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.boards.access import board_to_read
from lundi.domains.pulses.querying.aggregating import aggregate
from lundi.domains.pulses.querying.aggregation import read_aggregation
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id


async def aggregate_items(
    ctx: Context, parents: Sequence[Any], query: dict[str, Any]
) -> list[dict[str, Any]]:
    board = await board_to_read(ctx.work, as_id(query["from"]["id"], "from.id"))
    found = await aggregate(ctx.work, board, read_aggregation(query))
    return [{"results": [{"entries": entries} for entries in found]}]


RESOLVERS: Resolvers = {("Query", "aggregate"): aggregate_items}
LOOKUPS: Lookups = {}

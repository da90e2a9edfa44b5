"""Tags."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.tags.actions import create_or_get_tag
from lundi.domains.tags.queries import shared_tags, visible_tags
from lundi.domains.tags.schemas import Tag
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id, as_ids


async def tags(
    ctx: Context, parents: Sequence[Any], ids: list[str] | None = None
) -> list[list[Tag]]:
    wanted = as_ids(ids)
    if wanted is None:
        return [await shared_tags(ctx.work)]
    found = await visible_tags(ctx.work, set(wanted))
    return [[found[one] for one in wanted if one in found]]


async def create_tag(
    ctx: Context,
    parents: Sequence[None],
    tag_name: str | None = None,
    board_id: str | None = None,
) -> list[Tag]:
    if tag_name is None:
        raise Invalid("tag_name is missing.")
    target = None if board_id is None else as_id(board_id, "board_id")
    return [await create_or_get_tag(ctx.work, target, tag_name)]


RESOLVERS: Resolvers = {
    ("Query", "tags"): tags,
    ("Mutation", "create_or_get_tag"): create_tag,
}
LOOKUPS: Lookups = {}

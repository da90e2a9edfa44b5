"""What many fields lead to: users, boards, groups by their ids, each looked up once for a request."""

from collections.abc import Iterable, Sequence
from typing import Any

from lundi.domains.accounts.queries import users_by_id
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.listing import boards_by_id, groups_of_boards
from lundi.domains.boards.schemas import Board, Group
from lundi.entrypoints.graphql_v2.context import Context


async def users_of(ctx: Context, user_ids: Sequence[int | None]) -> list[User | None]:
    """In the order of the ids; None for the account itself."""
    found = await ctx.look_up("users", _there(user_ids), users_by_id)
    return [None if user_id is None else found[user_id] for user_id in user_ids]


async def boards_of(ctx: Context, board_ids: Sequence[int]) -> list[Board | None]:
    found = await ctx.look_up("boards", board_ids, boards_by_id)
    return [found[board_id] for board_id in board_ids]


async def groups_on(ctx: Context, board_ids: Iterable[int]) -> dict[int, list[Group]]:
    """Archived ones too."""
    found = await ctx.look_up("groups", board_ids, groups_of_boards)
    return {board_id: groups or [] for board_id, groups in found.items()}


def _there(ids: Sequence[Any]) -> list[int]:
    return [one for one in ids if one is not None]

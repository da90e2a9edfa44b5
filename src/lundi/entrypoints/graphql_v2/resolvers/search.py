"""`search`: what one sees, found by words."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.boards.schemas import Board
from lundi.domains.boards.search import Within, search_boards, search_workspaces
from lundi.domains.pulses.schemas import Pulse
from lundi.domains.pulses.search import search_pulses
from lundi.domains.workspaces.schemas import Workspace
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_ids, as_moment
from lundi.entrypoints.graphql_v2.resolvers.lookups import boards_of
from lundi.entrypoints.graphql_v2.resolvers.workspaces import kept_ids

_THOROUGH = "QUALITY"
"""Looks into the columns of items too, and takes its time."""


async def search(ctx: Context, parents: Sequence[Any]) -> list[dict[str, Any]]:
    return [{}]


async def items(
    ctx: Context,
    parents: Sequence[Any],
    query: str,
    limit: int | None = None,
    strategy: str | None = None,
    **place: Any,
) -> list[dict[str, Any]]:
    within, most = await _within(ctx, **place), 10 if limit is None else limit
    found = await search_pulses(ctx.work, query, most, within, in_values=strategy == _THOROUGH)
    boards = await boards_of(ctx, [item.board_id for item in found])
    shown = [_item(ctx, item, board) for item, board in zip(found, boards, strict=True)]
    return [{"results": shown}] * len(parents)


async def boards(
    ctx: Context,
    parents: Sequence[Any],
    query: str,
    limit: int | None = None,
    strategy: str | None = None,
    **place: Any,
) -> list[dict[str, Any]]:
    within, most = await _within(ctx, **place), 10 if limit is None else limit
    found = await search_boards(ctx.work, query, most, within)
    ctx.knows("boards", {board.id: board for board in found})
    return [{"results": [_board(ctx, one) for one in found]}] * len(parents)


async def workspaces(
    ctx: Context,
    parents: Sequence[Any],
    query: str,
    limit: int | None = None,
    strategy: str | None = None,
    kind: str | None = None,
    **place: Any,
) -> list[dict[str, Any]]:
    within, most = await _within(ctx, **place), 10 if limit is None else limit
    found = await search_workspaces(ctx.work, query, most, within, kind)
    return [{"results": [_workspace(one) for one in found]}] * len(parents)


async def docs(ctx: Context, parents: Sequence[Any], **asked: Any) -> list[dict[str, Any]]:
    """There are none."""
    return [{"results": []}] * len(parents)


async def _within(
    ctx: Context,
    date_range: dict[str, Any] | None = None,
    board_ids: list[str] | None = None,
    workspace_ids: list[str] | None = None,
) -> Within:
    times = date_range or {}
    ids = as_ids(board_ids, "board_ids")
    return Within(
        board_ids=None if ids is None else tuple(ids),
        workspace_ids=frozenset(await kept_ids(ctx, workspace_ids)) if workspace_ids else None,
        created=(as_moment(times.get("created_after")), as_moment(times.get("created_before"))),
        updated=(as_moment(times.get("updated_after")), as_moment(times.get("updated_before"))),
    )


def _item(ctx: Context, item: Pulse, board: Board | None) -> dict[str, Any]:
    return {
        "id": item.id,
        "live_data": item,
        "indexed_data": {
            "id": item.id,
            "name": item.name,
            "url": f"{ctx.work.site}/boards/{item.board_id}/pulses/{item.id}",
            "board_id": item.board_id,
            "workspace_id": board.workspace_id if board else None,
        },
    }


def _board(ctx: Context, board: Board) -> dict[str, Any]:
    return {
        "id": board.id,
        "live_data": board,
        "indexed_data": {
            "id": board.id,
            "name": board.name,
            "description": board.description,
            "workspace_id": board.workspace_id,
            "creator_id": board.creator_id,
            "url": f"{ctx.work.site}/boards/{board.id}",
        },
    }


def _workspace(workspace: Workspace) -> dict[str, Any]:
    return {"id": workspace.id, "indexed_data": workspace}


RESOLVERS: Resolvers = {
    ("Query", "search"): search,
    ("SearchNamespace", "items"): items,
    ("SearchNamespace", "boards"): boards,
    ("SearchNamespace", "docs"): docs,
    ("SearchNamespace", "workspaces"): workspaces,
}
LOOKUPS: Lookups = {}

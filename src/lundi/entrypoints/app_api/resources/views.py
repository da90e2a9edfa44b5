"""Views of a board: tables that keep a filter, an order, hidden columns and by what they are grouped."""

from typing import Any

import msgspec

from lundi.core.work import Work
from lundi.domains.boards.access import board_to_edit
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board
from lundi.domains.column_types import last_post
from lundi.domains.views import actions
from lundi.domains.views.access import view_of
from lundi.domains.views.columns import with_columns, with_grouping
from lundi.domains.views.schemas import TABLE, Grouping, Wanted
from lundi.entrypoints.app_api.operation import delete, post, put
from lundi.entrypoints.app_api.shapes import Done, Title
from lundi.entrypoints.app_api.view_shapes import Shown, View, show_view


class NewView(msgspec.Struct):
    name: Title
    shown: Shown


class ViewChange(msgspec.Struct):
    """What `shown` says takes the place of all that the view shows, a filter by a user or a team too."""

    name: Title | None = None
    shown: Shown | None = None


@post("/boards/{board_id}/views")
async def create_view(work: Work, board_id: int, given: NewView) -> View:
    """A view of a board."""
    board = await board_to_edit(work, board_id)
    wanted = await _wanted(work, board, given.name, given.shown, {})
    return show_view(await actions.create_view(work, board.id, TABLE, wanted))


@put("/boards/{board_id}/views/{view_id}")
async def change_view(work: Work, board_id: int, view_id: int, given: ViewChange) -> View:
    """Rename a view, or change what it shows."""
    board = await board_to_edit(work, board_id)
    before = await view_of(work, board, view_id)
    wanted = await _wanted(work, board, given.name, given.shown, before.settings)
    return show_view(await actions.change_view(work, board.id, view_id, TABLE, wanted))


@post("/boards/{board_id}/views/{view_id}/duplicate")
async def duplicate_view(work: Work, board_id: int, view_id: int) -> View:
    """A copy of a view."""
    return show_view(await actions.duplicate_view(work, board_id, view_id))


@delete("/boards/{board_id}/views/{view_id}")
async def delete_view(work: Work, board_id: int, view_id: int) -> Done:
    """Delete a view; its pulses stay."""
    await actions.delete_view(work, board_id, view_id)
    return Done()


async def _wanted(
    work: Work, board: Board, name: str | None, shown: Shown | None, settings: dict[str, Any]
) -> Wanted:
    if shown is None:
        return Wanted(name=name)
    columns = (await columns_of_boards(work, {board.id}))[board.id]
    known = [column.id for column in columns if column.type != last_post.TYPE.name]
    grouped: Grouping | None = None
    if by := shown.grouped_by:
        grouped = Grouping(by.column_id, by.direction == "desc", by.hides_empty)
    return Wanted(
        name=name,
        filter=msgspec.to_builtins(shown.filter),
        sort=msgspec.to_builtins(shown.sort),
        settings=with_grouping(with_columns(settings, known, shown.hidden, shown.order), grouped),
        filter_user_id=0,
        filter_team_id=0,
    )

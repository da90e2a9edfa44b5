"""Adding, changing and removing the views of a board."""

from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid, NotFound
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.accounts.access import user_to_name
from lundi.domains.accounts.actions import LONGEST_NAME, check_one_of, checked_name
from lundi.domains.boards.access import board_to_edit
from lundi.domains.boards.queries import columns_of_boards
from lundi.domains.boards.schemas import Board
from lundi.domains.column_types.inputs import check_settings, check_storable, quoted
from lundi.domains.pulses.querying.description import read_query
from lundi.domains.pulses.querying.planning import plan
from lundi.domains.teams.access import team_to_read
from lundi.domains.views.access import view_of
from lundi.domains.views.columns import named_columns
from lundi.domains.views.events import ViewChanged, ViewCreated, ViewDeleted
from lundi.domains.views.queries import views_of_boards
from lundi.domains.views.schemas import KINDS, TABLE, View, Wanted, described
from lundi.domains.views.tables import board_views

MOST_VIEWS = 200
MOST_TAGS = 100
LARGEST_FILTER = 65_536

_THE_VIEW = sa.and_(
    board_views.c.account_id == parameter("account_id"),
    board_views.c.board_id == parameter("board_id"),
    board_views.c.id == parameter("view_id"),
)
_VALUES = {
    "name": parameter("name", sa.Text),
    "filter": parameter("filter", Json),
    "sort": parameter("sort", Json),
    "tags": parameter("tags", Json),
    "settings": parameter("settings", Json),
    "filter_user_id": parameter("filter_user_id"),
    "filter_team_id": parameter("filter_team_id"),
    "updated_at": parameter("now"),
}
_ADD = sa.insert(board_views).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    id=parameter("view_id"),
    kind=parameter("kind", sa.Text),
    creator_id=parameter("creator_id"),
    created_at=parameter("now"),
    **_VALUES,
)
_CHANGE = sa.update(board_views).where(_THE_VIEW).values(**_VALUES)
_DELETE = sa.delete(board_views).where(_THE_VIEW)


async def create_view(work: Work, board_id: int, kind: str, wanted: Wanted) -> View:
    board = await board_to_edit(work, board_id)
    check_one_of("type", kind, KINDS)
    return await _added(work, board, kind, await _checked(work, board, kind, wanted))


async def duplicate_view(work: Work, board_id: int, view_id: int) -> View:
    """With all that the original has, whether or not what it names is still there."""
    board = await board_to_edit(work, board_id)
    view = await view_of(work, board, view_id)
    same = Wanted(**{name: getattr(view, name) for name in Wanted.__struct_fields__})
    name = f"Duplicate of {view.name}"[:LONGEST_NAME]
    return await _added(work, board, view.kind, msgspec.structs.replace(same, name=name))


async def change_view(work: Work, board_id: int, view_id: int, kind: str, wanted: Wanted) -> View:
    """What is None stays. Invalid where the view is of another kind."""
    board = await board_to_edit(work, board_id)
    view = await view_of(work, board, view_id)
    if view.kind != kind:
        raise Invalid(f"View {view_id} is of type {view.kind}, not {kind}.")
    wanted = await _checked(work, board, kind, wanted)
    new = Wanted(
        **{
            name: getattr(view, name) if (given := getattr(wanted, name)) is None else given
            for name in Wanted.__struct_fields__
        }
    )
    name = wanted.name or view.name
    await work.run(
        _CHANGE,
        board_id=board.id,
        view_id=view.id,
        name=name,
        filter=_json(new.filter),
        sort=_json(new.sort),
        tags=as_json(new.tags),
        settings=as_json(new.settings),
        filter_user_id=new.filter_user_id or None,
        filter_team_id=new.filter_team_id or None,
    )
    work.record(ViewChanged(board_id=board.id, view_id=view.id, name=name))
    return await view_of(work, board, view.id)


async def delete_view(work: Work, board_id: int, view_id: int) -> View:
    """Gives it as it was."""
    board = await board_to_edit(work, board_id)
    view = await view_of(work, board, view_id)
    await work.run(_DELETE, board_id=board.id, view_id=view.id)
    work.record(ViewDeleted(board_id=board.id, view_id=view.id, name=view.name))
    return view


async def _added(work: Work, board: Board, kind: str, wanted: Wanted) -> View:
    if len((await views_of_boards(work, {board.id}))[board.id]) >= MOST_VIEWS:
        raise Invalid(f"Board {board.id} has {MOST_VIEWS} views already, and that is the most.")
    view_id = await work.new_id("view")
    name = wanted.name or kind.capitalize()
    await work.run(
        _ADD,
        board_id=board.id,
        view_id=view_id,
        kind=kind,
        creator_id=work.acting_id,
        name=name,
        filter=_json(wanted.filter),
        sort=_json(wanted.sort),
        tags=as_json(wanted.tags or []),
        settings=as_json(wanted.settings or {}),
        filter_user_id=wanted.filter_user_id or None,
        filter_team_id=wanted.filter_team_id or None,
    )
    work.record(ViewCreated(board_id=board.id, view_id=view_id, name=name))
    return await view_of(work, board, view_id)


async def _checked(work: Work, board: Board, kind: str, wanted: Wanted) -> Wanted:
    """As it can be kept; what it names is there."""
    name, settings = wanted.name, wanted.settings
    if name is not None:
        name = checked_name("The view's name", name)
    if wanted.filter is not None or wanted.sort is not None:
        given = described(wanted.filter, wanted.sort)
        await plan(work, board, read_query(given))
        if len(as_json(given)) > LARGEST_FILTER:
            raise Invalid(f"A filter with its order has at most {LARGEST_FILTER:,} bytes.")
    if wanted.tags is not None:
        check_storable(wanted.tags)
        if len(wanted.tags) > MOST_TAGS:
            raise Invalid(f"A view has at most {MOST_TAGS} tags.")
    if settings is not None:
        settings = check_settings(settings)
        if kind == TABLE:
            await _check_columns(work, board, settings)
    if wanted.filter_user_id:
        await user_to_name(work, wanted.filter_user_id)
    if wanted.filter_team_id:
        await team_to_read(work, wanted.filter_team_id)
    return msgspec.structs.replace(wanted, name=name, settings=settings)


async def _check_columns(work: Work, board: Board, settings: dict[str, Any]) -> None:
    known = {column.id for column in (await columns_of_boards(work, {board.id}))[board.id]}
    for column_id in named_columns(settings):
        if column_id not in known:
            raise NotFound(
                f"There is no column {quoted(column_id)} on board {board.id}.",
                column_id=str(column_id)[:80],
                board_id=board.id,
            )


def _json(value: Any) -> str | None:
    return None if value is None else as_json(value)

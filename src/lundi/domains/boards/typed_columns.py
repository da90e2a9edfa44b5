"""Columns of every type, as API v2 makes and changes them."""

import re
import secrets
import string
from typing import Any

import sqlalchemy as sa

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.ordering import between
from lundi.core.schema import Json, parameter
from lundi.core.work import Work, as_json
from lundi.domains.boards.access import board_to_edit, column_of
from lundi.domains.boards.actions import ADD_COLUMN, touch_board
from lundi.domains.boards.column_actions import (
    column_places,
    lock_board,
    position_after,
    record_change,
    set_column_settings,
)
from lundi.domains.boards.events import ColumnCreated
from lundi.domains.boards.queries import all_columns, visible_boards
from lundi.domains.boards.schemas import Board, Column
from lundi.domains.boards.subitem_boards import subitems_board_to_use
from lundi.domains.boards.tables import columns
from lundi.domains.column_types import board_relation, subtasks
from lundi.domains.column_types.board_relation import MAKE_REFLECTION, REFLECTION
from lundi.domains.column_types.column_type import ColumnType
from lundi.domains.column_types.inputs import quoted
from lundi.domains.column_types.registry import COLUMN_TYPES, creatable_type_in_v2

LONGEST_TITLE = 255
LONGEST_DESCRIPTION = 2000
WIDEST = 2000
MOST_COLUMNS = 500
_ID = re.compile(r"[a-z0-9_]{1,60}")
_LETTERS = string.ascii_lowercase + string.digits
_RESERVED = frozenset({"name", "group", "__creation_log__", "__last_updated__"})
_CHANGE_COLUMN = (
    sa.update(columns)
    .where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("board_id"),
        columns.c.id == parameter("column_id", sa.Text),
    )
    .values(
        title=parameter("title", sa.Text),
        settings=parameter("settings", Json),
        description=parameter("description", sa.Text),
        width=parameter("width", sa.Integer),
    )
)


async def create_typed_column(
    work: Work,
    board_id: int,
    *,
    title: str,
    type_name: str,
    settings: Any = None,
    column_id: str | None = None,
    after_id: str | None = None,
    description: str | None = None,
) -> Column:
    """At the right end, or after another one. `type_name` as API v2 has it; an id is made where none is wished for."""
    board = await board_to_edit(work, board_id)
    kind = creatable_type_in_v2(type_name)
    complete = kind.defaults(_own(settings))
    await _check_boards(work, kind, complete)
    links_back = complete.pop(MAKE_REFLECTION, False) is True and kind is board_relation.TYPE
    title, description = _checked_title(title), _checked_description(description)
    # Two at once must not take the same place or the same id.
    await lock_board(work, board)
    known = {column.id for column in await all_columns(work, board)}
    if len(known) >= MOST_COLUMNS:
        raise Invalid(f"Board {board.id} has {MOST_COLUMNS} columns already, and that is the most.")
    new_id = _wished_id(column_id, known) if column_id else _new_id(kind.id_prefix, known)
    places = await column_places(work, board)
    if after_id is None:
        position = between(places[-1].position if places else None, None)
    else:
        position = position_after(places, after_id)
    await work.run(
        ADD_COLUMN,
        board_id=board.id,
        id=new_id,
        title=title,
        type=kind.name,
        settings=as_json(complete),
        position=position,
    )
    column = await column_of(work, board, new_id)
    if description is not None:
        column = await _changed(work, column, description=description)
    await touch_board(work, board)
    work.record(ColumnCreated(board_id=board.id, column_id=new_id, type=kind.name, title=title))
    if kind is subtasks.TYPE:
        await subitems_board_to_use(work, board)
    return await _linking_back(work, board, column) if links_back else column


async def _linking_back(work: Work, board: Board, column: Column) -> Column:
    """Both columns lead to each other."""
    board_ids = column.settings["boardIds"]
    if len(board_ids) != 1:
        raise Invalid("A column that links both ways leads to one board.")
    other = await create_typed_column(
        work,
        board_ids[0],
        title=board.name[:LONGEST_TITLE],
        type_name=column.type,
        settings={"boardIds": [board.id]},
    )
    for one, of in ((column, other), (other, column)):
        settings = {
            **one.settings,
            REFLECTION: {"board_id": of.board_id, "column_id": of.id},
        }
        await set_column_settings(work, one, settings)
    return await column_of(work, board, column.id)


def _own(settings: Any) -> Any:
    """Which column links back only we say: it is written to for whoever writes to this one."""
    if not isinstance(settings, dict):
        return settings
    return {key: value for key, value in settings.items() if key != REFLECTION}


async def _check_boards(work: Work, kind: ColumnType, settings: dict[str, Any]) -> None:
    named = set(settings["boardIds"]) if kind is board_relation.TYPE else set()
    for missing in named - await visible_boards(work, named):
        raise NotFound(f"There is no board {missing}.", board_id=missing)


async def update_column(
    work: Work,
    board_id: int,
    column_id: str,
    *,
    title: str | None = None,
    description: str | None = None,
    width: int | None = None,
    settings: Any = None,
    revision: str | None = None,
    type_name: str | None = None,
) -> Column:
    """What is None stays; an empty description goes. Conflict where the column is not of that `revision` any more."""
    board = await board_to_edit(work, board_id)
    await lock_board(work, board)
    column = await column_of(work, board, column_id)
    kind = COLUMN_TYPES[column.type]
    if type_name is not None and type_name not in (kind.in_v2, kind.name):
        raise Invalid(f"Column '{column.id}' is of type {kind.in_v2}, not {type_name[:40]}.")
    if revision is not None and revision != column.revision:
        raise Conflict(
            f"Column '{column.id}' was changed since: it is of revision {column.revision} now."
        )
    if width is not None and not 0 <= width <= WIDEST:
        raise Invalid(f"A column is 0 to {WIDEST} pixels wide.")
    changes: dict[str, Any] = {}
    if title is not None:
        changes["title"] = _checked_title(title)
    if description is not None:
        changes["description"] = _checked_description(description)
    if width is not None:
        changes["width"] = width
    if settings is not None:
        own = _own(settings)
        given = kind.changed(column.settings, own) if isinstance(own, dict) else own
        changes["settings"] = kind.defaults(given)
        await _check_boards(work, kind, changes["settings"])
    return await _change(work, board, column, changes)


async def put_column_back(
    work: Work, board_id: int, column_id: str, *, old: dict[str, Any], new: dict[str, Any]
) -> Column:
    """What was changed of it is `old` again. Conflict where it isn't `new` any more."""
    board = await board_to_edit(work, board_id)
    await lock_board(work, board)
    column = await column_of(work, board, column_id)
    if any(getattr(column, name) != value for name, value in new.items()):
        raise Conflict(f"Column '{column.title}' was changed since.")
    return await _change(work, board, column, old)


async def _change(work: Work, board: Board, column: Column, changes: dict[str, Any]) -> Column:
    changed = await _changed(work, column, **changes)
    await touch_board(work, board)
    told = ("title", "description", "width", "settings")
    record_change(work, column, **{name: getattr(changed, name) for name in told})
    return changed


async def _changed(work: Work, column: Column, **changes: Any) -> Column:
    told = {"title": column.title, "description": column.description, "width": column.width}
    settings = changes.pop("settings", column.settings)
    now = {**told, **changes}
    await work.run(
        _CHANGE_COLUMN,
        board_id=column.board_id,
        column_id=column.id,
        settings=as_json(settings),
        **{**now, "description": now["description"] or None},
    )
    return Column(
        board_id=column.board_id,
        id=column.id,
        type=column.type,
        settings=settings,
        state=column.state,
        title=now["title"],
        description=now["description"] or None,
        width=now["width"],
    )


def _checked_title(title: str) -> str:
    text = title.strip()
    if not 1 <= len(text) <= LONGEST_TITLE:
        raise Invalid(f"A column's title has 1 to {LONGEST_TITLE} characters.")
    return text


def _checked_description(description: str | None) -> str | None:
    if description is not None and len(description) > LONGEST_DESCRIPTION:
        raise Invalid(f"A column's description has at most {LONGEST_DESCRIPTION} characters.")
    return description


def _wished_id(wished: str, known: set[str]) -> str:
    if not _ID.fullmatch(wished) or wished in _RESERVED:
        raise Invalid(
            f"{quoted(wished)} can't be a column's id: it has up to 60 small letters of a to z, digits and underscores."
        )
    if wished in known:
        raise Conflict(f"Board has or had a column '{wished}' already.")
    return wished


def _new_id(prefix: str, known: set[str]) -> str:
    while True:
        made = f"{prefix}_{''.join(secrets.choice(_LETTERS) for _ in range(8))}"
        if made not in known:
            return made

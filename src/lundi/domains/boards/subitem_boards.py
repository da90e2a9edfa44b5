"""The board that holds the subitems of another: made with the first of them, and not listed where people look for boards."""

from typing import Any

import sqlalchemy as sa

from lundi.core.naming import unused
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.boards.access import BOARD_COLUMNS, board_is_visible, board_to_edit
from lundi.domains.boards.actions import LONGEST_NAME, add_board
from lundi.domains.boards.column_actions import (
    add_at_right,
    bring_back,
    lock_board,
    set_column_settings,
)
from lundi.domains.boards.events import BoardCreated
from lundi.domains.boards.queries import all_columns
from lundi.domains.boards.schemas import ACTIVE, Board
from lundi.domains.boards.tables import boards
from lundi.domains.column_types import status_settings, subtasks

GROUP = ("topics", "Subitems", "#579bfc")
TITLE = "Subitems"
_COLUMNS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("person", "Owner", "person", {}),
    ("status", "Status", "status", {"labels": status_settings.DEFAULT_LABELS}),
    ("date0", "Date", "date", {}),
)
_OF_BOARD = sa.select(*BOARD_COLUMNS).where(
    boards.c.account_id == parameter("account_id"),
    boards.c.parent_board_id == parameter("board_id"),
    board_is_visible(),
)


async def subitems_board(work: Work, board: Board) -> Board | None:
    """Of a board that was found already."""
    return await work.first(_OF_BOARD, Board, board_id=board.id)


async def subitems_board_to_use(work: Work, board: Board) -> Board:
    """Made where there is none, with the column that shows it; `board` may be edited and is no board of subitems itself."""
    # Two at once must not make two of them.
    await lock_board(work, board)
    found = await subitems_board(work, board)
    if found is None:
        found = await _make(work, board)
        for column in _COLUMNS:
            await add_at_right(work, found, *column)
    await _show(work, board, found)
    return found


async def empty_subitems_board(work: Work, board: Board) -> Board:
    """For a board that has none, without columns of its own but those that every board has."""
    return await _make(work, board)


async def _make(work: Work, board: Board) -> Board:
    name = f"Subitems of {board.name}"[:LONGEST_NAME]
    board_id = await add_board(
        work,
        GROUP,
        name=name,
        description=None,
        kind=board.kind,
        creator_id=board.creator_id,
        workspace_id=board.workspace_id,
        folder_id=None,
        parent_board_id=board.id,
        permissions=board.permissions,
    )
    work.record(BoardCreated(board_id=board_id, name=name, kind=board.kind))
    return await board_to_edit(work, board_id)


async def _show(work: Work, board: Board, subitems: Board) -> None:
    """A column of subitems leads to their board; one that was deleted comes back."""
    known = await all_columns(work, board)
    settings = {"boardIds": [subitems.id]}
    for column in sorted(
        (one for one in known if one.type == subtasks.TYPE.name), key=lambda one: one.state
    ):
        if column.state != ACTIVE:
            await bring_back(work, board, column)
        if column.settings.get("boardIds") != [subitems.id]:
            await set_column_settings(work, column, {**column.settings, **settings})
        return
    column_id = unused("subitems", {column.id for column in known})
    await add_at_right(work, board, column_id, TITLE, subtasks.TYPE.name, settings)

"""Reading boards, their columns, groups and subscribers."""

from collections import defaultdict
from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.statements import seldom_changed
from lundi.core.work import Work, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.tables import users
from lundi.domains.boards.access import (
    BOARD_COLUMNS,
    COLUMN_COLUMNS,
    GROUP_COLUMNS,
    WITH_SUBITEMS,
    board_is_visible,
)
from lundi.domains.boards.schemas import (
    ACTIVE,
    DELETED,
    Board,
    BoardInFull,
    Column,
    Group,
    Subscription,
    TeamSubscription,
)
from lundi.domains.boards.tables import (
    board_subscribers,
    board_team_subscribers,
    boards,
    columns,
    groups,
)
from lundi.domains.teams.access import TEAM_COLUMNS, team_is_visible
from lundi.domains.teams.schemas import Team
from lundi.domains.teams.tables import teams

_COLUMNS = seldom_changed(
    sa.select(*COLUMN_COLUMNS)
    .where(
        columns.c.account_id == parameter("account_id"),
        one_of(columns.c.board_id, "board_ids"),
        columns.c.state == ACTIVE,
    )
    .order_by(columns.c.board_id, columns.c.position, columns.c.id)
)
_GROUPS = seldom_changed(
    sa.select(*GROUP_COLUMNS)
    .where(
        groups.c.account_id == parameter("account_id"),
        one_of(groups.c.board_id, "board_ids"),
        groups.c.state == ACTIVE,
    )
    .order_by(groups.c.board_id, groups.c.position, groups.c.id)
)
_ALL_COLUMNS = seldom_changed(
    sa.select(*COLUMN_COLUMNS)
    .where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("board_id"),
    )
    .order_by(columns.c.position, columns.c.id)
)
_ALL_GROUPS = seldom_changed(
    sa.select(*GROUP_COLUMNS)
    .where(
        groups.c.account_id == parameter("account_id"),
        groups.c.board_id == parameter("board_id"),
    )
    .order_by(groups.c.position, groups.c.id)
)
_SUBSCRIBERS = paged(
    sa.select(*USER_COLUMNS)
    .join(
        board_subscribers,
        sa.and_(
            board_subscribers.c.account_id == users.c.account_id,
            board_subscribers.c.user_id == users.c.id,
        ),
    )
    .where(
        users.c.account_id == parameter("account_id"),
        board_subscribers.c.board_id == parameter("board_id"),
    )
    .order_by(board_subscribers.c.created_at, users.c.id)
)
_SUBSCRIPTIONS = (
    sa.select(board_subscribers.c.user_id, board_subscribers.c.as_admin)
    .where(
        board_subscribers.c.account_id == parameter("account_id"),
        board_subscribers.c.board_id == parameter("board_id"),
    )
    .order_by(board_subscribers.c.created_at, board_subscribers.c.user_id)
)
_TEAM_SUBSCRIPTIONS = (
    sa.select(board_team_subscribers.c.board_id, board_team_subscribers.c.as_admin, *TEAM_COLUMNS)
    .select_from(board_team_subscribers)
    .join(
        teams,
        sa.and_(
            teams.c.account_id == board_team_subscribers.c.account_id,
            teams.c.id == board_team_subscribers.c.team_id,
        ),
    )
    .where(
        board_team_subscribers.c.account_id == parameter("account_id"),
        one_of(board_team_subscribers.c.board_id, "board_ids"),
        team_is_visible(),
    )
    .order_by(board_team_subscribers.c.created_at, teams.c.id)
)
_OF_FOLDERS = (
    sa.select(*BOARD_COLUMNS)
    .where(
        boards.c.account_id == parameter("account_id"),
        one_of(boards.c.folder_id, "folder_ids"),
        boards.c.state == ACTIVE,
        board_is_visible(),
    )
    .order_by(boards.c.id)
)
_VISIBLE = sa.select(boards.c.id).where(
    boards.c.account_id == parameter("account_id"),
    one_of(boards.c.id, "board_ids"),
    boards.c.state != DELETED,
    board_is_visible(),
)

_WITH_SUBITEMS = sa.select(boards.c.id).where(
    WITH_SUBITEMS, boards.c.state != DELETED, board_is_visible()
)


@cache
def _boards(only_main: bool, latest_first: bool) -> Any:
    statement = sa.select(*BOARD_COLUMNS).where(
        boards.c.account_id == parameter("account_id"),
        boards.c.state == ACTIVE,
        boards.c.parent_board_id.is_(None),
        board_is_visible(),
    )
    if only_main:
        statement = statement.where(boards.c.kind == "public")
    order = (boards.c.updated_at.desc(), boards.c.id.desc()) if latest_first else (boards.c.id,)
    return paged(statement.order_by(*order))


async def visible_boards(work: Work, board_ids: set[int]) -> set[int]:
    """Those of them that the actor sees."""
    if not board_ids:
        return set()
    return set(await work.all(_VISIBLE, int, board_ids=id_list(board_ids)))


async def board_with_subitems(work: Work, board_id: int) -> set[int]:
    """Of the board and the one with its subitems, those that the actor sees."""
    return set(await work.all(_WITH_SUBITEMS, int, board_id=board_id))


async def list_boards_alone(work: Work, window: Window) -> list[Board]:
    """The active boards that the actor sees, without what is on them."""
    return await work.all(_boards(False, False), Board, **window.parameters)


async def list_boards(
    work: Work, window: Window, *, only_main: bool = False, latest_first: bool = False
) -> list[BoardInFull]:
    """The active boards that the actor sees."""
    found = await work.all(_boards(only_main, latest_first), Board, **window.parameters)
    return await in_full(work, found)


async def in_full(work: Work, found: list[Board]) -> list[BoardInFull]:
    """With their columns and groups: two statements for any number of boards."""
    board_ids = id_list(board.id for board in found)
    columns_of: defaultdict[int, list[Column]] = defaultdict(list)
    for column in await work.all(_COLUMNS, Column, board_ids=board_ids):
        columns_of[column.board_id].append(column)
    groups_of: defaultdict[int, list[Group]] = defaultdict(list)
    for group in await work.all(_GROUPS, Group, board_ids=board_ids):
        groups_of[group.board_id].append(group)
    return [BoardInFull(board, columns_of[board.id], groups_of[board.id]) for board in found]


async def columns_of_boards(work: Work, board_ids: set[int]) -> dict[int, list[Column]]:
    """The active columns of boards that were found already, in their order."""
    found: dict[int, list[Column]] = {board_id: [] for board_id in board_ids}
    for column in await work.all(_COLUMNS, Column, board_ids=id_list(board_ids)):
        found[column.board_id].append(column)
    return found


async def all_columns(work: Work, board: Board) -> list[Column]:
    """The deleted ones too."""
    return await work.all(_ALL_COLUMNS, Column, board_id=board.id)


async def all_groups(work: Work, board: Board) -> list[Group]:
    """The archived and deleted ones too."""
    return await work.all(_ALL_GROUPS, Group, board_id=board.id)


async def board_subscribers_of(work: Work, board: Board, window: Window) -> list[User]:
    return await work.all(_SUBSCRIBERS, User, board_id=board.id, **window.parameters)


async def subscriptions_of(work: Work, board: Board) -> list[Subscription]:
    """Of a board that was found already."""
    return await work.all(_SUBSCRIPTIONS, Subscription, board_id=board.id)


async def team_subscriptions_of(
    work: Work, board_ids: set[int]
) -> dict[int, list[TeamSubscription]]:
    """Of teams that the actor sees, to boards that were found already."""
    found: dict[int, list[TeamSubscription]] = {board_id: [] for board_id in board_ids}
    rows = await work.all(_TEAM_SUBSCRIPTIONS, _with_team, board_ids=id_list(board_ids))
    for board_id, subscription in rows:
        found[board_id].append(subscription)
    return found


async def boards_of_folders(work: Work, folder_ids: set[int]) -> dict[int, list[Board]]:
    """The active ones that the actor sees, right in those folders."""
    found: dict[int, list[Board]] = {folder_id: [] for folder_id in folder_ids}
    for board in await work.all(_OF_FOLDERS, Board, folder_ids=id_list(folder_ids)):
        found[board.folder_id or 0].append(board)
    return found


def _with_team(board_id: int, as_admin: bool, *team: Any) -> tuple[int, TeamSubscription]:
    return board_id, TeamSubscription(Team(*team), as_admin)

"""The only door to boards. `board_is_visible` is the rule itself; every domain below builds on it."""

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.schema import parameter
from lundi.core.statements import seldom_changed
from lundi.core.work import Work
from lundi.domains.accounts.access import may_write
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.schemas import (
    ACTIVE,
    ASSIGNEE,
    COLLABORATORS,
    DELETED,
    EVERYONE,
    OWNERS,
    Board,
    Column,
    Group,
)
from lundi.domains.boards.tables import (
    board_subscribers,
    board_team_subscribers,
    boards,
    columns,
    groups,
)
from lundi.domains.teams.schemas import Team
from lundi.domains.teams.tables import team_members
from lundi.domains.workspaces.access import subscribes_to_workspace
from lundi.domains.workspaces.schemas import CLOSED
from lundi.domains.workspaces.tables import workspaces

# Who follows a board follows its subitems.
_FOLLOWED = sa.func.coalesce(boards.c.parent_board_id, boards.c.id)


def subscribes(
    user: ColumnElement[int] | None = None, *, as_admin: bool = False
) -> ColumnElement[bool]:
    """The user, or a team of theirs, subscribes to the row of `boards` that the statement is at; the actor, if none is named."""
    who = parameter("viewer_id") if user is None else user
    alone = (
        sa.exists()
        .where(
            board_subscribers.c.account_id == parameter("account_id"),
            board_subscribers.c.board_id == _FOLLOWED,
            board_subscribers.c.user_id == who,
        )
        .correlate_except(board_subscribers)
    )
    by_team = (
        sa.exists()
        .where(
            board_team_subscribers.c.account_id == parameter("account_id"),
            board_team_subscribers.c.board_id == _FOLLOWED,
            team_members.c.account_id == parameter("account_id"),
            team_members.c.team_id == board_team_subscribers.c.team_id,
            team_members.c.user_id == who,
        )
        .correlate_except(board_team_subscribers, team_members)
    )
    if as_admin:
        alone = alone.where(board_subscribers.c.as_admin == sa.true())
        by_team = by_team.where(board_team_subscribers.c.as_admin == sa.true())
    return sa.or_(alone, by_team)


def board_is_visible(
    user: ColumnElement[int] | None = None, sees_main: ColumnElement[bool] | None = None
) -> ColumnElement[bool]:
    """Main boards to all but guests, in a closed workspace to its subscribers and the board's own; the other kinds to their
    subscribers, private ones never to guests. In a deleted workspace to nobody. Asked for the actor, if no user is named.

    The company token has no subscriptions (`viewer_id` 0), so it sees main boards alone, outside of closed workspaces.
    """
    sees = parameter("sees_main", sa.Boolean) if sees_main is None else sees_main
    is_open = sa.or_(workspaces.c.kind != CLOSED, subscribes_to_workspace(user))
    return sa.or_(
        sa.and_(boards.c.kind == "public", sees == sa.true(), _is_in_workspace(is_open)),
        sa.and_(
            sa.or_(boards.c.kind == "share", sees == sa.true()),
            _is_in_workspace(),
            subscribes(user),
        ),
    )


def _is_in_workspace(*rules: ColumnElement[bool]) -> ColumnElement[bool]:
    """That is not deleted. The Main workspace, which never is, fits all rules."""
    return sa.or_(
        boards.c.workspace_id.is_(None),
        sa.exists()
        .where(
            workspaces.c.account_id == parameter("account_id"),
            workspaces.c.id == boards.c.workspace_id,
            workspaces.c.state != DELETED,
            *rules,
        )
        .correlate_except(workspaces),
    )


_OWNED = sa.or_(
    sa.func.coalesce(boards.c.creator_id, -1) == parameter("viewer_id"), subscribes(as_admin=True)
)
# What `owns` says, for a list: the company token has the `viewer_id` 0.
BOARD_IS_OWNED = sa.or_(parameter("viewer_id") == 0, _OWNED)
BOARD_IS_EDITABLE = sa.or_(
    boards.c.permissions == EVERYONE,
    sa.and_(boards.c.permissions == COLLABORATORS, subscribes()),
    BOARD_IS_OWNED,
)
BOARD_COLUMNS = (
    boards.c.id,
    boards.c.name,
    boards.c.description,
    boards.c.kind,
    boards.c.state,
    boards.c.creator_id,
    boards.c.workspace_id,
    boards.c.folder_id,
    boards.c.parent_board_id,
    boards.c.permissions,
    boards.c.communication,
    boards.c.item_nickname,
    boards.c.created_at,
    boards.c.updated_at,
    _OWNED.label("owned"),
    BOARD_IS_EDITABLE.label("editable"),
)
_BOARD = seldom_changed(
    sa.select(*BOARD_COLUMNS).where(
        boards.c.account_id == parameter("account_id"),
        boards.c.id == parameter("board_id"),
        board_is_visible(),
    )
)
GROUP_COLUMNS = (
    groups.c.board_id,
    groups.c.id,
    groups.c.title,
    groups.c.color,
    groups.c.position,
    groups.c.state,
)
COLUMN_COLUMNS = (
    columns.c.board_id,
    columns.c.id,
    columns.c.title,
    columns.c.type,
    columns.c.settings,
    columns.c.description,
    columns.c.width,
    columns.c.state,
)
_GROUP = seldom_changed(
    sa.select(*GROUP_COLUMNS).where(
        groups.c.account_id == parameter("account_id"),
        groups.c.board_id == parameter("board_id"),
        groups.c.id == parameter("group_id", sa.Text),
    )
)
_FIRST_GROUP = seldom_changed(
    sa.select(*GROUP_COLUMNS)
    .where(
        groups.c.account_id == parameter("account_id"),
        groups.c.board_id == parameter("board_id"),
        groups.c.state == ACTIVE,
    )
    .order_by(groups.c.position, groups.c.id)
    .limit(sa.literal_column("1"))
)
_COLUMN = seldom_changed(
    sa.select(*COLUMN_COLUMNS).where(
        columns.c.account_id == parameter("account_id"),
        columns.c.board_id == parameter("board_id"),
        columns.c.id == parameter("column_id", sa.Text),
    )
)
WITH_SUBITEMS = sa.and_(
    boards.c.account_id == parameter("account_id"),
    sa.or_(boards.c.id == parameter("board_id"), boards.c.parent_board_id == parameter("board_id")),
)
"""A board and the one with its subitems: for what they have in common."""
_SEEN_BY = sa.select(boards.c.id).where(
    boards.c.account_id == parameter("account_id"),
    boards.c.id == parameter("board_id"),
    board_is_visible(parameter("user_id"), parameter("user_sees_main", sa.Boolean)),
)


_EDITORS = {
    COLLABORATORS: "who subscribes to it",
    ASSIGNEE: "its owners, and an item also by who it is assigned to",
    OWNERS: "its owners",
}


async def board_to_read(work: Work, board_id: int) -> Board:
    """An archived board can be read; a deleted one is gone."""
    board = await work.first(_BOARD, Board, board_id=board_id)
    if board is None or board.state == DELETED:
        raise NotFound(f"There is no board {board_id}.", board_id=board_id)
    return board


async def board_to_work_on(work: Work, board_id: int) -> Board:
    """For changing pulses on it: who may change which of them, the door of pulses says."""
    board = await board_to_read(work, board_id)
    may_write(work)
    if board.state != ACTIVE:
        raise Conflict(f"Board {board_id} is {board.state} and can't be changed.")
    return board


async def board_to_edit(work: Work, board_id: int) -> Board:
    """The board itself, what it is made of, and which pulses there are."""
    board = await board_to_work_on(work, board_id)
    check_editable(board)
    return board


def check_editable(board: Board) -> None:
    if not board.editable:
        raise Forbidden(f"Board {board.id} may be changed only by {_EDITORS[board.permissions]}.")


async def board_to_own(work: Work, board_id: int) -> Board:
    """For what only its owners may do; the company token owns every main board."""
    board = await board_to_edit(work, board_id)
    check_stands_alone(board)
    if not owns(work, board):
        raise Forbidden(f"Only an owner of board {board_id} may do this.")
    return board


async def board_to_restore(work: Work, board_id: int) -> Board:
    """An archived or deleted board, for whom `board_to_own` let put it away."""
    board = await work.first(_BOARD, Board, board_id=board_id)
    if board is None:
        raise NotFound(f"There is no board {board_id}.", board_id=board_id)
    may_write(work)
    check_stands_alone(board)
    if not owns(work, board):
        raise Forbidden(f"Only an owner of board {board_id} may do this.")
    if board.state == ACTIVE:
        raise Conflict(f"Board {board_id} is neither archived nor deleted.")
    return board


def owns(work: Work, board: Board) -> bool:
    return board.owned or work.actor.is_company


async def group_to_read(work: Work, board: Board, group_id: str) -> Group:
    group = await _group(work, board, group_id)
    if group.state == DELETED:
        raise _no_group(board, group_id)
    return group


async def _group(work: Work, board: Board, group_id: str) -> Group:
    group = await work.first(_GROUP, Group, board_id=board.id, group_id=group_id)
    if group is None:
        raise _no_group(board, group_id)
    return group


def _no_group(board: Board, group_id: str) -> NotFound:
    return NotFound(
        f"There is no group '{group_id[:80]}' on board {board.id}.",
        group_id=group_id,
        board_id=board.id,
    )


async def group_to_delete(work: Work, board: Board, group_id: str) -> Group:
    """An archived one too, on a board that was found by `board_to_edit`."""
    return await group_to_read(work, board, group_id)


async def board_to_delete(work: Work, board_id: int) -> Board:
    """An archived one too, by who may archive it."""
    board = await board_to_read(work, board_id)
    may_write(work)
    check_stands_alone(board)
    if not owns(work, board):
        raise Forbidden(f"Only an owner of board {board_id} may do this.")
    return board


async def group_to_edit(work: Work, board: Board, group_id: str) -> Group:
    """On a board that was found by `board_to_edit`."""
    group = await group_to_read(work, board, group_id)
    if group.state != ACTIVE:
        raise Conflict(f"Group '{group_id}' is {group.state} and can't be changed.")
    return group


async def group_to_restore(work: Work, board: Board, group_id: str) -> Group:
    """An archived or deleted group, on a board that was found by `board_to_edit`."""
    group = await _group(work, board, group_id)
    if group.state == ACTIVE:
        raise Conflict(f"Group '{group_id}' is neither archived nor deleted.")
    return group


async def first_group(work: Work, board: Board) -> Group:
    """The active group on top of a board that was found already."""
    group = await work.first(_FIRST_GROUP, Group, board_id=board.id)
    if group is None:
        raise Invalid(f"Board {board.id} has no group to put a pulse into.")
    return group


def no_column(board_id: int, column_id: str) -> NotFound:
    """The sentence is the one v1 clients compare with."""
    return NotFound("Invalid column identifier.", column_id=column_id, board_id=board_id)


async def column_of(work: Work, board: Board, column_id: str) -> Column:
    """On a board that was found already."""
    column = await work.first(_COLUMN, Column, board_id=board.id, column_id=column_id)
    if column is None or column.state != ACTIVE:
        raise no_column(board.id, column_id)
    return column


async def column_to_restore(work: Work, board: Board, column_id: str) -> Column:
    """A deleted column, on a board that was found by `board_to_edit`."""
    column = await work.first(_COLUMN, Column, board_id=board.id, column_id=column_id)
    if column is None:
        raise no_column(board.id, column_id)
    if column.state != DELETED:
        raise Conflict(f"Column '{column_id}' is not deleted.")
    return column


async def user_sees_board(work: Work, board: Board, user: User) -> bool:
    """Whether that other user sees a board that the actor sees."""
    sees_main = not user.is_guest
    seen = await work.first(
        _SEEN_BY, int, board_id=board.id, user_id=user.id, user_sees_main=sees_main
    )
    return seen is not None


def check_stands_alone(board: Board) -> None:
    """For what is done to a board together with that of its subitems."""
    if board.parent_board_id is not None:
        raise Invalid(
            f"Board {board.id} holds the subitems of board {board.parent_board_id}: "
            "do this to that one, and it is done to both."
        )


def check_guest_fits(board: Board, user: User) -> None:
    if user.is_guest and board.kind != "share":
        raise Invalid(
            f"User {user.id} is a guest, and guests can subscribe only to shareable boards."
        )


def check_team_fits(board: Board, team: Team) -> None:
    if team.is_guest_team and board.kind != "share":
        raise Invalid(
            f"Team {team.id} is for guests, and guests can subscribe only to shareable boards."
        )

"""Creating, changing, archiving and restoring boards, and who follows them."""

from typing import Any

import sqlalchemy as sa

from lundi.core.errors import Conflict, Forbidden, Invalid, NotFound
from lundi.core.ordering import several_between
from lundi.core.schema import Json, parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import active_user, user_to_name
from lundi.domains.accounts.schemas import User
from lundi.domains.boards.access import (
    WITH_SUBITEMS,
    board_to_delete,
    board_to_edit,
    board_to_own,
    board_to_read,
    board_to_restore,
    board_to_work_on,
    check_guest_fits,
    check_stands_alone,
    owns,
)
from lundi.domains.boards.events import (
    BoardArchived,
    BoardChanged,
    BoardCreated,
    BoardDeleted,
    BoardRestored,
    BoardSubscribed,
    BoardUnsubscribed,
)
from lundi.domains.boards.schemas import ACTIVE, ARCHIVED, DELETED, EVERYONE, Board
from lundi.domains.boards.tables import board_subscribers, boards, columns, groups
from lundi.domains.workspaces.folder_access import place_to_use

LONGEST_NAME = 255
LONGEST_DESCRIPTION = 65_536
FIRST_GROUP = ("topics", "Group Title", "#037f4c")

_ADD_BOARD = sa.insert(boards).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    name=parameter("name", sa.Text),
    description=parameter("description", sa.Text),
    kind=parameter("kind", sa.Text),
    state=ACTIVE,
    creator_id=parameter("creator_id"),
    workspace_id=parameter("workspace_id"),
    folder_id=parameter("folder_id"),
    parent_board_id=parameter("parent_board_id"),
    permissions=parameter("permissions", sa.Text),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
ADD_COLUMN = sa.insert(columns).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    id=parameter("id", sa.Text),
    title=parameter("title", sa.Text),
    type=parameter("type", sa.Text),
    settings=parameter("settings", Json),
    position=parameter("position", sa.Text),
    state=ACTIVE,
)
ADD_GROUP = sa.insert(groups).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    id=parameter("id", sa.Text),
    title=parameter("title", sa.Text),
    color=parameter("color", sa.Text),
    position=parameter("position", sa.Text),
    state=ACTIVE,
)
_CHANGE = (
    sa.update(boards)
    .where(boards.c.account_id == parameter("account_id"), boards.c.id == parameter("board_id"))
    .values(
        name=parameter("name", sa.Text),
        description=parameter("description", sa.Text),
        updated_at=parameter("now"),
    )
)
_SET_STATE = (
    sa.update(boards)
    .where(WITH_SUBITEMS)
    .values(state=parameter("state", sa.Text), updated_at=parameter("now"))
)
_TOUCH = (
    sa.update(boards)
    .where(boards.c.account_id == parameter("account_id"), boards.c.id == parameter("board_id"))
    .values(updated_at=parameter("now"))
)
_SUBSCRIPTION = sa.select(board_subscribers.c.as_admin).where(
    board_subscribers.c.account_id == parameter("account_id"),
    board_subscribers.c.board_id == parameter("board_id"),
    board_subscribers.c.user_id == parameter("user_id"),
)
_COUNT_SUBSCRIBERS = sa.select(sa.func.count()).where(
    board_subscribers.c.account_id == parameter("account_id"),
    board_subscribers.c.board_id == parameter("board_id"),
)
_SUBSCRIBE = sa.insert(board_subscribers).values(
    account_id=parameter("account_id"),
    board_id=parameter("board_id"),
    user_id=parameter("user_id"),
    as_admin=parameter("as_admin", sa.Boolean),
    created_at=parameter("now"),
)
_SET_AS_ADMIN = (
    sa.update(board_subscribers)
    .where(
        board_subscribers.c.account_id == parameter("account_id"),
        board_subscribers.c.board_id == parameter("board_id"),
        board_subscribers.c.user_id == parameter("user_id"),
    )
    .values(as_admin=parameter("as_admin", sa.Boolean))
)
_UNSUBSCRIBE = sa.delete(board_subscribers).where(
    board_subscribers.c.account_id == parameter("account_id"),
    board_subscribers.c.board_id == parameter("board_id"),
    board_subscribers.c.user_id == parameter("user_id"),
)


async def create_board(
    work: Work,
    *,
    creator_id: int,
    name: str,
    description: str | None,
    kind: str,
    workspace_id: int | None = None,
    folder_id: int | None = None,
) -> Board:
    """With the columns name and last_post and one group; its creator subscribes to it as admin.

    `creator_id` comes from `accounts.access.act_as`; where it is put, `place_to_use` says. Forbidden where the actor could not
    see the board afterwards.
    """
    if work.actor.is_company and kind != "public":
        raise Forbidden(
            "The company token reaches main boards only and can't make one of another kind."
        )
    place = await place_to_use(work, workspace_id, folder_id)
    board_id = await add_board(
        work,
        FIRST_GROUP,
        name=_name(name),
        description=description,
        kind=kind,
        creator_id=creator_id,
        workspace_id=place.workspace_id,
        folder_id=place.folder_id,
        parent_board_id=None,
        permissions=EVERYONE,
    )
    await work.run(_SUBSCRIBE, board_id=board_id, user_id=creator_id, as_admin=True)
    work.record(BoardCreated(board_id=board_id, name=name, kind=kind))
    return await board_to_read(work, board_id)


async def add_board(work: Work, group: tuple[str, str, str], **values: Any) -> int:
    """The row, with those that every board has. `group`: id, title and color of its first; gives the board's id."""
    board_id = await work.new_id("board")
    await work.run(_ADD_BOARD, id=board_id, **values)
    first, second = several_between(None, None, 2)
    await _add_fixed_column(work, board_id, "name", "Name", first)
    await _add_fixed_column(work, board_id, "last_post", "Last Update", second)
    group_id, title, color = group
    await work.run(
        ADD_GROUP, board_id=board_id, id=group_id, title=title, color=color, position=first
    )
    return board_id


async def change_board(
    work: Work, board_id: int, name: str | None, description: str | None
) -> Board:
    """None leaves it as it is; an empty description takes it away."""
    board = await board_to_edit(work, board_id)
    new_name = board.name if name is None else _name(name)
    new_description = board.description if description is None else _description(description)
    await work.run(_CHANGE, board_id=board.id, name=new_name, description=new_description)
    record_change(work, board, name=new_name, description=new_description)
    return await board_to_read(work, board.id)


def record_change(work: Work, board: Board, **now: Any) -> None:
    """What of `now` is new for the board, as it was found before."""
    new = {name: value for name, value in now.items() if value != getattr(board, name)}
    old = {name: getattr(board, name) for name in new}
    called = now.get("name", board.name)
    work.record(BoardChanged(board_id=board.id, name=called, old=old, new=new))


async def archive_board(work: Work, board_id: int) -> Board:
    """Its pulses go out of sight with it; not one of their rows is written."""
    board = await board_to_own(work, board_id)
    await work.run(_SET_STATE, board_id=board.id, state=ARCHIVED)
    work.record(BoardArchived(board_id=board.id))
    return await board_to_read(work, board.id)


async def delete_board(work: Work, board_id: int) -> Board:
    """Out of everybody's sight, with all that is on it; gives the board as it was."""
    board = await board_to_delete(work, board_id)
    await work.run(_SET_STATE, board_id=board.id, state=DELETED)
    work.record(BoardDeleted(board_id=board.id, before={"state": board.state}))
    return board


async def restore_board(work: Work, board_id: int) -> Board:
    """With all that was active on it when it was put away."""
    board = await board_to_restore(work, board_id)
    await work.run(_SET_STATE, board_id=board.id, state=ACTIVE)
    work.record(BoardRestored(board_id=board.id, before={"state": board.state}))
    return await board_to_read(work, board.id)


async def touch_board(work: Work, board: Board) -> None:
    """Its columns or groups changed."""
    await work.run(_TOUCH, board_id=board.id)


async def subscribe_to_board(work: Work, board_id: int, user_id: int, as_admin: bool) -> User:
    """Once subscribed, subscribing again sets `as_admin`; giving or taking that needs an owner."""
    board = await board_to_edit(work, board_id)
    check_stands_alone(board)
    user = await active_user(work, user_id)
    check_guest_fits(board, user)
    current = await work.first(_SUBSCRIPTION, bool, board_id=board.id, user_id=user.id)
    if as_admin != bool(current) and not owns(work, board):
        raise Forbidden(f"Only an owner of board {board.id} may say who its owners are.")
    statement = _SUBSCRIBE if current is None else _SET_AS_ADMIN
    await work.run(statement, board_id=board.id, user_id=user.id, as_admin=as_admin)
    work.record(BoardSubscribed(board_id=board.id, user_id=user.id, as_admin=as_admin))
    return user


async def unsubscribe_from_board(work: Work, board_id: int, user_id: int) -> User:
    """A board that is not a main board keeps its last subscriber: nobody could ever see it again."""
    leaves = user_id == work.actor.user_id
    board = await (board_to_work_on if leaves else board_to_edit)(work, board_id)
    check_stands_alone(board)
    user = await user_to_name(work, user_id)
    as_admin = await work.first(_SUBSCRIPTION, bool, board_id=board.id, user_id=user.id)
    if as_admin is None:
        raise NotFound(f"User {user.id} does not subscribe to board {board.id}.")
    if as_admin and user.id != work.actor.user_id and not owns(work, board):
        raise Forbidden(f"Only an owner of board {board.id} may take another owner off it.")
    if board.kind != "public" and await work.one(_COUNT_SUBSCRIBERS, int, board_id=board.id) == 1:
        raise Conflict(f"User {user.id} is the last who sees board {board.id} and can't leave it.")
    await work.run(_UNSUBSCRIBE, board_id=board.id, user_id=user.id)
    work.record(BoardUnsubscribed(board_id=board.id, user_id=user.id))
    return user


def _name(name: str) -> str:
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Invalid(f"A board's name must be of 1 to {LONGEST_NAME} printable characters.")
    return name


def _description(description: str) -> str | None:
    if len(description.encode()) > LONGEST_DESCRIPTION:
        raise Invalid("A board's description must be of at most 64 KiB.")
    # PostgreSQL can't keep this one character.
    if "\0" in description:
        raise Invalid("A board's description must not have a NUL character.")
    return description or None


async def _add_fixed_column(
    work: Work, board_id: int, name: str, title: str, position: str
) -> None:
    await work.run(
        ADD_COLUMN,
        board_id=board_id,
        id=name,
        title=title,
        type=name,
        settings="{}",
        position=position,
    )

"""Boards and what is on them, for many at once: one statement each, whatever their number."""

from collections import defaultdict
from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.tables import users
from lundi.domains.boards.access import BOARD_COLUMNS, GROUP_COLUMNS, board_is_visible
from lundi.domains.boards.schemas import DELETED, Board, Group, Subscriber
from lundi.domains.boards.tables import board_subscribers, boards, groups

ALL = "all"
BY_CREATION, BY_USE = "created_at", "used_at"

_GROUPS = (
    sa.select(*GROUP_COLUMNS)
    .where(
        groups.c.account_id == parameter("account_id"),
        one_of(groups.c.board_id, "board_ids"),
        groups.c.state != DELETED,
    )
    .order_by(groups.c.board_id, groups.c.position, groups.c.id)
)
_SUBSCRIBERS = (
    sa.select(board_subscribers.c.board_id, board_subscribers.c.as_admin, *USER_COLUMNS)
    .join(
        users,
        sa.and_(
            users.c.account_id == board_subscribers.c.account_id,
            users.c.id == board_subscribers.c.user_id,
        ),
    )
    .where(
        board_subscribers.c.account_id == parameter("account_id"),
        one_of(board_subscribers.c.board_id, "board_ids"),
    )
    .order_by(board_subscribers.c.created_at, users.c.id)
)


@cache
def _found(
    by_id: bool, of_kind: bool, in_state: bool, in_workspaces: bool, in_main: bool, order_by: str
) -> Any:
    statement = sa.select(*BOARD_COLUMNS).where(
        boards.c.account_id == parameter("account_id"), board_is_visible()
    )
    if by_id:
        statement = statement.where(one_of(boards.c.id, "board_ids"))
    if of_kind:
        statement = statement.where(boards.c.kind == parameter("kind", sa.Text))
    if in_state:
        statement = statement.where(boards.c.state == parameter("state", sa.Text))
    places = []
    if in_workspaces:
        places.append(one_of(boards.c.workspace_id, "workspace_ids"))
    if in_main:
        places.append(boards.c.workspace_id.is_(None))
    if places:
        statement = statement.where(sa.or_(*places))
    if order_by == BY_USE:
        return paged(statement.order_by(boards.c.updated_at.desc(), boards.c.id.desc()))
    return paged(statement.order_by(boards.c.id.desc()))


async def find_boards(
    work: Work,
    window: Window,
    *,
    board_ids: list[int] | None = None,
    kind: str | None = None,
    state: str = "active",
    workspace_ids: set[int | None] | None = None,
    order_by: str = BY_CREATION,
) -> list[Board]:
    """Those that the actor sees, the newest or the last changed first. `state` may be ALL; `workspace_ids` as boards keep them."""
    named = {one for one in workspace_ids or () if one is not None}
    statement = _found(
        board_ids is not None,
        kind is not None,
        state != ALL,
        bool(named),
        workspace_ids is not None and None in workspace_ids,
        order_by,
    )
    return await work.all(
        statement,
        Board,
        board_ids=id_list(board_ids or ()),
        kind=kind,
        state=state,
        workspace_ids=id_list(named),
        **window.parameters,
    )


async def boards_by_id(work: Work, board_ids: set[int]) -> dict[int, Board]:
    """Those of them that the actor sees, archived ones too."""
    if not board_ids:
        return {}
    whole = Window(take=len(board_ids))
    found = await find_boards(work, whole, board_ids=list(board_ids), state=ALL)
    return {board.id: board for board in found}


async def groups_of_boards(work: Work, board_ids: set[int]) -> dict[int, list[Group]]:
    """The active and the archived ones of boards that were found already, in their order."""
    found: dict[int, list[Group]] = {board_id: [] for board_id in board_ids}
    for group in await work.all(_GROUPS, Group, board_ids=id_list(board_ids)):
        found[group.board_id].append(group)
    return found


async def subscribers_of_boards(work: Work, board_ids: set[int]) -> dict[int, list[Subscriber]]:
    """Of boards that were found already, who subscribed first coming first."""
    found: defaultdict[int, list[Subscriber]] = defaultdict(list)
    rows = await work.all(_SUBSCRIBERS, _with_user, board_ids=id_list(board_ids))
    for board_id, subscriber in rows:
        found[board_id].append(subscriber)
    return {board_id: found[board_id] for board_id in board_ids}


def _with_user(board_id: int, as_admin: bool, *user: Any) -> tuple[int, Subscriber]:
    return board_id, Subscriber(User(*user), as_admin)

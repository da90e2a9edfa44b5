"""The door to users as the actor may see them: all of the account, for a guest those who share a board with them."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.json_sql import folded, like
from lundi.core.paging import Window, paged
from lundi.core.schema import one_of, parameter
from lundi.core.work import Work, as_json, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.tables import users
from lundi.domains.boards.access import board_is_visible
from lundi.domains.boards.tables import board_subscribers, board_team_subscribers, boards
from lundi.domains.teams.tables import team_members

_SHARES_A_BOARD = (
    sa.exists()
    .where(
        board_subscribers.c.account_id == parameter("account_id"),
        board_subscribers.c.user_id == users.c.id,
        boards.c.account_id == parameter("account_id"),
        boards.c.id == board_subscribers.c.board_id,
        board_is_visible(),
    )
    .correlate(users)
)
_SHARES_A_BOARD_BY_TEAM = (
    sa.exists()
    .where(
        team_members.c.account_id == parameter("account_id"),
        team_members.c.user_id == users.c.id,
        board_team_subscribers.c.account_id == parameter("account_id"),
        board_team_subscribers.c.team_id == team_members.c.team_id,
        boards.c.account_id == parameter("account_id"),
        boards.c.id == board_team_subscribers.c.board_id,
        board_is_visible(),
    )
    .correlate(users)
)
_VISIBLE = sa.select(*USER_COLUMNS).where(
    users.c.account_id == parameter("account_id"),
    sa.or_(
        parameter("sees_main", sa.Boolean) == sa.true(),
        users.c.id == parameter("viewer_id"),
        _SHARES_A_BOARD,
        _SHARES_A_BOARD_BY_TEAM,
    ),
)
_USER = _VISIBLE.where(users.c.id == parameter("user_id"))
_ACTIVE = _VISIBLE.where(users.c.disabled_at.is_(None))
_BY_ID = paged(_ACTIVE.order_by(users.c.id))
_LATEST_FIRST = paged(_ACTIVE.order_by(users.c.created_at.desc(), users.c.id.desc()))


async def user_to_read(work: Work, user_id: int) -> User:
    """A disabled user too: what they wrote is still there."""
    user = await work.first(_USER, User, user_id=user_id)
    if user is None:
        raise NotFound(f"There is no user {user_id}.", user_id=user_id)
    return user


@cache
def _found(by_id: bool, by_email: bool, is_disabled: bool | None, latest_first: bool) -> Any:
    statement = _VISIBLE.where(
        one_of(users.c.role, "roles"),
        folded(users.c.name).like(parameter("name", sa.Text), escape="\\"),
    )
    if by_id:
        statement = statement.where(one_of(users.c.id, "user_ids"))
    if by_email:
        statement = statement.where(one_of(users.c.email_key, "emails"))
    if is_disabled is not None:
        off = users.c.disabled_at.is_not(None)
        statement = statement.where(off if is_disabled else users.c.disabled_at.is_(None))
    order = users.c.id.desc() if latest_first else users.c.id
    return paged(statement.order_by(order))


async def find_users(
    work: Work,
    window: Window,
    *,
    user_ids: list[int] | None = None,
    name: str | None = None,
    emails: list[str] | None = None,
    roles: set[str],
    is_disabled: bool | None = False,
    latest_first: bool = False,
) -> list[User]:
    """Those that the actor sees. `name` is a part of it; `is_disabled` None means both."""
    statement = _found(user_ids is not None, emails is not None, is_disabled, latest_first)
    return await work.all(
        statement,
        User,
        user_ids=id_list(user_ids or ()),
        emails=as_json([email.casefold() for email in emails or ()]),
        name=like(name or ""),
        roles=as_json(sorted(roles)),
        **window.parameters,
    )


async def list_users(work: Work, window: Window, *, latest_first: bool = False) -> list[User]:
    """The active ones."""
    statement = _LATEST_FIRST if latest_first else _BY_ID
    return await work.all(statement, User, **window.parameters)

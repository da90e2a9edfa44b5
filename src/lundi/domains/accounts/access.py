"""The only door to users: who is seen, who may write, in whose name."""

import sqlalchemy as sa

from lundi.core.errors import Forbidden, Invalid, NotFound
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.schemas import ADMIN, WRITING_ROLES, User
from lundi.domains.accounts.tables import users

USER_COLUMNS = (
    users.c.id,
    users.c.name,
    users.c.email,
    users.c.role,
    users.c.disabled_at,
    users.c.title,
    users.c.position,
    users.c.phone,
    users.c.location,
    users.c.status,
    users.c.birthday,
    users.c.created_at,
    users.c.updated_at,
)
_USER = sa.select(*USER_COLUMNS).where(
    users.c.account_id == parameter("account_id"), users.c.id == parameter("user_id")
)
_OLDEST_ADMIN = (
    sa.select(*USER_COLUMNS)
    .where(
        users.c.account_id == parameter("account_id"),
        users.c.role == ADMIN,
        users.c.disabled_at.is_(None),
    )
    .order_by(users.c.id)
    .limit(sa.literal_column("1"))
)


async def user_to_name(work: Work, user_id: int) -> User:
    """Any user of the account, to be put beside something that the actor sees already."""
    user = await work.first(_USER, User, user_id=user_id)
    if user is None:
        raise NotFound(f"There is no user {user_id}.", user_id=user_id)
    return user


async def active_user(work: Work, user_id: int) -> User:
    """A user who can be given something: Invalid if they are disabled."""
    user = await user_to_name(work, user_id)
    if user.disabled_at is not None:
        raise Invalid(f"User {user_id} is disabled.")
    return user


def may_write(work: Work) -> None:
    """Forbidden for viewers and guests: they read what they see and change nothing."""
    if work.actor.role not in WRITING_ROLES:
        raise Forbidden(f"A {work.actor.role} may not change anything here.")


def check_admin(work: Work) -> None:
    if work.actor.role != ADMIN:
        raise Forbidden("Only an admin may see or do this.")


async def act_as(work: Work, user_id: int | None, name: str = "user_id") -> int:
    """Whose name a write is done in, by the rules of tokens (REST API v1, section 3).

    A personal token acts for its owner alone. The company token names an active user who may write; `name` is what the
    parameter is called there.
    """
    may_write(work)
    if not work.actor.is_company:
        if user_id not in (None, work.actor.user_id):
            raise Forbidden(f"A personal token acts for its owner only, not for user {user_id}.")
        return work.actor.user_id or 0
    if user_id is None:
        raise Invalid(f"Parameter '{name}' is missing: the company token must say who acts.")
    user = await work.first(_USER, User, user_id=user_id)
    if user is None or user.disabled_at is not None:
        raise Forbidden(f"User {user_id} is not an active user of this account.")
    if user.role not in WRITING_ROLES:
        raise Forbidden(f"User {user_id} is a {user.role} and may not change anything.")
    work.acting_id = user.id
    return user.id


async def act_for_account(work: Work) -> int:
    """Whose name a write is done in that nobody was named for: the token's owner, for the company token the oldest active admin."""
    may_write(work)
    if work.actor.user_id is not None:
        return work.actor.user_id
    user = await work.first(_OLDEST_ADMIN, User)
    if user is None:
        raise Forbidden("The account has no active admin in whose name this could be done.")
    work.acting_id = user.id
    return user.id


async def act_as_if_named(work: Work, user_id: int | None) -> int | None:
    """As `act_as`, where the company token may leave the user out: None then, the account acts."""
    if user_id is None and work.actor.is_company:
        return None
    return await act_as(work, user_id)

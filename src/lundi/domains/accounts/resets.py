"""Links to a new password: whoever holds one sets it, once. Its secret is kept as its hash alone."""

import sqlalchemy as sa

from lundi.core.clock import DAY
from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.secrets import new_link_secret, token_hash
from lundi.core.work import Actor, Work
from lundi.domains.accounts.access import active_user
from lundi.domains.accounts.events import ResetLinkMade
from lundi.domains.accounts.passwords import PasswordHash
from lundi.domains.accounts.schemas import OpenReset
from lundi.domains.accounts.tables import accounts, resets, users
from lundi.domains.accounts.user_actions import FORGET_RESETS, set_password

KEPT = 1 * DAY
_NO_LINK = "This link is not valid, or no longer: ask for a new one."

_ADD = sa.insert(resets).values(
    secret_hash=parameter("secret_hash", sa.LargeBinary),
    account_id=parameter("account_id"),
    user_id=parameter("user_id"),
    made_by=parameter("viewer_id"),
    created_at=parameter("now"),
    expires_at=parameter("expires_at"),
)
_BY_SECRET = (
    sa.select(
        resets.c.account_id,
        resets.c.user_id,
        users.c.role,
        accounts.c.name,
        users.c.email,
        users.c.name,
    )
    .join(accounts, accounts.c.account_id == resets.c.account_id)
    .join(users, sa.and_(users.c.account_id == resets.c.account_id, users.c.id == resets.c.user_id))
    .where(
        resets.c.secret_hash == parameter("secret_hash", sa.LargeBinary),
        resets.c.expires_at > parameter("now"),
        users.c.disabled_at.is_(None),
    )
)
_REMOVE_EXPIRED = sa.delete(resets).where(
    resets.c.account_id == parameter("account_id"), resets.c.expires_at <= parameter("now")
)


async def make_reset(work: Work, user_id: int) -> str:
    """Its secret. An older one of the user stops. Raises Invalid for who is disabled."""
    user = await active_user(work, user_id)
    secret = new_link_secret()
    await work.run(FORGET_RESETS, user_id=user.id)
    await work.run(
        _ADD, secret_hash=token_hash(secret), user_id=user.id, expires_at=work.now + KEPT
    )
    work.record(ResetLinkMade(user_id=user.id))
    return secret


async def reset_of(work: Work, secret: str) -> OpenReset:
    """Raises NotFound, which says the same of an unknown one as of one that was used or is too old."""
    found = await work.first(_BY_SECRET, OpenReset, secret_hash=token_hash(secret))
    if found is None:
        raise NotFound(_NO_LINK)
    return found


async def use_reset(work: Work, secret: str, password_hash: PasswordHash) -> int:
    """Goes on as the user; gives their id."""
    reset = await reset_of(work, secret)
    work.enter(Actor(reset.account_id, reset.user_id, reset.role))
    # Of two at the same time only one finds it to take away.
    if not await work.run(FORGET_RESETS, user_id=reset.user_id):
        raise NotFound(_NO_LINK)
    await set_password(work, reset.user_id, password_hash)
    return reset.user_id


async def forget_expired_resets(work: Work) -> None:
    await work.run(_REMOVE_EXPIRED)

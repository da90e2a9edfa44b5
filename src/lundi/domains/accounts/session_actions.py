"""Browsers that users are signed in with. A session is a random secret in a cookie, kept here as its hash alone."""

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.secrets import new_session, token_hash
from lundi.core.work import Work
from lundi.domains.accounts.events import SignedIn, SignedOut, SignInFailed
from lundi.domains.accounts.schemas import Credentials, Session, SessionOwner
from lundi.domains.accounts.tables import accounts, sessions, users

KEPT = 30 * 86_400 * 1_000_000
"""Microseconds that a session lasts after it was last used."""
SEEN_EVERY = 3_600 * 1_000_000

_CREDENTIALS = (
    sa.select(users.c.account_id, accounts.c.slug, users.c.id, users.c.role, users.c.password_hash)
    .join(accounts, accounts.c.account_id == users.c.account_id)
    .where(users.c.email_key == parameter("email", sa.Text), users.c.disabled_at.is_(None))
    .order_by(users.c.account_id)
)
_OWNER = (
    sa.select(
        sessions.c.account_id,
        sessions.c.user_id,
        users.c.role,
        sessions.c.id,
        sessions.c.seen_at,
    )
    .join(
        users,
        sa.and_(users.c.account_id == sessions.c.account_id, users.c.id == sessions.c.user_id),
    )
    .where(
        sessions.c.session_hash == parameter("session_hash", sa.LargeBinary),
        sessions.c.seen_at > parameter("oldest"),
        users.c.disabled_at.is_(None),
    )
)
_ADD = sa.insert(sessions).values(
    session_hash=parameter("session_hash", sa.LargeBinary),
    account_id=parameter("account_id"),
    id=parameter("id"),
    user_id=parameter("user_id"),
    address=parameter("address", sa.Text),
    browser=parameter("browser", sa.Text),
    created_at=parameter("now"),
    seen_at=parameter("now"),
)
_SEE = (
    sa.update(sessions)
    .where(
        sessions.c.account_id == parameter("account_id"),
        sessions.c.session_hash == parameter("session_hash", sa.LargeBinary),
    )
    .values(seen_at=parameter("now"))
)
_OF_ALL = (
    sa.select(
        sessions.c.id,
        sessions.c.user_id,
        sessions.c.address,
        sessions.c.browser,
        sessions.c.created_at,
        sessions.c.seen_at,
    )
    .where(
        sessions.c.account_id == parameter("account_id"),
        sessions.c.seen_at > parameter("oldest"),
    )
    .order_by(sessions.c.id.desc())
)
_OF_USER = _OF_ALL.where(sessions.c.user_id == parameter("user_id"))
_SEEN = (
    sa.select(sessions.c.user_id, sa.func.max(sessions.c.seen_at))
    .where(sessions.c.account_id == parameter("account_id"))
    .group_by(sessions.c.user_id)
)
_OWNER_OF = sa.select(sessions.c.user_id).where(
    sessions.c.account_id == parameter("account_id"), sessions.c.id == parameter("session_id")
)
_END = sa.delete(sessions).where(
    sessions.c.account_id == parameter("account_id"),
    sessions.c.user_id == parameter("user_id"),
    sessions.c.id == parameter("session_id"),
)
_END_FORMER = sa.delete(sessions).where(
    sessions.c.account_id == parameter("account_id"),
    sessions.c.session_hash == parameter("session_hash", sa.LargeBinary),
)
_END_ALL = sa.delete(sessions).where(
    sessions.c.account_id == parameter("account_id"),
    sessions.c.user_id == parameter("user_id"),
    sessions.c.id != parameter("but_id"),
)
_REMOVE_OLD = sa.delete(sessions).where(
    sessions.c.account_id == parameter("account_id"),
    sessions.c.seen_at <= parameter("oldest"),
)


async def credentials_of(work: Work, email: str) -> list[Credentials]:
    """Everybody who has that address, one an account."""
    return await work.all(_CREDENTIALS, Credentials, email=email.strip().casefold())


async def session_owner(work: Work, secret: str) -> SessionOwner | None:
    """None for a session that is unknown, ended, too old, or of a disabled user."""
    return await work.first(
        _OWNER, SessionOwner, session_hash=token_hash(secret), oldest=work.now - KEPT
    )


async def open_session(
    work: Work, user_id: int, address: str, browser: str, former: str | None = None
) -> str:
    """The secret that the user's browser keeps. `former`: the one it had, which stops."""
    if former:
        await work.run(_END_FORMER, session_hash=token_hash(former))
    secret = new_session()
    await work.run(
        _ADD,
        session_hash=token_hash(secret),
        id=await work.new_id("session"),
        user_id=user_id,
        address=address,
        browser=browser[:255],
    )
    work.record(SignedIn(user_id=user_id, address=address))
    return secret


async def fail_sign_in(work: Work, user_id: int, address: str) -> None:
    work.record(SignInFailed(user_id=user_id, address=address))


async def keep_session(work: Work, secret: str) -> None:
    """Counts as used now."""
    await work.run(_SEE, session_hash=token_hash(secret))


async def sessions_of(work: Work, user_id: int) -> list[Session]:
    return await work.all(_OF_USER, Session, user_id=user_id, oldest=work.now - KEPT)


async def all_sessions(work: Work) -> list[Session]:
    """Of all users of the account, the newest first."""
    return await work.all(_OF_ALL, Session, oldest=work.now - KEPT)


async def last_seen(work: Work) -> dict[int, int]:
    """When each user of the account was last here, by their ids; who is signed in nowhere is not in it."""
    return dict(await work.all(_SEEN, lambda user_id, seen_at: (user_id, seen_at)))


async def end_session(work: Work, user_id: int, session_id: int) -> None:
    if await work.run(_END, user_id=user_id, session_id=session_id):
        work.record(SignedOut(user_id=user_id, everywhere=False))


async def end_sessions(work: Work, user_id: int, but_id: int = 0) -> None:
    """All of the user's, except the one given."""
    if await work.run(_END_ALL, user_id=user_id, but_id=but_id):
        work.record(SignedOut(user_id=user_id, everywhere=True))


async def end_session_of_anybody(work: Work, session_id: int) -> None:
    user_id = await work.first(_OWNER_OF, int, session_id=session_id)
    if user_id is None:
        raise NotFound(f"There is no session {session_id}.")
    await end_session(work, user_id, session_id)


async def forget_old_sessions(work: Work) -> None:
    await work.run(_REMOVE_OLD, oldest=work.now - KEPT)

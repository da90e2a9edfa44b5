"""Reading accounts and whom a token stands for."""

import sqlalchemy as sa

from lundi.core.errors import NotFound
from lundi.core.schema import one_of, parameter
from lundi.core.secrets import Vault, token_hash
from lundi.core.statements import seldom_changed
from lundi.core.work import Actor, Work, as_json, id_list
from lundi.domains.accounts.access import USER_COLUMNS
from lundi.domains.accounts.schemas import Account, TokenOwner, User
from lundi.domains.accounts.tables import accounts, tokens, users

NOBODY = Actor(account_id=0, user_id=None, role="company")

_OWNER = seldom_changed(
    sa.select(
        tokens.c.account_id,
        accounts.c.plan,
        tokens.c.user_id,
        sa.func.coalesce(users.c.role, "company"),
    )
    .join(accounts, accounts.c.account_id == tokens.c.account_id)
    .outerjoin(
        users, sa.and_(users.c.account_id == tokens.c.account_id, users.c.id == tokens.c.user_id)
    )
    .where(tokens.c.token_hash == parameter("token_hash", sa.LargeBinary))
    .where(users.c.disabled_at.is_(None))
)
_ACCOUNT_COLUMNS = (
    accounts.c.account_id,
    accounts.c.name,
    accounts.c.slug,
    accounts.c.plan,
    accounts.c.created_at,
)
_ACCOUNT = sa.select(*_ACCOUNT_COLUMNS).where(accounts.c.slug == parameter("slug", sa.Text))
_OWN_ACCOUNT = sa.select(*_ACCOUNT_COLUMNS).where(accounts.c.account_id == parameter("account_id"))
_ACCOUNT_IDS = sa.select(accounts.c.account_id).order_by(accounts.c.account_id)
_ALL_USERS = (
    sa.select(*USER_COLUMNS)
    .where(users.c.account_id == parameter("account_id"))
    .order_by(users.c.id)
)
_COUNT_USERS = sa.select(sa.func.count()).where(
    users.c.account_id == parameter("account_id"), users.c.disabled_at.is_(None)
)
_LOCK_SERVER = sa.select(
    sa.table("alembic_version", sa.column("version_num", sa.Text)).c.version_num
).with_for_update()
_COUNT_ACCOUNTS = sa.select(sa.func.count()).select_from(accounts)
_SEALED = sa.select(tokens.c.sealed).where(
    tokens.c.account_id == parameter("account_id"), tokens.c.user_id == parameter("user_id")
)
_PASSWORD_HASH = sa.select(users.c.password_hash).where(
    users.c.account_id == parameter("account_id"), users.c.id == parameter("user_id")
)
_BY_EMAIL = sa.select(*USER_COLUMNS).where(
    users.c.account_id == parameter("account_id"), users.c.email_key == parameter("email", sa.Text)
)
_NAMED = sa.select(*USER_COLUMNS).where(
    users.c.account_id == parameter("account_id"), one_of(users.c.id, "user_ids")
)
_BY_EMAILS = sa.select(users.c.email_key, users.c.id).where(
    users.c.account_id == parameter("account_id"), one_of(users.c.email_key, "emails")
)


async def token_owner(work: Work, token: str) -> TokenOwner | None:
    """None for a token that is unknown, revoked, or of a disabled user."""
    return await work.first(_OWNER, TokenOwner, token_hash=token_hash(token))


async def account_by_slug(work: Work, slug: str) -> Account:
    account = await work.first(_ACCOUNT, Account, slug=slug)
    if account is None:
        raise NotFound(f"There is no account '{slug}' here.")
    return account


async def account_of(work: Work) -> Account:
    """The actor's own."""
    return await work.one(_OWN_ACCOUNT, Account)


async def one_at_a_time(work: Work) -> None:
    """Who comes second waits for the end of the first one's transaction: before there is an account nothing else can be locked."""
    await work.lock(_LOCK_SERVER)


async def count_accounts(work: Work) -> int:
    return await work.one(_COUNT_ACCOUNTS, int)


async def account_ids(work: Work) -> list[int]:
    """Of all accounts of this server."""
    return await work.all(_ACCOUNT_IDS, int)


async def all_users(work: Work) -> list[User]:
    """The disabled ones too."""
    return await work.all(_ALL_USERS, User)


async def count_users(work: Work) -> int:
    """The active ones."""
    return await work.one(_COUNT_USERS, int)


async def user_by_email(work: Work, email: str) -> User:
    user = await work.first(_BY_EMAIL, User, email=email.casefold())
    if user is None:
        raise NotFound(f"There is no user '{email}' in this account.")
    return user


async def users_by_id(work: Work, user_ids: set[int]) -> dict[int, User]:
    """Users to be named beside something that the actor sees already."""
    if not user_ids:
        return {}
    found = await work.all(_NAMED, User, user_ids=id_list(user_ids))
    return {user.id: user for user in found}


async def user_ids_by_email(work: Work, emails: set[str]) -> dict[str, int]:
    """By the addresses as they are written in `emails`; who isn't there is left out."""
    keys = {email: email.casefold() for email in emails}
    rows = await work.all(_BY_EMAILS, _pair, emails=as_json(sorted(set(keys.values()))))
    found = dict(rows)
    return {email: found[key] for email, key in keys.items() if key in found}


async def token_of(work: Work, vault: Vault, user_id: int | None) -> str:
    """The token itself, to be shown to its owner; `user_id` None means the company token."""
    return vault.open(await work.one(_SEALED, bytes, user_id=user_id or 0))


async def password_hash_of(work: Work, user_id: int) -> str:
    return await work.one(_PASSWORD_HASH, str, user_id=user_id)


def _pair(email: str, user_id: int) -> tuple[str, int]:
    return email, user_id

"""Making accounts, users and tokens. Who may call these is decided by the way in: today the server's operator alone."""

import re
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Conflict, Invalid
from lundi.core.naming import snake_case, unused
from lundi.core.schema import parameter
from lundi.core.secrets import Vault, new_token, token_hash
from lundi.core.work import Actor, Work
from lundi.domains.accounts.events import (
    AccountCreated,
    PlanChanged,
    TokenRotated,
    UserAdded,
)
from lundi.domains.accounts.passwords import PasswordHash
from lundi.domains.accounts.queries import account_by_slug
from lundi.domains.accounts.schemas import PLANS, ROLES, Account, Profile
from lundi.domains.accounts.tables import accounts, tokens, users

LONGEST_NAME = 255
_EMAIL = re.compile(r"[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+")

_ADD_ACCOUNT = sa.insert(accounts).values(
    account_id=parameter("account_id"),
    name=parameter("name", sa.Text),
    slug=parameter("slug", sa.Text),
    plan=parameter("plan", sa.Text),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_SLUGS = sa.select(accounts.c.slug).where(accounts.c.slug.startswith(parameter("start", sa.Text)))
_SET_PLAN = (
    sa.update(accounts)
    .where(accounts.c.account_id == parameter("account_id"))
    .values(plan=parameter("plan", sa.Text), updated_at=parameter("now"))
)
_ADD_USER = sa.insert(users).values(
    account_id=parameter("account_id"),
    id=parameter("id"),
    name=parameter("name", sa.Text),
    email=parameter("email", sa.Text),
    email_key=parameter("email_key", sa.Text),
    role=parameter("role", sa.Text),
    password_hash=parameter("password_hash", sa.Text),
    title=parameter("title", sa.Text),
    position=parameter("position", sa.Text),
    phone=parameter("phone", sa.Text),
    location=parameter("location", sa.Text),
    status=parameter("status", sa.Text),
    birthday=parameter("birthday", sa.Text),
    created_at=parameter("now"),
    updated_at=parameter("now"),
)
_TAKEN = sa.select(users.c.id).where(
    users.c.account_id == parameter("account_id"), users.c.email_key == parameter("email", sa.Text)
)
_FORGET_TOKEN = sa.delete(tokens).where(
    tokens.c.account_id == parameter("account_id"), tokens.c.user_id == parameter("user_id")
)
_ADD_TOKEN = sa.insert(tokens).values(
    token_hash=parameter("token_hash", sa.LargeBinary),
    account_id=parameter("account_id"),
    user_id=parameter("user_id"),
    sealed=parameter("sealed", sa.LargeBinary),
    created_at=parameter("now"),
)


class NewAccount(msgspec.Struct, frozen=True):
    id: int
    slug: str
    company_token: str


class NewUser(msgspec.Struct, frozen=True):
    id: int
    personal_token: str


async def create_account(work: Work, vault: Vault, name: str, plan: str) -> NewAccount:
    """An account without users yet. Its slug is made from the name. Its Main workspace comes with `workspaces.actions.open_account`."""
    check_one_of("plan", plan, PLANS)
    name = checked_name("The account's name", name)
    account_id = await work.new_id("account")
    start = snake_case(name, otherwise="account").replace("_", "-")
    slug = unused(start, set(await work.all(_SLUGS, str, start=start)), separator="-")
    await work.run(_ADD_ACCOUNT, account_id=account_id, name=name, slug=slug, plan=plan)
    work.enter(Actor(account_id, None, "company"))
    work.record(AccountCreated(name=name))
    return NewAccount(account_id, slug, await rotate_token(work, vault, None))


async def add_user(
    work: Work,
    vault: Vault,
    *,
    name: str,
    email: str,
    role: str,
    password_hash: PasswordHash,
    profile: Profile | None = None,
    user_id: int | None = None,
) -> NewUser:
    """`user_id`: one that was set apart for them."""
    check_one_of("role", role, ROLES)
    name = checked_name("The user's name", name)
    check_address(email)
    await check_address_is_free(work, email)
    user_id = user_id or await work.new_id("user")
    details: dict[str, Any] = msgspec.structs.asdict(profile or Profile())
    await work.run(
        _ADD_USER,
        id=user_id,
        name=name,
        email=email,
        email_key=email.casefold(),
        role=role,
        password_hash=password_hash,
        **details,
    )
    work.record(UserAdded(user_id=user_id, role=role))
    return NewUser(user_id, await rotate_token(work, vault, user_id))


def check_address(email: str) -> None:
    if len(email) > LONGEST_NAME or not _EMAIL.fullmatch(email):
        raise Invalid("The e-mail address is not one: it reads like ada@example.com.")


async def check_address_is_free(work: Work, email: str) -> None:
    """Disabled users have theirs too."""
    if await work.first(_TAKEN, int, email=email.casefold()):
        raise Conflict(f"There is a user '{email}' in this account already.")


async def rotate_token(work: Work, vault: Vault, user_id: int | None) -> str:
    """A new token in place of the old one, which stops at once; `user_id` None means the company token."""
    token = new_token()
    await work.run(_FORGET_TOKEN, user_id=user_id or 0)
    await work.run(
        _ADD_TOKEN, token_hash=token_hash(token), user_id=user_id or 0, sealed=vault.seal(token)
    )
    work.record(TokenRotated(user_id=user_id))
    return token


async def set_plan(work: Work, account: Account, plan: str) -> None:
    check_one_of("plan", plan, PLANS)
    await work.run(_SET_PLAN, plan=plan)
    work.record(PlanChanged(old=account.plan, new=plan))


async def enter_account(work: Work, slug: str) -> Account:
    """Go on as the operator of that account."""
    account = await account_by_slug(work, slug)
    work.enter(Actor(account.id, None, "company"))
    return account


def check_one_of(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise Invalid(f"The {what} is one of {', '.join(known)}, not '{given[:40]}'.")


def checked_name(what: str, name: str) -> str:
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Invalid(f"{what} must be of 1 to {LONGEST_NAME} printable characters.")
    return name

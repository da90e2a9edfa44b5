"""New passwords: one's own, and by a link for who has forgotten the old one."""

from functools import partial

import msgspec

from lundi.core.errors import Invalid
from lundi.core.secrets import beside_the_loop, password_fits
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.mails import Outbox
from lundi.domains.accounts.passwords import new_password_hash
from lundi.domains.accounts.queries import NOBODY, password_hash_of
from lundi.domains.accounts.resets import make_reset, reset_of, use_reset
from lundi.domains.accounts.schemas import Credentials
from lundi.domains.accounts.session_actions import credentials_of, open_session
from lundi.domains.accounts.user_actions import set_password
from lundi.entrypoints.app_api.attempting import (
    begin_attempt,
    mails_to,
    try_of_password,
    try_of_reset,
)
from lundi.entrypoints.app_api.operation import Visit, get, post, put
from lundi.entrypoints.app_api.shapes import Done
from lundi.entrypoints.shared.mails import reset_mail


class Forgotten(msgspec.Struct):
    email: str


class Emailed(msgspec.Struct):
    """`emailed`: this server can send mail; not whether it knows the address."""

    emailed: bool


class ResetToUse(msgspec.Struct):
    company: str
    email: str
    name: str


class NewPassword(msgspec.Struct):
    password: str


class PasswordChange(msgspec.Struct):
    old: str
    new: str


@put("/me/password")
async def change_password(visit: Visit, given: PasswordChange) -> Done:
    """Set a new password. All other browsers of one's own are signed out."""
    user_id = visit.actor.user_id or 0
    key = try_of_password(user_id)
    await begin_attempt(visit, key)
    old_hash = await read(visit.database, visit.actor, lambda work: password_hash_of(work, user_id))
    if not await beside_the_loop(password_fits, old_hash, given.old):
        raise Invalid("The old password is another one.")
    await visit.attempts.succeed(key)
    new_hash = await beside_the_loop(new_password_hash, given.new)
    await write(
        visit.database,
        visit.actor,
        lambda work: set_password(work, user_id, new_hash, visit.session_id),
    )
    return Done()


@post("/password-reset", public=True)
async def ask_for_reset(visit: Visit, given: Forgotten) -> Emailed:
    """Have a link to a new password mailed to oneself."""
    asked, mails = try_of_reset(visit), mails_to(given.email)
    await begin_attempt(visit, asked)
    if visit.outbox is None:
        return Emailed(False)
    # Nobody fills somebody's mailbox; the answer doesn't tell.
    if await visit.attempts.begin(mails):
        return Emailed(True)
    visit.afterwards.append(partial(_mail_links, visit, visit.outbox, given.email))
    return Emailed(True)


@get("/resets/{secret}", public=True)
async def get_reset(visit: Visit, secret: str) -> ResetToUse:
    """Whose password it is that the link sets."""
    found = await read(visit.database, NOBODY, lambda work: reset_of(work, secret))
    return ResetToUse(found.company, found.email, found.name)


@post("/resets/{secret}", public=True)
async def reset_password(visit: Visit, secret: str, given: NewPassword) -> Done:
    """Set a new password, and be signed in here alone."""
    # Before the hashing, which costs a stranger nothing and us a lot.
    await read(visit.database, NOBODY, lambda work: reset_of(work, secret))
    password_hash = await beside_the_loop(new_password_hash, given.password)

    async def use(work: Work) -> str:
        user_id = await use_reset(work, secret, password_hash)
        return await open_session(work, user_id, visit.address, visit.browser, visit.secret)

    visit.cookie = await write(visit.database, NOBODY, use)
    return Done()


async def _mail_links(visit: Visit, outbox: Outbox, email: str) -> None:
    """One for each account that knows the address."""
    for one in await read(visit.database, NOBODY, lambda work: credentials_of(work, email)):
        await outbox.send(one.account_id, await _make_link(visit, outbox, one))


async def _make_link(visit: Visit, outbox: Outbox, user: Credentials) -> int:
    """The id of the mail with it."""

    async def make(work: Work) -> int:
        secret = await make_reset(work, user.user_id)
        reset = await reset_of(work, secret)
        link = f"{visit.site}/reset/{secret}"
        mail = reset_mail(reset.email, company=reset.company, name=reset.name, link=link)
        return await outbox.keep(work, mail)

    return await write(visit.database, Actor(user.account_id, None, "company"), make)

"""The first start, signing in and out."""

from functools import partial

import msgspec

from lundi.core.errors import Conflict, Invalid, Unauthenticated
from lundi.core.secrets import beside_the_loop, password_fits
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.actions import add_user
from lundi.domains.accounts.passwords import NOBODYS, new_password_hash
from lundi.domains.accounts.queries import NOBODY, count_accounts, one_at_a_time
from lundi.domains.accounts.schemas import ADMIN, Credentials
from lundi.domains.accounts.session_actions import (
    credentials_of,
    end_session,
    end_sessions,
    fail_sign_in,
    open_session,
    session_owner,
    sessions_of,
)
from lundi.domains.workspaces.actions import open_account
from lundi.entrypoints.app_api.attempting import (
    begin_attempt,
    tries_of_user,
    try_of_address,
)
from lundi.entrypoints.app_api.operation import Visit, delete, get, post
from lundi.entrypoints.app_api.shapes import Done


class Start(msgspec.Struct):
    """What a browser that comes here first shall show."""

    needs_setup: bool
    is_signed_in: bool


class SetUp(msgspec.Struct):
    """`with_example`: with some boards to look around in."""

    company: str
    name: str
    email: str
    password: str
    plan: str = "standard"
    with_example: bool = False


class SignIn(msgspec.Struct):
    """`account` (its slug) only where one address and password fit several accounts."""

    email: str
    password: str
    account: str | None = None


class ShownSession(msgspec.Struct):
    """Times in microseconds."""

    id: int
    address: str
    browser: str
    created_at: int
    seen_at: int
    is_this: bool


@get("/start", public=True)
async def start(visit: Visit) -> Start:
    """Whether Lundi is set up, and whether this browser is signed in."""

    async def look(work: Work) -> Start:
        owner = await session_owner(work, visit.secret) if visit.secret else None
        return Start(await count_accounts(work) == 0, owner is not None)

    return await read(visit.database, NOBODY, look)


@post("/setup", public=True)
async def set_up(visit: Visit, given: SetUp) -> Done:
    """Make the first account and its admin, who is signed in then. Only where there is no account yet."""
    # Before the hashing, which costs a stranger nothing and us a lot.
    await read(visit.database, NOBODY, _check_not_set_up)
    password_hash = await beside_the_loop(new_password_hash, given.password)

    async def make(work: Work) -> str:
        await one_at_a_time(work)
        await _check_not_set_up(work)
        account = await open_account(work, visit.vault, given.company, given.plan)
        user = await add_user(
            work,
            visit.vault,
            name=given.name,
            email=given.email,
            role=ADMIN,
            password_hash=password_hash,
        )
        work.enter(Actor(account.id, user.id, ADMIN))
        if given.with_example:
            await visit.add_example(work)
        return await open_session(work, user.id, visit.address, visit.browser, visit.secret)

    visit.cookie = await write(visit.database, NOBODY, make)
    return Done()


@post("/sign-in", public=True)
async def sign_in(visit: Visit, given: SignIn) -> Done:
    """Start a session. After some wrong passwords the address, or the one who tries, must wait."""
    user, address = tries_of_user(visit, given.email), try_of_address(visit)
    await begin_attempt(visit, *user, address)
    found = await read(visit.database, NOBODY, lambda work: credentials_of(work, given.email))
    fitting = await beside_the_loop(_fitting, found, given.password)
    if given.account is not None:
        fitting = [one for one in fitting if one.account_slug == given.account]
    if not fitting:
        # Else it would tell by its time whether anybody has that address.
        visit.afterwards.append(partial(_record_failure, visit, found))
        raise Unauthenticated("That e-mail address and password don't go together.")
    await visit.attempts.succeed(*user)
    # What others tried from there stays counted.
    await visit.attempts.take_back(address)
    if len(fitting) > 1:
        names = ", ".join(one.account_slug for one in fitting)
        raise Invalid(f"You are in several companies; say which one: {names}.")
    one = fitting[0]
    visit.cookie = await write(
        visit.database,
        Actor(one.account_id, one.user_id, one.role),
        lambda work: open_session(work, one.user_id, visit.address, visit.browser, visit.secret),
    )
    return Done()


@post("/sign-out")
async def sign_out(work: Work, visit: Visit) -> Done:
    """End this browser's session."""
    await end_session(work, _user_id(work), visit.session_id)
    visit.cookie = ""
    return Done()


@get("/sessions")
async def list_sessions(work: Work, visit: Visit) -> list[ShownSession]:
    """The browsers one is signed in with."""
    return [
        ShownSession(
            one.id,
            one.address,
            one.browser,
            one.created_at,
            one.seen_at,
            one.id == visit.session_id,
        )
        for one in await sessions_of(work, _user_id(work))
    ]


@delete("/sessions")
async def end_other_sessions(work: Work, visit: Visit) -> Done:
    """Sign out everywhere but here."""
    await end_sessions(work, _user_id(work), visit.session_id)
    return Done()


@delete("/sessions/{session_id}")
async def end_one_session(work: Work, session_id: int) -> Done:
    """Sign one browser out."""
    await end_session(work, _user_id(work), session_id)
    return Done()


async def _check_not_set_up(work: Work) -> None:
    if await count_accounts(work):
        raise Conflict("Lundi is set up already: sign in, or ask an admin for an invitation.")


async def _record_failure(visit: Visit, found: list[Credentials]) -> None:
    for one in found:
        nobody = Actor(one.account_id, None, "company")
        record = partial(fail_sign_in, user_id=one.user_id, address=visit.address)
        await write(visit.database, nobody, record)


def _fitting(found: list[Credentials], password: str) -> list[Credentials]:
    if not found:
        password_fits(NOBODYS, password)
    return [one for one in found if password_fits(one.password_hash, password)]


def _user_id(work: Work) -> int:
    return work.actor.user_id or 0

"""Changing users who are there. Who may is decided by the way in: each for themselves, an admin for all, the server's operator."""

from collections.abc import Mapping
from datetime import date

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Conflict, Invalid
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.access import user_to_name
from lundi.domains.accounts.actions import (
    LONGEST_NAME,
    check_address,
    check_address_is_free,
    check_one_of,
    checked_name,
)
from lundi.domains.accounts.events import (
    EmailChanged,
    PasswordChanged,
    RoleChanged,
    UserChanged,
    UserDisabled,
    UserEnabled,
)
from lundi.domains.accounts.passwords import PasswordHash
from lundi.domains.accounts.schemas import ADMIN, ROLES, User
from lundi.domains.accounts.session_actions import end_sessions
from lundi.domains.accounts.tables import invitations, resets, users

_THE_USER = sa.and_(
    users.c.account_id == parameter("account_id"), users.c.id == parameter("user_id")
)
_CHANGE = (
    sa.update(users)
    .where(_THE_USER)
    .values(
        name=parameter("name", sa.Text),
        email=parameter("email", sa.Text),
        email_key=parameter("email_key", sa.Text),
        role=parameter("role", sa.Text),
        updated_at=parameter("now"),
    )
)
_DESCRIBE = (
    sa.update(users)
    .where(_THE_USER)
    .values(
        name=parameter("name", sa.Text),
        title=parameter("title", sa.Text),
        position=parameter("position", sa.Text),
        phone=parameter("phone", sa.Text),
        location=parameter("location", sa.Text),
        status=parameter("status", sa.Text),
        updated_at=parameter("now"),
    )
)
_DESCRIBE_WITH_BIRTHDAY = _DESCRIBE.values(birthday=parameter("birthday", sa.Text))
_UPDATABLE = {
    "name": "",
    "email": "",
    "title": "title",
    "phone": "phone",
    "mobile_phone": "phone",
    "location": "location",
    "birthday": "birthday",
}
"""What admins change of others, and the field that keeps it."""
_SET_DISABLED = (
    sa.update(users)
    .where(_THE_USER)
    .values(disabled_at=parameter("disabled_at"), updated_at=parameter("now"))
)
_SET_PASSWORD = (
    sa.update(users).where(_THE_USER).values(password_hash=parameter("password_hash", sa.Text))
)
# Locked, so that two admins can't take the role from each other at once.
_ADMINS = (
    sa.select(users.c.id)
    .where(
        users.c.account_id == parameter("account_id"),
        users.c.role == ADMIN,
        users.c.disabled_at.is_(None),
    )
    .order_by(users.c.id)
    .with_for_update()
)
FORGET_RESETS = sa.delete(resets).where(
    resets.c.account_id == parameter("account_id"), resets.c.user_id == parameter("user_id")
)
_FORGET_LINKS_BY = (
    sa.delete(resets).where(
        resets.c.account_id == parameter("account_id"), resets.c.made_by == parameter("user_id")
    ),
    sa.delete(invitations).where(
        invitations.c.account_id == parameter("account_id"),
        invitations.c.invited_by == parameter("user_id"),
    ),
)


async def change_user(
    work: Work,
    user_id: int,
    *,
    name: str | None = None,
    email: str | None = None,
    role: str | None = None,
) -> User:
    """None leaves it as it is. Raises Conflict where nobody would be left to be an admin."""
    user = await user_to_name(work, user_id)
    wanted = msgspec.structs.replace(
        user,
        name=user.name if name is None else checked_name("The user's name", name),
        email=email or user.email,
        role=role or user.role,
    )
    if wanted.email != user.email:
        await _prepare_address(work, user, wanted.email)
    if wanted.role != user.role:
        check_one_of("role", wanted.role, ROLES)
        await _check_another_admin(work, user)
    await work.run(
        _CHANGE,
        user_id=user.id,
        name=wanted.name,
        email=wanted.email,
        email_key=wanted.email.casefold(),
        role=wanted.role,
    )
    if user.role == ADMIN and wanted.role != ADMIN:
        await _forget_links_by(work, user)
    _record_changes(work, user, wanted)
    return wanted


async def describe_oneself(work: Work, name: str | None, profile: dict[str, str]) -> User:
    """`profile`: those of its fields that change; an empty text takes what is there away."""
    user = await user_to_name(work, work.actor.user_id or 0)
    wanted = msgspec.structs.replace(
        user,
        name=user.name if name is None else checked_name("Your name", name),
        **{field: _described(field, text.strip()) for field, text in profile.items()},
    )
    await work.run(
        _DESCRIBE,
        user_id=user.id,
        name=wanted.name,
        title=wanted.title,
        position=wanted.position,
        phone=wanted.phone,
        location=wanted.location,
        status=wanted.status,
    )
    _record_changes(work, user, wanted)
    return wanted


async def update_user(work: Work, user_id: int, given: Mapping[str, str | None]) -> User:
    """By an admin. `given`: name, email, title, phone, mobile_phone, location, birthday; Invalid for what isn't kept of users."""
    unknown = [field for field in given if field not in _UPDATABLE and given[field] is not None]
    if unknown:
        raise Invalid(f"Nothing is kept of users as {', '.join(unknown)}.")
    changed = {
        _UPDATABLE[field]: _described(_UPDATABLE[field], text.strip())
        for field, text in given.items()
        if text is not None and _UPDATABLE[field]
    }
    if changed.get("birthday"):
        _check_day(changed["birthday"] or "")
    user = await change_user(work, user_id, name=given.get("name"), email=given.get("email"))
    if not changed:
        return user
    wanted = msgspec.structs.replace(user, **changed)
    await work.run(
        _DESCRIBE_WITH_BIRTHDAY,
        user_id=user.id,
        name=wanted.name,
        title=wanted.title,
        position=wanted.position,
        phone=wanted.phone or "",
        location=wanted.location,
        status=wanted.status,
        birthday=wanted.birthday,
    )
    _record_changes(work, user, wanted)
    return wanted


async def disable_user(work: Work, user: User) -> None:
    """Their token and their sessions stop at once; what they wrote stays."""
    if user.id == work.actor.user_id:
        raise Conflict("You can't disable yourself; another admin can.")
    if user.disabled_at is not None:
        return
    await _check_another_admin(work, user)
    await work.run(_SET_DISABLED, user_id=user.id, disabled_at=work.now)
    await work.run(FORGET_RESETS, user_id=user.id)
    await _forget_links_by(work, user)
    await end_sessions(work, user.id)
    work.record(UserDisabled(user_id=user.id))


async def enable_user(work: Work, user: User) -> None:
    """With the token they had."""
    if user.disabled_at is not None:
        await work.run(_SET_DISABLED, user_id=user.id, disabled_at=None)
        work.record(UserEnabled(user_id=user.id))


async def set_password(
    work: Work, user_id: int, password_hash: PasswordHash, session_id: int = 0
) -> None:
    """Ends all of the user's sessions but that one, and links to yet another password."""
    await work.run(_SET_PASSWORD, user_id=user_id, password_hash=password_hash)
    await work.run(FORGET_RESETS, user_id=user_id)
    await end_sessions(work, user_id, session_id)
    work.record(PasswordChanged(user_id=user_id))


async def _prepare_address(work: Work, user: User, email: str) -> None:
    """What was sent to the old one stops."""
    check_address(email)
    if email.casefold() != user.email.casefold():
        await check_address_is_free(work, email)
    await work.run(FORGET_RESETS, user_id=user.id)


async def _forget_links_by(work: Work, user: User) -> None:
    """Who is no admin any more lets nobody in by what they made before."""
    for statement in _FORGET_LINKS_BY:
        await work.run(statement, user_id=user.id)


async def _check_another_admin(work: Work, user: User) -> None:
    if user.role == ADMIN and await work.all(_ADMINS, int) == [user.id]:
        raise Conflict("Somebody must be an admin here: make another user one first.")


def _check_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"'{text[:40]}' is no day: write 1990-12-31.") from None


def _described(field: str, text: str) -> str | None:
    if len(text) > LONGEST_NAME or not text.isprintable():
        raise Invalid(f"Your {field} must be of at most {LONGEST_NAME} printable characters.")
    return text or ("" if field == "phone" else None)


def _record_changes(work: Work, old: User, new: User) -> None:
    told_apart = ("email", "role")
    fields = [
        name
        for name in User.__struct_fields__
        if name not in told_apart and getattr(old, name) != getattr(new, name)
    ]
    if fields:
        work.record(UserChanged(user_id=new.id, fields=tuple(fields)))
    if new.email != old.email:
        work.record(EmailChanged(user_id=new.id, old=old.email, new=new.email))
    if new.role != old.role:
        work.record(RoleChanged(user_id=new.id, old=old.role, new=new.role))

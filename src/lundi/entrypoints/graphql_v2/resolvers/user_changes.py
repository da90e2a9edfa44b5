"""What admins do about users: their roles, and who may sign in."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.work import Work
from lundi.domains.accounts.access import act_for_account, check_admin, user_to_name
from lundi.domains.accounts.invitations import invite_user
from lundi.domains.accounts.mails import Mail
from lundi.domains.accounts.queries import account_of
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.user_actions import (
    change_user,
    disable_user,
    enable_user,
    update_user,
)
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id
from lundi.entrypoints.shared.mails import invitation_mail

MOST_AT_ONCE = 200
_ROLES = {"ADMIN": "admin", "MEMBER": "member", "VIEW_ONLY": "viewer", "GUEST": "guest"}
_ROLE_IDS = {"1": "admin", "2": "member", "3": "viewer", "4": "guest"}


async def activate_users(
    ctx: Context, parents: Sequence[None], user_ids: list[str]
) -> list[dict[str, Any]]:
    async def activate(work: Work, user: User) -> User:
        await enable_user(work, user)
        return await user_to_name(work, user.id)

    return [await _each(ctx, user_ids, activate, "activated_users")]


async def deactivate_users(
    ctx: Context, parents: Sequence[None], user_ids: list[str]
) -> list[dict[str, Any]]:
    async def deactivate(work: Work, user: User) -> User:
        await disable_user(work, user)
        return await user_to_name(work, user.id)

    return [await _each(ctx, user_ids, deactivate, "deactivated_users")]


async def update_users_role(
    ctx: Context,
    parents: Sequence[None],
    user_ids: list[str],
    new_role: str | None = None,
    role_id: str | None = None,
) -> list[dict[str, Any]]:
    check_admin(ctx.work)
    role = _ROLES.get(new_role or "") or _ROLE_IDS.get(role_id or "")
    if role is None:
        raise Invalid("Say which role: new_role, or role_id as account_roles tells it.")

    async def change(work: Work, user: User) -> User:
        return await change_user(work, user.id, role=role)

    return [await _each(ctx, user_ids, change, "updated_users")]


async def update_multiple_users(
    ctx: Context,
    parents: Sequence[None],
    user_updates: list[dict[str, Any]],
    bypass_confirmation_for_claimed_domains: bool | None = None,
    use_async_mode: bool | None = None,
) -> list[dict[str, Any]]:
    check_admin(ctx.work)
    if len(user_updates) > MOST_AT_ONCE:
        raise Invalid(f"{MOST_AT_ONCE} users at once are the most.")
    done, errors = [], []
    for one in user_updates:
        user_id = as_id(one["user_id"], "user_id")
        try:
            done.append(await update_user(ctx.work, user_id, one["user_attribute_updates"]))
        except (Invalid, Conflict, NotFound) as error:
            told = {"user_id": user_id, "code": "INVALID_FIELD", "message": str(error)}
            errors.append(told)
    return [{"updated_users": done, "errors": errors}]


async def invite_users(
    ctx: Context,
    parents: Sequence[None],
    emails: list[str],
    user_role: str | None = None,
    product: str | None = None,
) -> list[dict[str, Any]]:
    """Who is invited has the id already that they will have when they come."""
    check_admin(ctx.work)
    if len(emails) > MOST_AT_ONCE:
        raise Invalid(f"{MOST_AT_ONCE} people at once are the most.")
    role = _ROLES[user_role or "MEMBER"]
    inviter = await user_to_name(ctx.work, await act_for_account(ctx.work))
    company = (await account_of(ctx.work)).name
    invited, errors = [], []
    for email in dict.fromkeys(one.strip() for one in emails):
        try:
            made = await invite_user(ctx.work, email, role)
        except (Invalid, Conflict) as error:
            errors.append({"email": email, "code": "ERROR", "message": str(error)})
            continue
        link = f"{ctx.work.site}/invitation/{made.secret}"
        await _mail(ctx, invitation_mail(email, company=company, inviter=inviter.name, link=link))
        invited.append(_who_will_come(made.user_id, email, role, ctx.work.now))
    return [{"invited_users": invited, "errors": errors}]


async def _mail(ctx: Context, mail: Mail) -> None:
    """Kept with the change, sent after it."""
    outbox, account_id = ctx.means.outbox, ctx.work.account_id
    if outbox is None:
        return
    mail_id = await outbox.keep(ctx.work, mail)

    async def send() -> None:
        await outbox.send(account_id, mail_id)

    ctx.afterwards.append(send)


def _who_will_come(user_id: int, email: str, role: str, now: int) -> User:
    return User(
        id=user_id,
        name=email,
        email=email,
        role=role,
        disabled_at=None,
        title=None,
        position=None,
        phone="",
        location=None,
        status=None,
        birthday=None,
        created_at=now,
        updated_at=now,
    )


async def update_email_domain(
    ctx: Context, parents: Sequence[None], input: dict[str, Any]
) -> list[dict[str, Any]]:
    domain = input["new_domain"].strip().removeprefix("@")

    async def change(work: Work, user: User) -> User:
        return await change_user(work, user.id, email=f"{user.email.partition('@')[0]}@{domain}")

    return [await _each(ctx, input["user_ids"], change, "updated_users")]


async def _each(
    ctx: Context,
    user_ids: list[str],
    act: Callable[[Work, User], Awaitable[User]],
    name: str,
) -> dict[str, Any]:
    """Does what can be done, and says why not for the rest."""
    check_admin(ctx.work)
    done, errors = [], []
    for place, given in enumerate(dict.fromkeys(user_ids)):
        user_id = as_id(given, "user_ids")
        failure = None
        if place >= MOST_AT_ONCE:
            failure = ("EXCEEDS_BATCH_LIMIT", f"{MOST_AT_ONCE} users at once are the most.")
        elif user_id == ctx.work.actor.user_id:
            failure = ("CANNOT_UPDATE_SELF", "You can't do this to yourself.")
        else:
            try:
                done.append(await act(ctx.work, await user_to_name(ctx.work, user_id)))
            except NotFound as error:
                failure = ("USER_NOT_FOUND", str(error))
            except (Invalid, Conflict) as error:
                failure = ("FAILED", str(error))
        if failure is not None:
            errors.append({"user_id": user_id, "code": failure[0], "message": failure[1]})
    return {name: done, "errors": errors}


RESOLVERS: Resolvers = {
    ("Mutation", "activate_users"): activate_users,
    ("Mutation", "deactivate_users"): deactivate_users,
    ("Mutation", "invite_users"): invite_users,
    ("Mutation", "update_email_domain"): update_email_domain,
    ("Mutation", "update_multiple_users"): update_multiple_users,
    ("Mutation", "update_users_role"): update_users_role,
}

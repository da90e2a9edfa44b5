"""What admins do about users: their roles and addresses, and who may sign in."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from lundi.core.errors import Conflict, Invalid, NotFound
from lundi.core.work import Work
from lundi.domains.accounts.access import check_admin, user_to_name
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.user_actions import change_user, disable_user, enable_user
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id

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


async def update_email_domain(
    ctx: Context, parents: Sequence[None], input: dict[str, Any]
) -> list[dict[str, Any]]:
    domain = input["new_domain"].removeprefix("@")

    async def change(work: Work, user: User) -> User:
        return await change_user(work, user.id, email=f"{user.email.rpartition('@')[0]}@{domain}")

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
    ("Mutation", "update_email_domain"): update_email_domain,
    ("Mutation", "update_users_role"): update_users_role,
}

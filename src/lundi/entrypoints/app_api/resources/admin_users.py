"""The users of the account, as its admins see and change them."""

from typing import Literal

import msgspec

from lundi.core.work import Work
from lundi.domains.accounts.access import user_to_name
from lundi.domains.accounts.queries import all_users
from lundi.domains.accounts.resets import make_reset
from lundi.domains.accounts.schemas import User
from lundi.domains.accounts.session_actions import end_sessions, last_seen
from lundi.domains.accounts.user_actions import change_user, disable_user, enable_user
from lundi.entrypoints.app_api.operation import get, post, put
from lundi.entrypoints.app_api.resources.users import ShownUser, show_user
from lundi.entrypoints.app_api.shapes import Done

Role = Literal["admin", "member", "viewer", "guest"]


class AdminUser(msgspec.Struct):
    """`seen_at`: when a browser of theirs was last used; null if they are signed in nowhere. Times in microseconds."""

    user: ShownUser
    disabled: bool
    created_at: int
    seen_at: int | None


class UserChange(msgspec.Struct):
    name: str | None = None
    email: str | None = None
    role: Role | None = None


class Link(msgspec.Struct):
    link: str


@get("/admin/users")
async def get_all_users(work: Work) -> list[AdminUser]:
    """All users, the disabled ones too."""
    seen = await last_seen(work)
    return [_shown(user, seen) for user in await all_users(work)]


@put("/admin/users/{user_id}")
async def put_user(work: Work, user_id: int, given: UserChange) -> AdminUser:
    """Change a user. The last active admin stays one."""
    await change_user(work, user_id, name=given.name, email=given.email, role=given.role)
    return await _user(work, user_id)


@post("/admin/users/{user_id}/disable")
async def disable_one_user(work: Work, user_id: int) -> AdminUser:
    """Disable a user: their sessions and their token stop at once."""
    await disable_user(work, await user_to_name(work, user_id))
    return await _user(work, user_id)


@post("/admin/users/{user_id}/enable")
async def enable_one_user(work: Work, user_id: int) -> AdminUser:
    """Let a disabled user in again."""
    await enable_user(work, await user_to_name(work, user_id))
    return await _user(work, user_id)


@post("/admin/users/{user_id}/sign-out")
async def sign_user_out(work: Work, user_id: int) -> Done:
    """End all sessions of a user."""
    user = await user_to_name(work, user_id)
    await end_sessions(work, user.id)
    return Done()


@post("/admin/users/{user_id}/reset-link")
async def make_reset_link(work: Work, user_id: int) -> Link:
    """A link by which a user sets a new password: once, for 24 hours. An older one stops."""
    return Link(f"{work.site}/reset/{await make_reset(work, user_id)}")


async def _user(work: Work, user_id: int) -> AdminUser:
    return _shown(await user_to_name(work, user_id), await last_seen(work))


def _shown(user: User, seen: dict[int, int]) -> AdminUser:
    return AdminUser(
        user=show_user(user),
        disabled=user.disabled_at is not None,
        created_at=user.created_at,
        seen_at=seen.get(user.id),
    )

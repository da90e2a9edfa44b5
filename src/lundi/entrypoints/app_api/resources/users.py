"""Who one is, and whom one works with."""

import msgspec

from lundi.core.paging import Window
from lundi.core.work import Work
from lundi.domains.accounts.access import user_to_name
from lundi.domains.accounts.queries import account_of
from lundi.domains.accounts.schemas import WRITING_ROLES, User
from lundi.domains.accounts.user_actions import describe_oneself
from lundi.domains.boards.people import list_users
from lundi.entrypoints.app_api.operation import get, put

EVERYBODY = Window(take=10_000)


class ShownUser(msgspec.Struct):
    id: int
    name: str
    email: str
    role: str
    photo: str
    title: str | None


class ShownProfile(msgspec.Struct):
    """What one tells of oneself; an empty text is nothing."""

    title: str
    position: str
    phone: str
    location: str
    status: str


class ProfileChange(msgspec.Struct):
    """An empty text takes what is there away; a name can't be empty."""

    name: str | None = None
    title: str | None = None
    position: str | None = None
    phone: str | None = None
    location: str | None = None
    status: str | None = None


class Me(msgspec.Struct):
    """`may_write` is false for viewers and guests."""

    user: ShownUser
    profile: ShownProfile
    company: str
    account: str
    account_id: int
    plan: str
    may_write: bool
    is_admin: bool


@get("/me")
async def get_me(work: Work) -> Me:
    """Who is signed in, and in which company."""
    return await _shown(work, await user_to_name(work, work.actor.user_id or 0))


@put("/me")
async def change_me(work: Work, given: ProfileChange) -> Me:
    """Change one's own name and profile."""
    changed = {
        name: text for name, text in msgspec.structs.asdict(given).items() if text is not None
    }
    name = changed.pop("name", None)
    return await _shown(work, await describe_oneself(work, name, changed))


@get("/users")
async def get_users(work: Work) -> list[ShownUser]:
    """The active users one may know of."""
    return [show_user(user) for user in await list_users(work, EVERYBODY)]


def show_user(user: User) -> ShownUser:
    return ShownUser(
        id=user.id,
        name=user.name,
        email=user.email,
        role=user.role,
        photo=f"/photos/{user.id}.png",
        title=user.title,
    )


async def _shown(work: Work, user: User) -> Me:
    account = await account_of(work)
    return Me(
        user=show_user(user),
        profile=ShownProfile(
            title=user.title or "",
            position=user.position or "",
            phone=user.phone,
            location=user.location or "",
            status=user.status or "",
        ),
        company=account.name,
        account=account.slug,
        account_id=work.account_id,
        plan=account.plan,
        may_write=user.role in WRITING_ROLES,
        is_admin=user.role == "admin",
    )

"""The company: its name, its plan, its logo."""

from typing import Literal

import msgspec

from lundi.core.work import Work
from lundi.domains.accounts.account_actions import has_logo, remove_logo, rename_account, set_logo
from lundi.domains.accounts.actions import set_plan
from lundi.domains.accounts.queries import account_of, count_users
from lundi.entrypoints.app_api.operation import Visit, delete, get, put
from lundi.entrypoints.app_api.shapes import Done


class Plan(msgspec.Struct):
    """Requests of the API a minute and a day; null is no limit."""

    name: str
    per_minute: int
    per_day: int | None


class Account(msgspec.Struct):
    """`users` counts the active ones. `created_at` in microseconds."""

    name: str
    slug: str
    plan: str
    plans: list[Plan]
    per_minute: int
    per_day: int | None
    users: int
    created_at: int
    has_logo: bool


class AccountChange(msgspec.Struct):
    name: str | None = None
    plan: Literal["standard", "pro", "enterprise"] | None = None


class NewLogo(msgspec.Struct):
    """A PNG, JPEG or WebP of at most 200 KB, in base64."""

    image: bytes


@get("/account")
async def get_account(work: Work, visit: Visit) -> Account:
    """The company one works in."""
    return await _shown(work, visit)


@put("/admin/account")
async def change_account(work: Work, visit: Visit, given: AccountChange) -> Account:
    """Rename the company, or change its plan."""
    account = await account_of(work)
    if given.name is not None:
        await rename_account(work, account, given.name)
    if given.plan not in (None, account.plan):
        await set_plan(work, account, given.plan)
    return await _shown(work, visit)


@put("/admin/account/logo")
async def change_logo(work: Work, given: NewLogo) -> Done:
    """Set the company's logo."""
    await set_logo(work, given.image)
    return Done()


@delete("/admin/account/logo")
async def delete_logo(work: Work) -> Done:
    """Go on without a logo."""
    await remove_logo(work)
    return Done()


async def _shown(work: Work, visit: Visit) -> Account:
    account = await account_of(work)
    plans = [Plan(name, limit.minute, limit.day) for name, limit in visit.plans.items()]
    return Account(
        name=account.name,
        slug=account.slug,
        plan=account.plan,
        plans=plans,
        per_minute=visit.plans[account.plan].minute,
        per_day=visit.plans[account.plan].day,
        users=await count_users(work),
        created_at=account.created_at,
        has_logo=await has_logo(work),
    )

"""The account, the versions of the API, and what a request costs."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.accounts.queries import account_of, count_users
from lundi.domains.accounts.schemas import Account
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.versions import VERSIONS, Version

_PRODUCT = "core"
_ROLES = (("1", "Admin"), ("2", "Member"), ("3", "Viewer"), ("4", "Guest"))


async def account(ctx: Context, parents: Sequence[Any]) -> list[Account]:
    return [await account_of(ctx.work)] * len(parents)


async def active_members_count(ctx: Context, parents: Sequence[Account]) -> list[int]:
    return [await count_users(ctx.work)] * len(parents)


async def complexity(ctx: Context, parents: Sequence[Any]) -> list[Complexity]:
    return [ctx.complexity]


async def version(ctx: Context, parents: Sequence[Any]) -> list[Version]:
    return [ctx.version]


async def versions(ctx: Context, parents: Sequence[Any]) -> list[list[Version]]:
    return [list(VERSIONS.values())]


async def account_roles(ctx: Context, parents: Sequence[Any]) -> list[list[dict[str, str]]]:
    return [[{"id": id_, "name": name, "roleType": "basic_role"} for id_, name in _ROLES]]


def _product(ctx: Context, account: Account) -> dict[str, Any]:
    return {"id": account.id, "kind": _PRODUCT, "tier": account.plan, "default_workspace_id": None}


def _plan(ctx: Context, account: Account) -> dict[str, Any]:
    return {"max_users": 0, "period": "yearly", "tier": account.plan, "version": 1}


RESOLVERS: Resolvers = {
    ("Query", "account"): account,
    ("Query", "complexity"): complexity,
    ("Mutation", "complexity"): complexity,
    ("Query", "version"): version,
    ("Query", "versions"): versions,
    ("Query", "account_roles"): account_roles,
    ("Account", "active_members_count"): active_members_count,
}
LOOKUPS: Lookups = {
    ("Account", "country_code"): lambda ctx, account: None,
    ("Account", "first_day_of_the_week"): lambda ctx, account: "monday",
    ("Account", "is_during_trial"): lambda ctx, account: False,
    ("Account", "is_trial_expired"): lambda ctx, account: False,
    ("Account", "logo"): lambda ctx, account: f"{ctx.work.site}/logo",
    ("Account", "plan"): _plan,
    ("Account", "products"): lambda ctx, account: [_product(ctx, account)],
    ("Account", "show_timeline_weekends"): lambda ctx, account: True,
    ("Account", "sign_up_product_kind"): lambda ctx, account: _PRODUCT,
    ("Account", "tier"): lambda ctx, account: account.plan,
}

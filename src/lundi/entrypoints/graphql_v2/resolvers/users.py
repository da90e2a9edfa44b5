"""Users as others see them."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.accounts.queries import account_of
from lundi.domains.accounts.schemas import ADMIN, Account, User
from lundi.domains.boards.people import find_users
from lundi.domains.teams.queries import teams_of_users
from lundi.domains.teams.schemas import Team
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_ids, window
from lundi.entrypoints.graphql_v2.resolvers.lookups import users_of

_MOST_USERS = 1000
_KINDS = {"admin": "ADMIN", "member": "MEMBER", "viewer": "VIEW_ONLY", "guest": "GUEST"}
_ROLE_IDS = {"admin": 1, "member": 2, "viewer": 3, "guest": 4}


async def me(ctx: Context, parents: Sequence[Any]) -> list[User | None]:
    return await users_of(ctx, [ctx.work.actor.user_id])


async def users(
    ctx: Context,
    parents: Sequence[Any],
    ids: list[str] | None = None,
    name: str | None = None,
    emails: list[str] | None = None,
    kind: str | None = None,
    user_kind: dict[str, Any] | None = None,
    status: list[str] | None = None,
    visibility: str | None = None,
    sort: list[dict[str, Any]] | None = None,
    limit: int | None = None,
    page: int | None = None,
    non_active: bool | None = None,
    newest_first: bool | None = None,
) -> list[list[User]]:
    within = window(limit, page, default=_MOST_USERS, most=_MOST_USERS)
    latest_first = bool(newest_first) or any(one["direction"] == "DESC" for one in sort or ())
    states = set(status or ())
    is_off: bool | None = bool(non_active) or states == {"INACTIVE"}
    if {"ACTIVE", "INACTIVE"} <= states:
        is_off = None
    if states == {"PENDING"}:
        return [[]]
    roles = set(_KINDS)
    if kind == "guests":
        roles = {"guest"}
    elif kind == "non_guests":
        roles -= {"guest"}
    for side in ("in", "not_in"):
        named = (user_kind or {}).get(side)
        if named:
            roles = {role for role in roles if (_KINDS[role] in named) == (side == "in")}
    found = await find_users(
        ctx.work,
        within,
        user_ids=as_ids(ids),
        name=name or None,
        emails=emails or None,
        roles=roles,
        is_disabled=is_off,
        latest_first=latest_first,
    )
    return [found]


async def account_of_user(ctx: Context, parents: Sequence[User]) -> list[Account]:
    return [await account_of(ctx.work)] * len(parents)


async def teams_of_user(
    ctx: Context, parents: Sequence[User], ids: list[str] | None = None
) -> list[list[Team]]:
    wanted = as_ids(ids)
    found = await ctx.look_up("teams of users", (user.id for user in parents), teams_of_users)
    return [
        [team for team in found[user.id] or () if wanted is None or team.id in wanted]
        for user in parents
    ]


def _photo(ctx: Context, user: User) -> str:
    return f"{ctx.work.site}/photos/{user.id}.png"


def _photos(ctx: Context, user: User) -> dict[str, str]:
    return dict.fromkeys(("original", "small", "thumb", "thumb_small", "tiny"), _photo(ctx, user))


def _config(ctx: Context, user: User) -> dict[str, Any]:
    return {
        "kind": _KINDS[user.role],
        "role_id": _ROLE_IDS[user.role],
        "visibility": [],
        "behaviors": [],
        "group": "users",
    }


RESOLVERS: Resolvers = {
    ("Query", "me"): me,
    ("Query", "users"): users,
    ("User", "account"): account_of_user,
    ("User", "teams"): teams_of_user,
}
LOOKUPS: Lookups = {
    ("User", "account_id"): lambda ctx, user: ctx.work.account_id,
    ("User", "account_products"): lambda ctx, user: [],
    ("User", "became_active_at"): lambda ctx, user: user.created_at,
    ("User", "bb_visitor_id"): lambda ctx, user: str(user.id),
    ("User", "country_code"): lambda ctx, user: None,
    ("User", "current_language"): lambda ctx, user: "en",
    ("User", "custom_field_metas"): lambda ctx, user: [],
    ("User", "custom_field_values"): lambda ctx, user: [],
    ("User", "department"): lambda ctx, user: None,
    ("User", "enabled"): lambda ctx, user: user.disabled_at is None,
    ("User", "encrypt_api_token"): lambda ctx, user: None,
    ("User", "invitation_method"): lambda ctx, user: "USER",
    ("User", "is_admin"): lambda ctx, user: user.role == ADMIN,
    ("User", "is_deleted"): lambda ctx, user: False,
    ("User", "is_email_confirmed"): lambda ctx, user: True,
    ("User", "is_pending"): lambda ctx, user: False,
    ("User", "is_verified"): lambda ctx, user: True,
    ("User", "is_view_only"): lambda ctx, user: user.role == "viewer",
    ("User", "join_date"): lambda ctx, user: None,
    ("User", "kind"): lambda ctx, user: _KINDS[user.role],
    ("User", "last_activity"): lambda ctx, user: None,
    ("User", "mobile_phone"): lambda ctx, user: None,
    ("User", "out_of_office"): lambda ctx, user: None,
    ("User", "photo_original"): _photo,
    ("User", "photo_small"): _photo,
    ("User", "photo_thumb"): _photo,
    ("User", "photo_thumb_small"): _photo,
    ("User", "photo_tiny"): _photo,
    ("User", "photo_url"): _photos,
    ("User", "serial_number"): lambda ctx, user: None,
    ("User", "sign_up_product_kind"): lambda ctx, user: None,
    ("User", "status"): lambda ctx, user: "ACTIVE" if user.disabled_at is None else "INACTIVE",
    ("User", "time_zone_identifier"): lambda ctx, user: "UTC",
    ("User", "title"): lambda ctx, user: user.title or "",
    ("User", "url"): lambda ctx, user: f"{ctx.work.site}/users/{user.id}",
    ("User", "user_config"): _config,
    ("User", "utc_hours_diff"): lambda ctx, user: 0.0,
}

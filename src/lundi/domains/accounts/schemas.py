"""Accounts and users as the product knows them."""

import msgspec

ROLES = ("admin", "member", "viewer", "guest")
PLANS = ("standard", "pro", "enterprise")
WRITING_ROLES = ("admin", "member", "company")


class Account(msgspec.Struct, frozen=True):
    id: int
    name: str
    slug: str
    plan: str


class User(msgspec.Struct, frozen=True):
    """`created_at` and `updated_at` in microseconds; `birthday` as YYYY-MM-DD."""

    id: int
    name: str
    email: str
    role: str
    disabled_at: int | None
    title: str | None
    position: str | None
    phone: str
    location: str | None
    status: str | None
    birthday: str | None
    created_at: int
    updated_at: int

    @property
    def is_guest(self) -> bool:
        return self.role == "guest"


class Profile(msgspec.Struct, frozen=True):
    """What a user tells of themselves."""

    title: str | None = None
    position: str | None = None
    phone: str = ""
    location: str | None = None
    status: str | None = None
    birthday: str | None = None


class TokenOwner(msgspec.Struct, frozen=True):
    """Whom a token stands for; `user_id` 0 and role `company` for the company token."""

    account_id: int
    plan: str
    user_id: int
    role: str

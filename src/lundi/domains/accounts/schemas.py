"""Accounts and users as the product knows them."""

from typing import Any

import msgspec

ADMIN = "admin"
ROLES = (ADMIN, "member", "viewer", "guest")
PLANS = ("standard", "pro", "enterprise")
WRITING_ROLES = (ADMIN, "member", "company")


class Account(msgspec.Struct, frozen=True):
    id: int
    name: str
    slug: str
    plan: str
    created_at: int


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


class Credentials(msgspec.Struct, frozen=True):
    """A user who may be meant by an e-mail address, in whichever account."""

    account_id: int
    account_slug: str
    user_id: int
    role: str
    password_hash: str


class SessionOwner(msgspec.Struct, frozen=True):
    """Whose browser asks. Times in microseconds."""

    account_id: int
    user_id: int
    role: str
    session_id: int
    seen_at: int


class Session(msgspec.Struct, frozen=True):
    """A browser that a user is signed in with."""

    id: int
    user_id: int
    address: str
    browser: str
    created_at: int
    seen_at: int


class TokenOwner(msgspec.Struct, frozen=True):
    """Whom a token stands for; `user_id` 0 and role `company` for the company token."""

    account_id: int
    plan: str
    user_id: int
    role: str


class Invitation(msgspec.Struct, frozen=True):
    id: int
    email: str
    role: str
    invited_by: int
    created_at: int
    expires_at: int


class OpenInvitation(msgspec.Struct, frozen=True):
    """As who holds its secret sees it."""

    account_id: int
    id: int
    company: str
    email: str
    role: str
    invited_by_name: str
    user_id: int | None


class OpenReset(msgspec.Struct, frozen=True):
    """As who holds its secret sees it."""

    account_id: int
    user_id: int
    role: str
    company: str
    email: str
    name: str


class Logo(msgspec.Struct, frozen=True):
    media_type: str
    image: bytes
    updated_at: int


class Audited(msgspec.Struct, frozen=True):
    """Something that happened to the account or its users."""

    id: int
    kind: str
    at: int
    actor_id: int | None
    data: dict[str, Any]

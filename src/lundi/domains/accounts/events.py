"""What can happen to accounts and users."""

from lundi.core.work import Event


class AccountCreated(Event, frozen=True):
    name: str


class PlanChanged(Event, frozen=True):
    old: str
    new: str


class UserAdded(Event, frozen=True):
    user_id: int
    role: str


class UserDisabled(Event, frozen=True):
    user_id: int


class TokenRotated(Event, frozen=True):
    """`user_id` is None for the company token."""

    user_id: int | None

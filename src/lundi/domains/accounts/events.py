"""What can happen to accounts and users."""

from lundi.core.work import Event


class AccountCreated(Event, frozen=True):
    name: str


class AccountRenamed(Event, frozen=True):
    old: str
    new: str


class LogoChanged(Event, frozen=True):
    """`removed`: there is none now."""

    removed: bool


class PlanChanged(Event, frozen=True):
    old: str
    new: str


class UserAdded(Event, frozen=True):
    user_id: int
    role: str


class UserChanged(Event, frozen=True):
    """`fields` by their names alone: what one tells of oneself isn't kept for good."""

    user_id: int
    fields: tuple[str, ...]


class EmailChanged(Event, frozen=True):
    user_id: int
    old: str
    new: str


class RoleChanged(Event, frozen=True):
    user_id: int
    old: str
    new: str


class PasswordChanged(Event, frozen=True):
    user_id: int


class UserDisabled(Event, frozen=True):
    user_id: int


class UserEnabled(Event, frozen=True):
    user_id: int


class UserInvited(Event, frozen=True):
    invitation_id: int
    email: str
    role: str


class InvitationWithdrawn(Event, frozen=True):
    invitation_id: int
    email: str


class InvitationAccepted(Event, frozen=True):
    invitation_id: int
    user_id: int


class ResetLinkMade(Event, frozen=True):
    """A link to a new password."""

    user_id: int


class TokenRotated(Event, frozen=True):
    """`user_id` is None for the company token."""

    user_id: int | None


class SignedIn(Event, frozen=True):
    user_id: int
    address: str


class SignInFailed(Event, frozen=True):
    """`address` is where it was tried from."""

    user_id: int
    address: str


class SignedOut(Event, frozen=True):
    """`everywhere`: all of the user's sessions ended, not this one alone."""

    user_id: int
    everywhere: bool

"""Invitations: whoever holds the link joins the account, once. Its secret is kept as its hash alone."""

import msgspec
import sqlalchemy as sa

from lundi.core.clock import DAY
from lundi.core.errors import NotFound
from lundi.core.schema import parameter
from lundi.core.secrets import Vault, new_link_secret, token_hash
from lundi.core.work import Actor, Work
from lundi.domains.accounts.access import act_for_account
from lundi.domains.accounts.actions import (
    add_user,
    check_address,
    check_address_is_free,
    check_one_of,
)
from lundi.domains.accounts.events import InvitationAccepted, InvitationWithdrawn, UserInvited
from lundi.domains.accounts.passwords import PasswordHash
from lundi.domains.accounts.schemas import ROLES, Invitation, OpenInvitation
from lundi.domains.accounts.tables import accounts, invitations, users

KEPT_DAYS = 7

_ADD = sa.insert(invitations).values(
    secret_hash=parameter("secret_hash", sa.LargeBinary),
    account_id=parameter("account_id"),
    id=parameter("id"),
    email=parameter("email", sa.Text),
    email_key=parameter("email_key", sa.Text),
    role=parameter("role", sa.Text),
    user_id=parameter("user_id"),
    invited_by=parameter("invited_by"),
    created_at=parameter("now"),
    expires_at=parameter("expires_at"),
)
_OPEN = (
    sa.select(
        invitations.c.id,
        invitations.c.email,
        invitations.c.role,
        invitations.c.invited_by,
        invitations.c.created_at,
        invitations.c.expires_at,
    )
    .where(
        invitations.c.account_id == parameter("account_id"),
        invitations.c.expires_at > parameter("now"),
    )
    .order_by(invitations.c.id.desc())
)
_BY_SECRET = (
    sa.select(
        invitations.c.account_id,
        invitations.c.id,
        accounts.c.name,
        invitations.c.email,
        invitations.c.role,
        users.c.name,
        invitations.c.user_id,
    )
    .join(accounts, accounts.c.account_id == invitations.c.account_id)
    .join(
        users,
        sa.and_(
            users.c.account_id == invitations.c.account_id,
            users.c.id == invitations.c.invited_by,
        ),
    )
    .where(
        invitations.c.secret_hash == parameter("secret_hash", sa.LargeBinary),
        invitations.c.expires_at > parameter("now"),
    )
)
_REMOVE = (
    sa.delete(invitations)
    .where(
        invitations.c.account_id == parameter("account_id"),
        invitations.c.id == parameter("invitation_id"),
    )
    .returning(invitations.c.email)
)
_REMOVE_OF_ADDRESS = sa.delete(invitations).where(
    invitations.c.account_id == parameter("account_id"),
    invitations.c.email_key == parameter("email_key", sa.Text),
)
_REMOVE_EXPIRED = sa.delete(invitations).where(
    invitations.c.account_id == parameter("account_id"),
    invitations.c.expires_at <= parameter("now"),
)


async def open_invitations(work: Work) -> list[Invitation]:
    """The newest first."""
    return await work.all(_OPEN, Invitation)


class Invited(msgspec.Struct, frozen=True):
    """`user_id`: who comes will have it."""

    invitation_id: int
    secret: str
    user_id: int


async def invite_user(work: Work, email: str, role: str) -> Invited:
    """An older one of the same address stops."""
    check_one_of("role", role, ROLES)
    check_address(email)
    await check_address_is_free(work, email)
    invitation_id, secret = await work.new_id("invitation"), new_link_secret()
    await work.run(_REMOVE_OF_ADDRESS, email_key=email.casefold())
    user_id = await work.new_id("user")
    await work.run(
        _ADD,
        user_id=user_id,
        secret_hash=token_hash(secret),
        id=invitation_id,
        email=email,
        email_key=email.casefold(),
        role=role,
        invited_by=await act_for_account(work),
        expires_at=work.now + KEPT_DAYS * DAY,
    )
    work.record(UserInvited(invitation_id=invitation_id, email=email, role=role))
    return Invited(invitation_id, secret, user_id)


async def withdraw_invitation(work: Work, invitation_id: int) -> None:
    email = await work.first(_REMOVE, str, invitation_id=invitation_id)
    if email is None:
        raise NotFound(f"There is no invitation {invitation_id}.")
    work.record(InvitationWithdrawn(invitation_id=invitation_id, email=email))


async def invitation_of(work: Work, secret: str) -> OpenInvitation:
    """Raises NotFound, which says the same of an unknown one as of one that was used or is too old."""
    found = await work.first(_BY_SECRET, OpenInvitation, secret_hash=token_hash(secret))
    if found is None:
        raise NotFound("This invitation is not valid, or no longer: ask for a new one.")
    return found


async def accept_invitation(
    work: Work, vault: Vault, secret: str, name: str, password_hash: PasswordHash
) -> int:
    """Goes on as the new user; gives their id."""
    invitation = await invitation_of(work, secret)
    work.enter(Actor(invitation.account_id, None, "company"))
    await work.run(_REMOVE, invitation_id=invitation.id)
    user = await add_user(
        work,
        vault,
        name=name,
        email=invitation.email,
        role=invitation.role,
        password_hash=password_hash,
        user_id=invitation.user_id,
    )
    work.enter(Actor(invitation.account_id, user.id, invitation.role))
    work.record(InvitationAccepted(invitation_id=invitation.id, user_id=user.id))
    return user.id


async def forget_expired_invitations(work: Work) -> None:
    await work.run(_REMOVE_EXPIRED)

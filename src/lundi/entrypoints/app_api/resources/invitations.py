"""Invitations: made by admins, accepted by whoever holds the link."""

import msgspec

from lundi.core.secrets import beside_the_loop
from lundi.core.work import Work, read, write
from lundi.domains.accounts.access import user_to_name
from lundi.domains.accounts.invitations import (
    accept_invitation,
    invitation_of,
    invite_user,
    open_invitations,
    withdraw_invitation,
)
from lundi.domains.accounts.passwords import new_password_hash
from lundi.domains.accounts.queries import NOBODY, account_of
from lundi.domains.accounts.session_actions import open_session
from lundi.entrypoints.app_api.operation import Visit, delete, get, post
from lundi.entrypoints.app_api.resources.admin_users import Role
from lundi.entrypoints.app_api.shapes import Done
from lundi.entrypoints.shared.mails import invitation_mail


class NewInvitation(msgspec.Struct):
    email: str
    role: Role


class MadeInvitation(msgspec.Struct):
    """`emailed`: the link went out by mail; else it has to be handed over, if it isn't to wait for a mail server that is back."""

    id: int
    link: str
    emailed: bool


class ShownInvitation(msgspec.Struct):
    """`invited_by` is a user's id. Times in microseconds."""

    id: int
    email: str
    role: str
    created_at: int
    expires_at: int
    invited_by: int


class InvitationToAccept(msgspec.Struct):
    company: str
    email: str
    role: str
    invited_by_name: str


class Acceptance(msgspec.Struct):
    name: str
    password: str


@get("/admin/invitations")
async def get_invitations(work: Work) -> list[ShownInvitation]:
    """Those that can still be accepted, the newest first."""
    return [
        ShownInvitation(one.id, one.email, one.role, one.created_at, one.expires_at, one.invited_by)
        for one in await open_invitations(work)
    ]


@post("/admin/invitations")
async def create_invitation(visit: Visit, given: NewInvitation) -> MadeInvitation:
    """Invite somebody, for 7 days. An older invitation of the same address stops."""
    email = given.email.strip()

    async def make(work: Work) -> tuple[int, str, int | None]:
        made = await invite_user(work, email, given.role)
        link = f"{visit.site}/invitation/{made.secret}"
        mail_id = None
        if visit.outbox is not None:
            inviter = (await user_to_name(work, work.actor.user_id or 0)).name
            company = (await account_of(work)).name
            mail = invitation_mail(email, company=company, inviter=inviter, link=link)
            mail_id = await visit.outbox.keep(work, mail)
        return made.invitation_id, link, mail_id

    invitation_id, link, mail_id = await write(visit.database, visit.actor, make)
    emailed = False
    if visit.outbox is not None and mail_id is not None:
        emailed = await visit.outbox.send(visit.actor.account_id, mail_id)
    return MadeInvitation(invitation_id, link, emailed)


@delete("/admin/invitations/{invitation_id}")
async def delete_invitation(work: Work, invitation_id: int) -> Done:
    """Withdraw an invitation: its link stops at once."""
    await withdraw_invitation(work, invitation_id)
    return Done()


@get("/invitations/{secret}", public=True)
async def get_invitation(visit: Visit, secret: str) -> InvitationToAccept:
    """Who invites whom, for who holds the link."""
    found = await read(visit.database, NOBODY, lambda work: invitation_of(work, secret))
    return InvitationToAccept(found.company, found.email, found.role, found.invited_by_name)


@post("/invitations/{secret}/accept", public=True)
async def accept(visit: Visit, secret: str, given: Acceptance) -> Done:
    """Join the account, and be signed in."""
    # Before the hashing, which costs a stranger nothing and us a lot.
    await read(visit.database, NOBODY, lambda work: invitation_of(work, secret))
    password_hash = await beside_the_loop(new_password_hash, given.password)

    async def join(work: Work) -> str:
        user_id = await accept_invitation(work, visit.vault, secret, given.name, password_hash)
        return await open_session(work, user_id, visit.address, visit.browser, visit.secret)

    visit.cookie = await write(visit.database, NOBODY, join)
    return Done()

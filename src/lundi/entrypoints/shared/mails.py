"""What the mails say that Lundi sends."""

from lundi.core.mail import Mailer
from lundi.domains.accounts.invitations import KEPT_DAYS


async def send_invitation(
    mailer: Mailer | None, to: str, *, company: str, inviter: str, link: str
) -> bool:
    """Whether it went out."""
    if mailer is None:
        return False
    return await mailer.send(
        to,
        f"{inviter} invites you to {company} on Lundi",
        f"Hello,\n\n{inviter} invites you to work with {company} on Lundi.\n"
        f"Choose your password here:\n\n{link}\n\n"
        f"The link works once, for {KEPT_DAYS} days.\n",
    )


async def send_reset(mailer: Mailer, to: str, *, company: str, name: str, link: str) -> bool:
    """Whether it went out."""
    return await mailer.send(
        to,
        f"A new password for {company} on Lundi",
        f"Hello {name},\n\nsomebody, you we hope, asked for a new password for {company} on Lundi.\n"
        f"Choose it here:\n\n{link}\n\n"
        "The link works once, for 24 hours. If it wasn't you, there is nothing to do.\n",
    )

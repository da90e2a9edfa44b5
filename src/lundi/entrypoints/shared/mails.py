"""What the mails say that Lundi sends."""

from lundi.domains.accounts.invitations import KEPT_DAYS
from lundi.domains.accounts.mails import Mail


def invitation_mail(to: str, *, company: str, inviter: str, link: str) -> Mail:
    return Mail(
        to,
        f"{inviter} invites you to {company} on Lundi",
        f"Hello,\n\n{inviter} invites you to work with {company} on Lundi.\n"
        f"Choose your password here:\n\n{link}\n\n"
        f"The link works once, for {KEPT_DAYS} days.\n",
    )


def reset_mail(to: str, *, company: str, name: str, link: str) -> Mail:
    return Mail(
        to,
        f"A new password for {company} on Lundi",
        f"Hello {name},\n\nsomebody, you we hope, asked for a new password for {company} on Lundi.\n"
        f"Choose it here:\n\n{link}\n\n"
        "The link works once, for 24 hours. If it wasn't you, there is nothing to do.\n",
    )

"""Changing the account itself: its name and its logo. Who may is decided by the way in."""

import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import parameter
from lundi.core.work import Work
from lundi.domains.accounts.actions import checked_name
from lundi.domains.accounts.events import AccountRenamed, LogoChanged
from lundi.domains.accounts.schemas import Account, Logo
from lundi.domains.accounts.tables import accounts, logos

LARGEST_LOGO = 200 * 1024

_RENAME = (
    sa.update(accounts)
    .where(accounts.c.account_id == parameter("account_id"))
    .values(name=parameter("name", sa.Text), updated_at=parameter("now"))
)
_LOGO = sa.select(logos.c.media_type, logos.c.image, logos.c.updated_at).where(
    logos.c.account_id == parameter("account_id")
)
_HAS_LOGO = sa.select(logos.c.account_id).where(logos.c.account_id == parameter("account_id"))
_ADD_LOGO = sa.insert(logos).values(
    account_id=parameter("account_id"),
    media_type=parameter("media_type", sa.Text),
    image=parameter("image", sa.LargeBinary),
    updated_at=parameter("now"),
)
_REMOVE_LOGO = sa.delete(logos).where(logos.c.account_id == parameter("account_id"))


async def rename_account(work: Work, account: Account, name: str) -> None:
    """Its slug stays: people sign in with it."""
    name = checked_name("The account's name", name)
    if name != account.name:
        await work.run(_RENAME, name=name)
        work.record(AccountRenamed(old=account.name, new=name))


async def logo_of(work: Work) -> Logo | None:
    return await work.first(_LOGO, Logo)


async def has_logo(work: Work) -> bool:
    return await work.first(_HAS_LOGO, int) is not None


async def set_logo(work: Work, image: bytes) -> None:
    """A PNG, JPEG or WebP; what it is, its first bytes say."""
    if len(image) > LARGEST_LOGO:
        raise Invalid(f"A logo has at most {LARGEST_LOGO // 1024} KB.")
    media_type = _media_type(image)
    await work.run(_REMOVE_LOGO)
    await work.run(_ADD_LOGO, media_type=media_type, image=image)
    work.record(LogoChanged(removed=False))


async def remove_logo(work: Work) -> None:
    if await work.run(_REMOVE_LOGO):
        work.record(LogoChanged(removed=True))


def _media_type(image: bytes) -> str:
    if image.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if image.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if image.startswith(b"RIFF") and image[8:12] == b"WEBP":
        return "image/webp"
    raise Invalid("A logo is a PNG, JPEG or WebP image.")

"""The API tab: both tokens, shown and rotated."""

import msgspec

from lundi.core.work import Work
from lundi.domains.accounts.access import check_admin
from lundi.domains.accounts.actions import rotate_token
from lundi.domains.accounts.queries import token_of
from lundi.domains.accounts.schemas import ADMIN
from lundi.entrypoints.app_api.operation import Visit, get, post


class Tokens(msgspec.Struct):
    """`company` is None for who isn't an admin."""

    personal: str
    company: str | None


class Token(msgspec.Struct):
    token: str


@get("/tokens")
async def get_tokens(work: Work, visit: Visit) -> Tokens:
    """One's own token and, for admins, the company's."""
    company = await token_of(work, visit.vault, None) if work.actor.role == ADMIN else None
    return Tokens(await token_of(work, visit.vault, work.actor.user_id), company)


@post("/tokens/personal/rotate")
async def rotate_personal_token(work: Work, visit: Visit) -> Token:
    """A new personal token; the old one stops at once."""
    return Token(await rotate_token(work, visit.vault, work.actor.user_id))


@post("/tokens/company/rotate")
async def rotate_company_token(work: Work, visit: Visit) -> Token:
    """A new company token; the old one stops at once. For admins."""
    check_admin(work)
    return Token(await rotate_token(work, visit.vault, None))

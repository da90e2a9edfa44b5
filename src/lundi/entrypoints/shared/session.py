"""Who is asking: the browser's session, in its cookie."""

from lundi.core.errors import Unauthenticated
from lundi.core.work import SESSION, Actor, Via, Work
from lundi.domains.accounts.schemas import SessionOwner
from lundi.domains.accounts.session_actions import KEPT, session_owner
from lundi.entrypoints.shared.headers import Headers

COOKIE = "lundi_session"
LONGEST_SECRET = 200


def secret_in(headers: Headers) -> str | None:
    # What other programs of the same host keep in cookies may be of any form.
    for pair in headers.get("cookie", "").split(";"):
        name, _, value = pair.strip().partition("=")
        if name == COOKIE and 0 < len(value) <= LONGEST_SECRET:
            return value
    return None


def cookie_for(secret: str, site: str) -> str:
    """The Set-Cookie header; an empty secret takes the cookie away."""
    age = KEPT // 1_000_000 if secret else 0
    secure = "; Secure" if site.startswith("https:") else ""
    return f"{COOKIE}={secret}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"


async def signed_in(work: Work, secret: str | None) -> SessionOwner:
    """Raises Unauthenticated; goes on as the session's owner."""
    owner = await session_owner(work, secret) if secret else None
    if owner is None:
        raise Unauthenticated("You are not signed in, or no longer: sign in again.")
    work.enter(Actor(owner.account_id, owner.user_id, owner.role, Via(SESSION)))
    return owner

"""How often something may be tried that a stranger could guess."""

from lundi.core.attempts import Rule, Try, network_of
from lundi.entrypoints.app_api.operation import Visit
from lundi.entrypoints.shared.errors import LimitReached
from lundi.entrypoints.shared.limits import REJECTIONS

_STRICT = Rule(free=5, first=15, longest=3600)
# From many addresses at once guessing is slow too; but nobody can lock somebody else out for long.
_FROM_ANYWHERE = Rule(free=20, first=15, longest=60)
# Many people may be behind one address.
_OF_AN_ADDRESS = Rule(free=50, first=15, longest=3600)
_MAILS = Rule(free=3, first=600, longest=3600)


async def begin_attempt(visit: Visit, *tries: Try) -> None:
    """They count as failed until they are told to have succeeded. Raises LimitReached while one was tried too often."""
    seconds = await visit.attempts.begin(*tries)
    if seconds:
        REJECTIONS.add("tries")
        raise LimitReached(f"That was tried too often; try again in {seconds} seconds.")


def tries_of_user(visit: Visit, email: str) -> tuple[Try, Try]:
    user = _named(email)
    return (
        Try(_STRICT, f"user:{user}:{network_of(visit.address)}"),
        Try(_FROM_ANYWHERE, f"user:{user}"),
    )


def try_of_address(visit: Visit) -> Try:
    return Try(_OF_AN_ADDRESS, f"address:{network_of(visit.address)}")


def try_of_password(user_id: int) -> Try:
    return Try(_STRICT, f"password:{user_id}")


def try_of_reset(visit: Visit) -> Try:
    return Try(_STRICT, f"reset-from:{network_of(visit.address)}")


def mails_to(email: str) -> Try:
    return Try(_MAILS, f"mails:{_named(email)}")


def _named(email: str) -> str:
    return email.strip().casefold()[:255]

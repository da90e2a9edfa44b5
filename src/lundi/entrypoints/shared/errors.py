"""Refusals -> statuses, for every way in."""

from lundi.core import errors
from lundi.domains.accounts.kept_answers import KeyReused


class TooLarge(errors.Refusal):
    """The body is over the limit."""


class UnknownBody(errors.Refusal):
    """The body is of a type that nobody here reads."""


class WrongMethod(errors.Refusal):
    def __init__(self, sentence: str, allowed: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.allowed = allowed


class BadKey(errors.Invalid):
    """No Idempotency-Key can be so."""


class LimitReached(errors.Refusal):
    """The plan's limit, or the address's, is used up: that of a `span`, minute or day, for `seconds` still."""

    def __init__(self, sentence: str, span: str = "minute", seconds: int = 1) -> None:
        super().__init__(sentence)
        self.span, self.seconds = span, seconds


STATUSES: dict[type[errors.Refusal], int] = {
    errors.Invalid: 400,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    WrongMethod: 405,
    errors.Conflict: 409,
    TooLarge: 413,
    UnknownBody: 415,
    KeyReused: 422,
    LimitReached: 429,
    errors.Unavailable: 503,
    errors.StorageFull: 507,
}


def status_of(refusal: errors.Refusal) -> int:
    """Its own, else that of what it is a kind of."""
    return next(STATUSES[kind] for kind in type(refusal).__mro__ if kind in STATUSES)


def headers_with(refusal: errors.Refusal) -> list[tuple[bytes, bytes]]:
    """What its answer says besides the sentence."""
    if isinstance(refusal, WrongMethod):
        return [(b"allow", ", ".join(refusal.allowed).encode())]
    if isinstance(refusal, errors.Unavailable):
        return [(b"retry-after", str(refusal.SECONDS).encode())]
    return []

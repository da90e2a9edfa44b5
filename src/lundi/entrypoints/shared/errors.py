"""Refusals -> statuses, for every way in."""

from lundi.core import errors
from lundi.domains.column_types.column_type import UnknownLabel
from lundi.domains.docs.actions import CellFull
from lundi.domains.pulses.input_actions import NameRefused, ValueRefused
from lundi.domains.pulses.move_actions import WouldLoseValues


class TooLarge(errors.Refusal):
    """The body is over the limit."""


class UnknownBody(errors.Refusal):
    """The body is of a type that nobody here reads."""


class WrongMethod(errors.Refusal):
    def __init__(self, sentence: str, allowed: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.allowed = allowed


class LimitReached(errors.Refusal):
    """The plan's limit, or the address's, is used up: that of a `span`, minute or day, for `seconds` still."""

    def __init__(self, sentence: str, span: str = "minute", seconds: int = 1) -> None:
        super().__init__(sentence)
        self.span, self.seconds = span, seconds


STATUSES: dict[type[errors.Refusal], int] = {
    errors.Invalid: 400,
    WouldLoseValues: 400,
    UnknownLabel: 400,
    NameRefused: 400,
    ValueRefused: 400,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    WrongMethod: 405,
    errors.Conflict: 409,
    CellFull: 409,
    TooLarge: 413,
    UnknownBody: 415,
    LimitReached: 429,
}

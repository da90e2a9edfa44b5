"""The refusals a caller can act on. Each carries one sentence that may be shown to them as it is."""


class Refusal(Exception):
    """Why something was not done; nothing of it was done."""


class Invalid(Refusal):
    """What was asked is missing something, malformed or out of range."""


class Unauthenticated(Refusal):
    """Nobody that is known asks."""


class Forbidden(Refusal):
    """The actor sees the thing but may not do this to it."""


class NotFound(Refusal):
    """It doesn't exist, or not for this actor: the two can't be told apart."""

    def __init__(self, sentence: str, **asked: int | str) -> None:
        """`asked`: by which ids, that of the missing thing first: `column_id=..., board_id=...`."""
        super().__init__(sentence)
        self.asked = asked


class Conflict(Refusal):
    """The thing's state doesn't allow it: it is archived or deleted."""


class OldSchema(Refusal):
    """The database needs `lundi migrate` first."""

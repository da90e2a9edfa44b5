"""The refusals a caller can act on. Each carries one sentence that may be shown to them as it is."""

import errno

FULL = (errno.ENOSPC, errno.EDQUOT)
"""What the system says where there is no room."""


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


class Failing(Refusal):
    """A part that the server stands on doesn't do its own just now."""


class Unavailable(Failing):
    """The database can't be reached, or has too much to do: the same may be asked again a little later."""

    SECONDS = 5
    """After which to ask again."""


class StorageFull(Failing):
    """There is no room left to write to; what is there can still be read."""

    def __init__(self) -> None:
        super().__init__("The server has no room left to keep anything new; nothing was changed.")


class OldSchema(Refusal):
    """The database needs `lundi migrate` first."""

"""What was recorded, as taking it back needs it."""

from typing import Any

import msgspec


class Recorded(msgspec.Struct, frozen=True):
    """An event as it was kept: `kind` is its class's name. `change_id`: of all that its Work did. `at` in microseconds.

    `along`: what else that Work did to the thing that this event made.
    """

    id: int
    change_id: int
    kind: str
    at: int
    actor_id: int | None
    board_id: int | None
    pulse_id: int | None
    data: dict[str, Any]
    before: dict[str, Any] | None
    along: tuple["Recorded", ...] = ()

    @property
    def thing(self) -> tuple[Any, ...]:
        """What it is about: a pulse, or a group or a column of a board."""
        if self.pulse_id is not None:
            return ("pulse", self.pulse_id)
        for name in ("group_id", "column_id"):
            if name in self.data:
                return (name, self.board_id, self.data[name])
        return ("event", self.id)

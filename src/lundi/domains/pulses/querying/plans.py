"""What a query comes to: conditions of columns, put together, and an order. SQL is made of it, or it is evaluated in memory."""

from typing import TypeAlias

import msgspec

from lundi.domains.column_types.conditions import Condition, Look, Order


class On(msgspec.Struct, frozen=True):
    """Of what a pulse has in that column."""

    condition: Condition
    column_id: str


class Every(msgspec.Struct, frozen=True):
    """All of them; none at all always hold."""

    of: "tuple[Where, ...]" = ()


class Some(msgspec.Struct, frozen=True):
    """At least one of them."""

    of: "tuple[Where, ...]"


Where: TypeAlias = On | Every | Some


class Sorted(msgspec.Struct, frozen=True):
    order: Order
    column_id: str
    descending: bool = False


class Plan(msgspec.Struct, frozen=True):
    """Where the order leaves two the same, they come as on the board."""

    where: Where = Every()
    order: tuple[Sorted, ...] = ()


class Made(msgspec.Struct, frozen=True):
    """One text or number of each pulse: what stands at `look`, and what `steps` make of it, one after another.

    They are: lower, trim, length (a number), day_of (a time), day, week, month, quarter, year (the first day of it), and
    "without x", which takes away a text that is x.
    """

    look: Look
    column_id: str
    is_number: bool = False
    steps: tuple[str, ...] = ()

    def then(self, *steps: str) -> "Made":
        return msgspec.structs.replace(self, steps=self.steps + steps)

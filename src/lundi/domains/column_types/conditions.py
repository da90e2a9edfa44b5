"""What a filter asks of a pulse, in the few words that are compiled to SQL: no type knows SQL, and SQL knows no type."""

from typing import TypeAlias

import msgspec

Path: TypeAlias = tuple[str, ...]
"""Keys within a stored value, digits for the place in a list; none is the value itself."""


class Look(msgspec.Struct, frozen=True):
    """What is compared: in the column's value the first of `paths` that is there, or a `fact` of the pulse."""

    paths: tuple[Path, ...] = ((),)
    fact: str = ""
    """One of: id, name, group_id, created_at, updated_at."""


class Equals(msgspec.Struct, frozen=True):
    """It reads as one of these texts, in capitals or not."""

    look: Look
    texts: tuple[str, ...]


class Counts(msgspec.Struct, frozen=True):
    """As a number it is one of these."""

    look: Look
    numbers: tuple[float, ...]


class Reads(msgspec.Struct, frozen=True):
    """The text has `needle` in it, or starts with it; in capitals or not."""

    look: Look
    needle: str
    at_start: bool = False


class Spans(msgspec.Struct, frozen=True):
    """It lies between `low` and `high`, either of which may be open or missing. Numbers compare as numbers, texts byte by byte."""

    look: Look
    low: float | str | None = None
    high: float | str | None = None
    without_low: bool = False
    without_high: bool = False


class Holds(msgspec.Struct, frozen=True):
    """The list at `path` has an element of which each field is one of the texts given for it; "" is the element itself."""

    path: Path
    where: tuple[tuple[str, tuple[str, ...]], ...]


class HoldsWithin(msgspec.Struct, frozen=True):
    """The list at `path` has a number between `low` and `high`."""

    path: Path
    low: float | None = None
    high: float | None = None
    without_low: bool = False
    without_high: bool = False


class LinksTo(msgspec.Struct, frozen=True):
    """The list at `path` has the id of a pulse whose name has `needle` in it, or starts with it."""

    path: Path
    needle: str
    at_start: bool = False


class Present(msgspec.Struct, frozen=True):
    """The column has a value."""


class HasSubitems(msgspec.Struct, frozen=True):
    """There are active pulses under it."""


class Always(msgspec.Struct, frozen=True):
    answer: bool


class Not(msgspec.Struct, frozen=True):
    of: "Condition"


class All(msgspec.Struct, frozen=True):
    of: tuple["Condition", ...]


class Either(msgspec.Struct, frozen=True):
    of: tuple["Condition", ...]


Condition: TypeAlias = (
    Equals
    | Counts
    | Reads
    | Spans
    | Holds
    | HoldsWithin
    | LinksTo
    | Present
    | HasSubitems
    | Always
    | Not
    | All
    | Either
)

VALUE = Look()


def at(*path: str) -> Look:
    return Look(paths=(path,))


class Order(msgspec.Struct, frozen=True):
    """By what pulses are sorted: a text, a number, or the place that `ranks` gives what is there; what has nothing comes last."""

    look: Look = VALUE
    is_number: bool = False
    ranks: tuple[str, ...] | None = None
    then: "Order | None" = None
    """Where the first are the same."""

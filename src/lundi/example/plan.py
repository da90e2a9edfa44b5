"""How example boards are written down: plain data."""

import msgspec


class Column(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    type: str
    labels: dict[str, str] | None = None
    unit: dict[str, str] | None = None


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """`pulses`: a line each: its name, then a value for each of the board's columns, with `|` between.

    Days are told as how many days from today they are, a timeline as `2 to 9`, tags with commas between; `me` is whose the board is.
    """

    title: str
    color: str
    pulses: str

    @property
    def rows(self) -> list[list[str]]:
        return [
            [cell.strip() for cell in line.split("|")] for line in self.pulses.strip().splitlines()
        ]


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """`updates`: by a pulse's name, what was said about it, as HTML."""

    name: str
    description: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    updates: dict[str, str]

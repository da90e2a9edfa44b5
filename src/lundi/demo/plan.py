"""How the demo company is written down: plain data, put in by `build`."""

import msgspec

from lundi.domains.accounts.schemas import Profile


class Person(msgspec.Struct, frozen=True):
    """`key` is what boards call them."""

    key: str
    name: str
    email: str
    role: str
    joined: str
    profile: Profile


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """What its cells hold is drawn from `choices`, `numbers` or `days`; a status without choices follows its group."""

    title: str
    type: str
    choices: tuple[str, ...] = ()
    hints: dict[str, str] | None = None
    """A choice, and words of a pulse's title, with commas between, that ask for it."""
    labels: dict[str, str] | None = None
    unit: dict[str, str] | None = None
    numbers: tuple[int, int, int] = (1, 8, 1)
    """Lowest, highest, step."""
    days: tuple[int, int] = (3, 12)
    """How long a timeline is at least and at most."""
    of_creation: bool = False
    """A date that is the day the pulse was made."""
    filled: float = 0.85
    """How many of its cells have a value, of 1."""

    def suiting(self, title: str) -> list[str]:
        """The choices that the title itself asks for, the most fitting first."""
        title = title.casefold()
        named = sorted((c for c in self.choices if c.casefold() in title), key=len, reverse=True)
        hinted = [
            choice
            for choice, words in (self.hints or {}).items()
            if any(word.casefold() in title for word in words.split(", "))
        ]
        return list(dict.fromkeys([*named, *hinted]))


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """`pulses`: a title a line. `first_day` to `last_day` is when its work is planned for."""

    title: str
    color: str
    first_day: str
    last_day: str
    stages: tuple[str, ...]
    pulses: str
    lead: int = 30
    """How many days before that its pulses begin to be made."""
    archived: bool = False

    @property
    def titles(self) -> list[str]:
        return [line.strip() for line in self.pulses.strip().splitlines()]


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """An update, at `at` (`2026-11-03 09:40`, UTC), with its replies: (who, HTML), a few hours apart."""

    pulse: str
    at: str
    author: str
    html: str
    replies: tuple[tuple[str, str], ...] = ()
    likes: tuple[str, ...] = ()
    announcement: bool = False


class Note(msgspec.Struct, frozen=True, kw_only=True):
    pulse: str
    at: str
    author: str
    title: str
    content: str
    owners_only: bool = False


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """`team` writes, `readers` only subscribe; the owner is in neither. `archived`: titles of pulses put away since."""

    name: str
    description: str
    kind: str
    created: str
    owner: str
    opening: str
    """The first stage of a pulse, before it gets one of its group's."""
    co_owner: str | None = None
    team: tuple[str, ...]
    readers: tuple[str, ...] = ()
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    archived: tuple[str, ...] = ()
    told: dict[str, str] = {}
    """The stages of pulses whose threads tell it."""
    threads: tuple[Thread, ...] = ()
    remarks: tuple[str, ...] = ()
    """Short updates that fit any pulse of the board."""
    notes: tuple[Note, ...] = ()

    @property
    def writers(self) -> tuple[str, ...]:
        return (self.owner, *self.team)


def unit(symbol: str, direction: str = "right") -> dict[str, str]:
    return {"symbol": "custom", "custom_unit": symbol, "direction": direction}


GREEN, ORANGE, BLUE, RED, PURPLE = "#037f4c", "#fdab3d", "#579bfc", "#e2445c", "#a25ddc"
BRIGHT_GREEN, SEA, LIME, VIOLET, WINE = "#00c875", "#0086c0", "#9cd326", "#784bd1", "#bb3354"

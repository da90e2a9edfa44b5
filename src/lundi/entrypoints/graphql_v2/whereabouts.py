"""Where the values of a level stand in the answer; the path of one is put together only when an error names it."""

from collections.abc import Sequence
from itertools import accumulate

import msgspec


class Whereabouts(msgspec.Struct, frozen=True):
    """`key`: one step below each place of `up`. `sizes`: the items of lists that stand there. `places`: some of them."""

    up: "Whereabouts | None" = None
    key: str | None = None
    sizes: Sequence[int] | None = None
    places: Sequence[int] | None = None

    def field(self, key: str) -> "Whereabouts":
        return Whereabouts(self, key=key)

    def items(self, sizes: Sequence[int]) -> "Whereabouts":
        return Whereabouts(self, sizes=sizes)

    def some(self, places: Sequence[int]) -> "Whereabouts":
        return Whereabouts(self, places=places)

    def path(self, at: int) -> list[str | int]:
        if self.up is None:
            return []
        if self.places is not None:
            return self.up.path(self.places[at])
        if self.key is not None:
            return [*self.up.path(at), self.key]
        for owner, end in enumerate(accumulate(self.sizes or ())):
            if at < end:
                return [*self.up.path(owner), at - end + (self.sizes or ())[owner]]
        raise IndexError(at)


ROOT = Whereabouts()

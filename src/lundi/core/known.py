"""What was looked up in one Work already."""

from collections.abc import Awaitable, Callable, Hashable, Iterable
from typing import Any, TypeAlias, TypeVar

from lundi.core.work import Work

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")
Addresses: TypeAlias = Callable[[Work, set[int]], Awaitable[dict[int, str]]]


async def _no_addresses(work: Work, asset_ids: set[int]) -> dict[int, str]:
    return {}


class Known:
    """As old as its Work. `addresses`: finds those of assets by their ids."""

    def __init__(self, work: Work, addresses: Addresses = _no_addresses) -> None:
        self.work = work
        self.addresses = addresses
        self._known: dict[str, dict[Any, Any]] = {}

    async def look_up(
        self,
        what: str,
        wanted: Iterable[Key],
        find: Callable[[Work, set[Key]], Awaitable[dict[Key, Found]]],
    ) -> dict[Key, Found]:
        """What was found of `what`, at least of those that are wanted. Asks only for what it wasn't asked before."""
        known = self._known.setdefault(what, {})
        missing = {key for key in wanted if key not in known}
        if missing:
            found = await find(self.work, missing)
            for key in missing:
                known[key] = found.get(key)
        return known

    def knows(self, what: str, found: dict[Any, Any]) -> None:
        """Found on another way: `look_up` needn't ask for it."""
        self._known.setdefault(what, {}).update(found)

    def forget(self) -> None:
        """Something was changed."""
        self._known.clear()

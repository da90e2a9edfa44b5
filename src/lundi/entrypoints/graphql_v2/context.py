"""What resolvers have at hand: the transaction, who asks, and what was looked up for this request already."""

from collections.abc import Awaitable, Callable, Hashable, Iterable
from typing import Any, TypeVar

from lundi.core.work import Work
from lundi.domains.pulses.querying.pages import Snapshot
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.outside import Means
from lundi.entrypoints.graphql_v2.versions import Version

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class Context:
    """Of one Work; what it has looked up is as old as that."""

    def __init__(
        self,
        work: Work,
        version: Version,
        complexity: Complexity,
        means: Means | None = None,
        prepared: Any = None,
    ) -> None:
        self.work = work
        self.version = version
        self.complexity = complexity
        self.snapshots: list[Snapshot] = []
        """To be kept before what was read is answered."""
        self.prepared = prepared
        """What the preparation of a mutation's field gave."""
        self.afterwards: list[Callable[[], Awaitable[None]]] = []
        """Run once what a mutation's field did is committed: sending mail, say."""
        self._means = means
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

    @property
    def means(self) -> Means:
        """Of a mutation."""
        if self._means is None:
            raise RuntimeError("A query only reads.")
        return self._means

    def forget(self) -> None:
        """Something was changed."""
        self._known.clear()

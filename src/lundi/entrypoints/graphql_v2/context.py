"""What resolvers have at hand: the transaction, who asks, and what was looked up for this request already."""

from collections.abc import Awaitable, Callable
from typing import Any

from lundi.core.known import Known
from lundi.core.work import Work
from lundi.domains.files.queries import assets_by_id
from lundi.domains.pulses.querying.pages import Snapshot
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.outside import Means
from lundi.entrypoints.graphql_v2.versions import Version
from lundi.entrypoints.shared.links import Links, protected


async def addresses_of_assets(work: Work, asset_ids: set[int]) -> dict[int, str]:
    found = await assets_by_id(work, asset_ids)
    return {one: protected(work.site, work.account_id, asset) for one, asset in found.items()}


class Context(Known):
    def __init__(
        self,
        work: Work,
        version: Version,
        complexity: Complexity,
        links: Links,
        means: Means | None = None,
        prepared: Any = None,
    ) -> None:
        super().__init__(work, addresses_of_assets)
        self.version = version
        self.complexity = complexity
        self.links = links
        self.snapshots: list[Snapshot] = []
        """To be kept before what was read is answered."""
        self.prepared = prepared
        """What the preparation of a mutation's field gave."""
        self.afterwards: list[Callable[[], Awaitable[None]]] = []
        """Run once what a mutation's field did is committed: sending mail, say."""
        self._means = means

    @property
    def means(self) -> Means:
        """Of a mutation."""
        if self._means is None:
            raise RuntimeError("A query only reads.")
        return self._means

"""What resolvers have at hand: the transaction, who asks, and what was looked up for this request already."""

from lundi.core.known import Known
from lundi.core.work import Work
from lundi.domains.pulses.querying.pages import Snapshot
from lundi.entrypoints.graphql_v2.complexity import Complexity
from lundi.entrypoints.graphql_v2.versions import Version


class Context(Known):
    def __init__(self, work: Work, version: Version, complexity: Complexity) -> None:
        super().__init__(work)
        self.version = version
        self.complexity = complexity
        self.snapshots: list[Snapshot] = []
        """To be kept before what was read is answered."""

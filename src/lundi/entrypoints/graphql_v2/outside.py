"""What a mutation does outside of its transaction: before it, what needs the network; after it, what follows the commit."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import msgspec

from lundi.core.database import Database
from lundi.core.outbound import Caller
from lundi.core.secrets import Vault
from lundi.core.work import Actor, Work, read, write
from lundi.domains.accounts.mails import Outbox

T = TypeVar("T")


class Means(msgspec.Struct, frozen=True):
    """What a mutation may need besides its Work."""

    vault: Vault
    caller: Caller
    outbox: Outbox | None


class Outside:
    """Of one field of a mutation. A preparation is given it with the field's arguments, before there is a Work, and checks
    by a read of its own that the actor may do this: nobody else may have the server call or send anything.
    """

    def __init__(self, database: Database, actor: Actor, site: str, means: Means) -> None:
        self.means = means
        self._database = database
        self._actor = actor
        self._site = site

    async def read(self, action: Callable[[Work], Awaitable[T]]) -> T:
        return await read(self._database, self._actor, action, site=self._site)

    async def write(self, action: Callable[[Work], Awaitable[T]]) -> T:
        return await write(self._database, self._actor, action, site=self._site)


Preparation: TypeAlias = Callable[..., Awaitable[Any]]
"""`async (outside, **arguments)`; what it gives is `prepared` in the resolver's Context. What it raises is the field's error."""
Preparations: TypeAlias = Mapping[str, Preparation]
"""By the field of Mutation."""

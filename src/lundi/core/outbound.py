"""Calls addresses that users gave. What speaks HTTP is loaded with the first call: it takes 3 MB."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from lundi.core.errors import Refusal

if TYPE_CHECKING:
    from lundi.core.connections import Connections


class NoAnswer(Refusal):
    """There was none: the sentence says why."""


class Answered(msgspec.Struct, frozen=True):
    """`body`: the start of it, as text."""

    status: int
    body: str


class Caller:
    """Each address is resolved once, checked, and connected to exactly as it was checked.

    Redirects aren't followed, proxies of the environment not used.
    """

    def __init__(self, *, private_addresses: bool) -> None:
        self._private_addresses = private_addresses
        self._connections: Connections | None = None

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answered:
        """`url` as `checked_url` gives it. Raises NoAnswer."""
        if self._connections is None:
            from lundi.core.connections import Connections  # noqa: PLC0415

            self._connections = Connections(private_addresses=self._private_addresses)
        return await self._connections.post(url, headers, body)

    async def close(self) -> None:
        if self._connections is not None:
            await self._connections.close()

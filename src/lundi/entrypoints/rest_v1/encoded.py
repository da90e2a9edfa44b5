"""An answer as the bytes that are sent."""

import hashlib
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")

_encode = msgspec.json.Encoder().encode


class Encoded(Generic[T]):
    """An answer of type T, as JSON."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self._tag: str | None = None

    @property
    def tag(self) -> str:
        """The ETag."""
        if self._tag is None:
            self._tag = f'"{hashlib.blake2b(self.body, digest_size=12).hexdigest()}"'
        return self._tag


def encoded(answer: Any) -> Encoded[Any]:
    return answer if isinstance(answer, Encoded) else Encoded(_encode(answer))

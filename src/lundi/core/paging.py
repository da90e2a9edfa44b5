"""Pages of a list: how many rows to skip, how many to take; or the row that the page before ended with."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, Any

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.schema import parameter

LARGEST_PAGE = 500
_Key = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


class Window(msgspec.Struct, frozen=True):
    take: int = 25
    skip: int = 0

    @property
    def parameters(self) -> dict[str, int]:
        """For a statement made by `paged`."""
        return {"take": self.take, "skip": self.skip}


def paged(statement: sa.Select[Any]) -> sa.Select[Any]:
    return statement.limit(parameter("take")).offset(parameter("skip"))


class NotACursor(Invalid):
    """It can't be read."""

    def __init__(self) -> None:
        super().__init__("The cursor is none that this server gave.")


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended of a list whose rows keep their places: the next one begins below the row with these `keys`.

    `owner`: what it is a list of, "item 12". No row comes twice, and none is missed that was there throughout.
    """

    owner: str
    keys: tuple[_Key, ...]


def write_place(place: Place) -> str:
    """As a cursor."""
    return as_cursor(msgspec.json.encode(place))


def read_place(cursor: str, keys: int) -> Place:
    """`keys`: how many it has. Raises Invalid for what is none."""
    try:
        place = msgspec.json.decode(bytes_of_cursor(cursor), type=Place)
    except (ValueError, msgspec.DecodeError):
        raise NotACursor from None
    if len(place.keys) != keys:
        raise NotACursor
    return place


def as_cursor(body: bytes) -> str:
    return urlsafe_b64encode(body).rstrip(b"=").decode()


def bytes_of_cursor(cursor: str) -> bytes:
    """Raises ValueError for what can't be one."""
    return urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))

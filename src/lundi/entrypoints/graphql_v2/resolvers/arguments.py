"""What clients give as arguments, as the domains take it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from lundi.core import clock
from lundi.core.errors import Invalid
from lundi.core.paging import Place, Window
from lundi.entrypoints.graphql_v2.errors import Unable
from lundi.entrypoints.graphql_v2.executor import Failure

LARGEST_PAGE = 1000
FARTHEST_PAGE = 1_000_000
_LARGEST_ID = 2**63 - 1
_DIGITS = 19


def as_id(given: str, what: str = "id") -> int:
    """An ID of API v2 as the number it stands for. Raises Unable."""
    text = given.strip()
    if not (text.isascii() and text.isdigit()) or len(text) > _DIGITS or int(text) > _LARGEST_ID:
        raise Unable(f"{what} is '{text[:40]}', which is no id: an id is a whole number.")
    return int(text)


def needed_id(given: str | None, what: str) -> int:
    """Of an argument that the schema lets out, and the action needs."""
    if given is None:
        raise Invalid(f"{what} is missing.")
    return as_id(given, what)


def as_ids(
    given: Sequence[str | None] | None, what: str = "ids", most: int = 1000
) -> list[int] | None:
    """None where nothing is to be filtered by: no list, an empty one, or one of nulls."""
    ids = [as_id(one, what) for one in given or () if one is not None]
    if len(ids) > most:
        raise Invalid(f"{what} has {len(ids):,} entries; {most:,} is the most.")
    return list(dict.fromkeys(ids)) or None


def window(
    limit: int | None, page: int | None, *, default: int = 25, most: int = LARGEST_PAGE
) -> Window:
    """`page` counts from 1; below that it is the first."""
    take = default if limit is None else limit
    if not 0 <= take <= most:
        raise Invalid(f"limit is {take}; it is at least 0 and at most {most}.")
    at = max(1, page or 1)
    if at > FARTHEST_PAGE:
        raise Invalid(f"page is {at}; it is at most {FARTHEST_PAGE:,}.")
    return Window(take=take, skip=(at - 1) * take)


def page_size(limit: int | None, most: int, default: int = 25) -> int:
    """Of pages that follow one another by cursors."""
    take = default if limit is None else limit
    if not 1 <= take <= most:
        raise Invalid(f"limit is {take}; it is at least 1 and at most {most}.")
    return take


def owners_of_page(after: Place | None, owner: str, ids: Iterable[int]) -> tuple[set[int], Failure]:
    """Whose page it is that begins there, and what the others have in its place: a cursor is of one list."""
    own = {one for one in ids if after is None or after.owner == f"{owner} {one}"}
    return own, Failure(
        Invalid("The cursor is of another list: give it to the one that it came from.")
    )


def as_moment(text: str | None) -> int | None:
    """In microseconds; without a zone it is UTC."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(
            f"'{text[:40]}' is no date: write 2026-01-31 or 2026-01-31T08:00:00Z."
        ) from None
    return clock.from_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def cut(found: Iterable[Any], within: Window) -> list[Any]:
    """A page of what was found already."""
    return list(found)[within.skip : within.skip + within.take]

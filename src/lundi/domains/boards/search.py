"""Finding boards and workspaces by words: all of the words stand in the name, or in the description."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from lundi.core.errors import Invalid
from lundi.core.folding import folded as small
from lundi.core.json_sql import folded, like
from lundi.core.paging import Window
from lundi.core.schema import one_of_these, parameter
from lundi.core.work import Work, id_list
from lundi.domains.boards.access import BOARD_COLUMNS, board_is_visible
from lundi.domains.boards.places import list_workspaces
from lundi.domains.boards.schemas import ACTIVE, Board
from lundi.domains.boards.tables import boards
from lundi.domains.column_types.inputs import check_storable
from lundi.domains.workspaces.schemas import Workspace

LONGEST_QUERY = 500
MOST_FOUND = 100
MOST_WORDS = 20
_MOST_WORKSPACES = 10_000


class Within(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when: times in microseconds, up to but without the second. `workspace_ids` as boards keep them."""

    board_ids: tuple[int, ...] | None = None
    workspace_ids: frozenset[int | None] | None = None
    created: tuple[int | None, int | None] = (None, None)
    updated: tuple[int | None, int | None] = (None, None)

    def allows(self, created_at: int) -> bool:
        since, until = self.created
        return (since is None or created_at >= since) and (until is None or created_at < until)


def words_of(query: str) -> list[str]:
    """Raises Invalid where there is nothing to look for."""
    check_storable(query)
    words = list(dict.fromkeys(small(query[: LONGEST_QUERY + 1]).split()))
    if not words or len(query) > LONGEST_QUERY or len(words) > MOST_WORDS:
        raise Invalid(
            f"query has at least one word, at most {MOST_WORDS}, in up to {LONGEST_QUERY} characters."
        )
    return words


def check_limit(limit: int) -> None:
    if not 1 <= limit <= MOST_FOUND:
        raise Invalid(f"limit is {limit}; it is at least 1 and at most {MOST_FOUND}.")


async def search_boards(
    work: Work, query: str, limit: int, within: Within | None = None
) -> list[Board]:
    """Active ones that the actor sees, the last changed first."""
    check_limit(limit)
    text = folded(boards.c.name + " " + sa.func.coalesce(boards.c.description, ""))
    statement = (
        sa.select(*BOARD_COLUMNS)
        .where(
            boards.c.account_id == parameter("account_id"),
            boards.c.state == ACTIVE,
            board_is_visible(),
            *(text.like(like(word), escape="\\") for word in words_of(query)),
            *on_boards(within or Within()),
            *in_time(boards, within or Within()),
        )
        .order_by(boards.c.updated_at.desc(), boards.c.id.desc())
        .limit(sa.literal(limit))
    )
    return await work.all_once(statement, Board)


async def search_workspaces(
    work: Work, query: str, limit: int, within: Within | None = None, kind: str | None = None
) -> list[Workspace]:
    """Those that the actor sees, the oldest first."""
    check_limit(limit)
    words, place = words_of(query), within or Within()
    found = []
    for one in await list_workspaces(work, Window(take=_MOST_WORKSPACES), kind=kind):
        text = small(f"{one.name} {one.description or ''}")
        kept = None if one.is_default else one.id
        there = place.workspace_ids is None or kept in place.workspace_ids
        if there and place.allows(one.created_at) and all(word in text for word in words):
            found.append(one)
    return found[:limit]


def on_boards(within: Within) -> Sequence[Any]:
    """Of a statement over `boards`."""
    found: list[Any] = []
    if within.board_ids is not None:
        found.append(one_of_these(boards.c.id, id_list(within.board_ids)))
    if within.workspace_ids is not None:
        named = [one for one in within.workspace_ids if one is not None]
        places = [one_of_these(boards.c.workspace_id, id_list(named))]
        if None in within.workspace_ids:
            places.append(boards.c.workspace_id.is_(None))
        found.append(sa.or_(*places))
    return found


def in_time(table: sa.Table, within: Within) -> Sequence[Any]:
    found: list[Any] = []
    for column, (since, until) in (
        (table.c.created_at, within.created),
        (table.c.updated_at, within.updated),
    ):
        if since is not None:
            found.append(column >= sa.literal(since, sa.BigInteger))
        if until is not None:
            found.append(column < sa.literal(until, sa.BigInteger))
    return found

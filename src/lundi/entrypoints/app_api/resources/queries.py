"""Which pulses of a board fit a query, and what a query may ask of its columns."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from lundi.core.errors import Invalid
from lundi.core.work import Work, read
from lundi.domains.boards.access import board_to_read
from lundi.domains.column_types.operators import SET
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.pulses.querying.description import read_query
from lundi.domains.pulses.querying.pages import find_ids
from lundi.domains.pulses.querying.planning import GROUP
from lundi.entrypoints.app_api.operation import Visit, get, post
from lundi.entrypoints.app_api.view_shapes import PulseQuery


class Found(msgspec.Struct):
    """Ids of pulses."""

    ids: list[int]


class ColumnRules(msgspec.Struct):
    """`type` as columns show it, or `group` for the group that a pulse is in. `sorts`: pulses can be sorted by it."""

    type: str
    operators: list[str]
    sorts: bool


@post("/boards/{board_id}/query")
async def find_pulses(visit: Visit, board_id: int, given: PulseQuery) -> Found:
    """The pulses of a board that a query finds, in its order, else in the board's."""
    query, zone = read_query(msgspec.to_builtins(given)), _zone(given.zone)

    async def find(work: Work) -> Found:
        board = await board_to_read(work, board_id)
        return Found(list(await find_ids(work, board, query, zone=zone)))

    # A scan, which must not hold up who writes.
    return await read(visit.database, visit.actor, find)


@get("/column-types")
async def get_column_types(work: Work) -> list[ColumnRules]:
    """By what pulses are filtered and sorted."""
    found = [
        ColumnRules(
            kind.name,
            sorted(kind.operators),
            kind.filters is not None and kind.filters.order is not None,
        )
        for kind in COLUMN_TYPES.values()
    ]
    return [*found, ColumnRules(GROUP, sorted(SET), False)]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise Invalid(f"There is no time zone '{name[:40]}'.") from None

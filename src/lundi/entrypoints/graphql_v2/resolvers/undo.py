"""Taking back what was done."""

import uuid
from collections.abc import Sequence
from typing import Any

from lundi.core.errors import NotFound
from lundi.domains.history.actions import undo_change, undo_event
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Resolvers

# What an id is of stands above the number in it; version and variant are those of a UUID of one's own making.
_CHANGE, _EVENT = 1, 2
_FRAME = uuid.UUID("00000000-0000-8000-8000-000000000000").int
_KIND_AT = 96
# 48 bits below the variant and the rest beside the version: ids stay below for as long as anybody counts.
_NUMBER = 2**60 - 1


def undo_record(change_id: int) -> str:
    """As API v2 names all that one request changed."""
    return _named(_CHANGE, change_id)


def log_id(event_id: int) -> str:
    """As API v2 names an entry of the activity log."""
    return _named(_EVENT, event_id)


async def undo_action(ctx: Context, parents: Sequence[None], job_id: str) -> list[dict[str, Any]]:
    """`job_id`: an undo_record_id, the job_id of a bulk change, or the id of an entry of the activity log."""
    kind, number = _read(job_id)
    if kind == _CHANGE:
        await undo_change(ctx.work, number)
    elif kind == _EVENT:
        await undo_event(ctx.work, number)
    else:
        raise NotFound(f"There is nothing of the id '{job_id[:40]}' that could be taken back.")
    return [{"success": True, "message": None}]


def _named(kind: int, number: int) -> str:
    return str(uuid.UUID(int=_FRAME | kind << _KIND_AT | number))


def _read(given: str) -> tuple[int, int]:
    try:
        bits = uuid.UUID(given.strip()).int ^ _FRAME
    except ValueError:
        return 0, 0
    kind, number = bits >> _KIND_AT, bits & (2**_KIND_AT - 1)
    return (kind, number) if number <= _NUMBER else (0, 0)


RESOLVERS: Resolvers = {("Mutation", "undo_action"): undo_action}

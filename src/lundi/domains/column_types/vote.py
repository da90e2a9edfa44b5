"""Who votes for a pulse. Stored: {"voters"}, ids of users."""

from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.operators import EMPTY, SET


def with_vote(stored: Stored | None, user_id: int, *, votes: bool) -> Stored | None:
    """None where nobody is left."""
    others = [one for one in (stored or {"voters": []})["voters"] if one != user_id]
    voters = [*others, user_id] if votes else others
    return {"voters": voters} if voters else None


def value_of(stored: Stored, around: Around) -> Any:
    return {"votersIds": stored["voters"]}


def text_of(stored: Stored, around: Around) -> str:
    return str(len(stored["voters"]))


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    voters = [] if stored is None else stored["voters"]
    return {"vote_count": len(voters), "voter_ids": voters}


TYPE = ColumnType(
    name="vote",
    internal="votes",
    v2_type="VoteValue",
    writable=False,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY,
    sort_key=lambda value: len(value["voters"]),
)

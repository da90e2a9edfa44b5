"""Who votes for a pulse. Stored: {"voters"}, ids of users."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.conditions import Condition, Holds, Order, at
from lundi.domains.column_types.filtering import Filters, Rule
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


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """Those who voted: `person-1`, or the id alone."""
    voters = tuple(str(value).removeprefix("person-") for value in values)
    return Holds(("voters",), (("", voters),))


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
    filters=Filters(_among, order=lambda around: Order(at("voters"))),
)

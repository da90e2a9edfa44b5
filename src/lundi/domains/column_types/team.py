"""One team. Stored: {"team_id"}."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import Equals, Order, at
from lundi.domains.column_types.filtering import by_name, by_their_names
from lundi.domains.column_types.inputs import mapping, whole
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'a team, written {"team_id": 51166}'


def read_json(given: Any, around: Around) -> Given:
    named = mapping(given, _FORM).get("team_id")
    if named is None:
        return Given()
    team_id = whole(named, _FORM)
    return Given(value={"team_id": team_id}, teams=(team_id,))


def text_of(stored: Stored, around: Around) -> str:
    return around.teams.get(stored["team_id"], "")


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"team_id": None if stored is None else stored["team_id"]}


def _names(around: Around) -> dict[str, str]:
    return {str(team_id): name for team_id, name in around.teams.items()}


def _order(around: Around) -> Order:
    return Order(at("team_id"), ranks=by_their_names(_names(around)))


def _ids(values: Sequence[Any], around: Around) -> tuple[str, ...]:
    return tuple(str(value).removeprefix("team-") for value in values)


TYPE = ColumnType(
    name="team",
    v2_type="TeamValue",
    read_json=read_json,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: value["team_id"],
    teams=lambda value: (value["team_id"],),
    filters=by_name(_names, lambda ids: Equals(at("team_id"), ids), _ids, _order),
)

"""People and teams of the account. Stored: {"people": [{"id", "kind"}]}, kind being person or team."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import (
    Around,
    ColumnType,
    Given,
    People,
    Settings,
    Stored,
)
from lundi.domains.column_types.conditions import Condition, Either, Holds, Order, at
from lundi.domains.column_types.filtering import by_name, by_their_names
from lundi.domains.column_types.inputs import MOST_IDS, mapping, split, unfit, whole
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'people, written {"personsAndTeams": [{"id": 1, "kind": "person"}]}'
_NAMED = "a user's id or email"
_LONGEST_EMAIL = 254


def stored(user_id: int) -> Stored:
    return {"people": [{"id": user_id, "kind": "person"}]}


def ids_of(value: Stored, kind: str) -> tuple[int, ...]:
    return tuple(one["id"] for one in value["people"] if one["kind"] == kind)


def with_users(given: Given, user_ids: Mapping[str, int]) -> Given:
    """The ids in the places of the emails: `user_ids` has one for each of `given.emails`, as they are written there."""
    if given.value is None:
        return given
    entries = [
        {"id": user_ids[one["email"]], "kind": "person"} if "email" in one else one
        for one in given.value["people"]
    ]
    return msgspec.structs.replace(_given(entries), emails=())


def read_json(given: Any, around: Around) -> Given:
    named = mapping(given, _FORM).get("personsAndTeams")
    if not isinstance(named, list) or len(named) > MOST_IDS:
        raise unfit(given, f"{_FORM}, up to {MOST_IDS} of them")
    return _allowed([_entry(one) for one in named], around)


def read_text(text: str, around: Around) -> Given:
    """Ids of users or their emails, with commas between them."""
    return _allowed([_named(word) for word in split(text)], around)


def value_of(value: Stored, around: Around) -> Any:
    return {"personsAndTeams": value["people"]}


def text_of(value: Stored, around: Around) -> str:
    names = (_name(one, around) for one in value["people"])
    return ", ".join(name for name in names if name)


def fields(value: Stored | None, around: Around) -> dict[str, Any]:
    return {"persons_and_teams": [] if value is None else value["people"]}


def complete(settings: Settings) -> dict[str, Any]:
    _most(settings)
    return dict(settings)


def show(value: Stored, people: People) -> Any:
    """The first person; REST API v1 knows one at most."""
    return next((people[one] for one in ids_of(value, "person") if one in people), None)


def show_after_change(value: Stored, people: People) -> Any:
    person = people[ids_of(value, "person")[0]]
    return {"name": person.name, "id": person.id, "photo_url": person.photo_url}


def _entry(given: Any) -> dict[str, Any]:
    parts = mapping(given, _FORM)
    kind = parts.get("kind", "person")
    if kind not in ("person", "team"):
        raise unfit(kind, "person or team")
    return {"id": whole(parts.get("id"), f"the id of a {kind}"), "kind": kind}


def _named(word: str) -> dict[str, Any]:
    if "@" in word and len(word) <= _LONGEST_EMAIL:
        return {"email": word}
    return {"id": whole(word, _NAMED), "kind": "person"}


def _allowed(entries: list[dict[str, Any]], around: Around) -> Given:
    given, most = _given(entries), _most(around.settings)
    if most and given.value and len(given.value["people"]) > most:
        raise Invalid(f"The column takes {most} people at most.")
    return given


def _given(entries: Iterable[dict[str, Any]]) -> Given:
    entries = list({tuple(entry.items()): entry for entry in entries}.values())
    if not entries:
        return Given()
    value = {"people": entries}
    known = {"people": [one for one in entries if "id" in one]}
    return Given(
        value=value,
        users=ids_of(known, "person"),
        teams=ids_of(known, "team"),
        emails=tuple(one["email"] for one in entries if "email" in one),
    )


def _name(one: Mapping[str, Any], around: Around) -> str | None:
    if one["kind"] == "team":
        return around.teams.get(one["id"])
    person = around.users.get(one["id"])
    return person.name if person else None


def _most(settings: Settings) -> int:
    """0 for any number."""
    return whole(settings.get("max_people_allowed") or 0, "a number of people", 0)


def _names(around: Around) -> dict[str, str]:
    people = {f"person-{user_id}": user.name for user_id, user in around.users.items()}
    return {**people, **{f"team-{team_id}": name for team_id, name in around.teams.items()}}


def _keys(values: Sequence[Any], around: Around) -> tuple[str, ...]:
    """`person-1`, `team-2`, `assigned_to_me`; a bare id is a person's."""
    named = ("person-" + str(one) if str(one).isdigit() else str(one) for one in values)
    me = f"person-{around.viewer_id}"
    return tuple(me if one == "assigned_to_me" else one for one in named)


def _order(around: Around) -> Order:
    """By the first one's name."""
    names = {str(user_id): user.name for user_id, user in around.users.items()}
    return Order(at("people", "0", "id"), ranks=by_their_names(names))


def _having(keys: tuple[str, ...]) -> Condition:
    found = []
    for kind in ("person", "team"):
        ids = tuple(key.removeprefix(f"{kind}-") for key in keys if key.startswith(f"{kind}-"))
        if ids:
            found.append(Holds(("people",), (("kind", (kind,)), ("id", ids))))
    return Either(tuple(found))


TYPE = ColumnType(
    name="person",
    in_v2="people",
    internal="multiple-person",
    shown_as="person",
    v2_type="PeopleValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    complete=complete,
    settings_schema={
        "max_people_allowed": {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": "^[0-9]{1,18}$"},
                {"type": "null"},
            ],
            "description": "0 for any number.",
        }
    },
    settings_v2=lambda settings: {"max_people_allowed": "0", **settings},
    operators=SET | EMPTY | TEXT,
    show=show,
    show_after_change=show_after_change,
    sort_key=lambda value: tuple((one["kind"], one["id"]) for one in value["people"]),
    people=lambda value: ids_of(value, "person"),
    teams=lambda value: ids_of(value, "team"),
    filters=by_name(_names, _having, _keys, _order),
)

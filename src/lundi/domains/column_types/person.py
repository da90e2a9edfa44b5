"""One user of the account. Stored: {"user_id"}."""

from typing import Any

from lundi.domains.column_types.column_type import ColumnType, People, Stored


def stored(user_id: int) -> Stored:
    return {"user_id": user_id}


def show(value: Stored, people: People) -> Any:
    return people.get(value["user_id"])


def show_after_change(value: Stored, people: People) -> Any:
    person = people[value["user_id"]]
    return {"name": person.name, "id": person.id, "photo_url": person.photo_url}


TYPE = ColumnType(
    name="person",
    shown_as="person",
    show=show,
    show_after_change=show_after_change,
    sort_key=lambda value: value["user_id"],
    people=lambda value: (value["user_id"],),
)

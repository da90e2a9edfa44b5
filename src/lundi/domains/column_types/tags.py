"""Tags of the account or the board. Stored: {"tag_ids"}, in the order given."""

from collections.abc import Iterable, Sequence
from typing import Any

from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import Holds, Order, at
from lundi.domains.column_types.filtering import by_name, by_their_names
from lundi.domains.column_types.inputs import ids, mapping, split
from lundi.domains.column_types.operators import EMPTY, SET, TERMS

_FORM = 'tags, written {"tag_ids": [1, 2]}'


def stored(tag_ids: Iterable[int]) -> Stored:
    return {"tag_ids": list(dict.fromkeys(tag_ids))}


def read_json(given: Any, around: Around) -> Given:
    return _given(ids(mapping(given, _FORM).get("tag_ids"), _FORM))


def read_text(text: str, around: Around) -> Given:
    return _given(ids(split(text), "a tag's id"))


def text_of(value: Stored, around: Around) -> str:
    return ", ".join(around.tags[one] for one in value["tag_ids"] if one in around.tags)


def fields(value: Stored | None, around: Around) -> dict[str, Any]:
    return {"tag_ids": [] if value is None else value["tag_ids"]}


def _given(tag_ids: tuple[int, ...]) -> Given:
    return Given(value=stored(tag_ids) if tag_ids else None, tags=tag_ids)


def _names(around: Around) -> dict[str, str]:
    return {str(tag_id): name for tag_id, name in around.tags.items()}


def _order(around: Around) -> Order:
    return Order(at("tag_ids", "0"), ranks=by_their_names(_names(around)))


def _ids(values: Sequence[Any], around: Around) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


TYPE = ColumnType(
    name="tags",
    internal="tag",
    v2_type="TagsValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    settings_v2=lambda settings: {"hide_footer": False, **settings},
    operators=SET | EMPTY | TERMS | {"contains_text", "not_contains_text"},
    sort_key=lambda value: tuple(value["tag_ids"]),
    tags=lambda value: tuple(value["tag_ids"]),
    filters=by_name(_names, lambda ids: Holds(("tag_ids",), (("", ids),)), _ids, _order),
)

"""Some of a column's labels. Stored: {"ids"}, in the order given; the labels are in the column's settings."""

from collections.abc import Iterable, Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import (
    Around,
    ColumnType,
    Given,
    Settings,
    Stored,
    UnknownLabel,
)
from lundi.domains.column_types.conditions import Holds, Order, at
from lundi.domains.column_types.filtering import by_name
from lundi.domains.column_types.inputs import (
    LONGEST_LABEL,
    MOST_IDS,
    ids,
    mapping,
    plain_text,
    split,
    unfit,
    whole,
)
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'a choice of labels, written {"labels": ["A", "B"]} or {"ids": [1, 2]}'
_LABEL = f"a label of up to {LONGEST_LABEL} characters"
_LABELS = 'labels, written [{"id": 1, "name": "A"}]'


_A_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST_LABEL}
_SCHEMA = {
    "labels": {
        "type": "array",
        "maxItems": MOST_IDS,
        "items": {
            "anyOf": [
                _A_TEXT,
                *(
                    {
                        "type": "object",
                        "properties": {
                            "id": {"type": "integer", "minimum": 1, "maximum": 10**9},
                            key: _A_TEXT,
                        },
                        "required": [key],
                    }
                    for key in ("name", "label")
                ),
            ]
        },
    },
    "limit_select": {"type": "boolean"},
    "label_limit_count": {"type": ["integer", "null"], "minimum": 1, "maximum": MOST_IDS},
}


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    if parts.get("ids"):
        return _allowed(_known(ids(parts["ids"], _FORM), around), around.settings)
    labels = parts.get("labels") or []
    if not isinstance(labels, list) or len(labels) > MOST_IDS:
        raise unfit(labels, f"{_FORM}, up to {MOST_IDS} of them")
    return _by_labels([plain_text(label, _LABEL, LONGEST_LABEL) for label in labels], around)


def read_text(text: str, around: Around) -> Given:
    """Labels or ids with commas between them; a label that holds a comma stands alone."""
    if _id_of(text, _labels(around.settings)) is not None:
        return _by_labels([text], around)
    words, labels = split(text), _labels(around.settings)
    known = {one["id"] for one in labels}
    if all(word.isdecimal() and len(word) <= 9 and int(word) in known for word in words):
        named = (_id_of(word, labels) or int(word) for word in words)
        return _allowed(dict.fromkeys(named), around.settings)
    return _by_labels([plain_text(word, _LABEL, LONGEST_LABEL) for word in words], around)


def text_of(stored: Stored, around: Around) -> str:
    return ", ".join(one["label"] for one in _options(stored, around))


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    return {"values": [] if stored is None else _options(stored, around)}


def complete(settings: Settings) -> dict[str, Any]:
    """`labels` as [{"id", "name"}]; as [{"label"}] or plain texts they get ids."""
    given = settings.get("labels") or []
    if not isinstance(given, list) or len(given) > MOST_IDS:
        raise unfit(given, f"{_LABELS}, up to {MOST_IDS} of them")
    labels: list[dict[str, Any]] = []
    for one in given:
        parts = {"name": one} if isinstance(one, str) else mapping(one, _LABELS)
        name = plain_text(parts.get("name") or parts.get("label"), _LABEL, LONGEST_LABEL)
        if not name or any(name == other["name"] for other in labels):
            raise Invalid(f"'{name[:40]}' can't be a label: each has a text of its own.")
        labels.append({"id": _new_id(parts.get("id"), labels), "name": name})
    _most(settings)
    return {**settings, "labels": labels}


def changed(settings: Settings, given: Settings) -> dict[str, Any]:
    """The labels given are all there are to be. One that has no id is the one that reads the same, or a new one; a deactivated
    one goes: items keep it, and show it again once it is back by its id.
    """
    labels = given.get("labels")
    if not isinstance(labels, list):
        return {**settings, **given}
    known = {one["name"]: one["id"] for one in _labels(settings)}
    left = []
    for one in labels:
        parts: dict[str, Any] = {"name": one} if isinstance(one, str) else {**mapping(one, _LABELS)}
        if parts.get("id") is None:
            parts["id"] = known.get(parts.get("name") or parts.get("label"))
        if not parts.get("is_deactivated"):
            left.append(parts)
    taken = [*known.values(), *(one["id"] for one in left if isinstance(one["id"], int))]
    for number, one in enumerate((one for one in left if one["id"] is None), 1):
        one["id"] = max(taken, default=0) + number
    return {**settings, **given, "labels": left}


def _labels(settings: Settings) -> list[dict[str, Any]]:
    return list(settings.get("labels") or [])


def _options(stored: Stored, around: Around) -> list[dict[str, Any]]:
    names = {one["id"]: one["name"] for one in _labels(around.settings)}
    return [{"id": one, "label": names[one]} for one in stored["ids"] if one in names]


def _id_of(text: str, labels: list[dict[str, Any]]) -> int | None:
    """Written exactly so, or else with other capitals."""
    for one in labels:
        if one["name"] == text:
            return int(one["id"])
    for one in labels:
        if one["name"].casefold() == text.casefold():
            return int(one["id"])
    return None


def _known(given: tuple[int, ...], around: Around) -> tuple[int, ...]:
    known = {one["id"] for one in _labels(around.settings)}
    for one in given:
        if one not in known:
            raise UnknownLabel(f"The column has no label with id {one}.")
    return given


def _by_labels(texts: list[str], around: Around) -> Given:
    labels = _labels(around.settings)
    before, found = len(labels), {}
    for text in filter(None, texts):
        one = _id_of(text, labels)
        if one is None:
            if not around.make_labels:
                raise UnknownLabel(f"The column has no label '{text[:40]}'.")
            if len(labels) == MOST_IDS:
                raise Invalid(f"A column has at most {MOST_IDS} labels.")
            one = _new_id(None, labels)
            labels.append({"id": one, "name": text})
        found[one] = text
    made = {**around.settings, "labels": labels} if len(labels) > before else None
    return _allowed(found, around.settings, made)


def _allowed(found: Iterable[int], settings: Settings, made: dict[str, Any] | None = None) -> Given:
    chosen, most = list(found), _most(settings)
    if len(chosen) > most:
        raise Invalid(f"The column takes {most} labels at most.")
    return Given(value={"ids": chosen} if chosen else None, settings=made)


def _new_id(given: Any, labels: list[dict[str, Any]]) -> int:
    taken = {one["id"] for one in labels}
    if given is None:
        return int(max(taken, default=0)) + 1
    number = whole(given, "a label's id", 1, 10**9)
    if number in taken:
        raise Invalid(f"Two labels have the id {number}.")
    return number


def _most(settings: Settings) -> int:
    if not settings.get("limit_select"):
        return MOST_IDS
    return whole(settings.get("label_limit_count") or 1, "a number of labels", 1, MOST_IDS)


def _names(around: Around) -> dict[str, str]:
    return {str(label["id"]): label["name"] for label in _labels(around.settings)}


def _order(around: Around) -> Order:
    return Order(at("ids", "0"), ranks=tuple(_names(around)))


def _ids(values: Sequence[Any], around: Around) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


TYPE = ColumnType(
    name="dropdown",
    v2_type="DropdownValue",
    read_json=read_json,
    read_text=read_text,
    text_of=text_of,
    fields=fields,
    complete=complete,
    settings_schema=_SCHEMA,
    changed=changed,
    settings_v2=lambda settings: {**settings, "labels": _labels(settings)},
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: tuple(value["ids"]),
    filters=by_name(_names, lambda ids: Holds(("ids",), (("", ids),)), _ids, _order),
)

"""One of a board's labels, each with a colour. Stored: {"index", "update_id"}, the index being the colour's."""

from collections.abc import Mapping, Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import (
    Around,
    ColumnType,
    Given,
    People,
    Settings,
    Stored,
    UnknownLabel,
    as_stored,
)
from lundi.domains.column_types.conditions import Condition, Either, Equals, Not, Order, Present, at
from lundi.domains.column_types.filtering import by_name
from lundi.domains.column_types.inputs import LONGEST_LABEL, mapping, plain_text, whole
from lundi.domains.column_types.operators import EMPTY, SET, TERMS
from lundi.domains.column_types.palette import NO_LABEL, PALETTE
from lundi.domains.column_types.status_settings import (
    A_LABEL,
    DEFAULT_DONE,
    SCHEMA,
    changed,
    color_index,
    complete,
    in_order,
    labels_of,
    settings_v2,
)

COLORS = 11
"""How many of the colours REST API v1 and the web app give."""
_INDEXES = frozenset(map(str, range(COLORS)))
_COLORS = frozenset(map(str, PALETTE))
_FORM = 'a status, written {"label": "Done"} or {"index": 1}'


def check_labels(labels: Mapping[str, Any]) -> dict[str, str]:
    """For REST API v1: colour index -> text, the index as a decimal string; an empty text takes the label away."""
    checked = {}
    for index, label in labels.items():
        number = index.lstrip("0") or index[:1]
        if number not in _INDEXES:
            raise Invalid(
                f"Parameter 'labels' has '{index[:20]}' where a colour index from 0 to 10 belongs."
            )
        if not isinstance(label, str) or len(label) > LONGEST_LABEL or "\0" in label:
            raise Invalid(
                f"Parameter 'labels' needs a text of up to {LONGEST_LABEL} characters for each colour."
            )
        checked[number] = label
    return checked


def stored(index: int, update_id: int | None) -> Stored:
    return {"index": index, "update_id": update_id}


def index_of(label: str, labels: Mapping[str, str]) -> int:
    """Written exactly so, or else with other capitals. Raises UnknownLabel."""
    for index, text in labels.items():
        if text == label:
            return int(index)
    for index, text in labels.items():
        if text.casefold() == label.casefold():
            return int(index)
    raise UnknownLabel(f"The column has no label '{label[:80]}'.")


def read_json(given: Any, around: Around) -> Given:
    if isinstance(given, int):
        return Given(value=stored(_labelled(given, around), None))
    parts = mapping(given, _FORM)
    update_id = parts.get("update_id") or parts.get("post_id")
    update = None if update_id is None else whole(update_id, "an update's id")
    if parts.get("label"):
        return _by_label(plain_text(parts["label"], A_LABEL, LONGEST_LABEL), around, update)
    index = parts.get("index")
    return Given(value=None if index is None else stored(_labelled(index, around), update))


def read_text(text: str, around: Around) -> Given:
    """A label, or its index where no label reads so."""
    if text in _COLORS and text not in labels_of(around.settings).values():
        return Given(value=stored(_labelled(text, around), None))
    return _by_label(plain_text(text, A_LABEL, LONGEST_LABEL), around, None)


def value_of(value: Stored, around: Around) -> Any:
    return {"index": value["index"], "post_id": value["update_id"]}


def text_of(value: Stored, around: Around) -> str | None:
    index = value["index"]
    return labels_of(around.settings).get(str(index), None if index == NO_LABEL else "")


def is_done(value: Stored | None, settings: Settings) -> bool:
    return value is not None and value["index"] in settings.get("done_colors", DEFAULT_DONE)


def fields(value: Stored | None, around: Around) -> dict[str, Any]:
    if value is None:
        return dict.fromkeys(("index", "label", "is_done", "label_style", "update_id"))
    index = value["index"]
    color = PALETTE.get(index, PALETTE[NO_LABEL])
    return {
        "index": index,
        "label": text_of(value, around),
        "is_done": is_done(value, around.settings),
        "label_style": {"color": color.hex, "border": color.border},
        "update_id": value["update_id"],
    }


def show_after_change(value: Stored, people: People) -> Any:
    return {"index": value["index"], "post_id": value["update_id"]}


def _labelled(given: Any, around: Around) -> int:
    index, labels = color_index(given), labels_of(around.settings)
    if index != NO_LABEL and str(index) not in labels:
        raise UnknownLabel(
            f"The column has no label with index {index}; those it has: {', '.join(labels)}."
        )
    return index


def _by_label(label: str, around: Around, update_id: int | None) -> Given:
    labels = labels_of(around.settings)
    try:
        return Given(value=stored(index_of(label, labels), update_id))
    except UnknownLabel:
        if not around.make_labels:
            raise
    free = [index for index in PALETTE if index != NO_LABEL and str(index) not in labels]
    if not free:
        raise Invalid(f"The column has a label for each of its {len(PALETTE)} colours already.")
    settings = {**around.settings, "labels": in_order({**labels, str(free[0]): label})}
    return Given(value=stored(free[0], update_id), settings=settings)


def _labels(around: Around) -> dict[str, str]:
    return labels_of(around.settings)


def _indexes(values: Sequence[Any], around: Around) -> tuple[str, ...]:
    """By index; the text of a label matches nothing."""
    return tuple(str(value) for value in values if str(value).isdigit())


def _order(around: Around) -> Order:
    places = (settings_v2(around.settings).get("labels_positions_v2") or {}).items()
    return Order(
        at("index"), ranks=tuple(index for index, _ in sorted(places, key=lambda one: one[1]))
    )


def _having(indexes: tuple[str, ...]) -> Condition:
    found = Equals(at("index"), indexes)
    return Either((found, Not(Present()))) if str(NO_LABEL) in indexes else found


TYPE = ColumnType(
    name="status",
    internal="color",
    v2_type="StatusValue",
    creatable_in_v1=True,
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    complete=complete,
    settings_schema=SCHEMA,
    changed=changed,
    settings_v2=settings_v2,
    operators=SET | EMPTY | TERMS | {"contains_text"},
    show=as_stored,
    show_after_change=show_after_change,
    sort_key=lambda value: value["index"],
    filters=by_name(_labels, _having, _indexes, _order),
)

"""The labels of a status column: its settings, as they are given, kept and read."""

from collections.abc import Mapping
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Settings
from lundi.domains.column_types.inputs import LONGEST_LABEL, mapping, plain_text, quoted, whole
from lundi.domains.column_types.palette import INDEX_OF, NO_LABEL, PALETTE

DEFAULT_LABELS = {"0": "Working on it", "1": "Done", "2": "Stuck"}
DEFAULT_DONE = (1,)
A_LABEL = f"a label of up to {LONGEST_LABEL} characters"
_DESCRIPTION = f"a label's description of up to {LONGEST_LABEL} characters"
_LABELS = 'labels, written {"0": "Working on it", "1": "Done"}'


_INDEXES = sorted(PALETTE)
_OF_A_LABEL = {
    "label": {"type": "string", "maxLength": LONGEST_LABEL},
    "color": {"enum": [PALETTE[index].name for index in _INDEXES]},
    "index": {"type": "integer", "minimum": 0, "maximum": 1000, "description": "Its place."},
    "is_done": {"type": "boolean"},
    "description": {"type": ["string", "null"]},
}
_BY_INDEX = {"propertyNames": {"enum": [str(index) for index in _INDEXES]}}
SCHEMA = {
    "labels": {
        "oneOf": [
            {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": _OF_A_LABEL,
                    "required": ["label", "color"],
                },
            },
            {
                "type": "object",
                "additionalProperties": {"type": "string", "maxLength": LONGEST_LABEL},
                **_BY_INDEX,
            },
        ]
    },
    "done_colors": {"type": "array", "items": {"enum": _INDEXES}},
    "labels_positions_v2": {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 1000},
        **_BY_INDEX,
    },
}


def changed(settings: Settings, given: Settings) -> dict[str, Any]:
    """A list of labels stands for all there are to be: each is known by its colour, and by its `id`, which is the colour's index.

    One that is deactivated goes: items keep it, and show it again once it is back.
    """
    labels = given.get("labels")
    if not isinstance(labels, list):
        return {**settings, **given}
    left = []
    for one in labels:
        parts = mapping(one, A_LABEL)
        named = parts.get("id")
        if named is not None and INDEX_OF.get(str(parts.get("color"))) != color_index(named):
            raise Invalid(
                f"Label {named} has the colour {PALETTE[color_index(named)].name}, and keeps it: "
                "a label of another colour is another label."
            )
        if not parts.get("is_deactivated"):
            left.append(parts)
    kept = {name: value for name, value in settings.items() if name != "labels_descriptions"}
    return {**kept, **given, "labels": left}


def in_order(labels: Mapping[str, str]) -> dict[str, str]:
    return {index: labels[index] for index in sorted(labels, key=int)}


def labels_of(settings: Settings) -> dict[str, str]:
    return dict(settings.get("labels") or {})


def color_index(given: Any) -> int:
    index = whole(given, "the index of a label's colour", 0, max(PALETTE))
    if index not in PALETTE:
        raise Invalid(f"There is no colour {index}: they are 0 to 19, 101 to 110 and 151 to 160.")
    return index


def complete(settings: Settings) -> dict[str, Any]:
    """`labels` by index, or a list of {"label", "color", "index" (its place), "is_done"}."""
    given = settings.get("labels")
    if given in (None, {}):
        given = DEFAULT_LABELS
    of_list = _from_list(given) if isinstance(given, list) else {}
    checked = {**settings, "labels": given, **of_list}
    checked.pop("labels_colors", None)
    checked["labels"] = _checked(mapping(checked["labels"], _LABELS))
    done = checked.setdefault("done_colors", list(DEFAULT_DONE))
    if not isinstance(done, list):
        raise Invalid(f"{quoted(done)} is not a list of the colours that count as done.")
    checked["done_colors"] = [color_index(index) for index in done]
    if "labels_positions_v2" in checked:
        places = mapping(checked["labels_positions_v2"], 'places, written {"0": 0, "1": 2}')
        checked["labels_positions_v2"] = {
            str(color_index(index)): whole(place, "a label's place", 0, 1000)
            for index, place in places.items()
        }
    return checked


def settings_v2(settings: Settings) -> dict[str, Any]:
    labels = labels_of(settings)
    return {
        "done_colors": list(DEFAULT_DONE),
        **settings,
        "labels": labels,
        "labels_positions_v2": _places(labels, settings.get("labels_positions_v2") or {}),
        "labels_colors": {index: _style(int(index)) for index in labels},
    }


def _checked(labels: Mapping[str, Any]) -> dict[str, str]:
    texts = {
        color_index(index): plain_text(text, A_LABEL, LONGEST_LABEL)
        for index, text in labels.items()
    }
    return {str(index): texts[index] for index in sorted(texts) if texts[index]}


def _from_list(given: list[Any]) -> dict[str, Any]:
    labels, places, done, described = {}, {}, [], {}
    for place, one in enumerate(given):
        parts = mapping(
            one, 'a label, written {"label": "Done", "color": "done_green", "index": 1}'
        )
        named = INDEX_OF.get(str(parts.get("color")))
        index = color_index(parts.get("index", place)) if named is None else named
        if str(index) in labels:
            raise Invalid(f"Two labels have the colour {PALETTE[index].name}.")
        labels[str(index)] = parts.get("label")
        places[str(index)] = whole(parts.get("index", place), "a label's place", 0, 1000)
        if parts.get("is_done") is True:
            done.append(index)
        if parts.get("description"):
            described[str(index)] = plain_text(parts["description"], _DESCRIPTION, LONGEST_LABEL)
    found = {"labels": labels, "labels_positions_v2": places, "done_colors": done}
    return {**found, "labels_descriptions": described} if described else found


def _places(labels: Mapping[str, str], given: Mapping[str, int]) -> dict[str, int]:
    """Those given, then the others as their indexes rise; the grey one, which stands for no label, last."""
    grey = str(NO_LABEL)
    places = {index: given[index] for index in given if index in labels or index == grey}
    for index in [*(one for one in labels if one != grey), grey]:
        places.setdefault(index, max(places.values(), default=-1) + 1)
    return places


def _style(index: int) -> dict[str, str]:
    color = PALETTE.get(index, PALETTE[NO_LABEL])
    return {"color": color.hex, "border": color.border, "var_name": color.var_name}

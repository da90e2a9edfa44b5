"""One of eleven colours, each with a label of the board's. Stored: {"index", "update_id"}."""

from collections.abc import Mapping
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import ColumnType, People, Stored

COLORS = 11
LONGEST_LABEL = 255
_INDEXES = frozenset(map(str, range(COLORS)))
DEFAULT_LABELS = {"0": "Working on it", "1": "Done", "2": "Stuck"}


def check_labels(labels: Mapping[str, Any]) -> dict[str, str]:
    """Colour index -> text, the index as a decimal string; an empty text takes the label away."""
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
    for index, text in labels.items():
        if text.casefold() == label.casefold():
            return int(index)
    raise Invalid(f"The column has no label '{label[:80]}'.")


def show_after_change(value: Stored, people: People) -> Any:
    return {"index": value["index"], "post_id": value["update_id"]}


TYPE = ColumnType(
    name="status",
    shown_as="color",
    show_after_change=show_after_change,
    sort_key=lambda value: value["index"],
)

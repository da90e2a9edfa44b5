"""What linked pulses have in their columns. Nothing is stored: the settings say which link and which columns.

They are {"relation_column": {"<column>": true}, "displayed_linked_columns": {"<board>": ["<column>"]}}.
"""

from collections.abc import Callable
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import ColumnType, Settings, none
from lundi.domains.column_types.inputs import mapping, plain_text

_RELATION = 'a relation_column, written {"connect_boards": true}'
_DISPLAYED = 'displayed_linked_columns, written {"123": ["status"]}'


def relation_columns(settings: Settings) -> list[str]:
    return [one for one, is_chosen in (settings.get("relation_column") or {}).items() if is_chosen]


def displayed_columns(settings: Settings) -> Callable[[int], list[str]]:
    """Of a board, by its id."""
    named = settings.get("displayed_linked_columns") or {}
    return lambda board_id: named.get(str(board_id), [])


def complete(settings: Settings) -> dict[str, Any]:
    relation = mapping(settings.get("relation_column") or {}, _RELATION)
    given = settings.get("displayed_linked_columns") or {}
    if isinstance(given, list):
        given = {
            str(one.get("board_id")): one.get("column_ids")
            for one in (mapping(part, _DISPLAYED) for part in given)
        }
    named = {}
    for board_id, columns in mapping(given, _DISPLAYED).items():
        of_board = [columns] if isinstance(columns, str) else columns
        if not isinstance(of_board, list):
            raise Invalid(f"A mirror names columns by board: {_DISPLAYED}.")
        named[board_id] = [plain_text(one, _DISPLAYED, 255) for one in of_board]
    checked = {"relation_column": relation, "displayed_linked_columns": named}
    return {**settings, **checked}


TYPE = ColumnType(
    name="mirror",
    internal="lookup",
    v2_type="MirrorValue",
    writable=False,
    value_of=none,
    text_of=none,
    text_if_empty=None,
    complete=complete,
    settings_schema={
        "relation_column": {"type": "object", "additionalProperties": {"type": "boolean"}},
        "displayed_linked_columns": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "items": {"type": "string", "maxLength": 255},
            },
        },
    },
)

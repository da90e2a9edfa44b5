"""Values as webhooks deliver them: as API v2 reads them, but for a few types that have a form of their own here."""

from typing import Any

from lundi.domains.boards.schemas import Column
from lundi.domains.column_types.column_type import Around, Stored
from lundi.domains.column_types.palette import NO_LABEL, PALETTE
from lundi.domains.column_types.registry import COLUMN_TYPES
from lundi.domains.column_types.status_settings import labels_of, settings_v2


def delivered(column: Column, stored: Stored | None) -> Any:
    if stored is None:
        return None
    if column.type == "status":
        return _status(column, stored)
    if column.type == "dropdown":
        names = {label["id"]: label["name"] for label in column.settings.get("labels") or ()}
        return {"chosenValues": [{"id": one, "name": names.get(one)} for one in stored["ids"]]}
    if column.type == "numeric":
        number = float(stored)
        return {"value": int(number) if number.is_integer() else number, "unit": None}
    value = COLUMN_TYPES[column.type].value(stored, Around(settings=column.settings))
    return value if isinstance(value, dict) else {"value": value}


def internal_type(column: Column) -> str:
    return COLUMN_TYPES[column.type].internal


def _status(column: Column, stored: Stored) -> dict[str, Any]:
    index = stored["index"]
    color = PALETTE.get(index, PALETTE[NO_LABEL])
    style = {"color": color.hex, "border": color.border, "var_name": color.var_name}
    return {
        "label": {
            "index": index,
            "text": labels_of(column.settings).get(str(index)),
            "style": style,
            "is_done": index in settings_v2(column.settings)["done_colors"],
        },
        "post_id": stored["update_id"],
    }

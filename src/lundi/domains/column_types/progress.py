"""How much of a pulse is done, by its statuses. Nothing is stored; who reads it gives the percents in its place."""

from collections.abc import Collection, Mapping

from lundi.domains.column_types.column_type import Around, ColumnType, Settings, Stored, none
from lundi.domains.column_types.inputs import mapping, whole

_WEIGHTS = 'the shares of the status columns, written {"status": 60, "status_1": 40}'


def percent(done: Collection[str], shares: Mapping[str, int]) -> int:
    """`done`: the ids of the status columns that are done; each counts as much as its share."""
    total = sum(shares.values())
    return round(100 * sum(shares[one] for one in shares if one in done) / total) if total else 0


def text_of(stored: Stored, around: Around) -> str:
    return f"{stored}%"


def complete(settings: Settings) -> dict[str, object]:
    if not settings.get("columns"):
        return {**settings, "columns": {}}
    shares = mapping(settings["columns"], _WEIGHTS)
    checked = {one: whole(share, "a share from 0 to 100", 0, 100) for one, share in shares.items()}
    return {**settings, "columns": checked}


TYPE = ColumnType(
    name="progress",
    internal="columns-battery",
    v2_type="ProgressValue",
    writable=False,
    value_of=none,
    text_of=text_of,
    complete=complete,
    settings_schema={
        "columns": {
            "type": "object",
            "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 100},
            "description": "The shares of status columns, by their ids.",
        }
    },
)

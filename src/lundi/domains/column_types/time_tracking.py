"""Time that was worked. Stored: {"running", "started_at", "duration", "history"}.

`duration` is in seconds, without what is running; times are in microseconds. Each of `history` has "id", "started_at",
"ended_at", "started_user_id" and "ended_user_id".
"""

from collections.abc import Sequence
from typing import Any

from lundi.core.clock import SECOND
from lundi.core.errors import Conflict
from lundi.domains.column_types.column_type import Around, ColumnType, Stored
from lundi.domains.column_types.conditions import Condition, Counts, Either, Equals, Order, at
from lundi.domains.column_types.filtering import Filters, Rule, number
from lundi.domains.column_types.operators import EMPTY, SET

LONGEST_HISTORY = 1_000
_BY_HAND = tuple(
    f"manually_entered_{end}_{part}" for end in ("start", "end") for part in ("date", "time")
)
_NOTHING: dict[str, Any] = {"running": False, "started_at": None, "duration": 0, "history": []}


def started(stored: Stored | None, now: int, user_id: int | None) -> Stored:
    present = stored or _NOTHING
    if present["running"]:
        raise Conflict("The time is running already.")
    last = present["history"][-1]["id"] if present["history"] else 0
    session = {"id": last + 1, "started_at": now, "started_user_id": user_id}
    history = [*present["history"], {**session, "ended_at": None, "ended_user_id": None}]
    kept = history[-LONGEST_HISTORY:]
    return {**present, "running": True, "started_at": now, "history": kept}


def stopped(stored: Stored | None, now: int, user_id: int | None) -> Stored:
    if stored is None or not stored["running"]:
        raise Conflict("The time isn't running.")
    *earlier, session = stored["history"]
    return {
        "running": False,
        "started_at": None,
        "duration": stored["duration"] + (now - stored["started_at"]) // SECOND,
        "history": [*earlier, {**session, "ended_at": now, "ended_user_id": user_id}],
    }


def value_of(stored: Stored, around: Around) -> Any:
    start = stored["started_at"]
    return {
        "running": "true" if stored["running"] else "false",
        "startDate": None if start is None else start // SECOND,
        "duration": stored["duration"],
    }


def text_of(stored: Stored, around: Around) -> str:
    minutes, seconds = divmod(stored["duration"], 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    if stored is None:
        return {"running": None, "started_at": None, "duration": None, "history": []}
    return {**stored, "history": [_session(one) for one in stored["history"]]}


def _session(one: dict[str, Any]) -> dict[str, Any]:
    return {
        **one,
        "created_at": one["started_at"],
        "updated_at": one["ended_at"] or one["started_at"],
        "status": "active",
        **dict.fromkeys(_BY_HAND, False),
    }


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """`running`, or seconds that were worked."""
    seconds = tuple(number(value) for value in values if value != "running")
    found: list[Condition] = [Counts(at("duration"), seconds)] if seconds else []
    if "running" in values:
        found.append(Equals(at("running"), ("true", "1")))
    return Either(tuple(found))


TYPE = ColumnType(
    name="time_tracking",
    internal="duration",
    v2_type="TimeTrackingValue",
    writable=False,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY,
    sort_key=lambda value: value["duration"],
    filters=Filters(_among, order=lambda around: Order(at("duration"), is_number=True)),
)

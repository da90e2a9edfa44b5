"""The kinds of value a parameter can have: how each is read from what a client wrote, and how OpenAPI describes it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any

import msgspec

from lundi.core.clock import DAY, SECOND, from_datetime
from lundi.core.errors import Invalid
from lundi.domains.column_types import date as date_column

LARGEST_ID = 2**63 - 1
LONGEST_TITLE = 255
LONGEST_TEXT = 65_536
MOST_IDS = 500
_INTEGER = re.compile(r"[+-]?[0-9]{1,400}")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_FLAGS = {"true": True, "false": False, "1": True, "0": False}


class Unfit(Exception):
    """The rest of the sentence «Parameter 'x' ...»."""


class OutOfRange(Unfit):
    pass


class Kind(msgspec.Struct, frozen=True, eq=False):
    read: Callable[[Any], Any]
    """From text of a form or a value of JSON. Raises Unfit."""
    schema: dict[str, Any]


class Moment(msgspec.Struct, frozen=True):
    """The span that a client named, a second or a day: from `start` up to, not including, `end`, in microseconds."""

    start: int
    end: int


def _integer(least: int, most: int) -> Kind:
    def read(raw: Any) -> int:
        if isinstance(raw, str) and _INTEGER.fullmatch(raw.strip()):
            raw = int(raw.strip())
        if not isinstance(raw, int) or isinstance(raw, bool):
            raise Unfit("must be a whole number")
        if not least <= raw <= most:
            raise OutOfRange(f"must be from {least} to {most}")
        return raw

    return Kind(read, {"type": "integer", "format": "int64", "minimum": least, "maximum": most})


def _read_flag(raw: Any) -> bool:
    flag = _FLAGS.get(str(raw).strip().lower()) if isinstance(raw, str | int) else None
    if flag is None:
        raise Unfit("must be true or false")
    return flag


def _plain_text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise Unfit("must be a text")
    if "\0" in raw:
        raise Unfit("must not contain a NUL character")
    try:
        raw.encode()
    except UnicodeEncodeError:
        raise Unfit("must be Unicode without lone surrogates") from None
    return raw


def _read_title(raw: Any) -> str:
    text = _plain_text(raw).strip()
    if not text:
        raise Unfit("must not be empty")
    if len(text) > LONGEST_TITLE:
        raise OutOfRange(f"must not be longer than {LONGEST_TITLE} characters")
    return text


def _read_text(raw: Any) -> str:
    text = _plain_text(raw)
    if len(text.encode()) > LONGEST_TEXT:
        raise OutOfRange(f"must not be longer than {LONGEST_TEXT:,} bytes")
    return text


def _read_number(raw: Any) -> str:
    if isinstance(raw, float):
        return f"{Decimal(repr(raw)):f}" if not raw.is_integer() else str(int(raw))
    if isinstance(raw, int) and not isinstance(raw, bool):
        return str(raw)
    return _plain_text(raw)[:400]


def _read_color(raw: Any) -> str:
    text = _plain_text(raw)
    if not _COLOR.fullmatch(text):
        raise Unfit("must be a colour written #rrggbb")
    return text.lower()


def _read_day(raw: Any) -> str:
    try:
        return date_column.parse(_plain_text(raw))
    except Invalid:
        raise Unfit("must be a date of the calendar, written YYYY-MM-DD") from None


def _read_moment(raw: Any) -> Moment:
    text = str(raw).strip() if isinstance(raw, str | int | float) else ""
    try:
        if text.isascii() and text.isdigit():
            start = from_datetime(datetime.fromtimestamp(int(text[:20]), UTC))
            return Moment(start, start + SECOND)
        if len(text) == 10:
            day = datetime.fromisoformat(date_column.parse(text))
            return Moment(from_datetime(day), from_datetime(day) + DAY)
        if len(text) < 19:
            raise ValueError
        moment = datetime.fromisoformat(text)
        moment -= moment.utcoffset() or timedelta()
        start = from_datetime(moment.replace(tzinfo=UTC))
        return Moment(start, start + SECOND)
    except (ValueError, OverflowError, OSError, Invalid):
        raise Unfit("must be Unix seconds, YYYY-MM-DD or an ISO 8601 time") from None


def _items(raw: Any, what: str) -> list[Any]:
    """A list, a JSON array in a text, or a text with commas."""
    if isinstance(raw, str):
        text = raw.strip()
        if text.startswith("["):
            try:
                raw = msgspec.json.decode(text)
            except (msgspec.DecodeError, RecursionError, UnicodeError):
                raise Unfit(f"must be a list of {what}") from None
        else:
            raw = [part for part in text.split(",") if part.strip()]
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = [raw]
    if not isinstance(raw, list):
        raise Unfit(f"must be a list of {what}")
    if len(raw) > MOST_IDS:
        raise OutOfRange(f"must not have more than {MOST_IDS} entries")
    return raw


def _read_ids(raw: Any) -> list[int]:
    ids = [ID.read(item) for item in _items(raw, "ids")]
    if not ids:
        raise Unfit("must name at least one id")
    return ids


def _read_names(raw: Any) -> list[str]:
    return [_read_title(item) for item in _items(raw, "names")]


def _read_labels(raw: Any) -> dict[str, str]:
    if isinstance(raw, str):
        try:
            raw = msgspec.json.decode(raw)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            raise Unfit("must be an object from colour index to text, as JSON") from None
    if isinstance(raw, list):
        raw = {str(index): label for index, label in enumerate(raw)}
    if not isinstance(raw, dict):
        raise Unfit("must be an object from colour index to text")
    return {str(index): _plain_text(label) for index, label in raw.items()}


def _choice(*words: str) -> Kind:
    def read(raw: Any) -> str:
        if raw not in words:
            raise Unfit(f"must be one of {', '.join(words)}")
        return str(raw)

    return Kind(read, {"type": "string", "enum": list(words)})


_TITLE = {"type": "string", "minLength": 1, "maxLength": LONGEST_TITLE}
ID = _integer(1, LARGEST_ID)

Id = Annotated[int, ID]
Page = Annotated[int, _integer(0, 10**9)]
PerPage = Annotated[int, _integer(1, 500)]
Offset = Annotated[int, _integer(0, 10**12)]
ColorIndex = Annotated[int, _integer(0, 10)]
Flag = Annotated[bool, Kind(_read_flag, {"type": "boolean"})]
Title = Annotated[str, Kind(_read_title, _TITLE)]
Text = Annotated[str, Kind(_read_text, {"type": "string", "maxLength": LONGEST_TEXT})]
Number = Annotated[str, Kind(_read_number, {"type": "string", "maxLength": 40})]
Color = Annotated[str, Kind(_read_color, {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})]
Day = Annotated[str, Kind(_read_day, {"type": "string", "format": "date"})]
When = Annotated[Moment, Kind(_read_moment, {"type": "string"})]
Ids = Annotated[
    list[int], Kind(_read_ids, {"type": "array", "items": ID.schema, "maxItems": MOST_IDS})
]
Names = Annotated[
    list[str], Kind(_read_names, {"type": "array", "items": _TITLE, "maxItems": MOST_IDS})
]
Labels = Annotated[
    dict[str, str],
    Kind(_read_labels, {"type": "object", "additionalProperties": {"type": "string"}}),
]
BoardKind = Annotated[str, _choice("public", "share", "private")]
PulseOrder = Annotated[
    str, _choice("created_at", "created_at_desc", "updated_at", "updated_at_desc")
]
ColumnWord = Annotated[
    str,
    _choice(
        *("status", "text", "person", "date", "numeric", "timeline", "tags"),
        *("color", "timerange", "tag"),
    ),
]

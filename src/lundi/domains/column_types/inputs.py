"""Reading what clients send: each function gives what it is named after, or raises Invalid with a sentence."""

import math
import re
from typing import Any

import msgspec

from lundi.core.errors import Invalid

LARGEST_ID = 2**63 - 1
LONGEST_TEXT = 65_536
LONGEST_LABEL = 255
LONGEST_SETTINGS = 65_536
MOST_IDS = 1_000
_DEEPEST = 50
_MOST_PARTS = 20_000
_LONGEST_OF_ALL = 200_000
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")


def quoted(given: Any) -> str:
    """As sentences name it: in quotes, at most 40 characters of it."""
    text = given if isinstance(given, str) else msgspec.json.encode(given).decode()
    return f"'{text[:40]}'"


def unfit(given: Any, wanted: str) -> Invalid:
    return Invalid(f"{quoted(given)} is not {wanted}.")


def check_storable(given: Any) -> None:
    """PostgreSQL keeps neither NUL nor half characters, JSON no infinite numbers."""
    waiting, parts, length = [(given, 0)], 0, 0
    while waiting:
        part, depth = waiting.pop()
        parts += 1
        if isinstance(part, str):
            length += len(part)
            if _UNSTORABLE.search(part):
                raise Invalid("A text has a character in it that can't be kept.")
        elif isinstance(part, list | tuple):
            waiting.extend((one, depth + 1) for one in part)
        elif isinstance(part, dict):
            waiting.extend((one, depth + 1) for pair in part.items() for one in pair)
        else:
            _check_simple(part)
        if depth > _DEEPEST or parts + len(waiting) > _MOST_PARTS or length > _LONGEST_OF_ALL:
            raise Invalid("The value is too large.")


def _check_simple(part: Any) -> None:
    if isinstance(part, float) and not math.isfinite(part):
        raise Invalid("A number must be finite.")
    if isinstance(part, int) and abs(part) > LARGEST_ID:
        raise Invalid("A whole number has at most 18 digits.")
    if not isinstance(part, int | float | None):
        raise Invalid("A value must be JSON.")


def check_settings(given: Any) -> dict[str, Any]:
    check_storable(given)
    settings = mapping(given or {}, 'a column\'s settings, written {"name": ...}')
    if len(msgspec.json.encode(settings)) > LONGEST_SETTINGS:
        raise Invalid(f"A column's settings have at most {LONGEST_SETTINGS} bytes.")
    return dict(settings)


def mapping(given: Any, wanted: str) -> dict[str, Any]:
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        raise unfit(given, wanted)
    return given


def plain_text(given: Any, wanted: str, longest: int) -> str:
    """None counts as an empty text."""
    if given is None:
        return ""
    if not isinstance(given, str):
        raise unfit(given, wanted)
    if len(given) > longest:
        raise Invalid(f"{quoted(given)} is too long for {wanted}: {longest} characters at most.")
    return given


def whole(given: Any, wanted: str, least: int = 1, most: int = LARGEST_ID) -> int:
    """A whole number, or a text of one."""
    number = given
    if isinstance(given, str) and _WHOLE.fullmatch(given.strip()):
        number = int(given.strip())
    if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
        raise unfit(given, wanted)
    return number


def ids(given: Any, wanted: str) -> tuple[int, ...]:
    """Each once, in the order given: numbers, or texts of numbers."""
    if not isinstance(given, list | tuple):
        raise unfit(given, wanted)
    if len(given) > MOST_IDS:
        raise Invalid(f"A value names at most {MOST_IDS} ids.")
    return tuple(dict.fromkeys(whole(one, wanted) for one in given))


def split(text: str) -> list[str]:
    """The parts between the commas."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > MOST_IDS:
        raise Invalid(f"A value has at most {MOST_IDS} parts.")
    return parts

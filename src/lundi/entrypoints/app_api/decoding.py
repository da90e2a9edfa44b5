"""What a handler wants, out of a request's path, query and body."""

import re
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from lundi.core.errors import Invalid, NotFound
from lundi.entrypoints.app_api.operation import Operation, Visit
from lundi.entrypoints.shared.errors import UnknownBody
from lundi.entrypoints.shared.headers import Headers
from lundi.entrypoints.shared.uploads import Body

LARGEST_ID = 2**63 - 1
LONGEST_ID = len(str(LARGEST_ID))
MOST_IN_QUERY = 100
# As JSON writes it; after an even number of backslashes it is only those characters.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


def decoded(
    operation: Operation,
    visit: Visit,
    path_values: dict[str, str],
    query: bytes,
    raw: bytes,
    headers: Headers,
    body: Body,
) -> dict[str, Any]:
    """By the names of the handler's arguments. One of the query that isn't there is left to its default."""
    wanted: dict[str, Any] = {}
    in_query = _query(query) if operation.in_query else {}
    for name, kind in operation.takes.items():
        if name == "visit":
            wanted[name] = visit
        elif name == "body":
            wanted[name] = body
        elif name == "given":
            wanted[name] = _body(raw, kind, headers)
        elif name in path_values:
            wanted[name] = _in_path(name, kind, path_values[name])
        elif name in in_query:
            wanted[name] = _in_query(name, operation.in_query[name], in_query[name])
    return wanted


def _body(raw: bytes, kind: Any, headers: Headers) -> Any:
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise UnknownBody("The body must be JSON, and say so in its Content-Type.")
    if _NUL.search(raw):
        raise Invalid("A text can't hold the character NUL.")
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        raise Invalid(f"The body doesn't fit: {error}.") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Invalid("The body is not JSON.") from None


def _in_path(name: str, kind: Any, text: str) -> int | str:
    if "\0" in text:
        raise NotFound(f"There is nothing with that {name}.")
    if kind is not int:
        return text
    number = _number(text)
    if number is None:
        raise NotFound(f"There is nothing with the {name} {text[:40]}.")
    return number


def _query(query: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(query.decode("ascii"), max_num_fields=MOST_IN_QUERY))
    except ValueError:
        raise Invalid("What follows the ? in the address can't be read.") from None


def _in_query(name: str, kind: Any, text: str) -> int | str | bool:
    if kind is int:
        number = _number(text)
        if number is None:
            raise Invalid(f"Parameter '{name}' must be a whole number, not '{text[:40]}'.")
        return number
    if kind is bool:
        if text not in _FLAGS:
            raise Invalid(f"Parameter '{name}' must be true or false, not '{text[:40]}'.")
        return _FLAGS[text]
    if "\0" in text:
        raise Invalid("A text can't hold the character NUL.")
    return text


def _number(text: str) -> int | None:
    """Of digits alone, and one that a database can hold."""
    digits = text.lstrip("0") or "0"
    if not (text.isascii() and text.isdigit()) or len(digits) > LONGEST_ID:
        return None
    number = int(digits)
    return number if number <= LARGEST_ID else None

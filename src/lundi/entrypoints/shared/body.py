"""What a request carries: query and body as one tree of names, however the client wrote them."""

import re
from collections.abc import AsyncGenerator, Sequence
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.types import Receive

from lundi.core.errors import Invalid
from lundi.entrypoints.shared.errors import TooLarge, UnknownBody

LARGEST_BODY = 2 * 1024 * 1024
# A client that is still sending reads its 413 only if we hear it out, within reason.
MOST_DRAINED = 16 * LARGEST_BODY
MOST_FIELDS = 1000
_NAME = re.compile(r"[^\[\]]+")
_PARTS = re.compile(r"\[([^\[\]]*)\]")

Tree: TypeAlias = dict[str, Any]


async def read_body(receive: Receive) -> bytes:
    """Raises TooLarge, and Invalid where the client goes away before its end."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            # What came may read like a whole one.
            raise Invalid("The request was broken off.")
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= LARGEST_BODY:
            chunks.append(chunk)
        if not message.get("more_body") or size > MOST_DRAINED:
            break
    if size > LARGEST_BODY:
        raise TooLarge(f"The body is over {LARGEST_BODY:,} bytes.")
    return b"".join(chunks)


def parse_query(query: bytes) -> Tree:
    return tree_of(_pairs(query, "query")) if query else {}


async def parse_body(body: bytes, content_type: str) -> Tree:
    """An empty body is an empty tree, whatever its type says."""
    if not body:
        return {}
    if is_json(body, content_type):
        return _from_json(body)
    kind = _kind(content_type)
    if kind in ("application/x-www-form-urlencoded", ""):
        return tree_of(_pairs(body, "body"))
    if kind == "multipart/form-data":
        return tree_of(await _multipart(body, content_type))
    raise UnknownBody(
        f"A body of type '{kind[:80]}' is not read here: send a form (urlencoded or multipart) or JSON."
    )


def is_json(body: bytes, content_type: str) -> bool:
    """Without a type it is what it looks like."""
    kind = _kind(content_type)
    return kind == "application/json" or (kind == "" and body.lstrip()[:1] == b"{")


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _from_json(body: bytes) -> Tree:
    try:
        tree = msgspec.json.decode(body)
    except RecursionError:
        raise Invalid("The JSON body is nested too deeply.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid(f"The body is not JSON: {error}.") from None
    if not isinstance(tree, dict):
        raise Invalid("The JSON body must be an object.")
    return tree


def _pairs(text: bytes, where: str) -> list[tuple[str, Any]]:
    try:
        return parse_qsl(
            text.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except UnicodeDecodeError:
        raise Invalid(f"The {where} is not UTF-8.") from None
    except ValueError:
        raise Invalid(f"The {where} has more than {MOST_FIELDS} parameters.") from None


async def _multipart(body: bytes, content_type: str) -> list[tuple[str, Any]]:
    async def once() -> AsyncGenerator[bytes]:
        yield body

    parser = MultiPartParser(
        Headers({"content-type": content_type}),
        once(),
        max_files=20,
        max_fields=MOST_FIELDS,
        max_part_size=LARGEST_BODY,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError, UnicodeError, LookupError) as error:
        reason = getattr(error, "message", "it can't be read")
        raise Invalid(f"The body is not multipart/form-data: {reason}") from None
    # Files belong to no parameter of this API.
    pairs = [(name, part) for name, part in form.multi_items() if not isinstance(part, UploadFile)]
    await form.close()
    return pairs


def tree_of(pairs: Sequence[tuple[str, Any]]) -> Tree:
    """`a=1` -> {"a": "1"}; `a[b]=1` -> {"a": {"b": "1"}}; `a[]=1` -> {"a": ["1"]}. The last of a name wins."""
    tree: Tree = {}
    for name, value in pairs:
        first = _NAME.match(name)
        if first is None or "[" not in name:
            tree[name] = value
            continue
        steps = [first[0], *_PARTS.findall(name, first.end())]
        _put(tree, steps, value)
    return tree


def _put(tree: Tree, steps: list[str], value: Any) -> None:
    *folders, last = steps[:4]
    place: Any = tree
    for index, folder in enumerate(folders):
        is_list = index == len(folders) - 1 and last == ""
        inside = place.get(folder)
        if not isinstance(inside, list if is_list else dict):
            inside = place[folder] = [] if is_list else {}
        place = inside
    if isinstance(place, list):
        place.append(value)
    else:
        place[last] = value


def merged(under: Tree, over: Tree) -> Tree:
    """Both trees as one; where both give a value, the second's stands."""
    if not under:
        return over
    result = dict(under)
    for name, value in over.items():
        below = result.get(name)
        both = isinstance(value, dict) and isinstance(below, dict)
        result[name] = merged(below, value) if both else value  # type: ignore[arg-type]
    return result

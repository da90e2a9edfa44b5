"""What the types of blocks may hold: read from the JSON that clients send, kept in one form."""

import re
from collections.abc import Callable
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.inputs import check_storable, mapping, plain_text, quoted, whole
from lundi.domains.docs.schemas import (
    CELL,
    CHECK_LIST,
    CODE,
    DIVIDER,
    IMAGE,
    LAYOUT,
    LISTS,
    NOTICE_BOX,
    PAGE_BREAK,
    TABLE,
    TEXTS,
    THEMES,
    VIDEO,
    Content,
    NewBlock,
    Written,
)

LONGEST_TEXT = 65_536
MOST_OPERATIONS = 2_000
DEEPEST_LIST = 20
WIDEST = 10_000
MOST_COLUMNS, MOST_ROWS = 25, 100
FLAGS = ("bold", "italic", "underline", "strike", "code")
_MENTIONED = ("USER", "DOC", "BOARD")
_ALIGNMENTS, _DIRECTIONS = ("left", "right", "center"), ("ltr", "rtl")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_COLOUR = re.compile(r"[#\w(),.% -]{1,60}")


def checked_content(kind: str, given: Any) -> Content:
    """Of a block that is there, or is to be; what its type doesn't know is left out. Raises Invalid."""
    check_storable(given)
    if isinstance(given, list):
        given = {"deltaFormat": given}
    read = _READERS.get(kind)
    if read is None:
        raise Invalid(f"What a block of type {kind} holds can't be changed.")
    return read(mapping(given or {}, 'the content of a block, written {"deltaFormat": [...]}'))


def new_block(kind: str, given: Any) -> NewBlock:
    """A table with its cells, whose content says `column_count` and `row_count`; any other block as it is."""
    content = checked_content(kind, given)
    if kind == TABLE:
        columns, rows = _count(given, "column", MOST_COLUMNS), _count(given, "row", MOST_ROWS)
        return NewBlock(TABLE, content, (NewBlock(CELL),) * (columns * rows), columns)
    if kind == LAYOUT:
        columns = _count(given, "column", MOST_COLUMNS)
        return NewBlock(LAYOUT, content, (NewBlock(CELL),) * columns, columns)
    return NewBlock(kind, content)


def with_cells(block: NewBlock | Written, content: Content, cell_ids: list[int]) -> Content:
    """A table's content names its cells row by row, a layout's in one row."""
    cells = [{"blockId": str(cell_id)} for cell_id in cell_ids]
    if block.type == LAYOUT:
        return {**content, "cells": cells}
    rows = [cells[at : at + block.columns] for at in range(0, len(cells), block.columns)]
    return {**content, "cells": rows}


def check_cells(block: Written) -> None:
    """Of a table or a layout."""
    count = len(block.inner)
    columns = count if block.type == LAYOUT else block.columns
    if not 1 <= columns <= MOST_COLUMNS:
        raise Invalid(f"A {block.type} has from 1 to {MOST_COLUMNS} columns.")
    if count % columns or not 1 <= count // columns <= MOST_ROWS:
        raise Invalid(f"A table has from 1 to {MOST_ROWS} rows of as many cells each.")


def text_of(content: Content) -> str:
    """Without what it looks like."""
    return "".join(
        one["insert"] for one in content["deltaFormat"] if isinstance(one["insert"], str)
    )


def _count(given: Any, what: str, most: int) -> int:
    number = given.get(f"{what}_count", given.get(f"{what}Count"))
    return whole(number, f"a {what}_count from 1 to {most}", 1, most)


def _layout(given: dict[str, Any]) -> Content:
    return {
        "alignment": _one_of(given, "alignment", _ALIGNMENTS),
        "direction": _one_of(given, "direction", _DIRECTIONS),
    }


def _text(given: dict[str, Any]) -> Content:
    return {**_layout(given), "deltaFormat": _delta(given.get("deltaFormat"))}


def _code(given: dict[str, Any]) -> Content:
    language = plain_text(given.get("language"), "a language", 40)
    return {**_text(given), **({"language": language} if language else {})}


def _list(given: dict[str, Any]) -> Content:
    indentation = whole(given.get("indentation") or 0, "an indentation", 0, DEEPEST_LIST)
    return {**_text(given), "indentation": indentation}


def _check_list(given: dict[str, Any]) -> Content:
    return {**_list(given), "checked": given.get("checked") in (True, "true")}


def _notice(given: dict[str, Any]) -> Content:
    return {**_layout(given), "theme": _one_of(given, "theme", THEMES)}


def _image(given: dict[str, Any]) -> Content:
    address = given.get("publicUrl") or given.get("public_url")
    if not address:
        raise Invalid("An image needs a public_url.")
    return {**_layout(given), "publicUrl": _address(address), **_width(given)}


def _video(given: dict[str, Any]) -> Content:
    address = given.get("url") or given.get("raw_url") or given.get("rawUrl")
    if not address:
        raise Invalid("A video needs a raw_url.")
    return {**_layout(given), "url": _address(address), **_width(given)}


def _table(given: dict[str, Any]) -> Content:
    styles = given.get("columnsStyle") or given.get("column_style") or []
    if not isinstance(styles, list) or len(styles) > MOST_COLUMNS:
        raise Invalid(f"The style of columns is a list of at most {MOST_COLUMNS}.")
    shown = [
        _width(mapping(one, 'the style of a column, written {"width": 100}')) for one in styles
    ]
    if any(not one for one in shown):
        raise Invalid("The style of a column needs a width.")
    return {**_layout(given), "columnsStyle": shown, **_width(given)}


def _width(given: dict[str, Any]) -> Content:
    if given.get("width") is None:
        return {}
    return {"width": whole(given["width"], "a width in pixels", 1, WIDEST)}


def _one_of(given: dict[str, Any], name: str, known: tuple[str, ...]) -> str:
    """The first of those that are known, where none is given."""
    value = given.get(name) or known[0]
    if not isinstance(value, str) or value.lower() not in known:
        raise Invalid(f"The {name} is one of {', '.join(known)}, not {quoted(value)}.")
    return value.lower()


def _delta(given: Any) -> list[dict[str, Any]]:
    if given is None:
        return []
    if not isinstance(given, list) or len(given) > MOST_OPERATIONS:
        raise Invalid(f"deltaFormat is a list of at most {MOST_OPERATIONS:,} insertions.")
    operations = [_operation(one) for one in given]
    if sum(len(one["insert"]) for one in operations) > LONGEST_TEXT:
        raise Invalid(f"A block has at most {LONGEST_TEXT:,} characters.")
    return operations


def _operation(given: Any) -> dict[str, Any]:
    one = mapping(given, 'an insertion, written {"insert": "text"}')
    insert = one.get("insert")
    operation = {"insert": insert if isinstance(insert, str) else _blot(insert)}
    attributes = _attributes(one.get("attributes") or {})
    return {**operation, "attributes": attributes} if attributes else operation


def _blot(given: Any) -> dict[str, Any]:
    """What stands in a text and is none: a mention, or the value of a cell."""
    one = mapping(given, "what can be inserted: a text, a mention or a column_value")
    if "mention" in one:
        mention = mapping(one["mention"], 'a mention, written {"id": 7, "type": "USER"}')
        kind = str(mention.get("type") or _MENTIONED[0]).upper()
        if kind not in _MENTIONED:
            raise Invalid(f"A mention is of a {', '.join(_MENTIONED)}, not {quoted(kind)}.")
        return {"mention": {"id": whole(mention.get("id"), "the id of a mention"), "type": kind}}
    if "column_value" in one:
        value = mapping(one["column_value"], "a column_value")
        item_id = whole(value.get("item_id"), "the item_id of a column_value")
        column_id = plain_text(value.get("column_id"), "a column_id", 60)
        return {"column_value": {"item_id": item_id, "column_id": column_id}}
    raise Invalid("What can be inserted is a text, a mention or a column_value.")


def _attributes(given: Any) -> dict[str, Any]:
    one = mapping(given, 'attributes, written {"bold": true}')
    found: dict[str, Any] = {name: True for name in FLAGS if one.get(name) in (True, "true")}
    if one.get("link"):
        found["link"] = _address(one["link"])
    for name in ("color", "background"):
        if one.get(name):
            if not isinstance(one[name], str) or not _COLOUR.fullmatch(one[name]):
                raise Invalid(f"{quoted(one[name])} is no {name}.")
            found[name] = one[name]
    return found


def _address(given: Any) -> str:
    if not isinstance(given, str) or len(given) > 2_000 or not _ADDRESS.fullmatch(given):
        raise Invalid(f"{quoted(given)} is no address: it begins with https://, mailto: or tel:.")
    return given


_READERS: dict[str, Callable[[dict[str, Any]], Content]] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(LISTS, _list),
    CODE: _code,
    CHECK_LIST: _check_list,
    DIVIDER: _layout,
    PAGE_BREAK: _layout,
    NOTICE_BOX: _notice,
    IMAGE: _image,
    VIDEO: _video,
    TABLE: _table,
    LAYOUT: _table,
}

"""What blocks hold, in the types that `create_doc_blocks` takes and gives."""

from collections.abc import Callable
from typing import Any

import msgspec

from lundi.core.errors import Invalid
from lundi.domains.docs.content import new_block
from lundi.domains.docs.schemas import (
    BULLETED,
    DIVIDER,
    IMAGE,
    LAYOUT,
    LISTS,
    NOTICE_BOX,
    PAGE_BREAK,
    TABLE,
    TEXT,
    TEXTS,
    VIDEO,
    Block,
    Content,
    NewBlock,
)
from lundi.entrypoints.graphql_v2.context import Context
from lundi.entrypoints.graphql_v2.executor import Lookups, Resolvers
from lundi.entrypoints.graphql_v2.resolvers.arguments import as_id

_ATTRIBUTES = ("bold", "italic", "underline", "strike", "code", "link", "color", "background")
_SIMPLE = {
    "notice_box_block": NOTICE_BOX,
    "image_block": IMAGE,
    "video_block": VIDEO,
    "table_block": TABLE,
    "layout_block": LAYOUT,
    "divider_block": DIVIDER,
    "page_break_block": PAGE_BREAK,
}


class Typed(msgspec.Struct, frozen=True):
    """A value of a union: the name of its type, and its fields."""

    v2_type: str
    fields: dict[str, Any]


def block_given(given: dict[str, Any]) -> tuple[NewBlock, str | None]:
    """Of a CreateBlockInput: the block, and in which one it is to stand."""
    named = [(name, value) for name, value in given.items() if value is not None]
    if len(named) != 1:
        raise Invalid("Each of blocksInput names one kind of block.")
    ((name, value),) = named
    if name == "text_block":
        kind, content = (value.get("text_block_type") or TEXT).lower(), _with_delta(value)
    elif name == "list_block":
        kind, content = (value.get("list_block_type") or BULLETED).lower(), _with_delta(value)
    else:
        kind, content = _SIMPLE[name], dict(value)
    return new_block(kind, content), value.get("parent_block_id")


def _with_delta(given: dict[str, Any]) -> Content:
    return {**given, "deltaFormat": [_operation_given(one) for one in given["delta_format"]]}


def _operation_given(given: dict[str, Any]) -> dict[str, Any]:
    insert = given["insert"]
    text, blot = insert.get("text"), insert.get("blot")
    if (text is None) == (blot is None):
        raise Invalid("What is inserted is a text or a blot.")
    return {
        "insert": _blot_given(blot) if text is None else text,
        "attributes": given.get("attributes"),
    }


def _blot_given(given: dict[str, Any]) -> dict[str, Any]:
    mention, value = given.get("mention"), given.get("column_value")
    if mention is not None and value is None:
        return {"mention": {**mention, "id": as_id(mention["id"], "the id of a mention")}}
    if value is not None and mention is None:
        return {"column_value": {**value, "item_id": as_id(value["item_id"], "item_id")}}
    raise Invalid("A blot is a mention or a column_value.")


def contents(ctx: Context, block: Block) -> list[Typed]:
    """One; cells hold nothing themselves."""
    content = block.content
    layout = {
        "alignment": content.get("alignment", "left").upper(),
        "direction": content.get("direction", "ltr").upper(),
    }
    shown = _SHOWN.get(block.type)
    if shown is None:
        return []
    name, read = shown
    return [Typed(name, {**layout, **read(content)})]


def _text(content: Content) -> dict[str, Any]:
    operations = [
        {
            "insert": _inserted(one["insert"]),
            "attributes": {name: one.get("attributes", {}).get(name) for name in _ATTRIBUTES},
        }
        for one in content["deltaFormat"]
    ]
    return {"delta_format": operations}


def _inserted(insert: Any) -> dict[str, Any]:
    if isinstance(insert, str):
        return {"text": insert, "blot": None}
    if "mention" in insert:
        return {"text": None, "blot": Typed("Mention", insert["mention"])}
    return {"text": None, "blot": Typed("DocsColumnValue", insert["column_value"])}


def _list(content: Content) -> dict[str, Any]:
    return {**_text(content), "indentation": content["indentation"]}


def _notice(content: Content) -> dict[str, Any]:
    return {"theme": content["theme"].upper()}


def _image(content: Content) -> dict[str, Any]:
    return {"public_url": content["publicUrl"], "width": content.get("width")}


def _video(content: Content) -> dict[str, Any]:
    return {"url": content["url"], "width": content.get("width")}


def _table(content: Content) -> dict[str, Any]:
    rows = [{"row_cells": [_cell(one) for one in row]} for row in content["cells"]]
    style = content["columnsStyle"]
    return {"width": content.get("width"), "column_style": style, "cells": rows}


def _columns(content: Content) -> dict[str, Any]:
    cells = [_cell(one) for one in content["cells"]]
    return {"column_style": content["columnsStyle"], "cells": cells}


def _cell(one: dict[str, str]) -> dict[str, str]:
    return {"block_id": one["blockId"]}


def _nothing(content: Content) -> dict[str, Any]:
    return {}


_Read = Callable[[Content], dict[str, Any]]
_SHOWN: dict[str, tuple[str, _Read]] = {
    **dict.fromkeys(TEXTS, ("TextBlockContent", _text)),
    **dict.fromkeys(LISTS, ("ListBlockContent", _list)),
    NOTICE_BOX: ("NoticeBoxContent", _notice),
    IMAGE: ("ImageContent", _image),
    VIDEO: ("VideoContent", _video),
    TABLE: ("TableContent", _table),
    LAYOUT: ("LayoutContent", _columns),
    DIVIDER: ("DividerContent", _nothing),
    PAGE_BREAK: ("PageBreakContent", _nothing),
}
_LAYOUT_FIELDS = ("alignment", "direction")
_FIELDS = {
    "TextBlockContent": (*_LAYOUT_FIELDS, "delta_format"),
    "ListBlockContent": (*_LAYOUT_FIELDS, "delta_format", "indentation"),
    "NoticeBoxContent": (*_LAYOUT_FIELDS, "theme"),
    "ImageContent": (*_LAYOUT_FIELDS, "public_url", "width"),
    "VideoContent": (*_LAYOUT_FIELDS, "url", "width"),
    "TableContent": (*_LAYOUT_FIELDS, "width", "column_style", "cells"),
    "LayoutContent": (*_LAYOUT_FIELDS, "column_style", "cells"),
    "DividerContent": _LAYOUT_FIELDS,
    "PageBreakContent": _LAYOUT_FIELDS,
    "Mention": ("id", "type"),
    "DocsColumnValue": ("item_id", "column_id"),
}


def _field(name: str) -> Callable[[Context, Typed], Any]:
    return lambda ctx, one: one.fields[name]


RESOLVERS: Resolvers = {}
LOOKUPS: Lookups = {
    **{(kind, name): _field(name) for kind, names in _FIELDS.items() for name in names},
    ("DocumentBlockV2", "content"): contents,
}

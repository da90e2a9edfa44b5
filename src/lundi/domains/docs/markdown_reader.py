"""Blocks of docs, made of a Markdown text: CommonMark with tables, struck out text and check lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from lundi.core.errors import Invalid
from lundi.domains.docs.content import DEEPEST_LIST, new_block
from lundi.domains.docs.schemas import (
    BULLETED,
    CELL,
    CHECK_LIST,
    CODE,
    DIVIDER,
    IMAGE,
    NUMBERED,
    QUOTE,
    TABLE,
    TEXT,
    TITLES,
    NewBlock,
)

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

LONGEST = 200_000
_DEEPEST = 20
_CHECK_BOX = re.compile(r"\[([ xX])\] ")
_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}
_Delta = list[dict[str, Any]]


def blocks_of_markdown(markdown: str) -> list[NewBlock]:
    if len(markdown) > LONGEST:
        raise Invalid(f"A Markdown text has at most {LONGEST:,} characters.")
    root = _parsed(markdown)
    return [block for node in root.children for block in _blocks(node, TEXT)]


def _parsed(markdown: str) -> SyntaxTreeNode:
    # Loaded with the first text: most servers never read one.
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415

    return SyntaxTreeNode(_reader().parse(markdown))


@cache
def _reader() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    # HTML is a text like any other: what isn't Markdown is shown as it was written.
    options = {"html": False, "maxNesting": _DEEPEST}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"])


def _blocks(node: SyntaxTreeNode, kind: str) -> list[NewBlock]:  # noqa: PLR0911  (a table of types)
    """`kind` is what a paragraph becomes."""
    match node.type:
        case "paragraph":
            return _paragraph(node, kind)
        case "heading":
            return [_text(TITLES[min(int(node.tag[1]), 3) - 1], _inline(node))]
        case "fence" | "code_block":
            language = node.info.split()[0][:40] if node.info.strip() else ""
            text = [{"insert": node.content.removesuffix("\n")}]
            return [new_block(CODE, {"deltaFormat": text, "language": language})]
        case "blockquote":
            return [block for inner in node.children for block in _blocks(inner, QUOTE)]
        case "bullet_list" | "ordered_list":
            return _list(node, 0)
        case "hr":
            return [new_block(DIVIDER, {})]
        case "table":
            return [_table(node)]
    return []


def _paragraph(node: SyntaxTreeNode, kind: str) -> list[NewBlock]:
    """Images stand in blocks of their own, after the text they stood in."""
    text = _inline(node)
    blocks = [_text(kind, text)] if text else []
    for image in (token for token in _tokens(node) if token.type == "image"):
        address = str(image.attrs.get("src", ""))
        try:
            blocks.append(new_block(IMAGE, {"publicUrl": address}))
        except Invalid:
            blocks.append(_text(TEXT, [{"insert": f"![{image.content}]({address})"}]))
    return blocks


def _list(node: SyntaxTreeNode, depth: int) -> list[NewBlock]:
    blocks: list[NewBlock] = []
    for item in node.children:
        blocks += _item(item, BULLETED if node.type == "bullet_list" else NUMBERED, depth)
    return blocks


def _item(item: SyntaxTreeNode, kind: str, depth: int) -> list[NewBlock]:
    """Its first paragraph is the entry; lists in it are indented below, anything else stands between."""
    blocks: list[NewBlock] = []
    for at, node in enumerate(item.children):
        if node.type in ("bullet_list", "ordered_list"):
            blocks += _list(node, min(depth + 1, DEEPEST_LIST))
        elif at == 0 and node.type == "paragraph":
            blocks.append(_entry(_inline(node), kind, depth))
        else:
            blocks += _blocks(node, TEXT)
    return blocks or [_entry([], kind, depth)]


def _entry(text: _Delta, kind: str, depth: int) -> NewBlock:
    box = _CHECK_BOX.match(text[0]["insert"]) if text and "attributes" not in text[0] else None
    if box is None:
        return new_block(kind, {"deltaFormat": text, "indentation": depth})
    first = {"insert": text[0]["insert"][box.end() :]}
    rest = [first, *text[1:]] if first["insert"] else text[1:]
    checked = box[1] != " "
    return new_block(CHECK_LIST, {"deltaFormat": rest, "indentation": depth, "checked": checked})


def _table(node: SyntaxTreeNode) -> NewBlock:
    rows = [row.children for part in node.children for row in part.children]
    plain = new_block(TABLE, {"column_count": len(rows[0]), "row_count": len(rows)})
    cells = tuple(
        NewBlock(CELL, inner=(_text(TEXT, text),) if (text := _inline(cell)) else ())
        for row in rows
        for cell in row
    )
    return NewBlock(TABLE, plain.content, cells, plain.columns)


def _text(kind: str, text: _Delta) -> NewBlock:
    return new_block(kind, {"deltaFormat": text})


def _inline(node: SyntaxTreeNode) -> _Delta:
    """Of a block that holds text and nothing else, without blanks around it."""
    text = _delta(_tokens(node))
    if text:
        text[0] = {**text[0], "insert": text[0]["insert"].lstrip()}
        text[-1] = {**text[-1], "insert": text[-1]["insert"].rstrip()}
    return [one for one in text if one["insert"]]


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    return [one for inline in node.children if inline.token for one in inline.token.children or ()]


def _delta(tokens: Sequence[Token]) -> _Delta:
    text: _Delta = []
    style: dict[str, Any] = {}
    for token in tokens:
        name, _, end = token.type.rpartition("_")
        if end in ("open", "close") and name in (*_STYLES, "link"):
            key = _STYLES.get(name, "link")
            if end == "close":
                style.pop(key, None)
            else:
                style[key] = token.attrs["href"] if key == "link" else True
        elif token.type == "code_inline":
            _put(text, token.content, {**style, "code": True})
        elif token.type in ("softbreak", "hardbreak"):
            _put(text, " " if token.type == "softbreak" else "\n", style)
        elif token.type == "text":
            _put(text, token.content, style)
    return text


def _put(text: _Delta, insert: str, style: dict[str, Any]) -> None:
    """What looks the same as what is before it goes on with it."""
    attributes = {key: value for key, value in style.items() if key != "link" or _is_known(value)}
    if not insert:
        return
    if text and text[-1].get("attributes", {}) == attributes:
        text[-1] = {**text[-1], "insert": text[-1]["insert"] + insert}
    else:
        text.append({"insert": insert, **({"attributes": attributes} if attributes else {})})


def _is_known(address: str) -> bool:
    """Links to places within a page have no place to lead to."""
    return address.lower().startswith(("https://", "http://", "mailto:", "tel:"))

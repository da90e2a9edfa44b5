"""Markdown, made of the blocks of a doc. What Markdown can't say, like colours, is left out."""

from collections.abc import Sequence
from typing import Any

from lundi.domains.docs.content import text_of
from lundi.domains.docs.inline_markdown import Names, fenced, inline, target
from lundi.domains.docs.schemas import CHECK_LIST, LISTS, NUMBERED, TITLES, Block


def markdown_of(blocks: Sequence[Block], names: Names) -> str:
    return _Writer(blocks, names).text


class _Writer:
    def __init__(self, blocks: Sequence[Block], names: Names) -> None:
        self._names = names
        self._inner: dict[int, list[Block]] = {}
        there = {block.id for block in blocks}
        outer = []
        for block in blocks:
            if block.parent_id in there:
                self._inner.setdefault(block.parent_id or 0, []).append(block)
            else:
                outer.append(block)
        written = self._written(outer)
        self.text = f"{written}\n" if written else ""

    def _written(self, blocks: Sequence[Block]) -> str:
        """Entries of lists stand together; all else is parted by empty lines."""
        text, before, entries = "", "", _Entries()
        for block in blocks:
            if block.type in LISTS:
                own = self._entry(block, entries)
            else:
                entries = _Entries()
                own = self._block(block)
            if not own:
                continue
            if text:
                text += "\n" if before in LISTS and block.type in LISTS else "\n\n"
            text, before = text + own, block.type
        return text

    def _block(self, block: Block) -> str:  # noqa: PLR0911  (a table of types)
        content = block.content
        if block.type in TITLES:
            return f"{'#' * (TITLES.index(block.type) + 1)} {self._line(content)}".rstrip()
        match block.type:
            case "code":
                return fenced(text_of(content), content.get("language", ""))
            case "quote":
                return _quoted(inline(content["deltaFormat"], self._names))
            case "divider" | "page_break":
                return "---"
            case "image":
                return f"![]({target(content['publicUrl'])})"
            case "video":
                return f"[{target(content['url'])}]({target(content['url'])})"
            case "table":
                return self._table(content)
            case "notice_box":
                return _quoted(self._in(block.id))
            case "layout" | "cell":
                return self._in(block.id)
        return inline(content["deltaFormat"], self._names)

    def _entry(self, block: Block, entries: "_Entries") -> str:
        is_numbered = block.type == NUMBERED
        indent, mark = entries.next(block.content["indentation"], is_numbered=is_numbered)
        if block.type == CHECK_LIST:
            mark += " [x]" if block.content["checked"] else " [ ]"
        return f"{indent}{mark} {self._line(block.content)}".rstrip()

    def _table(self, content: dict[str, Any]) -> str:
        rows = [[self._cell(int(one["blockId"])) for one in row] for row in content["cells"]]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines.insert(1, f"|{' --- |' * len(rows[0])}")
        return "\n".join(lines)

    def _cell(self, cell_id: int) -> str:
        text = self._in(cell_id).replace("\\\n", " ")
        return " ".join(text.split()).replace("|", "\\|")

    def _in(self, block_id: int) -> str:
        return self._written(self._inner.get(block_id, ()))

    def _line(self, content: dict[str, Any]) -> str:
        return inline(content["deltaFormat"], self._names, " ")


class _Entries:
    """Where the entries of a list begin, and which number comes next: at each depth, how wide and how many there were."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []

    def next(self, depth: int, *, is_numbered: bool) -> tuple[str, str]:
        """An entry is at most one deeper than the one before."""
        depth = min(depth, len(self._open))
        last = self._open[depth][1] if depth < len(self._open) else 0
        number = last + 1 if is_numbered else 0
        mark = f"{number}." if is_numbered else "-"
        indent = " " * sum(width for width, _ in self._open[:depth])
        self._open[depth:] = [(len(mark) + 1, number)]
        return indent, mark


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""

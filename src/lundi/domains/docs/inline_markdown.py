"""The text of a block as Markdown: what is a sign there is escaped, and styles open and close as they change."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

Names: TypeAlias = Mapping[tuple[str, int], str]
"""Of what is mentioned, by its type and id."""
_Mark: TypeAlias = tuple[str, str]
"""What opens and what closes."""

# Not every sign that may mean something: in a running text they would only disturb.
_SPECIAL = re.compile(r"([\\`*_\[\]<]|~~|&(?=#?\w+;))")
_AT_START = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|=+\s*$|[-:|\s]+$|~{3})")
_NUMBER_AT_START = re.compile(r"^(\d+)(?=[.)](?:\s|$))")
_TICKS = re.compile(r"`+")
_MARKS = {"bold": ("**", "**"), "italic": ("*", "*"), "strike": ("~~", "~~")}


def inline(delta: list[dict[str, Any]], names: Names, line_break: str = "\\\n") -> str:
    text = _Text()
    for operation in delta:
        insert = operation["insert"]
        attributes = operation.get("attributes", {})
        text.add(insert if isinstance(insert, str) else _named(insert, names), attributes)
    lines = text.ended().strip().split("\n")
    return line_break.join(_safe_start(line.strip()) for line in lines)


def fenced(text: str, language: str) -> str:
    fence = "`" * max(3, _longest_ticks(text) + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def target(address: str) -> str:
    """An address within the parentheses of a link."""
    return "".join(f"%{ord(sign):02X}" if sign in "()<>\\" else sign for sign in address)


class _Text:
    """What was written so far. Blanks at the edges of a style stand outside of it, else its signs would be none."""

    def __init__(self) -> None:
        self._written = ""
        self._blanks = ""
        self._open: list[_Mark] = []

    def add(self, text: str, attributes: dict[str, Any]) -> None:
        core = text.strip()
        if not core:
            self._blanks += text
            return
        self._switch(_marks(attributes), text[: len(text) - len(text.lstrip())])
        self._written += _ticked(core) if attributes.get("code") else _SPECIAL.sub(r"\\\1", core)
        self._blanks = text[len(text.rstrip()) :]

    def ended(self) -> str:
        self._switch([], "")
        return self._written

    def _switch(self, wanted: list[_Mark], lead: str) -> None:
        """What goes on stays open."""
        kept = 0
        while kept < len(self._open) and self._open[kept] in wanted:
            kept += 1
        self._written += "".join(closing for _, closing in reversed(self._open[kept:]))
        self._written += self._blanks + lead
        new = [mark for mark in wanted if mark not in self._open[:kept]]
        self._written += "".join(opening for opening, _ in new)
        self._open = self._open[:kept] + new


def _marks(attributes: dict[str, Any]) -> list[_Mark]:
    marks = [mark for name, mark in _MARKS.items() if attributes.get(name)]
    if "link" in attributes:
        marks.insert(0, ("[", f"]({target(attributes['link'])})"))
    return marks


def _named(blot: dict[str, Any], names: Names) -> str:
    """The value of a cell is not told: it changes."""
    if "mention" not in blot:
        return ""
    mention = blot["mention"]
    return f"@{names.get((mention['type'], mention['id']), '…')}"


def _ticked(text: str) -> str:
    text = " ".join(text.split("\n"))
    ticks = "`" * (_longest_ticks(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _longest_ticks(text: str) -> int:
    return max((len(found) for found in _TICKS.findall(text)), default=0)


def _safe_start(line: str) -> str:
    if not line:
        return line
    return _NUMBER_AT_START.sub(r"\1\\", _AT_START.sub(r"\\", line))

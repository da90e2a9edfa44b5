"""Markdown into blocks and back."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.core.errors import Invalid
from lundi.domains.docs.content import with_cells
from lundi.domains.docs.markdown_reader import blocks_of_markdown
from lundi.domains.docs.markdown_writer import markdown_of
from lundi.domains.docs.schemas import Block, NewBlock

WORDS = st.text(alphabet="ab1 *_`~[]()<>#+-=|.&;!\\\n", max_size=30)
STYLES = st.fixed_dictionaries(
    {}, optional={"bold": st.just(True), "italic": st.just(True), "strike": st.just(True)}
)


def kept(new: list[NewBlock], ids: Iterator[int], parent: int | None = None) -> list[Block]:
    """As they come out of the database."""
    blocks = []
    for one in new:
        own = next(ids)
        inner = [kept([cell], ids, own) for cell in one.inner]
        content = one.content
        if one.columns:
            content = with_cells(one, content, [cell[0].id for cell in inner])
        blocks.append(Block(own, 1, parent, "", one.type, content, None, 0, 0))
        blocks += [block for cell in inner for block in cell]
    return blocks


def read(markdown: str) -> list[Block]:
    return kept(blocks_of_markdown(markdown), count(1))


def block(kind: str, *delta: dict[str, Any], **content: Any) -> Block:
    return Block(1, 1, None, "", kind, {"deltaFormat": list(delta), **content}, None, 0, 0)


@pytest.mark.parametrize(
    "markdown",
    [
        "# One\n\n## Two\n\n### Three\n",
        "a **b** *c* ~~d~~ `e` [f](https://x.example) ***g***\n",
        "[**bold *and* link**](https://x.example/a_b)\n",
        "> said\n\n> again\n",
        "- a\n  - b\n    - c\n- [ ] open\n- [x] done\n",
        "1. a\n   1. b\n   2. c\n2. d\n",
        "```py\nif a < b:\n\n    c\n```\n",
        "````\n```\n````\n",
        "---\n",
        "![](https://x.example/a.png)\n",
        "| a | b |\n| --- | --- |\n| **1** | x \\| y |\n|  | 2 |\n",
        "one\\\ntwo\n",
        "\\# no title\n\n1\\. no list\n\n\\- nor this\n\n2 \\* 3 &lt \\&lt;\n",
    ],
)
def test_what_is_written_is_what_was_read(markdown: str) -> None:
    assert markdown_of(read(markdown), {}) == markdown


@pytest.mark.parametrize(
    ("markdown", "kinds"),
    [
        ("Title\n=====\ntext\nmore", ["large_title", "normal_text"]),
        ("#### Deep", ["small_title"]),
        ("<b>x</b> <script>", ["normal_text"]),
        ("* a\n\n  more\n* b", ["bulleted_list", "normal_text", "bulleted_list"]),
        ("    code", ["code"]),
        ("![a](https://x.example/a.png) text", ["normal_text", "image"]),
        ("![a](/here.png)", ["normal_text"]),
        ("-", ["bulleted_list"]),
        ("", []),
    ],
)
def test_what_is_read(markdown: str, kinds: list[str]) -> None:
    assert [one.type for one in read(markdown)] == kinds


def test_html_is_a_text_and_no_link_runs_a_script() -> None:
    (only,) = read("<b>x</b> [y](javascript:z) [here](#below)")
    assert only.content["deltaFormat"] == [{"insert": "<b>x</b> [y](javascript:z) here"}]


def test_a_text_has_bounds() -> None:
    with pytest.raises(Invalid):
        blocks_of_markdown("x" * 200_001)
    with pytest.raises(Invalid):
        blocks_of_markdown("|a" * 30 + "\n" + "|-" * 30)
    assert blocks_of_markdown("> " * 5_000 + "x") == []
    assert len(blocks_of_markdown("[" * 50_000)) == 1


@given(text=WORDS)
def test_any_text_survives(text: str) -> None:
    read_back = read(markdown_of([block("normal_text", {"insert": text})], {}))
    lines = "\n".join(line.strip() for line in text.strip().split("\n"))
    found = [one["insert"] for own in read_back for one in own.content["deltaFormat"]]
    assert "".join(found) == lines
    assert {own.type for own in read_back} <= {"normal_text"}


@given(delta=st.lists(st.tuples(st.text("ab \n", min_size=1, max_size=8), STYLES), max_size=5))
def test_any_style_of_words_can_be_read_back(delta: list[tuple[str, dict[str, Any]]]) -> None:
    """Markdown can't say two styles of a part of a word."""
    given = [{"insert": f"{text} ", "attributes": style} for text, style in delta]
    read_back = read(markdown_of([block("normal_text", *given)], {}))
    found = [one["insert"] for own in read_back for one in own.content["deltaFormat"]]
    assert "".join("".join(found).split()) == "".join("".join(t for t, _ in delta).split())


def test_an_entry_is_at_most_one_deeper_than_the_one_before() -> None:
    entries = [
        block("bulleted_list", {"insert": "a"}, indentation=3),
        block("numbered_list", {"insert": "b"}, indentation=3),
        block("check_list", {"insert": "c"}, indentation=0, checked=False),
    ]
    assert markdown_of(entries, {}) == "- a\n  1. b\n- [ ] c\n"

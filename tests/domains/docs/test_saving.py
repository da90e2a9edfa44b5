"""A doc saved whole, as an editor does it: what stayed the same keeps its row."""

from typing import Any

import pytest

from lundi.core.errors import Conflict, Invalid, NotFound, Refusal
from lundi.core.work import Work, last_event_id
from lundi.domains.docs.access import doc_to_read
from lundi.domains.docs.actions import create_doc
from lundi.domains.docs.block_actions import MOST_BLOCKS, add_markdown
from lundi.domains.docs.content import text_of
from lundi.domains.docs.queries import all_blocks
from lundi.domains.docs.saving import save_doc
from lundi.domains.docs.schemas import CELL, NOTICE_BOX, TABLE, Block, Written
from tests.company import Company


@pytest.fixture
def doc_id(company: Company) -> int:
    async def make(work: Work) -> int:
        doc = await create_doc(work, name="Plans")
        await add_markdown(work, doc.id, "# One\n\nTwo\n\n- Three\n")
        return doc.id

    return company.write("member", make)


def blocks_of(company: Company, doc_id: int) -> list[Block]:
    async def read(work: Work) -> list[Block]:
        return await all_blocks(work, await doc_to_read(work, doc_id))

    return company.read("member", read)


def revision_of(company: Company, doc_id: int) -> int:
    async def read(work: Work) -> int:
        return (await doc_to_read(work, doc_id)).revision

    return company.read("member", read)


def save(company: Company, doc_id: int, *blocks: Written, by: str = "member") -> list[int]:
    revision = revision_of(company, doc_id)
    return company.write(by, lambda work: save_doc(work, doc_id, blocks, revision))


def text(words: str, kind: str = "normal_text", of: int | None = None) -> Written:
    return Written(id=of, type=kind, content={"deltaFormat": [{"insert": words}]})


def words(blocks: list[Block]) -> list[str]:
    return [text_of(block.content) for block in blocks if "deltaFormat" in block.content]


def table(*rows: list[str], cells: dict[int, int] | None = None, of: int | None = None) -> Written:
    """`cells`: which of them are there already, by their places."""
    inner = [
        Written(id=(cells or {}).get(at), type=CELL, content={}, inner=[text(word)])
        for at, word in enumerate(word for row in rows for word in row)
    ]
    return Written(id=of, type=TABLE, content={}, inner=inner, columns=len(rows[0]))


def test_what_is_different_is_written_and_what_is_not_keeps_its_row(
    company: Company, doc_id: int
) -> None:
    one, two, three = blocks_of(company, doc_id)
    ids = save(
        company,
        doc_id,
        Written(id=one.id),
        text("Between"),
        text("Zwei", "quote", of=two.id),
        text("Three", "bulleted_list", of=three.id),
        by="other_member",
    )
    after = blocks_of(company, doc_id)
    assert [after[1].id] == ids
    assert words(after) == ["One", "Between", "Zwei", "Three"]
    assert [after[0], after[3]] == [one, three]
    assert (after[2].id, after[2].type, after[2].created_at) == (two.id, "quote", two.created_at)
    assert after[2].updated_at > two.updated_at
    makers = [block.creator_id for block in after]
    member, other = company.ids["member"], company.ids["other_member"]
    assert makers == [member, other, member, member]


def test_blocks_are_put_in_another_order_with_what_stands_in_them(
    company: Company, doc_id: int
) -> None:
    one, two, three = (block.id for block in blocks_of(company, doc_id))
    notice = Written(type=NOTICE_BOX, content={"theme": "tips"}, inner=[text("Inside")])
    ids = save(company, doc_id, *map(Written, (one, two, three)), notice, table(["a", "b"]))
    box, grid = ids[0], ids[2]
    save(company, doc_id, *map(Written, (grid, three, box, one, two)))
    after = blocks_of(company, doc_id)
    assert words(after) == ["a", "b", "Three", "Inside", "One", "Two"]
    by_id = {block.id: block for block in after}
    (inside,) = (block for block in after if text_of_or_none(block) == "Inside")
    assert inside.parent_id == box
    cells = [int(cell["blockId"]) for row in by_id[grid].content["cells"] for cell in row]
    assert [by_id[cell].parent_id for cell in cells] == [grid, grid]
    save(company, doc_id, Written(id=one), Written(id=inside.id))
    assert [(block.id, block.parent_id) for block in blocks_of(company, doc_id)] == [
        (one, None),
        (inside.id, None),
    ]


def text_of_or_none(block: Block) -> str | None:
    return text_of(block.content) if "deltaFormat" in block.content else None


def test_a_table_grows_and_keeps_its_cells(company: Company, doc_id: int) -> None:
    grid, first, _, second, _ = save(company, doc_id, table(["a", "b"]))
    grown = table(["a", "new", "b"], ["c", "d", "e"], cells={0: first, 2: second}, of=grid)
    save(company, doc_id, grown)
    whole = blocks_of(company, doc_id)
    assert words(whole) == ["a", "new", "b", "c", "d", "e"]
    cells = [[int(cell["blockId"]) for cell in row] for row in whole[0].content["cells"]]
    assert [len(row) for row in cells] == [3, 3]
    assert (cells[0][0], cells[0][2]) == (first, second)
    assert whole[0].id == grid


def test_nothing_happens_where_nothing_is_different(company: Company, doc_id: int) -> None:
    before, revision = blocks_of(company, doc_id), revision_of(company, doc_id)
    last = company.read("member", last_event_id)
    save(company, doc_id, *(Written(id=block.id) for block in before))
    assert blocks_of(company, doc_id) == before
    assert revision_of(company, doc_id) == revision
    assert company.read("member", last_event_id) == last
    save(company, doc_id)
    assert blocks_of(company, doc_id) == []
    assert revision_of(company, doc_id) == revision + 1
    assert company.read("member", last_event_id) > last


def test_who_comes_second_is_told(company: Company, doc_id: int) -> None:
    revision = revision_of(company, doc_id)
    save(company, doc_id, text("Mine"))

    def late(work: Work) -> Any:
        return save_doc(work, doc_id, [text("Theirs")], revision)

    with pytest.raises(Conflict, match="changed by somebody else"):
        company.write("other_member", late)
    assert words(blocks_of(company, doc_id)) == ["Mine"]


def in_itself(depth: int) -> Written:
    inner = [in_itself(depth - 1)] if depth else []
    return Written(type=NOTICE_BOX, content={}, inner=inner)


CELLS = [Written(type=CELL, content={})]


@pytest.mark.parametrize(
    ("given", "refusal", "why"),
    [
        (Written(id=987_654_321), NotFound, "no block 987654321"),
        (Written(), NotFound, "no block None"),
        (text("x", of=987_654_321), NotFound, "no block 987654321"),
        (Written(type="poem", content={}), Invalid, "poem"),
        (Written(type=CELL, content={}), Invalid, "Cells stand in tables"),
        (Written(type=TABLE, content={}, inner=[text("x")]), Invalid, "Cells stand in tables"),
        (Written(type="quote", content={}, inner=[text("x")]), Invalid, "quote holds no other"),
        (Written(type=TABLE, content={}), Invalid, "from 1 to 25 columns"),
        (Written(type="layout", content={}), Invalid, "from 1 to 25 columns"),
        (Written(type=TABLE, content={}, inner=CELLS * 3, columns=2), Invalid, "of as many cells"),
        (Written(type=TABLE, content={}, columns=2), Invalid, "from 1 to 100 rows"),
        (in_itself(11), Invalid, "10 deep"),
    ],
)
def test_what_makes_no_doc_is_refused(
    company: Company, doc_id: int, given: Written, refusal: type[Refusal], why: str
) -> None:
    before = blocks_of(company, doc_id)
    with pytest.raises(refusal, match=why):
        save(company, doc_id, *(Written(id=block.id) for block in before), given)
    assert blocks_of(company, doc_id) == before


def test_a_block_stands_at_one_place(company: Company, doc_id: int) -> None:
    first = blocks_of(company, doc_id)[0]
    with pytest.raises(Invalid, match="named twice"):
        save(company, doc_id, Written(id=first.id), text("x", of=first.id))


def test_a_doc_has_an_end_in_an_editor_too(company: Company, doc_id: int) -> None:
    line = Written(type="divider", content={})
    assert len(save(company, doc_id, *[line] * MOST_BLOCKS)) == MOST_BLOCKS
    with pytest.raises(Invalid, match="at most 5,000 blocks"):
        save(company, doc_id, *[line] * (MOST_BLOCKS + 1))

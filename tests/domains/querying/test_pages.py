"""Pages while others write: no item twice, none missed that was there throughout."""

from typing import Any

import pytest

from lundi.core import clock
from lundi.core.errors import Invalid
from lundi.core.work import Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.pulses.actions import create_pulse, delete_pulse
from lundi.domains.pulses.kind_actions import change_kind
from lundi.domains.pulses.placing import place_pulses
from lundi.domains.pulses.querying import pages
from lundi.domains.pulses.querying.cursors import LIFETIME, CursorExpired
from lundi.domains.pulses.querying.description import EVERYTHING, read_query
from lundi.domains.pulses.querying.pages import Page, first_page, forget_old_snapshots, next_page
from tests.company import Company


@pytest.fixture(params=["carried", "kept"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether what is left travels in the cursor or stays in the database."""
    if request.param == "kept":
        monkeypatch.setattr(pages, "MOST_CARRIED", 2)
    return str(request.param)


def board_of(company: Company, count: int) -> tuple[int, list[int]]:
    board_id = company.board()["id"]

    async def fill(work: Work) -> list[int]:
        made = [
            await create_pulse(work, board_id, creator_id=None, name=f"Item {at}", at_bottom=True)
            for at in range(count)
        ]
        return [pulse.id for pulse in made]

    return board_id, company.write("company", fill)


def begin(company: Company, board_id: int, limit: int, by: str = "member", **asked: Any) -> Page:
    async def first(work: Work) -> Page:
        board = await board_to_read(work, board_id)
        page = await first_page(work, board, read_query(asked) if asked else EVERYTHING, limit)
        if page.snapshot is not None:
            await pages.keep_snapshot(work, page.snapshot)
        return page

    return company.write(by, first)


def go_on(company: Company, cursor: str | None, limit: int, by: str = "member") -> Page:
    assert cursor is not None
    return company.read(by, lambda work: next_page(work, cursor, limit))


def ids_of(page: Page) -> list[int]:
    return [pulse.id for pulse in page.pulses]


def test_all_pages_are_all_items_and_the_last_has_no_cursor(company: Company, way: str) -> None:
    board_id, ids = board_of(company, 10)
    page = begin(company, board_id, 4)
    found = [ids_of(page)]
    while page.cursor:
        page = go_on(company, page.cursor, 3)
        found.append(ids_of(page))
    assert found == [ids[:4], ids[4:7], ids[7:]]
    assert begin(company, board_id, 10).cursor is None


def test_what_moves_comes_and_goes_while_pages_are_read(company: Company, way: str) -> None:
    board_id, ids = board_of(company, 12)
    page = begin(company, board_id, 4)
    found = ids_of(page)

    async def meddle(work: Work) -> None:
        # One that was read goes to the end, one that wasn't to the top; some go, one comes.
        await place_pulses(work, board_id, [ids[0]], "topics", ids[-1])
        await place_pulses(work, board_id, [ids[9]], "topics", None)
        for gone in (ids[5], ids[6], ids[7]):
            await delete_pulse(work, gone)
        await create_pulse(work, board_id, creator_id=None, name="New", at_bottom=False)

    company.write("company", meddle)
    pages_read = [found]
    while page.cursor:
        page = go_on(company, page.cursor, 4)
        pages_read.append(ids_of(page))
    there_throughout = [one for one in ids if one not in (ids[5], ids[6], ids[7])]
    assert [one for page_ids in pages_read for one in page_ids] == there_throughout
    # The places of those that went are filled up.
    assert [len(page_ids) for page_ids in pages_read] == [4, 4, 1]


def test_who_sees_the_board_no_more_sees_nothing_by_a_cursor(company: Company, way: str) -> None:
    board_id, ids = board_of(company, 6)
    page = begin(company, board_id, 2, by="other_member")
    assert ids_of(page) == ids[:2]
    company.write("member", lambda work: change_kind(work, board_id, "private"))
    assert ids_of(go_on(company, page.cursor, 10, by="other_member")) == []


def test_a_kept_list_is_of_who_began_it(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_CARRIED", 2)
    board_id, _ = board_of(company, 6)
    page = begin(company, board_id, 2)
    with pytest.raises(CursorExpired):
        go_on(company, page.cursor, 2, by="viewer")


def test_a_cursor_is_over_after_an_hour(company: Company, way: str) -> None:
    board_id, _ = board_of(company, 6)
    cursor = begin(company, board_id, 2).cursor
    assert cursor is not None
    later = clock.now() + LIFETIME

    async def late(work: Work) -> None:
        await forget_old_snapshots(work)
        with pytest.raises(CursorExpired):
            await next_page(work, cursor, 2)

    company.server.write(company.actor("member"), late, now=later + 1)


@pytest.mark.parametrize("cursor", ["", "x", "AAAA", "é", "Y" * 30_000, "a" * 44, "azzz" * 8])
def test_what_is_no_cursor_is_refused(company: Company, cursor: str) -> None:
    with pytest.raises(Invalid):
        go_on(company, cursor, 5)


def test_pages_have_a_size(company: Company) -> None:
    board_id, _ = board_of(company, 1)
    for limit in (0, -1, 501):
        with pytest.raises(Invalid):
            begin(company, board_id, limit)


def test_ids_and_words(company: Company) -> None:
    board_id, ids = board_of(company, 12)
    assert ids_of(begin(company, board_id, 5, ids=[ids[3], str(ids[1]), 999_999_999])) == [
        ids[1],
        ids[3],
    ]
    assert ids_of(begin(company, board_id, 5, text="item 11")) == [ids[11]]
    with pytest.raises(Invalid):
        begin(company, board_id, 5, ids=list(range(1, 102)))


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("status", "Done", "DONE"),
        ("people", "{other_member}", "other"),
        ("dropdown", "Red", "red"),
        ("numbers", "42.5", "42"),
        ("country", "DE", "germany"),
        ("long_text", "two words", "words two"),
        ("email", "ann@shop.example Ann", "shop"),
        ("phone", "+12025550169 US", "5550"),
        ("link", "https://shop.example Shop", "shop"),
    ],
)
def test_words_are_looked_for_in_what_cells_read(
    company: Company, kind: str, value: str, words: str
) -> None:
    board_id, ids = board_of(company, 2)
    column = """mutation ($b: ID!, $k: ColumnType!) {
      create_column(board_id: $b, title: "Column", column_type: $k) {id}}"""
    set_value = """mutation ($b: ID!, $i: ID!, $c: String!, $v: String) {
      change_simple_column_value(
        board_id: $b, item_id: $i, column_id: $c, value: $v, create_labels_if_missing: true) {id}}"""
    member = company["member"]
    made = member.data(column, b=board_id, k=kind)["create_column"]["id"]
    member.data(set_value, b=board_id, i=ids[1], c=made, v=value.format(**company.ids))
    assert ids_of(begin(company, board_id, 5, text=words)) == [ids[1]]
    assert ids_of(begin(company, board_id, 5, text=f"{words} item")) == [ids[1]]
    assert ids_of(begin(company, board_id, 5, text=f"{words} nowhere")) == []


def test_combinations_that_types_do_not_take(company: Company) -> None:
    board_id, _ = board_of(company, 1)
    column = company.column(board_id, "numeric", "Hours")
    for rule in (
        {"column_id": column, "operator": "between", "compare_value": [1, 2]},
        {"column_id": "name", "operator": "ends_with", "compare_value": "x"},
        {"column_id": "group", "operator": "contains_text", "compare_value": "x"},
        {"column_id": column, "operator": "greater_than", "compare_value": "many"},
        {"column_id": column, "operator": "nonsense", "compare_value": 1},
        {"column_id": column, "compare_value": [[1]]},
        {"compare_value": 1},
    ):
        with pytest.raises(Invalid):
            begin(company, board_id, 5, rules=[rule])
    deep: dict[str, Any] = {"rules": []}
    for _ in range(11):
        deep = {"groups": [deep]}
    with pytest.raises(Invalid):
        begin(company, board_id, 5, **deep)
    many = [{"column_id": "name", "compare_value": ["x"]}] * 101
    with pytest.raises(Invalid):
        begin(company, board_id, 5, rules=many)

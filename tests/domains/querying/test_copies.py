"""Copies of boards in memory against SQL: random boards and queries, with every kind of write in between, on both engines."""

import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.core.paging import Window
from lundi.core.work import Event, Work
from lundi.domains.boards.access import board_to_read
from lundi.domains.boards.group_actions import create_group
from lundi.domains.boards.schemas import Board as BoardSchema
from lundi.domains.pulses.group_state_actions import archive_group
from lundi.domains.pulses.querying.aggregating import aggregate
from lundi.domains.pulses.querying.aggregation import read_aggregation
from lundi.domains.pulses.querying.columnar.catching_up import OF_NO_PULSE
from lundi.domains.pulses.querying.columnar.copies import BUILT, COPIES, DROPPED, USED, Copies
from lundi.domains.pulses.querying.description import read_query
from lundi.domains.pulses.querying.pages import find_ids, page_of_board
from tests.company import Company
from tests.domains.querying import test_against_python, test_aggregation
from tests.domains.querying.copied import Act, Copied, do, open_groups, writings
from tests.domains.querying.test_against_python import EACH_RULE, rules


@pytest.fixture(scope="module")
def board(company: Company) -> Iterator[Copied]:
    database = company.server.database
    usual = database.memory[Copies]
    copied = Copied(company)
    yield copied
    company.server.run(copied.copies.close())
    database.memory[Copies] = usual


SORTED_BY = ("name", "text", "number", "day", "status", "stars", "drop", "who", "marks", "land")
orders = st.lists(
    st.fixed_dictionaries(
        {
            "column_id": st.sampled_from([*SORTED_BY, "mail", "span", "__last_updated__"]),
            "direction": st.sampled_from(["asc", "desc"]),
        }
    ),
    max_size=2,
)


@settings(max_examples=150)
@given(writing=writings, query=rules, order=orders)
def test_a_copy_finds_what_sql_finds(
    board: Copied, writing: list[Act], query: dict[str, Any], order: list[dict[str, str]]
) -> None:
    do(board, writing)
    asked = read_query({**board.rules(query, plain=False), "order_by": order})
    found, by_sql = board.read(lambda work, known: find_ids(work, known, asked))
    assert list(found) == by_sql


@settings(max_examples=100)
@given(
    writing=writings,
    query=rules,
    by=test_aggregation.keys,
    counted=test_aggregation.measures,
)
def test_a_copy_sums_what_sql_sums(
    board: Copied,
    writing: list[Act],
    query: dict[str, Any],
    by: list[str],
    counted: list[tuple[str, str]],
) -> None:
    do(board, writing)
    asked = read_aggregation(test_aggregation.asked(board, query, by, counted))
    found, by_sql = board.read(lambda work, known: aggregate(work, known, asked))
    assert _rounded(found) == _rounded(by_sql)


def _rounded(sets: Any) -> list[list[Any]]:
    def one(value: Any) -> Any:
        shown = getattr(value, "result", None) if hasattr(value, "result") else value.value
        return round(shown, 6) if isinstance(shown, float) else shown

    return [[(entry.alias, one(entry.value)) for entry in entries] for entries in sets]


def test_each_rule_alone_finds_the_same(board: Copied) -> None:
    do(board, [open_groups])
    for one in test_against_python.all_items():
        board.write(lambda work, one=one: board.create(work, one))  # type: ignore[misc]
    queries = [
        read_query(board.rules({"operator": "and", "rules": [r]}, plain=False)) for r in EACH_RULE
    ]

    async def ask(work: Work, known: BoardSchema) -> list[list[int]]:
        return [list(await find_ids(work, known, query)) for query in queries]

    found, by_sql = board.read(ask)
    board.company.server.run(board.copies.ready())
    used = COPIES.values[(USED,)]
    found, by_sql = board.read(ask)
    assert found == by_sql
    assert COPIES.values[(USED,)] - used == len(queries)


def test_pages_of_a_board_are_the_same(board: Copied) -> None:
    do(board, [open_groups, *[_create_one] * 7])

    async def ask(work: Work, known: BoardSchema) -> list[list[int]]:
        windows = [Window(take=3, skip=skip) for skip in range(0, 12, 3)]
        return [[p.id for p in await page_of_board(work, known, window)] for window in windows]

    found, by_sql = board.read(ask)
    assert found == by_sql
    assert found[1]


ITEM = {"name": "Alpha", "group": 0, "values": {"number": "1.5", "status": 1}}


async def _create_one(work: Work, board: Copied) -> None:
    await board.create(work, ITEM)


def test_a_copy_is_built_once_and_followed(board: Copied) -> None:
    do(board, [open_groups, _create_one])
    everything = read_query(None)
    board.read(lambda work, known: find_ids(work, known, everything))
    built = COPIES.values[(BUILT,)]
    for _ in range(3):
        do(board, [_create_one])
        found, by_sql = board.read(lambda work, known: find_ids(work, known, everything))
        assert list(found) == by_sql
    assert COPIES.values[(BUILT,)] == built


def test_a_group_that_is_archived_drops_the_copy(board: Copied) -> None:
    do(board, [open_groups, _create_one])
    everything = read_query(None)
    board.read(lambda work, known: find_ids(work, known, everything))
    dropped = COPIES.values[(DROPPED,)]

    async def make(work: Work, board: Copied) -> None:
        group = await create_group(work, board.id, "Third", None)
        await archive_group(work, board.id, group.id)

    do(board, [make])
    board.read(lambda work, known: find_ids(work, known, everything))
    assert COPIES.values[(DROPPED,)] == dropped + 1


def test_a_work_that_writes_has_no_copies(board: Copied) -> None:
    do(board, [open_groups])

    async def write(work: Work) -> int:
        await _create_one(work, board)
        known = await board_to_read(work, board.id)
        return len(await find_ids(work, known, read_query(None)))

    before, _ = board.read(lambda work, known: find_ids(work, known, read_query(None)))
    used = COPIES.values[(USED,)]
    count = board.company.server.write(board.company.actor("member"), write)
    assert count == len(before) + 1
    assert COPIES.values[(USED,)] == used


def test_what_is_too_large_is_not_kept(board: Copied) -> None:
    database = board.company.server.database
    small = database.memory[Copies] = Copies(database, 100, smallest=0)
    try:
        built = COPIES.values[(BUILT,)]
        for _ in range(3):
            board.company.read("member", _count_all(board))
            board.company.server.run(small.ready())
        assert COPIES.values[(BUILT,)] - built <= 1
    finally:
        database.memory[Copies] = board.copies


def _count_all(board: Copied) -> Callable[[Work], Awaitable[int]]:
    async def count(work: Work) -> int:
        known = await board_to_read(work, board.id)
        return len(await find_ids(work, known, read_query(None)))

    return count


def test_kinds_that_touch_no_pulse_are_kinds_of_events() -> None:
    assert {kind.__name__ for kind in Event.__subclasses__()} >= OF_NO_PULSE


def test_nobody_sees_more_by_a_copy(board: Copied) -> None:
    company = board.company
    private = company.board(kind="private")["id"]
    pulse_id = company.pulse(private)
    page = "query ($b: [ID!]) {boards(ids: $b) {items_page {items {id}}}}"
    seen = {"boards": [{"items_page": {"items": [{"id": str(pulse_id)}]}}]}
    assert company["member"].data(page, b=[private]) == seen
    company.server.run(board.copies.ready())
    used = COPIES.values[(USED,)]
    assert company["member"].data(page, b=[private]) == seen
    assert COPIES.values[(USED,)] == used + 1
    assert company["other_member"].data(page, b=[private]) == {"boards": []}
    answer = company["other_member"].get(f"boards/{private}/pulses.json", page=21)
    assert answer.status_code == 404
    assert company["company"].data(page, b=[private]) == {"boards": []}
    assert COPIES.values[(USED,)] == used + 1


def test_boards_of_subitems_have_no_copies(board: Copied) -> None:
    company = board.company
    parent = company.pulse(board.id)
    made = company["member"].data(
        'mutation ($p: ID!) {create_subitem(parent_item_id: $p, item_name: "Under") {board {id}}}',
        p=parent,
    )
    subitems = int(made["create_subitem"]["board"]["id"])
    used = COPIES.values[(USED,)]
    for _ in range(2):
        found = company["member"].data(
            "query ($b: [ID!]) {boards(ids: $b) {items_page {items {name}}}}", b=[subitems]
        )
        assert found["boards"][0]["items_page"]["items"] == [{"name": "Under"}]
        company.server.run(board.copies.ready())
    assert COPIES.values[(USED,)] == used


def test_what_counts_with_numbers_is_loaded_when_it_is_needed() -> None:
    loaded = "import sys, lundi.server, lundi.entrypoints.graphql_v2.endpoint; print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], stdout=subprocess.PIPE, check=True)
    assert told.stdout.split() == [b"False"]

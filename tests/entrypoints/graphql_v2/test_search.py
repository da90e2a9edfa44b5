"""`search` of API v2: items, boards and workspaces by words, each only to who sees it."""

from typing import Any

import pytest

from lundi.domains.workspaces.actions import create_workspace
from tests.company import PEOPLE, Company, make_company
from tests.server import Server


@pytest.fixture
def company(server: Server) -> Company:
    return make_company(server)


def found(company: Company, what: str, arguments: str, by: str = "member") -> list[Any]:
    answer = company[by].data(f"{{search {{{what}({arguments}) {{results {{id}}}}}}}}")
    return [int(one["id"]) for one in answer["search"][what]["results"]]


def test_items_by_the_words_of_their_names(company: Company) -> None:
    board = company.board()["id"]
    first = company.pulse(board, "Write the 100% annual Report")
    second = company.pulse(board, "annual report, ÜBERSICHT")
    company.pulse(board, "annual meeting")
    assert found(company, "items", 'query: "REPORT annual"') == [second, first]
    assert found(company, "items", 'query: "annual report", limit: 1') == [second]
    assert found(company, "items", 'query: "übersicht"') == [second]
    assert found(company, "items", 'query: "100%"') == [first]
    assert found(company, "items", 'query: "_"') == []
    company["member"].delete(f"pulses/{first}.json")
    company["member"].data(f"mutation {{archive_item(item_id: {second}) {{id}}}}")
    assert found(company, "items", 'query: "report"') == []


def test_what_is_told_of_what_was_found(company: Company) -> None:
    board = company.board()["id"]
    pulse = company.pulse(board, "Budget")
    company["member"].data(
        f'mutation {{update_board(board_id: {board}, board_attribute: description, new_value: "Budget")}}'
    )
    told = company["member"].data("""{search {
      items(query: "budget") {results {id indexed_data {id name url board_id workspace_id} live_data {name group {title}}}}
      boards(query: "budget") {results {id indexed_data {id name description url creator_id} live_data {items_count}}}
      docs(query: "budget") {results {id}}}}""")["search"]
    (item,) = told["items"]["results"]
    assert item["indexed_data"]["url"].endswith(f"/boards/{board}/pulses/{pulse}")
    assert (item["indexed_data"]["board_id"], item["indexed_data"]["name"]) == (
        str(board),
        "Budget",
    )
    assert item["live_data"] == {"name": "Budget", "group": {"title": "Group Title"}}
    (one,) = told["boards"]["results"]
    assert (one["indexed_data"]["description"], one["live_data"]["items_count"]) == ("Budget", 1)
    assert told["docs"] == {"results": []}


def test_texts_of_columns_are_looked_into_where_quality_is_asked_for(company: Company) -> None:
    board = company.board()["id"]
    text, number = company.column(board, "text", "Text"), company.column(board, "numeric", "Number")
    pulse = company.pulse(board, "Plain")
    path = f"boards/{board}/columns"
    company["member"].put(f"{path}/{text}/text.json", pulse_id=pulse, text="Hidden words")
    company["member"].put(f"{path}/{number}/numeric.json", pulse_id=pulse, value="4711")
    assert found(company, "items", 'query: "hidden"') == []
    assert found(company, "items", 'query: "hidden plain", strategy: QUALITY') == [pulse]
    assert found(company, "items", 'query: "4711", strategy: QUALITY') == []
    company["member"].delete(f"{path}/{text}.json")
    assert found(company, "items", 'query: "hidden", strategy: QUALITY') == []


def test_where_and_when(company: Company) -> None:
    async def make(work: Any) -> int:
        made = await create_workspace(
            work, creator_id=company.ids["member"], name="Sales desk", kind="open"
        )
        return made.id

    workspace = company.write("member", make)
    inside, outside = company.board_in(workspace), company.board()["id"]
    there, here = company.pulse(inside, "Deal"), company.pulse(outside, "Deal")
    assert set(found(company, "items", 'query: "deal"')) == {there, here}
    assert found(company, "items", f'query: "deal", board_ids: [{outside}]') == [here]
    assert found(company, "items", f'query: "deal", workspace_ids: [{workspace}]') == [there]
    assert found(company, "boards", f'query: "board", workspace_ids: [{workspace}]') == [inside]
    assert found(company, "workspaces", 'query: "SALES"') == [workspace]
    assert found(company, "workspaces", 'query: "sales", kind: "closed"') == []
    main = company["member"].data("{workspaces {id is_default_workspace}}")["workspaces"]
    (main_id,) = [int(one["id"]) for one in main if one["is_default_workspace"]]
    assert found(company, "boards", f'query: "board", workspace_ids: [{main_id}]') == [outside]
    for what in ("items", "boards", "workspaces"):
        query = {"items": "deal", "boards": "board", "workspaces": "sales"}[what]
        for span, is_there in (
            ('created_after: "2020-01-01"', True),
            ('created_before: "2020-01-01T00:00:00Z"', False),
        ):
            ids = found(company, what, f'query: "{query}", date_range: {{{span}}}')
            assert bool(ids) is is_there, (what, span)
    late = 'query: "deal", date_range: {updated_after: "2999-01-01"}'
    assert found(company, "items", late) == []


@pytest.mark.parametrize("kind", ["public", "share", "private"])
def test_only_who_sees_a_board_finds_it_and_what_is_on_it(company: Company, kind: str) -> None:
    board = company.board(kind=kind)["id"]
    pulse = company.pulse(board, "Secret")
    for by in (*PEOPLE, "company"):
        sees = company[by].get(f"boards/{board}.json").is_success
        assert found(company, "items", 'query: "secret"', by) == ([pulse] if sees else [])
        quality = 'query: "secret", strategy: QUALITY'
        assert found(company, "items", quality, by) == ([pulse] if sees else [])
        assert found(company, "boards", 'query: "board"', by) == ([board] if sees else [])


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ('query: ""', "at least one word"),
        ('query: "  "', "at least one word"),
        (f'query: "{"x" * 501}"', "at least one word"),
        (f'query: "{" ".join(map(str, range(21)))}"', "at most 20"),
        ('query: "x", limit: 0', "limit is 0"),
        ('query: "x", limit: 101', "limit is 101"),
        ('query: "x", date_range: {created_after: "soon"}', "is no date"),
        ('query: "x", board_ids: ["x"]', "which is no id"),
    ],
)
def test_what_is_refused(company: Company, arguments: str, why: str) -> None:
    for what in ("items", "boards", "workspaces"):
        if what == "workspaces" and "board_ids" in arguments:
            continue
        answer = (
            company["member"].v2(f"{{search {{{what}({arguments}) {{results {{id}}}}}}}}").json()
        )
        assert why in answer["errors"][0]["message"]

"""Who sends a request again with its Idempotency-Key gets the first one's answer, and nothing is done twice."""

import asyncio
import itertools
from typing import Any

import httpx
import pytest

from lundi.core import clock
from lundi.core.work import Actor
from lundi.domains.accounts.kept_answers import forget_old_answers
from tests.company import Company

_numbers = itertools.count(1)
REPLAYED = "idempotency-replayed"
TWO = """mutation ($board: ID!) {
    first: create_item(board_id: $board, item_name: "One") {id name}
    second: create_item(board_id: $board, item_name: "Two") {id name}
}"""


@pytest.fixture
def key() -> str:
    return f"key {next(_numbers)}"


def create(company: Company, key: str, who: str = "member", **given: Any) -> httpx.Response:
    headers = {"Idempotency-Key": key, **given.pop("headers", {})}
    return company[who].request("POST", "boards.json", headers=headers, **given)


def mutate(company: Company, key: str, query: str, **variables: Any) -> httpx.Response:
    return company.server.run(amutate(company, key, query, **variables))


async def amutate(company: Company, key: str, query: str, **variables: Any) -> httpx.Response:
    headers = {"Authorization": company.tokens["member"], "Idempotency-Key": key}
    body = {"query": query, "variables": variables}
    return await company.server.arequest("POST", "/v2", headers=headers, json=body)


def boards_named(company: Company, name: str) -> int:
    found = company["member"].data("{boards(limit: 500) {name}}")["boards"]
    return sum(board["name"] == name for board in found)


def items_of(company: Company, board: int) -> list[str]:
    query = "query ($id: [ID!]) {boards(ids: $id) {items_page {items {name}}}}"
    (found,) = company["member"].data(query, id=board)["boards"]
    return [item["name"] for item in found["items_page"]["items"]]


def test_a_post_that_is_sent_again_is_done_once(company: Company, key: str) -> None:
    first = create(company, key, json={"name": key})
    again = create(company, key, json={"name": key})
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert REPLAYED not in first.headers
    assert again.headers[REPLAYED] == "true"
    assert boards_named(company, key) == 1


def test_the_same_parameters_are_the_same_request_in_any_form(company: Company, key: str) -> None:
    first = create(company, key, json={"name": key, "description": "D"})
    token = {"api_key": company.tokens["member"]}
    forms: list[dict[str, Any]] = [
        {"data": {"description": "D", "name": key}},
        {"files": {"name": (None, key), "description": (None, "D")}},
        {"params": {"name": key, **token}, "data": {"description": "D"}},
    ]
    for form in forms:
        assert create(company, key, **form).content == first.content
    assert boards_named(company, key) == 1


def test_another_request_with_the_same_key_is_refused(company: Company, key: str) -> None:
    create(company, key, json={"name": key})
    other = create(company, key, json={"name": "Other"})
    assert other.status_code == 422
    assert other.json() == {
        "error": f"The Idempotency-Key '{key}' was sent with another request: give each request its own."
    }
    assert mutate(company, key, TWO, board=1).status_code == 409


def test_a_key_is_of_who_sends_it(company: Company, key: str) -> None:
    ids = {
        create(company, key, who, json={"name": key}).json()["id"]
        for who in ("member", "other_member", "admin")
    }
    assert len(ids) == 3


def test_what_was_refused_may_be_sent_again_in_another_way(company: Company, key: str) -> None:
    assert create(company, key, json={"name": ""}).status_code == 400
    assert create(company, key, "viewer", json={"name": key}).status_code == 403
    assert create(company, key, json={"name": key}).status_code == 201


@pytest.mark.parametrize("bad", ["", " ", "x" * 256, "schlüssel".encode(), "a\tb"])
def test_what_can_be_no_key_is_refused(company: Company, bad: str | bytes) -> None:
    headers: Any = [(b"Idempotency-Key", bad if isinstance(bad, bytes) else bad.encode())]
    headers.append((b"Authorization", company.tokens["member"].encode()))
    server = company.server
    answer = server.request("POST", "/v1/boards.json", headers=headers, json={"name": "B"})
    assert answer.status_code == 400
    assert answer.json() == {"error": "Idempotency-Key has 1 to 255 printable ASCII characters."}
    query = {"query": 'mutation {create_board(board_name: "B", board_kind: public) {id}}'}
    answer = server.request("POST", "/v2", headers=headers, json=query)
    assert answer.status_code == 400
    assert "printable ASCII" in answer.json()["errors"][0]["message"]


def test_many_at_the_same_moment_are_one(company: Company, key: str) -> None:
    headers = {"Authorization": company.tokens["member"], "Idempotency-Key": key}

    async def send() -> httpx.Response:
        path = "/v1/boards.json"
        return await company.server.arequest("POST", path, headers=headers, json={"name": key})

    async def all_at_once() -> list[httpx.Response]:
        return list(await asyncio.gather(*(send() for _ in range(8))))

    answers = company.server.run(all_at_once())
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum(REPLAYED in answer.headers for answer in answers) == 7
    assert boards_named(company, key) == 1


def test_a_put_needs_no_key(company: Company, key: str) -> None:
    pulse = company.pulse(company.board()["id"])
    for name in ("One", "Two"):
        put = company["member"].request(
            "PUT", f"pulses/{pulse}.json", headers={"Idempotency-Key": key}, json={"name": name}
        )
        assert put.json()["name"] == name


def test_an_answer_is_kept_for_a_day(company: Company, key: str) -> None:
    nobody = Actor(company.account_id, None, "company")
    first = create(company, key, json={"name": key})

    def tidy_after(hours: float) -> None:
        now = clock.now() + int(hours * 3600 * clock.SECOND)
        company.server.write(nobody, forget_old_answers, now=now)

    tidy_after(23.9)
    assert create(company, key, json={"name": key}).content == first.content
    tidy_after(24.1)
    assert create(company, key, json={"name": key}).json()["id"] != first.json()["id"]


def test_a_mutation_that_is_sent_again_is_done_once(company: Company, key: str) -> None:
    board = company.board()["id"]
    first = mutate(company, key, TWO, board=board).json()
    again = mutate(company, key, TWO, board=board).json()
    assert first["data"] == again["data"]
    assert items_of(company, board) == ["One", "Two"]


def test_fields_that_were_done_stay_done_and_the_rest_follows(company: Company, key: str) -> None:
    board = company.board()["id"]
    item = company.pulse(board, "Zero")
    query = f"""mutation {{
        one: create_item(board_id: {board}, item_name: "One") {{id}}
        late: change_simple_column_value(board_id: {board}, item_id: {item}, column_id: "late", value: "x") {{id}}
    }}"""
    first = mutate(company, key, query).json()
    assert (first["data"]["late"], len(first["errors"])) == (None, 1)
    column = 'mutation ($id: ID!) {create_column(board_id: $id, title: "L", column_type: text, id: "late") {id}}'
    company["member"].data(column, id=board)
    again = mutate(company, key, query).json()
    assert again["data"] == {"one": first["data"]["one"], "late": {"id": str(item)}}
    assert sorted(items_of(company, board)) == ["One", "Zero"]


def test_another_mutation_with_the_same_key_is_a_conflict(company: Company, key: str) -> None:
    board = company.board()["id"]
    mutate(company, key, TWO, board=board)
    other = mutate(company, key, TWO.replace("first", "third"), board=board)
    assert other.status_code == 409
    assert other.json()["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_CONFLICT"
    assert mutate(company, key, TWO, board=board + 1).status_code == 409
    assert items_of(company, board) == ["One", "Two"]


def test_many_mutations_at_the_same_moment_are_one(company: Company, key: str) -> None:
    board = company.board()["id"]

    async def all_at_once() -> list[httpx.Response]:
        sent = (amutate(company, key, TWO, board=board) for _ in range(6))
        return list(await asyncio.gather(*sent))

    answers = [answer.json() for answer in company.server.run(all_at_once())]
    assert all(answer["data"] == answers[0]["data"] for answer in answers)
    assert items_of(company, board) == ["One", "Two"]


def test_errors_within_a_field_come_again(company: Company, key: str) -> None:
    query = 'mutation ($board: ID!) {create_item(board_id: $board, item_name: "X") {id board {manual_metadata {board_md}}}}'
    board = company.board()["id"]
    first, again = (mutate(company, key, query, board=board).json() for _ in range(2))
    assert first["errors"][0]["path"] == ["create_item", "board", "manual_metadata"]
    assert (again["data"], again["errors"]) == (first["data"], first["errors"])
    assert items_of(company, board) == ["X"]

"""The way in: forms of a request, versions, envelopes, refusals, limits."""

import json
from typing import Any

import httpx
import pytest

from lundi.entrypoints.graphql_v2.versions import VERSIONS
from tests.company import Company, make_company
from tests.server import Server

BOARDS = "{boards(limit: 1) {id}}"


def post(server: Server, token: str | None, path: str = "/v2", **given: Any) -> httpx.Response:
    headers = {"Authorization": token} if token else {}
    return server.request("POST", path, headers={**headers, **given.pop("headers", {})}, **given)


@pytest.mark.parametrize("path", ["/v2", "/v2/"])
def test_json_and_forms_and_bare_and_bearer_tokens(company: Company, path: str) -> None:
    token = company.tokens["member"]
    company.board()
    asked = {"query": "query B($n: Int) {boards(limit: $n) {id}}", "variables": {"n": 1}}
    answers = [
        post(company.server, token, path, json=asked),
        post(company.server, f"Bearer {token}", path, json=asked),
        post(company.server, token, path, data={"query": BOARDS}),
        post(company.server, token, path, data={**asked, "variables": '{"n": 1}'}),
        post(company.server, token, path, content=json.dumps(asked)),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert len(answer.json()["data"]["boards"]) == 1
        assert answer.headers["api-version"] == "2026-07"
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["access-control-expose-headers"] == "*"
        assert answer.headers["vary"] == "authorization, api-version"
        assert answer.headers["x-request-id"] == answer.json()["extensions"]["request_id"]


@pytest.mark.parametrize("token", [None, "nobody", "x" * 2000])
def test_without_a_token_nothing_is_told(server: Server, token: str | None) -> None:
    for body in ({"query": BOARDS}, {"query": "{nonsense"}, {}, []):
        answer = post(server, token, json=body)
        assert answer.status_code == 401
        assert answer.json() == {
            "errors": [
                {"message": "Not authenticated", "extensions": {"code": "NOT_AUTHENTICATED"}}
            ]
        }
        assert "api-version" not in answer.headers
    old = post(server, token, json={"query": BOARDS}, headers={"API-Version": "2024-01"})
    assert (old.status_code, old.json()) == (401, {"errors": ["Not Authenticated"]})


def test_the_envelope_of_each_version(company: Company) -> None:
    for version in VERSIONS.values():
        answer = company["member"].v2(BOARDS, version.value)
        assert answer.headers["api-version"] == version.value
        around = set(answer.json()) - {"data"}
        assert around == ({"extensions"} if version.value >= "2025-07" else {"account_id"})
    assert company["member"].v2(BOARDS, "2024-01").json()["account_id"] == company.account_id


def test_an_unknown_version_is_told(company: Company) -> None:
    answer = company["member"].v2(BOARDS, "1999-01")
    assert answer.status_code == 200
    assert answer.json()["errors"][0]["extensions"]["code"] == "InvalidVersionException"


def test_versions_and_what_only_new_ones_have(company: Company) -> None:
    member = company["member"]
    found = member.data("{versions {kind value display_name} version {value kind}}", "2025-10")
    assert {"kind": "current", "value": "2026-07"}.items() <= found["versions"][-2].items()
    assert found["version"] == {"value": "2025-10", "kind": "old__maintenance"}
    leaf = "{boards {items_page {items {column_values {is_leaf}}}}}"
    assert "errors" not in member.v2(leaf).json()
    assert "Cannot query field" in member.v2(leaf, "2026-04").json()["errors"][0]["message"]


def test_what_does_not_fit_the_schema_is_told_in_the_words_of_graphql(company: Company) -> None:
    def message(query: str, **variables: Any) -> str:
        answer = company["member"].v2(query, **variables)
        assert (answer.status_code, "api-version" in answer.headers) == (200, False)
        assert set(answer.json()) == {"errors", "extensions"}
        return str(answer.json()["errors"][0]["message"])

    assert (
        message("{boards {invalid_field}}") == 'Cannot query field "invalid_field" on type "Board".'
    )
    group = (
        'update_group(board_id: 1, group_id: "a", new_value: "b", group_attribute: "title") {id}'
    )
    assert message("mutation {" + group + "}") == (
        'Enum "GroupAttributes" cannot represent non-enum value: "title".'
        ' Did you mean the enum value "title"?'
    )
    assert message("{boards(nothing: 1) {id}}") == (
        'Unknown argument "nothing" on field "Query.boards".'
    )
    assert "Syntax Error" in message("{boards")
    assert "Syntax Error" in message("{boards {}}")
    assert "operation name" in message("query A {version {value}} query B {version {value}}")
    assert '"$n"' in message("query Q($n: Int) {boards(limit: $n) {id}}", n="many")
    assert message("{boards {items_page(limit: null) {cursor}}}") == (
        'Expected value of non-null type "Int!" not to be null.'
    )
    assert message("query Q($n: Int) {boards(limit: $n) {id}}", n=True).endswith("value: true")
    assert "A date is a text" in message("{notifications(since: 1) {id}}")
    since = "query Q($s: ISO8601DateTime) {notifications(since: $s) {id}}"
    assert "A date is a text" in message(since, s=1.5)


def test_the_words_of_old_versions(company: Company) -> None:
    answer = company["member"].v2("{boards {nothing}}", "2024-04").json()
    assert answer == {
        "errors": [
            {
                "message": "Field 'nothing' doesn't exist on type 'Board'",
                "locations": [{"line": 1, "column": 10}],
                "path": ["query", "boards", "nothing"],
                "extensions": {
                    "code": "undefinedField",
                    "typeName": "Board",
                    "fieldName": "nothing",
                },
            }
        ],
        "account_id": company.account_id,
    }

    def told(query: str) -> tuple[Any, Any]:
        (error,) = company["member"].v2(query, "2024-04").json()["errors"]
        return error.get("path"), error.get("extensions", {}).get("code")

    assert told("mutation A {g: create_group(board_id: 1, group_name: 2) {id}}") == (
        ["mutation A", "g", "group_name"],
        "argumentLiteralsIncompatible",
    )
    assert told("{boards(no: 1) {id}}") == (["query", "boards", "no"], "argumentNotAccepted")
    assert told("{...F} fragment F on Query {... on Query {me {no}}}") == (
        ["fragment F", "... on Query", "me", "no"],
        "undefinedField",
    )
    assert told("{boards(") == (None, None)


def test_errors_of_old_versions_stand_alone_or_beside_what_was_done(company: Company) -> None:
    board = company.board()["id"]
    made = f'a: create_item(board_id: {board}, item_name: "x") {{name}}'
    missing = 'b: create_item(board_id: 987654, item_name: "x") {name}'
    keys = {
        "error_message": "The board does not exist. Please check your board ID and try again",
        "error_code": "InvalidBoardIdException",
        "error_data": {"board_id": 987654},
        "status_code": 200,
        "account_id": company.account_id,
    }
    old = company["member"].v2(f"mutation {{{missing}}}", "2024-04").json()
    assert old == keys
    old = company["member"].v2(f"mutation {{{made} {missing}}}", "2024-04").json()
    assert old == {**keys, "data": {"a": {"name": "x"}, "b": None}}
    both = company["member"].v2(f"mutation {{{missing}}}", "2024-10").json()
    assert keys.items() <= both.items()
    assert both["data"] == {"b": None}
    assert both["errors"][0]["extensions"]["code"] == "InvalidBoardIdException"
    gone = "mutation {delete_update(id: 987654) {id}}"
    statuses = [company["member"].v2(gone, one).status_code for one in ("2024-10", "2025-01")]
    assert statuses == [404, 200]


def test_bodies_that_are_none(company: Company) -> None:
    token = company.tokens["member"]
    for given in (
        {"content": b"{"},
        {"json": []},
        {"json": {}},
        {"json": {"query": ""}},
        {"json": {"query": 7}},
        {"json": {"query": BOARDS, "variables": [1]}},
        {"json": {"query": BOARDS, "variables": "{}"}},
        {"json": {"query": BOARDS, "operationName": 7}},
        {"content": b"\xff\xfe", "headers": {"content-type": "text/html"}},
    ):
        answer = post(company.server, token, **given)  # type: ignore[arg-type]
        assert answer.status_code in (200, 415), given
        (error,) = answer.json()["errors"]
        assert error["extensions"]["code"] in ("InvalidArgumentException", "BadRequest")
    old = post(
        company.server,
        token,
        json={"query": BOARDS, "variables": "{}"},
        headers={"API-Version": "2025-01"},
    )
    assert "data" in old.json()


def test_texts_that_no_database_keeps_are_refused(company: Company) -> None:
    member, query = company["member"], "query ($n: [String!]) {users(emails: $n) {id}}"
    for answer in (
        member.v2('{users(name: "a\\u0000b") {id}}'),
        member.v2('{users(name: "\\u{0000}") {id}}'),
        member.v2('{users(name: "\0") {id}}'),
        member.v2(query, n=["\0"]),
    ):
        assert answer.json()["errors"][0]["extensions"]["code"] == "InvalidArgumentException"


def test_numbers_and_texts_without_end_are_refused(company: Company) -> None:
    endless = "9" * 5000
    for query in (
        f"{{boards(limit: {endless}) {{id}}}}",
        f"{{boards(ids: {endless}) {{id}}}}",
        f'{{boards(ids: "{endless}") {{id}}}}',
        f'{{users(name: "{"x" * 60_000}") {{id}}}}',
    ):
        (error,) = company["member"].v2(query).json()["errors"]
        assert error["extensions"]["code"] == "InvalidArgumentException", query[:40]
    assert company["member"].data(f'{{users(name: "{endless}") {{id}}}}') == {"users": []}


def test_only_one_operation_runs(company: Company) -> None:
    query = "query A {a: version {value}} query B {b: version {value}}"
    answer = post(
        company.server, company.tokens["member"], json={"query": query, "operationName": "B"}
    )
    assert list(answer.json()["data"]) == ["b"]


def test_other_methods_and_places(server: Server) -> None:
    assert server.request("GET", "/v2").status_code == 405
    assert server.request("POST", "/v2/elsewhere").status_code == 404
    preflight = server.request("OPTIONS", "/v2")
    assert preflight.status_code == 204
    allowed = preflight.headers["access-control-allow-headers"].split(", ")
    assert {"authorization", "api-version", "api-sdk-version", "*"} <= set(allowed)


def test_the_schema_can_be_fetched_and_introspected(company: Company) -> None:
    sdl = company.server.request("GET", "/v2/get_schema?format=sdl&version=2026-04").text
    assert "type Board {" in sdl
    assert "is_leaf" not in sdl
    assert "is_leaf" in company.server.request("GET", "/v2/get_schema?format=sdl").text
    whole = company.server.request("GET", "/v2/get_schema?format=json").json()
    assert whole["data"]["__schema"]["queryType"]["name"] == "Query"
    for query in ("format=xml", "version=1066-10"):
        assert company.server.request("GET", f"/v2/get_schema?{query}").status_code == 400
    asked = company["viewer"].data('{__schema {types {name}} t: __type(name: "Item") {name}}')
    assert {"name": "Item"} in asked["__schema"]["types"]
    assert asked["t"] == {"name": "Item"}


def test_complexity_adds_up(company: Company) -> None:
    found = company["member"].data(
        "{complexity {before query after reset_in_x_seconds} " + BOARDS[1:]
    )
    cost = found["complexity"]
    assert cost["before"] - cost["query"] == cost["after"]
    wide = company["member"].data("{complexity {query} boards(limit: 100) {id}}")["complexity"]
    assert wide["query"] > cost["query"]


def test_bounds_on_what_one_request_may_ask_for(company: Company) -> None:
    def code(query: str) -> str:
        return str(company["member"].v2(query).json()["errors"][0]["extensions"]["code"])

    deep = "{boards " + "{groups {items_page {items {board " * 6 + "{id}" + "}}}}" * 6 + "}"
    assert code(deep) == "maxDepthExceeded"
    assert code("{" + " ".join(f"a{n}: version {{value}}" for n in range(101)) + "}") == (
        "maxComplexityExceeded"
    )
    assert code("{boards {" + "id " * 51 + "}}") == "maxComplexityExceeded"
    many = " ".join(f"...F{n}" for n in range(30))
    fragments = "".join(
        f" fragment F{n} on Board {{ {' '.join(f'a{m}: id' for m in range(200))} }}"
        for n in range(30)
    )
    assert code(f"{{boards {{ {many} }} }} {fragments}") == "maxComplexityExceeded"
    assert company["member"].v2("#" * 200_001).json()["errors"]
    assert company["member"].v2("{" * 5000).json()["errors"]


def test_the_plans_limit_holds(server: Server, tmp_path: Any, database_url: str | None) -> None:
    with Server(tmp_path, database_url, plan_limits="standard=2/100") as small:
        company = make_company(small, "standard")
        answers = [company["member"].v2(BOARDS) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    (error,) = answers[2].json()["errors"]
    assert error["extensions"]["code"] == "RateLimitExceeded"
    assert int(answers[2].headers["retry-after"]) == error["extensions"]["retry_in_seconds"]
    assert answers[0].headers["ratelimit"].startswith('"minuteRate";r=1')
    assert answers[0].headers["ratelimit-policy"].startswith('"minuteRate";q=2;w=60, "day";q=100')


def test_a_budget_of_complexity_holds(tmp_path: Any, database_url: str | None) -> None:
    with Server(
        tmp_path, database_url, complexity_per_minute=2000, complexity_per_query=1500
    ) as small:
        member = make_company(small)["member"]
        dear = "{boards(limit: 500) {id name}}"
        first, second = member.v2(dear), member.v2(dear)
        old = member.v2(dear, "2024-01")
        alone = member.v2("{boards(limit: 500) {id name board_kind state}}")
        cheap = member.v2("{complexity {before query after}}")
    assert first.json()["data"] == {"boards": []}
    assert "complexityMinute" in first.headers["ratelimit"]
    assert second.status_code == 429
    told = second.json()["errors"][0]["extensions"]
    assert told["code"] == "COMPLEXITY_BUDGET_EXHAUSTED"
    assert str(told["retry_in_seconds"]) == second.headers["retry-after"]
    assert (told["complexity"], told["complexity_budget_left"]) == (1001, 999)
    assert (old.status_code, old.json()["error_code"]) == (429, "ComplexityException")
    assert old.json()["errors"] == [old.json()["error_message"]]
    # It would be too much in the next minute too.
    (error,) = alone.json()["errors"]
    assert (alone.status_code, error["extensions"]["code"]) == (200, "maxComplexityExceeded")
    assert "retry-after" not in alone.headers
    left = cheap.json()["data"]["complexity"]
    assert left["before"] == 2000 - 1001

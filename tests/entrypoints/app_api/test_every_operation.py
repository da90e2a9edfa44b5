"""What holds for all that the web app may ask for, as it is declared."""

import itertools
from typing import Any, get_args

import msgspec
import pytest

from lundi.core.work import Work, last_event_id
from lundi.entrypoints.app_api.operation import Operation
from lundi.entrypoints.app_api.resources import OPERATIONS
from tests.app_client import ORIGIN, AppClient, signed_in
from tests.company import Company
from tests.entrypoints.app_api.declared import each, fresh_things, path_of, plausible

People = dict[str, AppClient]

JSON = {"Content-Type": "application/json"}
# They end the session that the other cases need.
ENDING = {"sign_out", "end_other_sessions", "end_one_session"}
ODD_IDS = (
    "0",
    "-1",
    "x",
    "1.5",
    "1e3",
    "999999999",
    str(2**63),
    "9" * 400,
    "%00",
    "%F0%9F",
    "'",
    "٣",
)
ODD_BODIES = (
    *(b"", b"{}", b"[]", b"null", b"1", b'"', b"{", b"\xff", b"[" * 100_000),
    *(b'{"a":1}', b'{"given":{}}', b'{"\\ud800":"\\ud800"}', b'{"name":"\\u0000"}'),
)
ODD_QUERIES = (
    "before=x",
    "before=-1",
    "before=" + "9" * 400,
    "before=%00",
    "unread=x",
    "%",
    "a" * 5_000,
)
# Of every type that a body may hold.
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**31, 2**63 - 1, 2**63, 2**64, 1e308, 1.5),
    *("", " ", "\n", "x" * 70_000, "\U0001f600", "\u202e", "../..", "' OR 1=1 --", "%s", "$1"),
    *([], [None], [0], [2**63], [""], [[]], {}, {"": ""}, {"a": {"b": []}}, {'$."': 1}),
)


@pytest.fixture
def admin(company: Company) -> AppClient:
    """Newly signed in: a case before may have ended all sessions."""
    return signed_in(company, "admin")


@pytest.fixture(scope="module")
def ids(company: Company) -> dict[str, str]:
    return fresh_things(company)


def send(client: AppClient, operation: Operation, path: str, content: bytes = b"{}") -> Any:
    return client.request(operation.method, path, headers=JSON, content=content)


def test_no_two_operations_are_the_same() -> None:
    assert len({one.name for one in OPERATIONS}) == len(OPERATIONS)
    assert len({(one.method, one.path) for one in OPERATIONS}) == len(OPERATIONS)
    assert all(one.summary.endswith(".") for one in OPERATIONS)


@each(lambda one: not one.public)
def test_who_is_not_signed_in_is_refused(
    people: People, ids: dict[str, str], operation: Operation
) -> None:
    for secret in ("", "x" * 43, '"', "x" * 5_000):
        client = AppClient(people["nobody"].server, secret)
        answer = send(client, operation, path_of(operation, ids))
        # A body that doesn't fit is told before, and tells nothing.
        assert answer.status_code in ((400, 401) if operation.given else (401,)), answer.text


@each(lambda one: one.writes)
def test_nothing_is_done_for_another_site(
    company: Company, people: People, ids: dict[str, str], operation: Operation
) -> None:
    before = company.server.read(company.operator, _last_event)
    for origin in (
        "",
        "null",
        "http://evil.example",
        f"{ORIGIN}.evil.example",
        "https://lundi.test",
    ):
        headers = {**JSON, "Origin": origin}
        answer = people["admin"].request(
            operation.method, path_of(operation, ids), headers=headers, content=b"{}"
        )
        assert answer.status_code == 403, (origin, answer.text)
        assert "page of Lundi itself" in answer.json()["error"]
    assert company.server.read(company.operator, _last_event) == before


@each(lambda one: one.name not in ENDING)
def test_odd_ids_are_refused_politely(
    admin: AppClient, ids: dict[str, str], operation: Operation
) -> None:
    for name, odd in itertools.product(operation.in_path, ODD_IDS):
        path = path_of(operation, {**ids, name: odd})
        answer = send(admin, operation, path)
        assert answer.status_code in (400, 403, 404, 409) or answer.is_success, (path, answer.text)


@each(lambda one: one.name not in ENDING)
def test_odd_bodies_and_queries_are_refused_politely(
    admin: AppClient, ids: dict[str, str], operation: Operation
) -> None:
    path = path_of(operation, ids)
    for body in ODD_BODIES:
        answer = send(admin, operation, path, body)
        assert answer.status_code < 500, (body, answer.text)
    for query in ODD_QUERIES:
        answer = send(admin, operation, f"{path}?{query}")
        assert answer.status_code < 500, (query, answer.text)
    # Else the cases after this one would try nothing.
    assert admin.get("me").status_code == 200


@each(lambda one: one.given is not None and not one.public)
def test_odd_values_are_refused_politely(
    company: Company, admin: AppClient, operation: Operation
) -> None:
    """Each field of each body, with the others left out and, where they must be there, plausible."""
    fresh = fresh_things(company)
    for kind in get_args(operation.given) or (operation.given,):
        for field, odd in itertools.product(msgspec.structs.fields(kind), ODD_VALUES):
            given = {**plausible(kind, fresh), field.encode_name: odd}
            answer = admin.request(operation.method, path_of(operation, fresh), json=given)
            assert answer.status_code < 500, (field.name, str(odd)[:99], answer.text)
    assert admin.get("me").status_code == 200


@each(lambda one: "board_id" in one.in_path)
def test_an_unseen_board_looks_like_none(
    company: Company, people: People, operation: Operation
) -> None:
    hidden = company.board(kind="private")["id"]
    answers = []
    for board_id in (hidden, 999_999_999):
        fresh = {"board_id": str(board_id), "group_id": "topics", "column_id": "name"}
        given = plausible(operation.given, fresh) if operation.given else {}
        path = path_of(operation, {**fresh, "user_id": str(company.ids["member"])})
        answer = people["other_member"].request(operation.method, path, json=given)
        answers.append((answer.status_code, answer.text.replace(str(board_id), "?")))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


async def _last_event(work: Work) -> int:
    return await last_event_id(work)

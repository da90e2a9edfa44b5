"""Account A never sees a byte of account B."""

from typing import Any

import pytest

from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from tests.company import Company, make_company
from tests.contract.scene import Scene, look, make_scene
from tests.contract.test_access_table import TABLE


@pytest.fixture(scope="module")
def others(company: Company) -> Company:
    return make_company(company.server)


@pytest.fixture(scope="module")
def their_scene(others: Company) -> Scene:
    return make_scene(others, "public")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_what_is_of_another_account_does_not_exist(
    company: Company, others: Company, their_scene: Scene, operation: Operation
) -> None:
    case = TABLE[operation.name]
    path = operation.path.lstrip("/").format(**case.path(their_scene))
    before = look(others, their_scene)
    for token in ("company", "admin", "member", "viewer", "guest"):
        given: dict[str, Any] = dict(case.body(their_scene))
        if token == "company" and case.acts:
            given[case.acts] = company.ids["member"]
        sent = {"params": given} if operation.method == "GET" else {"json": given}
        answer = company[token].request(operation.method, path, **sent)
        if case.rule in ("list", "create board"):
            assert answer.status_code in (200, 201, 403)
        else:
            assert answer.status_code == 404, (token, answer.text)
        assert their_scene.mark not in answer.text
        assert others.slug not in answer.text
    assert look(others, their_scene) == before


@pytest.mark.parametrize("name", ["user_id", "user"])
def test_nobody_acts_as_a_user_of_another_account(
    company: Company, others: Company, name: str
) -> None:
    scene = make_scene(company, "public")
    sent = {"pulse": scene.pulse_id, "update_text": "x"} if name == "user" else {"name": "x"}
    path = "updates.json" if name == "user" else "boards.json"
    answer = company["company"].post(path, **sent, **{name: others.ids["member"]})
    assert answer.status_code == 403


def test_nobody_of_another_account_is_given_anything(company: Company, others: Company) -> None:
    scene = make_scene(company, "public")
    stranger = others.ids["member"]
    for path, given in (
        (f"boards/{scene.board_id}/subscribers.json", {"user_id": stranger}),
        (f"pulses/{scene.pulse_id}/subscribers.json", {"user_id": stranger}),
        (
            f"boards/{scene.board_id}/columns/person/person.json",
            {"user_id": stranger, "pulse_id": scene.pulse_id},
        ),
    ):
        assert company["member"].put(path, **given).status_code == 404


def test_nothing_moves_to_another_account(
    company: Company, others: Company, their_scene: Scene
) -> None:
    scene = make_scene(company, "public")
    move = {"group_id": "topics", "dest_board_id": their_scene.board_id}
    for path in ("pulses/move.json", "groups/topics/move.json"):
        given = {**move, "pulse_ids": [scene.pulse_id]}
        answer = company["member"].post(f"boards/{scene.board_id}/{path}", **given)
        assert answer.status_code == 404

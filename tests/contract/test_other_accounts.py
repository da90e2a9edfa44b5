"""Account A never sees a byte of account B."""

from typing import Any

import pytest

from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from tests.company import Company, make_company
from tests.contract.scene import Scene, ids_shown, look, make_scene
from tests.contract.test_access_table import KINDS, TABLE, mixtures, send


@pytest.fixture(scope="module")
def others(company: Company) -> Company:
    return make_company(company.server)


@pytest.fixture(scope="module")
def their_scenes(others: Company) -> dict[str, Scene]:
    return {kind: make_scene(others, kind) for kind in KINDS}


@pytest.fixture(scope="module")
def their_scene(their_scenes: dict[str, Scene]) -> Scene:
    return their_scenes["public"]


@pytest.fixture(scope="module")
def own_scene(company: Company) -> Scene:
    return make_scene(company, "public")


@pytest.fixture(scope="module")
def their_words(others: Company, their_scenes: dict[str, Scene]) -> list[str]:
    """What stands in no account but theirs: what they write, and where their mail goes."""
    email = others["admin"].get(f"users/{others.ids['admin']}.json").json()["email"]
    return [email[email.index("@") :], *(scene.mark for scene in their_scenes.values())]


def test_they_read_their_own_words(
    others: Company, their_scenes: dict[str, Scene], their_words: list[str]
) -> None:
    """Else none of the tests below would find a leak."""
    text = others["member"].get("pulses.json", per_page=500).text
    assert all(word in text for word in their_words)
    assert ids_shown(text) >= {("pulses", scene.pulse_id) for scene in their_scenes.values()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_what_is_of_another_account_does_not_exist(
    company: Company,
    others: Company,
    their_scenes: dict[str, Scene],
    their_words: list[str],
    operation: Operation,
    kind: str,
) -> None:
    case, scene = TABLE[operation.name], their_scenes[kind]
    path = operation.path.lstrip("/").format(**case.path(scene))
    before = look(others, scene) if operation.writes else None
    for token in company.clients:
        given: dict[str, Any] = {**case.body(scene), "per_page": 500}
        if token == "company" and case.acts:
            given[case.acts] = company.ids["member"]
        sent = {"params": given} if operation.method == "GET" else {"json": given}
        answer = company[token].request(operation.method, path, **sent)
        if case.rule in ("list", "create board"):
            assert answer.status_code in (200, 201, 403)
        else:
            assert answer.status_code == 404, (token, answer.text)
        assert not [word for word in their_words if word in answer.text], token
        assert not scene.named_ids & ids_shown(answer.text), token
    if before is not None:
        assert look(others, scene) == before


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_nothing_of_theirs_is_reached_through_what_is_ours(
    company: Company, others: Company, own_scene: Scene, their_scene: Scene, operation: Operation
) -> None:
    before = look(others, their_scene), look(company, own_scene)
    for mixed in mixtures(TABLE[operation.name], own_scene, their_scene):
        for token in ("company", "admin", "member"):
            answer = send(company[token], operation, mixed, token)
            assert answer.status_code == 404, (token, answer.text)
            assert their_scene.mark not in answer.text
    assert (look(others, their_scene), look(company, own_scene)) == before


@pytest.mark.parametrize(
    "operation",
    [op for op in OPERATIONS if TABLE[op.name].acts],
    ids=lambda operation: operation.name,
)
def test_nobody_acts_as_a_user_of_another_account(
    company: Company, others: Company, own_scene: Scene, operation: Operation
) -> None:
    case, before = TABLE[operation.name], look(company, own_scene)
    path = operation.path.lstrip("/").format(**case.path(own_scene))
    for token in ("company", "admin", "member"):
        given = {**case.body(own_scene), str(case.acts): others.ids["member"]}
        answer = company[token].request(operation.method, path, json=given)
        assert answer.status_code == 403, (token, answer.text)
        assert str(others.ids["member"]) in answer.json()["error"]
    assert look(company, own_scene) == before


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

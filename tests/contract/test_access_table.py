"""Every action, on every kind of board, with every kind of token and role, against a small model of the rules."""

import re
from typing import Any

import httpx
import msgspec
import pytest

from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from tests.company import Client, Company
from tests.contract.access_model import (
    KINDS,
    NOBODY_HAS,
    TABLE,
    TOKENS,
    WITHOUT_RIGHT,
    Case,
    rule_for,
    sees,
    writes,
)
from tests.contract.scene import Scene, ids_shown, look, make_full_company, make_scene
from tests.server import Server


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_full_company(server)


@pytest.fixture(scope="module")
def archived(company: Company) -> dict[str, Scene]:
    """The same, with both boards of each archived."""
    found = {kind: make_scene(company, kind) for kind in KINDS}
    for scene in found.values():
        for board_id in (scene.board_id, scene.other_board_id):
            assert company["member"].delete(f"boards/{board_id}.json").status_code == 200
    return found


def send(
    client: Client, operation: Operation, scene: Scene, token: str, **more: Any
) -> httpx.Response:
    case = TABLE[operation.name]
    path = operation.path.lstrip("/").format(**case.path(scene))
    given = {**case.body(scene), **more}
    if token == "company" and case.acts:
        given[case.acts] = scene.users["member"]
    if operation.method == "GET":
        return client.request("GET", path, params={"per_page": 500, **given})
    return client.request(operation.method, path, json=given)


def test_every_action_is_in_the_table() -> None:
    assert set(TABLE) == {operation.name for operation in OPERATIONS}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_without_a_valid_token_nothing_is_done(
    company: Company, clients: dict[str, Client], scenes: dict[str, Scene], operation: Operation
) -> None:
    before = look(company, scenes["public"]) if operation.writes else None
    sentences = set()
    for token in WITHOUT_RIGHT:
        answer = send(clients[token], operation, scenes["public"], token)
        assert answer.status_code == 401, token
        sentences.add(answer.text)
    # Not even that a token was good once is told.
    assert len(sentences) == 1
    assert scenes["public"].mark not in sentences.pop()
    if before is not None:
        assert look(company, scenes["public"]) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_what_may_not_be_done_is_refused(
    company: Company,
    clients: dict[str, Client],
    scenes: dict[str, Scene],
    operation: Operation,
    kind: str,
) -> None:
    scene, case = scenes[kind], TABLE[operation.name]
    before = look(company, scene) if operation.writes else None
    for token in TOKENS:
        refused = rule_for(case, token, kind)
        if refused is None:
            continue
        answer = send(clients[token], operation, scene, token)
        assert answer.status_code == refused, (token, answer.text)
        if not sees(token, kind):
            assert scene.mark not in answer.text
            assert not {str(scene.tag_id), scene.mark} & set(answer.headers.values())
    if before is not None:
        assert look(company, scene) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "operation", [op for op in OPERATIONS if op.writes], ids=lambda operation: operation.name
)
def test_what_may_be_done_is_done(
    company: Company, clients: dict[str, Client], operation: Operation, kind: str
) -> None:
    case = TABLE[operation.name]
    allowed = [t for t in TOKENS if rule_for(case, t, kind) is None]
    assert "member" in allowed
    for token in allowed:
        if token == "stranger":
            continue
        answer = send(clients[token], operation, make_scene(company, kind), token)
        assert answer.status_code == operation.status, (token, answer.text)


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize(
    "operation", [op for op in OPERATIONS if not op.writes], ids=lambda operation: operation.name
)
def test_reading_shows_what_is_seen_and_no_byte_more(
    clients: dict[str, Client], scenes: dict[str, Scene], operation: Operation, token: str
) -> None:
    case = TABLE[operation.name]
    for kind, scene in scenes.items():
        if rule_for(case, token, kind) is not None:
            continue
        answer = send(clients[token], operation, scene, token)
        assert answer.status_code == 200, answer.text
        everywhere = case.rule in ("list", "user") and operation.name not in (
            "get_users",
            "get_user",
        )
        for other_kind, other in scenes.items():
            shown = other.mark in answer.text
            if not sees(token, other_kind):
                assert not shown, f"{token} reads a {other_kind} board in {operation.name}"
                assert not other.named_ids & ids_shown(answer.text)
            elif everywhere and token != "stranger":
                assert shown, f"{token} misses a {other_kind} board in {operation.name}"


def missing_like(scene: Scene) -> Scene:
    """The same people, and ids that nothing has."""
    ids = {name: NOBODY_HAS for name in scene.__struct_fields__ if name.endswith("_id")}
    return msgspec.structs.replace(scene, **ids)


def same_but_for_ids(hidden: httpx.Response, missing: httpx.Response) -> bool:
    """Nothing but the ids that the client itself sent tells the two from each other."""
    shapes = [
        (answer.status_code, re.sub(r"\d+", "N", answer.text), sorted(answer.headers))
        for answer in (hidden, missing)
    ]
    return shapes[0] == shapes[1]


@pytest.mark.parametrize(
    "operation", [op for op in OPERATIONS if "{" in op.path], ids=lambda operation: operation.name
)
def test_what_does_not_exist_reads_like_what_may_not_be_seen(
    clients: dict[str, Client], scenes: dict[str, Scene], operation: Operation
) -> None:
    about_a_user = TABLE[operation.name].rule == "user"
    for kind, scene in scenes.items():
        missing = missing_like(scene)
        if about_a_user:
            nobody = dict.fromkeys(scene.users, NOBODY_HAS)
            missing = msgspec.structs.replace(missing, users=nobody)
        for token in TOKENS:
            if rule_for(TABLE[operation.name], token, kind) != 404:
                continue
            answer = send(clients[token], operation, scene, token)
            assert answer.status_code == 404
            assert same_but_for_ids(answer, send(clients[token], operation, missing, token)), token


def mixtures(case: Case, seen: Scene, unseen: Scene) -> list[Scene]:
    """The first with one thing of the second, for each that the action is about: a foreign pulse by the path of one's
    own board, a move to a foreign board."""
    fields = ("pulse_id", "update_id", "note_id", "tag_id", "other_board_id")
    mixed = [msgspec.structs.replace(seen, **{name: getattr(unseen, name)}) for name in fields]
    own = case.path(seen), case.body(seen)
    return [scene for scene in mixed if (case.path(scene), case.body(scene)) != own]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_nothing_hidden_is_reached_through_what_is_seen(
    company: Company, clients: dict[str, Client], scenes: dict[str, Scene], operation: Operation
) -> None:
    case, seen = TABLE[operation.name], scenes["public"]
    before = [look(company, scene) for scene in scenes.values()] if operation.writes else []
    nowhere = mixtures(case, seen, missing_like(seen))
    for unseen in (scenes["share"], scenes["private"]):
        for mixed, missing in zip(mixtures(case, seen, unseen), nowhere, strict=True):
            for token in ("company", "admin", "other_member", "other_viewer", "stranger"):
                answer = send(clients[token], operation, mixed, token)
                assert answer.status_code in (403, 404), (token, answer.text)
                assert unseen.mark not in answer.text
                other = send(clients[token], operation, missing, token)
                assert same_but_for_ids(answer, other), token
    if before:
        assert [look(company, scene) for scene in scenes.values()] == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "operation",
    [op for op in OPERATIONS if TABLE[op.name].rule not in ("list", "user", "create board")],
    ids=lambda operation: operation.name,
)
def test_what_is_archived_is_read_and_not_changed(
    company: Company,
    clients: dict[str, Client],
    archived: dict[str, Scene],
    operation: Operation,
    kind: str,
) -> None:
    scene = archived[kind]
    # What is archived can still be deleted, though not archived again.
    more = {"archive": True} if operation.name == "delete_pulse" else {}
    before = look(company, scene) if operation.writes else None
    for token in TOKENS:
        refused = rule_for(TABLE[operation.name], token, kind)
        if refused is None or (refused == 403 and writes(token)):
            refused = 409 if operation.writes else 200
        answer = send(clients[token], operation, scene, token, **more)
        assert answer.status_code == refused, (token, answer.text)
    if before is not None:
        assert look(company, scene) == before


@pytest.mark.parametrize(
    "operation",
    [op for op in OPERATIONS if TABLE[op.name].rule in ("list", "user")],
    ids=lambda operation: operation.name,
)
def test_what_is_archived_is_in_no_list(
    clients: dict[str, Client], archived: dict[str, Scene], operation: Operation
) -> None:
    for scene in archived.values():
        for token in TOKENS:
            assert scene.mark not in send(clients[token], operation, scene, token).text


def test_lists_hold_exactly_what_is_seen(server: Server) -> None:
    company = make_full_company(server)
    scenes = {kind: make_scene(company, kind) for kind in KINDS}
    member, viewer = company.ids["member"], company.ids["viewer"]
    for token, client in company.clients.items():
        seen = [scene for kind, scene in scenes.items() if sees(token, kind)]
        boards = [board_id for s in seen for board_id in (s.board_id, s.other_board_id)]
        updates = [scene.update_id for scene in reversed(seen)]
        main = boards[:2] if sees(token, "public") else []
        assert every_page(client, "boards.json") == boards, token
        assert every_page(client, "boards.json", only_globals="true") == main, token
        assert every_page(client, "pulses.json") == [scene.pulse_id for scene in seen], token
        assert every_page(client, "updates.json") == updates, token
        if token == "other_guest":
            continue
        for path in (f"{member}/posts", f"{member}/newsfeed", f"{viewer}/unread_feed"):
            assert every_page(client, f"users/{path}.json") == updates, (token, path)


def every_page(client: Client, path: str, **query: Any) -> list[int]:
    """The ids of a list, read one by one: a page must not tell of what it leaves out."""
    found: list[int] = []
    while page := client.get(path, per_page=1, offset=len(found), **query).json():
        found.extend(row["id"] for row in page)
    return found


def test_only_owners_say_who_owns_a_board(company: Company, clients: dict[str, Client]) -> None:
    scene = make_scene(company, "public")
    path = f"boards/{scene.board_id}/subscribers.json"
    for name in ("other_member", "admin"):
        answer = clients[name].put(path, user_id=company.ids[name], as_admin=True)
        assert answer.status_code == 403, name
        assert clients[name].delete(f"boards/{scene.board_id}.json").status_code == 403
    for name, new in (("company", "admin"), ("admin", "other_member"), ("owner", "admin")):
        answer = clients[name].put(path, user_id=company.ids[new], as_admin=True)
        assert answer.status_code == 200, name
    assert clients["other_member"].delete(f"boards/{scene.board_id}.json").status_code == 200


def test_guests_subscribe_to_shareable_boards_only(server: Server) -> None:
    company = make_full_company(server)
    for kind in KINDS:
        scene, guest = make_scene(company, kind), company.ids["other_guest"]
        status = 200 if kind == "share" else 400
        # The pulse first: it does not open the board.
        for path, expected_status in (
            (f"pulses/{scene.pulse_id}", 400),
            (f"boards/{scene.board_id}", status),
            (f"pulses/{scene.pulse_id}", status),
        ):
            answer = company["member"].put(f"{path}/subscribers.json", user_id=guest)
            assert answer.status_code == expected_status, answer.text
        read = company["other_guest"].get(f"pulses/{scene.pulse_id}.json")
        assert read.status_code == (200 if kind == "share" else 404)


@pytest.mark.parametrize("kind", ["share", "private"])
def test_who_leaves_a_board_sees_nothing_of_it(company: Company, kind: str) -> None:
    """Following one of its pulses isn't enough."""
    scene, viewer = make_scene(company, kind), company.ids["viewer"]
    answer = company["member"].delete(f"boards/{scene.board_id}/subscribers/{viewer}.json")
    assert answer.status_code == 200
    assert company["viewer"].get(f"pulses/{scene.pulse_id}.json").status_code == 404
    for path in (
        "pulses.json",
        f"users/{viewer}/newsfeed.json",
        f"users/{viewer}/unread_feed.json",
    ):
        listed = company["viewer"].get(path, per_page=500)
        assert ("pulses", scene.pulse_id) not in ids_shown(listed.text)


def test_a_guest_knows_only_those_they_share_a_board_with(
    company: Company, clients: dict[str, Client], scenes: dict[str, Scene]
) -> None:
    assert scenes["share"]
    known = {user["id"] for user in clients["guest"].get("users.json").json()}
    assert known == {company.ids[name] for name in ("guest", "member", "owner", "viewer")}
    assert clients["guest"].get(f"users/{company.ids['admin']}.json").status_code == 404


def test_tags_of_main_boards_are_kept_from_guests(
    clients: dict[str, Client], scenes: dict[str, Scene]
) -> None:
    assert clients["guest"].get(f"tags/{scenes['public'].tag_id}.json").status_code == 404
    assert clients["guest"].get(f"tags/{scenes['share'].tag_id}.json").status_code == 200

"""Every action, on every kind of board, with every kind of token and role, against a small model of the rules."""

from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest

from lundi.core.work import Work
from lundi.domains.accounts.actions import add_user, disable_user
from lundi.domains.accounts.queries import user_by_email
from lundi.entrypoints.rest_v1.operation import Operation
from lundi.entrypoints.rest_v1.resources import OPERATIONS
from tests.company import PASSWORD, Client, Company, make_company
from tests.contract.scene import Scene, look, make_scene

KINDS = ("public", "share", "private")
TOKENS = ("company", "admin", "member", "other_member", "viewer", "guest", "stranger")
WITHOUT_RIGHT = ("none", "unknown", "disabled")


# --- the model -------------------------------------------------------------------------------------------------------


def sees(token: str, kind: str) -> bool:
    """In a scene: `member` and `viewer` subscribe to all boards, `guest` to the shareable one, the others to none."""
    if token in ("company", "admin", "other_member"):
        return kind == "public"
    if token == "guest":
        return kind == "share"
    return token in ("member", "viewer")


def writes(token: str) -> bool:
    return token not in ("viewer", "guest")


def owns(token: str) -> bool:
    return token in ("company", "member")


def expected(rule: str, token: str, kind: str) -> int | None:  # noqa: PLR0911  (a table of rules)
    """The status of a refusal; None where it must be done."""
    if rule == "create board":
        if not writes(token) or (token == "company" and kind != "public"):
            return 403
        return None
    if rule == "list":
        return None
    if rule == "user":
        # A guest knows those they share a board with, and `member` is one.
        return 404 if token == "stranger" else None
    if not sees(token, kind):
        return 404
    if rule == "read":
        return None
    if not writes(token) or (rule == "own" and not owns(token)):
        return 403
    return None


# --- the table -------------------------------------------------------------------------------------------------------


class Case(msgspec.Struct, frozen=True):
    rule: str
    path: Callable[[Scene], dict[str, Any]]
    body: Callable[[Scene], dict[str, Any]] = lambda scene: {}
    acts: str | None = None
    """The parameter by which the company token says who acts."""


def board(scene: Scene) -> dict[str, Any]:
    return {"board_id": scene.board_id}


def pulse(scene: Scene) -> dict[str, Any]:
    return {"id": scene.pulse_id}


def update(scene: Scene) -> dict[str, Any]:
    return {"id": scene.update_id}


def note(scene: Scene) -> dict[str, Any]:
    return {"id": scene.pulse_id, "note_id": scene.note_id}


def member(scene: Scene) -> dict[str, Any]:
    return {"id": scene.users["member"]}


def viewer(scene: Scene) -> dict[str, Any]:
    return {"id": scene.users["viewer"]}


def nothing(scene: Scene) -> dict[str, Any]:
    return {}


def cell(column: str, **value: Any) -> Case:
    return Case(
        "write",
        lambda s: {"board_id": s.board_id, "column_id": column},
        lambda s: {"pulse_id": s.pulse_id, **value},
    )


TABLE: dict[str, Case] = {
    "get_users": Case("list", nothing),
    "get_user": Case("user", member),
    "get_user_posts": Case("user", member),
    "get_user_newsfeed": Case("user", member),
    "get_user_unread_feed": Case("user", viewer),
    "get_updates": Case("list", nothing),
    "create_update": Case(
        "write", nothing, lambda s: {"pulse": s.pulse_id, "update_text": "x"}, "user"
    ),
    "get_update": Case("read", update),
    "delete_update": Case("write update", update),
    "like_update": Case("write", update, acts="user"),
    "unlike_update": Case("write", update, acts="user"),
    "get_pulses": Case("list", nothing),
    "get_pulse": Case("read", pulse),
    "update_pulse": Case("write", pulse, lambda s: {"name": "x"}),
    "delete_pulse": Case("write", pulse),
    "get_pulse_subscribers": Case("read", pulse),
    "subscribe_to_pulse": Case("write", pulse, lambda s: {"user_id": s.users["member"]}),
    "unsubscribe_from_pulse": Case(
        "write", lambda s: {"id": s.pulse_id, "user_id": s.users["viewer"]}
    ),
    "get_notes": Case("read", pulse),
    "create_note": Case("write", pulse, lambda s: {"title": "x", "content": "x"}, "user_id"),
    "update_note": Case("write", note, lambda s: {"title": "x"}, "user_id"),
    "delete_note": Case("write", note),
    "get_pulse_updates": Case("read", pulse),
    "get_boards": Case("list", nothing),
    "create_board": Case(
        "create board", nothing, lambda s: {"name": "x", "board_kind": s.kind}, "user_id"
    ),
    "get_board": Case("read", board),
    "archive_board": Case("own", board),
    "get_groups": Case("read", board),
    "create_group": Case("write", board, lambda s: {"title": "x"}),
    "update_group": Case("write", board, lambda s: {"group_id": "topics", "title": "x"}),
    "move_group": Case(
        "write",
        lambda s: {"board_id": s.board_id, "group_id": "topics"},
        lambda s: {"dest_board_id": s.other_board_id},
        "user_id",
    ),
    "archive_group": Case("write", lambda s: {"board_id": s.board_id, "group_id": "topics"}),
    "get_columns": Case("read", board),
    "create_column": Case("write", board, lambda s: {"title": "x", "type": "text"}),
    "update_column": Case(
        "write", lambda s: {"board_id": s.board_id, "column_id": "text"}, lambda s: {"title": "x"}
    ),
    "delete_column": Case("write", lambda s: {"board_id": s.board_id, "column_id": "text"}),
    "get_value": Case(
        "read",
        lambda s: {"board_id": s.board_id, "column_id": "text"},
        lambda s: {"pulse_id": s.pulse_id},
    ),
    "set_text": cell("text", text="x"),
    "set_person": Case(
        "write",
        lambda s: {"board_id": s.board_id, "column_id": "person"},
        lambda s: {"pulse_id": s.pulse_id, "user_id": s.users["member"]},
    ),
    "set_status": cell("status", color_index=3),
    "set_date": cell("date", date_str="2017-02-01"),
    "set_number": cell("numeric", value="3"),
    "set_tags": cell("tags", tags="x"),
    "set_timeline": cell("timeline", **{"from": "2017-02-01", "to": "2017-02-02"}),
    "get_board_pulses": Case("read", board),
    "create_pulse": Case("write", board, lambda s: {"pulse": {"name": "x"}}, "user_id"),
    "duplicate_pulse": Case(
        "write", lambda s: {"board_id": s.board_id, "pulse_id": s.pulse_id}, acts="user_id"
    ),
    "move_pulses": Case(
        "write",
        board,
        lambda s: {
            "pulse_ids": [s.pulse_id],
            "group_id": "topics",
            "dest_board_id": s.other_board_id,
        },
        "user_id",
    ),
    "get_board_subscribers": Case("read", board),
    "subscribe_to_board": Case(
        "write", board, lambda s: {"user_id": s.users["viewer"], "as_admin": False}
    ),
    "unsubscribe_from_board": Case(
        "write", lambda s: {"board_id": s.board_id, "user_id": s.users["viewer"]}
    ),
    "get_tag": Case("tag", lambda s: {"id": s.tag_id}),
}


def rule_for(case: Case, token: str, kind: str) -> int | None:
    if case.rule == "write update":
        # Its author is `member`; besides, admins and owners may delete it.
        refused = expected("write", token, kind)
        return 403 if refused is None and token == "other_member" else refused
    if case.rule == "tag":
        # A main board's tag is every main board's, so a guest sees none of them.
        return expected("read", token, kind)
    return expected(case.rule, token, kind)


# --- the checks ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def clients(company: Company) -> dict[str, Client]:
    """By the names in TOKENS and WITHOUT_RIGHT."""
    email = f"gone@{company.slug}.example"

    async def add_disabled(work: Work) -> str:
        user = await add_user(
            work, company.server.vault, name="Gone", email=email, role="admin", password=PASSWORD
        )
        await disable_user(work, await user_by_email(work, email))
        return user.personal_token

    tokens = {
        "stranger": make_company(company.server).tokens["admin"],
        "none": "",
        "unknown": "0" * 32,
        "disabled": company.server.write(company.operator, add_disabled),
    }
    others = {name: Client(company.server, token) for name, token in tokens.items()}
    return {**company.clients, **others}


@pytest.fixture(scope="module")
def scenes(company: Company) -> dict[str, Scene]:
    """For what changes nothing."""
    return {kind: make_scene(company, kind) for kind in KINDS}


def send(client: Client, operation: Operation, scene: Scene, token: str) -> httpx.Response:
    case = TABLE[operation.name]
    path = operation.path.lstrip("/").format(**case.path(scene))
    given = dict(case.body(scene))
    if token == "company" and case.acts:
        given[case.acts] = scene.users["member"]
    if operation.method == "GET":
        return client.request("GET", path, params={"per_page": 500, **given})
    return client.request(operation.method, path, json=given)


def test_every_action_is_in_the_table() -> None:
    assert set(TABLE) == {operation.name for operation in OPERATIONS}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_without_a_valid_token_nothing_is_done(
    clients: dict[str, Client], scenes: dict[str, Scene], operation: Operation
) -> None:
    for token in WITHOUT_RIGHT:
        answer = send(clients[token], operation, scenes["public"], token)
        assert answer.status_code == 401, token
        assert scenes["public"].mark not in answer.text


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
            elif everywhere and token != "stranger":
                assert shown, f"{token} misses a {other_kind} board in {operation.name}"


def test_what_does_not_exist_reads_like_what_may_not_be_seen(
    clients: dict[str, Client], scenes: dict[str, Scene]
) -> None:
    hidden = clients["admin"].get(f"pulses/{scenes['private'].pulse_id}.json").json()
    missing = clients["admin"].get("pulses/999999999.json").json()
    assert hidden["error"].replace(str(scenes["private"].pulse_id), "999999999") == missing["error"]


def test_a_guest_knows_only_those_they_share_a_board_with(
    company: Company, clients: dict[str, Client], scenes: dict[str, Scene]
) -> None:
    assert scenes["share"]
    known = {user["id"] for user in clients["guest"].get("users.json").json()}
    assert known == {company.ids[name] for name in ("guest", "member", "viewer")}
    assert clients["guest"].get(f"users/{company.ids['admin']}.json").status_code == 404


def test_tags_of_main_boards_are_kept_from_guests(
    clients: dict[str, Client], scenes: dict[str, Scene]
) -> None:
    assert clients["guest"].get(f"tags/{scenes['public'].tag_id}.json").status_code == 404
    assert clients["guest"].get(f"tags/{scenes['share'].tag_id}.json").status_code == 200

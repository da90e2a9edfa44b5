"""The model of who may do what, and for every action how to ask for it."""

from collections.abc import Callable
from typing import Any

import msgspec

from tests.contract.scene import Scene

KINDS = ("public", "share", "private")
MEMBERS = ("admin", "member", "owner", "other_member")
READERS = ("viewer", "other_viewer", "guest", "other_guest")
TOKENS = ("company", *MEMBERS, *READERS, "stranger")
WITHOUT_RIGHT = ("none", "unknown", "disabled", "revoked")
NOBODY_HAS = 10**12


# --- the model -------------------------------------------------------------------------------------------------------


def sees(token: str, kind: str) -> bool:
    """In a scene: `member`, `owner` and `viewer` subscribe to all boards, `guest` to the shareable one, the others to none."""
    if token in ("company", "admin", "other_member", "other_viewer"):
        return kind == "public"
    if token == "guest":
        return kind == "share"
    return token in ("member", "owner", "viewer")


def writes(token: str) -> bool:
    return token not in READERS


def owns(token: str) -> bool:
    return token in ("company", "member", "owner")


def expected(rule: str, token: str, kind: str) -> int | None:  # noqa: PLR0911  (a table of rules)
    """The status of a refusal; None where it must be done."""
    if rule == "create board":
        if not writes(token) or (token == "company" and kind != "public"):
            return 403
        return None
    if rule == "list":
        return None
    if rule == "user":
        # A guest knows those they share a board with: `guest` knows `member`, `other_guest` nobody.
        return 404 if token in ("stranger", "other_guest") else None
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

"""Every operation of API v2 that has to do with a board, on every kind of board, with every kind of token and role."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import msgspec
import pytest

from tests.company import Client, Company
from tests.contract.access_model import KINDS, TOKENS, WITHOUT_RIGHT, Case, rule_for, sees
from tests.contract.scene import Scene, look, make_full_company, make_scene
from tests.receiver import Receiver, receiver
from tests.server import Server
from tests.uploads import send as upload

MISSING_CODES = {
    "InvalidBoardIdException",
    "InvalidItemIdException",
    "ResourceNotFoundException",
}
REFUSED = "USER_UNAUTHORIZED"
# A cursor leads to items by their ids, each through the door of items: test_pages.py.
ELSEWHERE = {"next_items_page"}


class Asked(msgspec.Struct, frozen=True):
    rule: str
    text: str
    """With {board}, {item}, {update}, {team}, {user}, {viewer}, {tag}, {webhook}, {receiver}, {doc}, {block}, {view}, {kind}, {revision}, {log} in it."""


def _mutation(text: str, rule: str = "write") -> Asked:
    return Asked(rule, f"mutation {{{{{text}}}}}")


READS = "{{id name description groups {{title items_page {{items {{name column_values {{text}}}}}}}} updates {{body}} updates_page {{updates {{body}}}} tags {{name}} columns {{title}} views {{name}}}}"
UPLOAD = "mutation ($file: File!) {{{{{} {{{{id}}}}}}}}"
TABLE: dict[str, Asked] = {
    "boards": Asked("found", "{{boards(ids: [{board}]) " + READS + "}}"),
    "items": Asked(
        "found",
        "{{items(ids: [{item}]) {{name column_values {{text}} updates {{body}} updates_page {{updates {{body}}}}"
        " board {{name}} description {{blocks {{content}}}}}}}}",
    ),
    "updates": Asked("found", "{{updates(ids: [{update}]) {{body item {{name}}}}}}"),
    "assets": Asked("found", "{{assets(ids: [{asset}]) {{name public_url}}}}"),
    "add_file_to_column": Asked(
        "write",
        UPLOAD.format('add_file_to_column(item_id: {item}, column_id: "file", file: $file)'),
    ),
    "add_file_to_update": Asked(
        "edit update", UPLOAD.format("add_file_to_update(update_id: {update}, file: $file)")
    ),
    "update_assets_on_item": _mutation(
        'update_assets_on_item(board_id: {board}, item_id: {item}, column_id: "file",'
        ' files: [{{fileType: link, linkToFile: "https://x.example", name: "x"}}]) {{id}}'
    ),
    "replies": Asked("list", "{{replies(board_ids: [{board}]) {{body}}}}"),
    "tags": Asked("found", "{{tags(ids: [{tag}]) {{name}}}}"),
    "search": Asked(
        "list",
        '{{search {{items(query: "a", board_ids: [{board}]) {{results {{id}}}}'
        ' boards(query: "a", board_ids: [{board}]) {{results {{id}}}}}}}}',
    ),
    "aggregate": Asked(
        "read",
        '{{aggregate(query: {{from: {{type: TABLE, id: {board}}}, select: [{{type: FUNCTION, as: "n",'
        " function: {{function: COUNT_ITEMS}}}}]}}) {{results {{entries {{alias}}}}}}}}",
    ),
    "items_page_by_column_values": Asked(
        "read",
        '{{items_page_by_column_values(board_id: {board}, columns: [{{column_id: "text", column_values: ["x"]}}]) {{cursor}}}}',
    ),
    "like_update": _mutation("like_update(update_id: {update}) {{id}}"),
    "unlike_update": _mutation("unlike_update(update_id: {update}) {{id}}"),
    "delete_update": _mutation("delete_update(id: {update}) {{id}}", "write update"),
    "edit_update": _mutation('edit_update(id: {update}, body: "x") {{id}}', "edit update"),
    "pin_to_top": _mutation("pin_to_top(id: {update}) {{id}}"),
    "unpin_from_top": _mutation("unpin_from_top(id: {update}) {{id}}"),
    "create_update": _mutation('create_update(item_id: {item}, body: "x") {{id}}'),
    "clear_item_updates": _mutation("clear_item_updates(item_id: {item}) {{id}}", "write update"),
    "update_column": _mutation(
        'update_column(board_id: {board}, id: "text", revision: "{revision}", column_type: text, title: "x") {{id}}'
    ),
    "create_status_column": _mutation('create_status_column(board_id: {board}, title: "x") {{id}}'),
    "create_dropdown_column": _mutation(
        'create_dropdown_column(board_id: {board}, title: "x") {{id}}'
    ),
    "update_status_column": _mutation(
        'update_status_column(board_id: {board}, id: "status", revision: "{revision}", title: "x") {{id}}'
    ),
    "update_dropdown_column": _mutation(
        'update_dropdown_column(board_id: {board}, id: "dropdown", revision: "{revision}", title: "x") {{id}}'
    ),
    "create_column": _mutation(
        'create_column(board_id: {board}, title: "x", column_type: rating) {{id}}'
    ),
    "change_column_title": _mutation(
        'change_column_title(board_id: {board}, column_id: "text", title: "x") {{id}}'
    ),
    "change_column_metadata": _mutation(
        'change_column_metadata(board_id: {board}, column_id: "text", column_property: description, value: "x") {{id}}'
    ),
    "delete_column": _mutation('delete_column(board_id: {board}, column_id: "text") {{id}}'),
    "bulk_delete_items": _mutation(
        "bulk_delete_items(board_id: {board}, item_ids: [{item}]) {{job_id}}"
    ),
    "bulk_archive_items": _mutation(
        "bulk_archive_items(board_id: {board}, item_ids: [{item}]) {{job_id}}"
    ),
    "add_teams_to_board": _mutation(
        "add_teams_to_board(board_id: {board}, team_ids: [{team}]) {{id}}"
    ),
    "delete_teams_from_board": _mutation(
        "delete_teams_from_board(board_id: {board}, team_ids: [{team}]) {{id}}"
    ),
    "add_users_to_board": _mutation(
        "add_users_to_board(board_id: {board}, user_ids: [{viewer}]) {{id}}"
    ),
    "add_subscribers_to_board": _mutation(
        "add_subscribers_to_board(board_id: {board}, user_ids: [{viewer}]) {{id}}"
    ),
    "delete_subscribers_from_board": _mutation(
        "delete_subscribers_from_board(board_id: {board}, user_ids: [{viewer}]) {{id}}"
    ),
    "set_board_permission": _mutation(
        "set_board_permission(board_id: {board}, basic_role_name: viewer) {{edit_permissions}}",
        "own",
    ),
    "archive_board": _mutation("archive_board(board_id: {board}) {{id}}", "own"),
    "delete_board": _mutation("delete_board(board_id: {board}) {{id}}", "own"),
    "update_board": _mutation(
        'update_board(board_id: {board}, board_attribute: name, new_value: "x")'
    ),
    "create_board": _mutation(
        'create_board(board_name: "x", board_kind: {kind}) {{id}}', "create board"
    ),
    "duplicate_board": _mutation(
        "duplicate_board(board_id: {board}, duplicate_type: duplicate_board_with_pulses) {{board {{id}}}}",
        "copy board",
    ),
    "duplicate_group": _mutation('duplicate_group(board_id: {board}, group_id: "topics") {{id}}'),
    "create_group": _mutation('create_group(board_id: {board}, group_name: "x") {{id}}'),
    "update_group": _mutation(
        'update_group(board_id: {board}, group_id: "topics", group_attribute: title, new_value: "x") {{id}}'
    ),
    "archive_group": _mutation('archive_group(board_id: {board}, group_id: "topics") {{id}}'),
    "delete_group": _mutation('delete_group(board_id: {board}, group_id: "topics") {{id}}'),
    "create_item": _mutation('create_item(board_id: {board}, item_name: "x") {{id}}'),
    "create_subitem": _mutation('create_subitem(parent_item_id: {item}, item_name: "x") {{id}}'),
    "archive_item": _mutation("archive_item(item_id: {item}) {{id}}"),
    "delete_item": _mutation("delete_item(item_id: {item}) {{id}}"),
    "duplicate_item": _mutation("duplicate_item(board_id: {board}, item_id: {item}) {{id}}"),
    "move_item_to_group": _mutation(
        'move_item_to_group(item_id: {item}, group_id: "topics") {{id}}'
    ),
    "move_item_to_board": _mutation(
        'move_item_to_board(item_id: {item}, board_id: {board}, group_id: "topics") {{id}}'
    ),
    "change_item_position": _mutation(
        "change_item_position(item_id: {item}, group_top: true) {{id}}"
    ),
    "change_column_value": _mutation(
        'change_column_value(board_id: {board}, item_id: {item}, column_id: "text", value: "\\"x\\"") {{id}}'
    ),
    "change_simple_column_value": _mutation(
        'change_simple_column_value(board_id: {board}, item_id: {item}, column_id: "text", value: "x") {{id}}'
    ),
    "change_multiple_column_values": _mutation(
        'change_multiple_column_values(board_id: {board}, item_id: {item}, column_values: "{{}}") {{id}}'
    ),
    "undo_action": _mutation('undo_action(job_id: "{log}") {{success}}', "own"),
    "webhooks": Asked("read", "{{webhooks(board_id: {board}) {{id event config board_id}}}}"),
    "create_webhook": _mutation(
        'create_webhook(board_id: {board}, event: create_item, url: "{receiver}") {{id}}'
    ),
    "delete_webhook": _mutation("delete_webhook(id: {webhook}) {{id}}"),
    "create_notification": _mutation(
        'create_notification(user_id: {user}, target_id: {update}, target_type: Post, text: "x") {{id}}'
    ),
    "docs": Asked("found", "{{docs(ids: [{doc}]) {{name blocks {{content}}}}}}"),
    "export_markdown_from_doc": Asked(
        "read", "{{export_markdown_from_doc(docId: {doc}) {{markdown}}}}"
    ),
    "create_doc": _mutation(
        'create_doc(location: {{board: {{item_id: {item}, column_id: "other"}}}}) {{id}}'
    ),
    "update_doc_name": _mutation('update_doc_name(docId: {doc}, name: "x")'),
    "delete_doc": _mutation("delete_doc(docId: {doc})"),
    "duplicate_doc": _mutation("duplicate_doc(docId: {doc})", "copy board"),
    "create_doc_block": _mutation(
        'create_doc_block(doc_id: {doc}, type: divider, content: "{{}}") {{id}}'
    ),
    "create_doc_blocks": _mutation(
        "create_doc_blocks(docId: {doc}, blocksInput: [{{divider_block: {{}}}}]) {{id}}"
    ),
    "add_content_to_doc_from_markdown": _mutation(
        'add_content_to_doc_from_markdown(docId: {doc}, markdown: "x") {{block_ids}}'
    ),
    "set_item_description_content": _mutation(
        'set_item_description_content(item_id: {item}, markdown: "x") {{block_ids}}'
    ),
    "update_doc_block": _mutation(
        'update_doc_block(block_id: "{block}", content: "{{\\"deltaFormat\\": []}}") {{id}}'
    ),
    "delete_doc_block": _mutation('delete_doc_block(block_id: "{block}") {{id}}'),
    "delete_doc_blocks": _mutation("delete_doc_blocks(block_ids: [{block}]) {{id}}"),
    "create_view": _mutation("create_view(board_id: {board}, type: FORM) {{id}}"),
    "create_view_table": _mutation("create_view_table(board_id: {board}) {{id}}"),
    "update_view": _mutation(
        'update_view(board_id: {board}, view_id: {view}, type: TABLE, name: "x") {{id}}'
    ),
    "update_view_table": _mutation(
        'update_view_table(board_id: {board}, view_id: {view}, name: "x") {{id}}'
    ),
    "delete_view": _mutation("delete_view(board_id: {board}, view_id: {view}) {{id}}"),
    "favorites": Asked("list", "{{favorites {{object {{id}}}}}}"),
    "create_favorite": _mutation(
        "create_favorite(input: {{object: {{id: {board}, type: Board}}}}) {{favorite {{id}}}}",
        "favorite",
    ),
    "delete_favorite": _mutation(
        "delete_favorite(input: {{object: {{id: {board}, type: Board}}}}) {{success}}", "list"
    ),
    "create_or_get_tag": _mutation('create_or_get_tag(board_id: {board}, tag_name: "x") {{id}}'),
}


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_full_company(server)


def refused(asked: Asked, token: str, kind: str) -> int | None:
    if asked.rule == "edit update":
        # By `member`, whose it is, and by the company.
        found = rule_for(Case("write", _nothing), token, kind)
        return 403 if found is None and token not in ("member", "company") else found
    if asked.rule == "copy board":
        found = rule_for(Case("read", _nothing), token, kind)
        return found or rule_for(Case("create board", _nothing), token, kind)
    if asked.rule == "favorite":
        # Everybody's own, so nobody's for the company.
        found = rule_for(Case("read", _nothing), token, kind)
        return 403 if found is None and token == "company" else found
    rule = "read" if asked.rule == "found" else asked.rule
    return rule_for(Case(rule, _nothing), token, kind)


def _nothing(scene: Scene) -> dict[str, Any]:
    return {}


@pytest.fixture(scope="module")
def there() -> Iterator[Receiver]:
    with receiver() as running:
        yield running


@pytest.fixture(scope="module")
def team(company: Company) -> str:
    made = company["admin"].data('mutation {create_team(input: {name: "Team"}) {id}}')
    return str(made["create_team"]["id"])


@pytest.fixture(scope="module")
def make(company: Company, team: str) -> Callable[[str], Scene]:
    """A scene whose board a team without members subscribes to."""

    def made(kind: str) -> Scene:
        scene = make_scene(company, kind)
        subscribe = f"add_teams_to_board(board_id: {scene.board_id}, team_ids: [{team}])"
        company["member"].data(f"mutation {{{subscribe} {{id}}}}")
        return scene

    return made


@pytest.fixture(scope="module")
def scenes(make: Callable[[str], Scene]) -> dict[str, Scene]:
    """For what changes nothing."""
    return {kind: make(kind) for kind in KINDS}


@pytest.fixture
def send(
    company: Company, clients: dict[str, Client], there: Receiver, team: str
) -> Callable[..., httpx.Response]:
    def sent(asked: Asked, token: str, scene: Scene) -> httpx.Response:
        revision = ""
        if "{revision}" in asked.text:
            columns = company["member"].data(
                f"{{boards(ids: [{scene.board_id}]) {{columns {{id revision}}}}}}"
            )["boards"][0]["columns"]
            (revision,) = (one["revision"] for one in columns if f'id: "{one["id"]}"' in asked.text)
        log = ""
        if "{log}" in asked.text:
            logs = company["member"].data(
                f'{{boards(ids: [{scene.board_id}]) {{activity_logs(column_ids: ["text"]) {{id event}}}}}}'
            )["boards"][0]["activity_logs"]
            log = next(one["id"] for one in logs if one["event"] == "update_column_value")
        text = asked.text.format(
            board=scene.board_id,
            item=scene.pulse_id,
            update=scene.update_id,
            tag=scene.tag_id,
            asset=scene.asset_id,
            doc=scene.doc_id,
            block=scene.block_id,
            view=scene.view_id,
            team=team,
            user=scene.users["member"],
            viewer=scene.users["viewer"],
            kind=scene.kind,
            webhook=scene.webhook_id,
            receiver=there.url,
            revision=revision,
            log=log,
        )
        if "$file" in text:
            return upload(clients[token], text, ("x.txt", b"x"), "E")
        return clients[token].v2(text)

    return sent


@pytest.mark.parametrize("name", TABLE)
def test_without_a_valid_token_nothing_is_told(
    send: Callable[..., httpx.Response], scenes: dict[str, Scene], name: str
) -> None:
    answers = {send(TABLE[name], token, scenes["public"]).text for token in WITHOUT_RIGHT}
    assert len(answers) == 1
    assert "Not authenticated" in answers.pop()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TABLE)
def test_what_may_not_be_done_is_refused(
    company: Company,
    send: Callable[..., httpx.Response],
    scenes: dict[str, Scene],
    there: Receiver,
    name: str,
    kind: str,
) -> None:
    scene, asked = scenes[kind], TABLE[name]
    before, called = look(company, scene), len(there.challenges)
    for token in TOKENS:
        status = refused(asked, token, kind)
        if status is None:
            continue
        answer = send(asked, token, scene)
        assert answer.status_code == 200
        if asked.rule == "found":
            assert answer.json()["data"] == {name: []}, token
        else:
            (error,) = answer.json()["errors"]
            codes = {REFUSED} if status == 403 else MISSING_CODES
            if name in ("archive_board", "archive_group", "delete_group"):
                codes = codes | {REFUSED}
            if name in ("create_webhook", "webhooks"):
                codes = codes | {"InvalidArgumentException"}
            assert error["extensions"]["code"] in codes, (token, error)
        if not sees(token, kind):
            assert scene.mark not in answer.text
    assert look(company, scene) == before
    assert len(there.challenges) == called


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TABLE)
def test_what_may_be_done_is_done(
    make: Callable[[str], Scene], send: Callable[..., httpx.Response], name: str, kind: str
) -> None:
    asked = TABLE[name]
    for token in TOKENS:
        if refused(asked, token, kind) is not None:
            continue
        scene = make(kind)
        answer = send(asked, token, scene)
        assert "errors" not in answer.json(), (token, answer.text)
        if asked.rule == "found":
            assert scene.mark in answer.text, token

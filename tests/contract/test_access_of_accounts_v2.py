"""Every operation of API v2 that has to do with workspaces, teams and users, with every kind of token and role."""

import itertools
from typing import Any

import httpx
import msgspec
import pytest

from lundi.core.work import Work
from lundi.domains.accounts.actions import add_user
from lundi.domains.accounts.queries import user_by_email
from lundi.domains.accounts.user_actions import disable_user
from tests.company import PASSWORD_HASH, Client, Company
from tests.contract.access_model import READERS, TOKENS, WITHOUT_RIGHT
from tests.contract.scene import make_full_company
from tests.contract.test_access_v2 import ELSEWHERE
from tests.contract.test_access_v2 import TABLE as OF_BOARDS
from tests.contract.test_fuzz_v2 import FIELDS
from tests.server import Server

KINDS = ("open", "closed")
_numbers = itertools.count(1)
CODES = {
    403: {"USER_UNAUTHORIZED"},
    404: {"InvalidWorkspaceIdException", "InvalidFolderIdException", "ResourceNotFoundException"},
}


class Asked(msgspec.Struct, frozen=True):
    rule: str
    text: str
    """With <workspace>, <folder>, <team>, <viewer>, <someone>, <gone> and <mark> in it."""


def _change(rule: str, text: str) -> Asked:
    return Asked(rule, f"mutation {{{text}}}")


_ROLES = "new_role: MEMBER"
TABLE: dict[str, Asked] = {
    "account": Asked("own", "{account {id name}}"),
    "account_roles": Asked("own", "{account_roles {id}}"),
    "complexity": Asked("own", "{complexity {query}}"),
    "get_column_type_schema": Asked("own", "{get_column_type_schema(type: status)}"),
    "me": Asked("own", "{me {id}}"),
    "notifications": Asked("own", "{notifications {id title}}"),
    "version": Asked("own", "{version {value}}"),
    "versions": Asked("own", "{versions {value}}"),
    "users": Asked("users", "{users(ids: [<someone>]) {name}}"),
    "teams": Asked("teams", "{teams(ids: [<team>]) {name}}"),
    "workspaces": Asked("workspaces", "{workspaces(ids: [<workspace>], state: all) {name}}"),
    "folders": Asked("workspaces", "{folders(ids: [<folder>]) {name}}"),
    "create_workspace": _change("write", 'create_workspace(name: "x", kind: open) {id}'),
    "update_workspace": _change(
        "own workspace", 'update_workspace(id: <workspace>, attributes: {name: "x"}) {id}'
    ),
    "delete_workspace": _change(
        "own workspace", "delete_workspace(workspace_id: <workspace>) {id}"
    ),
    "add_users_to_workspace": _change(
        "own workspace",
        "add_users_to_workspace(workspace_id: <workspace>, user_ids: [<someone>]) {id}",
    ),
    "delete_users_from_workspace": _change(
        "own workspace",
        "delete_users_from_workspace(workspace_id: <workspace>, user_ids: [<viewer>]) {id}",
    ),
    "add_teams_to_workspace": _change(
        "own workspace",
        "add_teams_to_workspace(workspace_id: <workspace>, team_ids: [<team>]) {id}",
    ),
    "delete_teams_from_workspace": _change(
        "own workspace",
        "delete_teams_from_workspace(workspace_id: <workspace>, team_ids: [<team>]) {id}",
    ),
    "create_folder": _change(
        "use workspace", 'create_folder(workspace_id: <workspace>, name: "x") {id}'
    ),
    "update_folder": _change("use workspace", 'update_folder(folder_id: <folder>, name: "x") {id}'),
    "delete_folder": _change("use workspace", "delete_folder(folder_id: <folder>) {id}"),
    "create_team": _change("write", 'create_team(input: {name: "x"}) {id}'),
    "delete_team": _change("own team", "delete_team(team_id: <team>) {id}"),
    "add_users_to_team": _change(
        "own team",
        "add_users_to_team(team_id: <team>, user_ids: [<someone>]) {successful_users {id}}",
    ),
    "remove_users_from_team": _change(
        "own team",
        "remove_users_from_team(team_id: <team>, user_ids: [<viewer>]) {successful_users {id}}",
    ),
    "assign_team_owners": _change(
        "own team", "assign_team_owners(team_id: <team>, user_ids: [<viewer>]) {team {id}}"
    ),
    "remove_team_owners": _change(
        "own team", "remove_team_owners(team_id: <team>, user_ids: [<owner>]) {team {id}}"
    ),
    "activate_users": _change("admin", "activate_users(user_ids: [<gone>]) {activated_users {id}}"),
    "deactivate_users": _change(
        "admin", "deactivate_users(user_ids: [<someone>]) {deactivated_users {id}}"
    ),
    "update_users_role": _change(
        "admin", f"update_users_role(user_ids: [<someone>], {_ROLES}) {{updated_users {{id}}}}"
    ),
    "update_multiple_users": _change(
        "admin",
        'update_multiple_users(user_updates: [{user_id: <someone>, user_attribute_updates: {title: "x"}}]) {updated_users {id}}',
    ),
    "update_email_domain": _change(
        "admin",
        'update_email_domain(input: {new_domain: "<mark>.example", user_ids: [<someone>]}) {updated_users {id}}',
    ),
    "invite_users": _change(
        "admin", 'invite_users(emails: ["<mark>@new.example"]) {invited_users {id}}'
    ),
}


class Scene(msgspec.Struct, frozen=True):
    """`mark` is a word that stands in the name of all that is there. Of a workspace `member` and `owner` are owners, `viewer`
    subscribes; so it is with the team.
    """

    mark: str
    ids: dict[str, str]


@pytest.fixture(scope="module")
def company(server: Server) -> Company:
    return make_full_company(server)


def make_scene(company: Company, kind: str) -> Scene:
    mark = f"{kind}mark{next(_numbers)}x"
    member, people = company["member"], company.ids

    def made(operation: str, rest: str) -> str:
        return str(member.data(f"mutation {{made: {operation} {rest}}}")["made"]["id"])

    subscribers = [people["member"], people["owner"], people["viewer"]]
    team = made("create_team", f'(input: {{name: "{mark}", subscriber_ids: {subscribers}}}) {{id}}')
    owners = f"team_id: {team}, user_ids: [{people['owner']}, {people['member']}]"
    member.data(f"mutation {{assign_team_owners({owners}) {{team {{id}}}}}}")
    workspace = made("create_workspace", f'(name: "{mark}", kind: {kind}) {{id}}')
    for name, of in (("owner", "owner"), ("viewer", "subscriber")):
        member.data(
            f"mutation {{add_users_to_workspace(workspace_id: {workspace}, user_ids: [{people[name]}], kind: {of}) {{id}}}}"
        )
    member.data(
        f"mutation {{add_teams_to_workspace(workspace_id: {workspace}, team_ids: [{team}]) {{id}}}}"
    )
    folder = made("create_folder", f'(workspace_id: {workspace}, name: "{mark}") {{id}}')
    someone, gone = _add(company, mark, "someone"), _add(company, mark, "gone")

    async def put_off(work: Work) -> None:
        await disable_user(work, await user_by_email(work, f"gone@{mark}.example"))

    company.write("company", put_off)
    ids = {"workspace": workspace, "folder": folder, "team": team, "someone": someone, "gone": gone}
    return Scene(mark, {**ids, "viewer": str(people["viewer"]), "owner": str(people["owner"])})


def _add(company: Company, mark: str, name: str) -> str:
    async def add(work: Work) -> str:
        user = await add_user(
            work,
            company.server.vault,
            name=f"{name} {mark}",
            email=f"{name}@{mark}.example",
            role="viewer",
            password_hash=PASSWORD_HASH,
        )
        return str(user.id)

    return company.write("company", add)


LOOK = """query ($w: [ID]) {
  workspaces(state: all, order_by: created_at, limit: 100) {id name kind state description users_subscribers(limit: 100) {id}
    owners_subscribers(limit: 100) {id} teams_subscribers(limit: 100) {id}}
  folders(workspace_ids: $w) {id name} teams {id name users {id} owners {id}}
  users(status: [ACTIVE, INACTIVE], newest_first: true, limit: 100) {id name email title enabled kind}}"""


def look(company: Company, scene: Scene) -> Any:
    """The newest of all that is there."""
    return [company[name].data(LOOK, w=[scene.ids["workspace"]]) for name in ("member", "admin")]


def sees_workspace(token: str, kind: str) -> bool:
    if token in ("member", "owner", "viewer"):
        return True
    return kind == "open" and token in ("company", "admin", "other_member", "other_viewer")


def refused(rule: str, token: str, kind: str) -> int | None:
    """The status of a refusal; None where it must be done."""
    is_outside = token in ("guest", "other_guest", "stranger")
    if rule == "own" or (rule == "write" and token == "stranger"):
        return None
    is_hidden = (
        (rule in ("users", "teams", "own team") and is_outside)
        or (rule.endswith(("workspace", "workspaces")) and not sees_workspace(token, kind))
        # Of their own account, in which nobody of this one is.
        or (rule == "admin" and token == "stranger")
    )
    if is_hidden:
        return 404
    if rule in ("users", "teams", "workspaces"):
        return None
    if rule == "admin":
        return None if token == "admin" else 403
    is_kept_out = token in READERS or (rule.startswith("own") and token == "other_member")
    return 403 if is_kept_out else None


def send(client: Client, asked: Asked, scene: Scene) -> httpx.Response:
    text = asked.text.replace("<mark>", scene.mark)
    for name, value in scene.ids.items():
        text = text.replace(f"<{name}>", value)
    return client.v2(text)


def test_every_operation_is_in_a_table() -> None:
    assert set(TABLE) | set(OF_BOARDS) | ELSEWHERE == {name for _, name in FIELDS}
    assert not set(TABLE) & set(OF_BOARDS)
    assert not ELSEWHERE & {*TABLE, *OF_BOARDS}


@pytest.mark.parametrize("name", TABLE)
def test_without_a_valid_token_nothing_is_told(
    company: Company, clients: dict[str, Client], name: str
) -> None:
    scene = Scene("x", dict.fromkeys(("workspace", "folder", "team", "someone", "gone"), "1"))
    answers = {send(clients[token], TABLE[name], scene).text for token in WITHOUT_RIGHT}
    assert len(answers) == 1
    assert "Not authenticated" in answers.pop()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TABLE)
def test_what_may_not_be_done_is_refused(
    company: Company, clients: dict[str, Client], name: str, kind: str
) -> None:
    asked = TABLE[name]
    if not any(refused(asked.rule, token, kind) for token in TOKENS):
        return
    scene = make_scene(company, kind)
    before = look(company, scene)
    for token in TOKENS:
        status = refused(asked.rule, token, kind)
        if status is None:
            continue
        answer = send(clients[token], asked, scene)
        assert answer.status_code == 200
        assert scene.mark not in answer.text.replace(f"{scene.mark}.example", ""), token
        if asked.rule in ("users", "teams", "workspaces"):
            assert answer.json()["data"] == {name: []}, token
        elif asked.rule != "admin" or token != "stranger":
            (error,) = answer.json()["errors"]
            assert error["extensions"]["code"] in CODES[status], (token, error)
    assert look(company, scene) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TABLE)
def test_what_may_be_done_is_done(
    company: Company, clients: dict[str, Client], name: str, kind: str
) -> None:
    asked = TABLE[name]
    for token in TOKENS:
        if refused(asked.rule, token, kind) is not None:
            continue
        scene = make_scene(company, kind)
        answer = send(clients[token], asked, scene).json()
        assert "errors" not in answer, (token, answer)
        if asked.rule in ("users", "teams", "workspaces"):
            assert scene.mark in str(answer), token

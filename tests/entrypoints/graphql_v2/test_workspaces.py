"""Workspaces, folders and teams in API v2."""

from typing import Any

from tests.company import Company

WORKSPACE = """
mutation ($name: String!, $kind: WorkspaceKind!) {
  create_workspace(name: $name, kind: $kind, description: "What for") {
    id name kind description state is_default_workspace created_at
    owners_subscribers {id name} users_subscribers {id}
  }
}
"""


def workspace(company: Company, by: str = "member", kind: str = "open") -> dict[str, Any]:
    made = company[by].data(WORKSPACE, name="Marketing", kind=kind)["create_workspace"]
    return dict(made)


def code_of(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def test_workspaces_are_made_changed_listed_and_deleted(company: Company) -> None:
    member = company["member"]
    made = workspace(company)
    assert made["kind"] == "open"
    assert made["is_default_workspace"] is False
    assert [user["id"] for user in made["owners_subscribers"]] == [str(company.ids["member"])]
    change = """mutation ($id: ID!) {
      update_workspace(id: $id, attributes: {name: "Sales", kind: closed}) {name kind description}}"""
    assert member.data(change, id=made["id"])["update_workspace"] == {
        "name": "Sales",
        "kind": "closed",
        "description": "What for",
    }
    by_id = "query ($ids: [ID!]) {workspaces(ids: $ids) {name}}"
    assert member.data(by_id, ids=[made["id"]])["workspaces"] == [{"name": "Sales"}]
    assert company["viewer"].data(by_id, ids=[made["id"]])["workspaces"] == []
    listed = member.data("{workspaces(limit: 100, membership_kind: member) {id}}")["workspaces"]
    assert {"id": made["id"]} in listed
    delete = "mutation ($id: ID!) {delete_workspace(workspace_id: $id) {id}}"
    assert code_of(company["viewer"].v2(delete, id=made["id"])) == "InvalidWorkspaceIdException"
    assert member.data(delete, id=made["id"])["delete_workspace"] == {"id": made["id"]}
    assert member.data(by_id, ids=[made["id"]])["workspaces"] == []


def test_the_company_token_makes_a_workspace_in_the_name_of_an_admin(company: Company) -> None:
    made = workspace(company, "company")
    assert [user["id"] for user in made["owners_subscribers"]] == [str(company.ids["admin"])]


def test_who_may_not_is_told_so_as_clients_know_it(company: Company) -> None:
    answer = company["viewer"].v2(WORKSPACE, name="No", kind="open")
    assert answer.status_code == 200
    (error,) = answer.json()["errors"]
    assert answer.json()["data"] == {"create_workspace": None}
    assert error["path"] == ["create_workspace"]
    assert error["message"] == "User unauthorized to perform action"
    assert error["extensions"]["code"] == "USER_UNAUTHORIZED"
    assert error["extensions"]["status_code"] == 403
    assert "viewer may not" in error["extensions"]["reason"]


def test_users_and_teams_subscribe_to_a_workspace(company: Company) -> None:
    admin = company["admin"]
    space = workspace(company, "admin")["id"]
    colleague, other = str(company.ids["member"]), str(company.ids["other_member"])
    team = admin.data(
        'mutation ($u: [ID!]) {create_team(input: {name: "Crew", subscriber_ids: $u}) {id name users {id} owners {id}}}',
        u=[other],
    )["create_team"]
    assert [user["id"] for user in team["users"]] == [other]
    added = admin.data(
        """mutation ($w: ID!, $u: [ID!]!, $t: [ID!]!) {
          add_users_to_workspace(workspace_id: $w, user_ids: $u, kind: owner) {id}
          add_teams_to_workspace(workspace_id: $w, team_ids: $t) {id name}
        }""",
        w=space,
        u=[colleague],
        t=[team["id"]],
    )
    assert added["add_users_to_workspace"] == [{"id": colleague}]
    assert added["add_teams_to_workspace"] == [{"id": team["id"], "name": "Crew"}]
    shown = admin.data(
        "query ($w: ID!) {workspaces(ids: [$w]) {owners_subscribers {id} teams_subscribers {id} team_owners_subscribers {id}}}",
        w=space,
    )["workspaces"][0]
    assert {"id": colleague} in shown["owners_subscribers"]
    assert shown["teams_subscribers"] == [{"id": team["id"]}]
    assert shown["team_owners_subscribers"] == []
    gone = admin.data(
        """mutation ($w: ID!, $u: [ID!]!, $t: [ID!]!) {
          delete_users_from_workspace(workspace_id: $w, user_ids: $u) {id}
          delete_teams_from_workspace(workspace_id: $w, team_ids: $t) {id}
        }""",
        w=space,
        u=[colleague],
        t=[team["id"]],
    )
    assert gone["delete_users_from_workspace"] == [{"id": colleague}]
    assert gone["delete_teams_from_workspace"] == [{"id": team["id"]}]


def test_folders(company: Company) -> None:
    member = company["member"]
    space = workspace(company)["id"]
    create = """mutation ($w: ID, $p: ID, $n: String!) {
      create_folder(workspace_id: $w, parent_folder_id: $p, name: $n, color: INDIGO) {
        id name color workspace {id} parent {id} owner_id}}"""
    outer = member.data(create, w=space, n="Outer")["create_folder"]
    inner = member.data(create, w=space, p=outer["id"], n="Inner")["create_folder"]
    assert outer["workspace"] == {"id": space}
    assert outer["color"] == "INDIGO"
    assert inner["parent"] == {"id": outer["id"]}
    company.board_in(int(space), int(inner["id"]))
    shown = member.data(
        "query ($w: [ID]) {folders(workspace_ids: $w) {id sub_folders {id} children {name}}}",
        w=[space],
    )["folders"]
    assert [(one["id"], one["sub_folders"]) for one in shown] == [
        (outer["id"], [{"id": inner["id"]}]),
        (inner["id"], []),
    ]
    assert shown[1]["children"] == [{"name": "Board"}]
    update = (
        'mutation ($f: ID!) {update_folder(folder_id: $f, name: "New", color: NULL) {name color}}'
    )
    assert member.data(update, f=inner["id"])["update_folder"] == {"name": "New", "color": None}
    main = member.data(create, n="In Main")["create_folder"]
    assert main["workspace"]["id"] != space
    to_main = "mutation ($f: ID!, $w: ID) {update_folder(folder_id: $f, workspace_id: $w) {workspace {id} parent {id}}}"
    moved = member.data(to_main, f=inner["id"], w=main["workspace"]["id"])["update_folder"]
    assert moved == {"workspace": main["workspace"], "parent": None}
    delete = "mutation ($f: ID!) {delete_folder(folder_id: $f) {id}}"
    assert member.data(delete, f=inner["id"])["delete_folder"] == {"id": inner["id"]}
    assert code_of(member.v2(delete, f=inner["id"])) == "InvalidFolderIdException"
    assert code_of(member.v2(delete, f="never")) == "InvalidArgumentException"


def test_members_and_owners_of_teams(company: Company) -> None:
    admin = company["admin"]
    ids = {name: str(number) for name, number in company.ids.items()}
    make = 'mutation ($u: [ID!]) {create_team(input: {name: "Owners", subscriber_ids: $u}) {id}}'
    team = admin.data(make, u=[ids["member"]])["create_team"]["id"]
    change = """mutation ($t: ID!, $u: [ID!]!) {
      add_users_to_team(team_id: $t, user_ids: $u) {successful_users {id} failed_users {id}}
      assign_team_owners(team_id: $t, user_ids: $u) {team {owners {id}} errors {user_id code message}}
    }"""
    done = admin.data(change, t=team, u=[ids["other_member"], ids["viewer"], "999999"])
    joined = {user["id"] for user in done["add_users_to_team"]["successful_users"]}
    assert joined == {ids["other_member"], ids["viewer"]}
    errors = {one["code"] for one in done["assign_team_owners"]["errors"]}
    assert errors == {"VIEWERS_OR_GUESTS", "USER_NOT_FOUND"}
    assert {"id": ids["other_member"]} in done["assign_team_owners"]["team"]["owners"]
    end = """mutation ($t: ID!, $u: [ID!]!) {
      remove_team_owners(team_id: $t, user_ids: $u) {team {owners {id}} errors {code}}
      remove_users_from_team(team_id: $t, user_ids: $u) {successful_users {id}}
      delete_team(team_id: $t) {id name}
    }"""
    ended = admin.data(end, t=team, u=[ids["other_member"]])
    assert {"id": ids["other_member"]} not in ended["remove_team_owners"]["team"]["owners"]
    assert ended["remove_users_from_team"]["successful_users"] == [{"id": ids["other_member"]}]
    assert ended["delete_team"]["id"] == team
    assert admin.data("query ($t: [ID!]) {teams(ids: $t) {id}}", t=[team])["teams"] == []


def test_each_alias_of_a_mutation_stands_for_itself(company: Company) -> None:
    answer = (
        company["member"]
        .v2(
            """mutation {
          first: create_folder(name: "One") {id}
          second: create_folder(name: "Two", workspace_id: 987654) {id}
          third: create_folder(name: "Three") {id}
        }"""
        )
        .json()
    )
    assert answer["data"]["first"]
    assert answer["data"]["third"]
    assert answer["data"]["second"] is None
    (error,) = answer["errors"]
    assert error["path"] == ["second"]
    assert error["extensions"]["code"] == "InvalidWorkspaceIdException"
    assert error["extensions"]["error_data"] == {"workspace_id": 987654}
